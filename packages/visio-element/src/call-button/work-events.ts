/** Events that only who works fires: a page that has not clicked loads none of it. */
import type { VisioError } from 'visio-core';
import type { CallRoom } from './events.js';

const EVERYONE_HEARS = { bubbles: true, composed: true } as const;

/** The button was clicked; `preventDefault()` leaves the rest to the host. As `VisioBeforeEvent` has it, whose code is a meeting's. */
export function beforeCall(room: CallRoom): CustomEvent<{ readonly command: string; readonly args: readonly unknown[] }> {
  return new CustomEvent('visio-before-call', { ...EVERYONE_HEARS, cancelable: true, detail: { command: 'call', args: [room] } });
}

/** Something that the host brings cannot be used. As `VisioErrorEvent` has it, whose code is a meeting's. */
export function errorOf(error: VisioError): CustomEvent<{ readonly error: VisioError }> {
  return new CustomEvent('visio-error', { ...EVERYONE_HEARS, detail: { error } });
}

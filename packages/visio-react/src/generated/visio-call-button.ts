'use client';
// Written by `npm run manifest` from the elements’ documentation: change it there.
import { VisioCallButton as Element } from 'visio-element/call-button';
import { componentOf, type ElementProps, type Listener } from '../component-of.js';

/** What `<VisioCallButton>` takes: the element's properties, its events, and what every HTML element has. */
export interface VisioCallButtonProps extends ElementProps<Element, 'url' | 'room' | 'server' | 'open' | 'intent' | 'to' | 'label' | 'size' | 'variant' | 'copy' | 'displayName' | 'lang' | 'theme' | 'ringtone' | 'ringTimeout' | 'texts' | 'languages' | 'backend' | 'incoming'> {
  /** The button was clicked; cancelable, and the host does the rest. `detail.args` has where it leads. Not of a link, with `open="tab"` and a `url`. */
  readonly onVisioBeforeCall?: Listener<'visio-before-call'>;
  /** A room was made; `detail.url`, `detail.room`. */
  readonly onVisioRoomCreated?: Listener<'visio-room-created'>;
  /** With `open="link"`: the link; `detail.url`. */
  readonly onVisioCallLink?: Listener<'visio-call-link'>;
  /** With `intent="call"`: one calls; it is for the host to tell the other. `detail.url`. */
  readonly onVisioCallRinging?: Listener<'visio-call-ringing'>;
  /** A call was answered; `detail.direction`, `detail.url`. */
  readonly onVisioCallAnswered?: Listener<'visio-call-answered'>;
  /** A call was refused. */
  readonly onVisioCallRefused?: Listener<'visio-call-refused'>;
  /** Who called gave up. */
  readonly onVisioCallCancelled?: Listener<'visio-call-cancelled'>;
  /** Nobody answered in time. */
  readonly onVisioCallMissed?: Listener<'visio-call-missed'>;
  /** Words that the host brings cannot be used; `detail.error` is a `VisioError`. */
  readonly onVisioError?: Listener<'visio-error'>;
  /** A call opened, was joined, or closed; `detail.progress`. From the panel: listen on `document`. */
  readonly onVisioCallChanged?: Listener<'visio-call-changed'>;
}

/** `<visio-call-button>` for React. A button for calls, in messages, agendas and documents. The ref is the element; on a server it is an empty frame. */
export const VisioCallButton = /* @__PURE__ */ componentOf<Element, VisioCallButtonProps>(Element, 'visio-call-button', ['url', 'room', 'server', 'open', 'intent', 'to', 'label', 'size', 'variant', 'copy', 'displayName', 'lang', 'theme', 'ringtone', 'ringTimeout', 'texts', 'languages', 'backend', 'incoming'], ['visio-before-call', 'visio-room-created', 'visio-call-link', 'visio-call-ringing', 'visio-call-answered', 'visio-call-refused', 'visio-call-cancelled', 'visio-call-missed', 'visio-error', 'visio-call-changed']);

import type { MeetingView } from '../../base/visio-element.js';
import { ariaOf } from './chord.js';
import { shortcutsOf } from './state.js';

/** The keys that are in force for an action, as `aria-keyshortcuts` has them; `undefined` when there are none. Reads signals. */
export function keysOf(view: MeetingView, action: string): string | undefined {
  const found = shortcutsOf(view).bindings.value.find((each) => each.action === action);
  return found && [...new Set(found.chords.map(ariaOf))].join(' ');
}

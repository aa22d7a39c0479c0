import type { KeysOf } from '../../base/visio-element.js';
import { ariaOf } from './chord.js';
import { shortcutsOf } from './state.js';

/** `undefined` when an action has none. */
export const keysOf: KeysOf = (view, action) => {
  const found = shortcutsOf(view).bindings.value.find((each) => each.action === action);
  return found && [...new Set(found.chords.map(ariaOf))].join(' ');
};

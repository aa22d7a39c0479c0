import { signal, type Writable } from 'visio-core/reactive';
import type { MeetingView } from '../../base/visio-element.js';

const targets = new WeakMap<MeetingView, Writable<string>>();

/** Who is to be removed, once that is confirmed. */
export function targetOf(view: MeetingView): Writable<string> {
  const found = targets.get(view) ?? signal('');
  targets.set(view, found);
  return found;
}

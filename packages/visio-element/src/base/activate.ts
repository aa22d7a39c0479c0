import type { Contribution, ControlContribution, Icon } from './contribution.js';
import type { MeetingView } from './visio-element.js';

/** Where a contribution's own element opens. */
const PLACES = ['panel', 'dialog', 'popup'] as const;

/** Does what a click on a contribution's control does. For event handlers: it writes signals. */
export function activate(view: MeetingView, { name, control, ...contribution }: Contribution): void {
  if (control?.run) return control.run(view);
  const place = PLACES.find((each) => contribution[each]);
  if (place) view[place].value = view[place].peek() === name ? null : name;
}

/** Whether a contribution's own element is open. Reads signals. */
export function isOpen(view: MeetingView, { name, ...contribution }: Contribution): boolean {
  return PLACES.some((place) => contribution[place] && view[place].value === name);
}

/** Whether the room, the browser and the host let a contribution be used now. Reads signals. */
export function isOffered(view: MeetingView, { name, control }: Contribution): boolean {
  return (view.controls.value?.includes(name) ?? true) && (control?.available?.(view) ?? true);
}

/** The contribution whose panel `view.panel` names, unless it is not to be had. Reads signals. */
export function openPanel(view: MeetingView): Contribution | null {
  const name = view.panel.value;
  if (name === null) return null;
  const contribution = view.contributions.value.find((each) => each.name === name);
  return contribution?.panel && isOffered(view, contribution) ? contribution : null;
}

/** What a control shows now. Reads signals. */
export function iconOf(view: MeetingView, { icon }: ControlContribution): Icon {
  return typeof icon === 'function' ? icon(view) : icon;
}

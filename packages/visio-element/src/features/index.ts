import type { PanelContribution } from '../base/contribution.js';
import type { MeetingView } from '../base/visio-element.js';
import { chatPanel } from './chat/contribution.js';

/** Every panel of a call, one line each. What it shows is fetched when it is first opened. */
export const panels: readonly PanelContribution[] = [chatPanel].sort((a, b) => a.order - b.order);

/** The panel that `view.panel` names, unless it is not to be had. Reads signals. */
export function openPanel(view: MeetingView): PanelContribution | null {
  const panel = panels.find(({ name }) => name === view.panel.value);
  return panel && (panel.available?.(view).value ?? true) ? panel : null;
}

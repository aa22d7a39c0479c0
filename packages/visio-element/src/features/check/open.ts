import type { MeetingView } from '../../base/visio-element.js';
import './define.js';

/** Opens the check over `parent`, whose focus it gives back. */
export async function openCheck(view: MeetingView, parent: ParentNode): Promise<void> {
  await view.translator.peek().loadRest();
  const dialog = document.createElement('visio-check-dialog');
  dialog.view = view;
  parent.append(dialog);
}

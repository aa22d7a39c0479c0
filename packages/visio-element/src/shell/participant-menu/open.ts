import type { MeetingView } from '../../base/visio-element.js';
import './define.js';

/** Opens a participant's menu at a button, beside which it lives as long as it is open. */
export async function openParticipantMenu(view: MeetingView, participantId: string, anchor: HTMLElement): Promise<void> {
  await view.translator.peek().loadRest();
  if (!anchor.isConnected || anchor.ariaExpanded === 'true') return;
  const menu = document.createElement('visio-participant-menu');
  menu.view = view;
  menu.participantId = participantId;
  menu.addEventListener('close', () => menu.remove());
  anchor.after(menu);
  await menu.open(anchor);
}

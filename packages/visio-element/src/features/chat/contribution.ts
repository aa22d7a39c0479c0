import type { PanelContribution } from '../../base/contribution.js';

export const chatPanel: PanelContribution = {
  name: 'chat',
  label: 'chat.title',
  icon: 'chat',
  order: 10,
  badge: { label: 'chat.unread', count: ({ meeting }) => meeting.chat.unread },
  news: ({ meeting }) => meeting.chat.latest,
  openLabel: 'chat.open',
  load: () => import('./chat-ring.js'),
  tag: 'visio-chat',
};

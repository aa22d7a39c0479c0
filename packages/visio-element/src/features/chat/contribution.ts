import type { Contribution } from '../../base/contribution.js';
import { SEARCH } from '../../ui/icon/search.js';
import type { VisioChat } from './chat.js';

export const chat: Contribution = {
  name: 'chat',
  control: {
    label: 'chat.title',
    icon: 'chat',
    order: 50,
    badge({ meeting, translator }) {
      const count = meeting.chat.unread.value;
      return count > 0 ? { count, words: translator.value.text('chat.unread', { count }) } : null;
    },
  },
  panel: {
    title: 'chat.title',
    openLabel: 'chat.open',
    load: () => import('./chat-ring.js'),
    element: 'visio-chat',
    parts: 'messages, message, mark, file, live-lines, composer, search',
    action: { label: 'chat.search', icon: { path: SEARCH }, run: (chat, button) => void (chat as VisioChat).openSearch(button) },
  },
};

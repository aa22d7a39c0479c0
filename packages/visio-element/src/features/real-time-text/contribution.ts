import type { Contribution } from '../../base/contribution.js';

export const realTimeText: Contribution = {
  name: 'real-time-text',
  overlay: {
    load: () => import('./define.js'),
    element: 'visio-real-time-text',
    parts: 'live-lines',
    available: ({ meeting, panel }) => panel.value !== 'chat' && meeting.realTimeText.lines.value.length > 0,
  },
};

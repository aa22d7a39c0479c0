import type { Contribution } from '../../base/contribution.js';

export const reactions: Contribution = {
  name: 'reactions',
  control: {
    label: 'control.reactions',
    icon: 'smile',
    order: 40,
  },
  popup: {
    load: () => import('./reactions-ring.js'),
    element: 'visio-reactions',
  },
  overlay: {
    load: () => import('./display/display-ring.js'),
    element: 'visio-reaction-display',
    available: ({ meeting: { reactions } }) => reactions.shown.value && reactions.latest.value !== null,
  },
};

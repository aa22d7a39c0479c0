import type { Contribution } from '../../base/contribution.js';

export const notices: Contribution = {
  name: 'notices',
  settings: {
    title: 'notices.title',
    icon: 'alert',
    order: 40,
    load: () => import('./settings-ring.js'),
    element: 'visio-notices-settings',
  },
};

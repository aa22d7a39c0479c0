import type { Contribution } from '../../base/contribution.js';

export const statistics: Contribution = {
  name: 'statistics',
  control: { label: 'statistics.title', icon: { path: 'M6.5 20V11M12 20V4.5M17.5 20V14M20.5 20H3.5' }, place: 'menu', order: 110 },
  dialog: { title: 'statistics.title', size: 'large', load: () => import('./define.js'), element: 'visio-statistics' },
};

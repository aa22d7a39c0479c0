import type { Contribution } from '../../base/contribution.js';

export const statistics: Contribution = {
  name: 'statistics',
  control: { label: 'statistics.title', icon: { path: 'M4 20V10M10 20V4M16 20v-8M21 20H3' }, place: 'menu', order: 110 },
  dialog: { title: 'statistics.title', size: 'large', load: () => import('./define.js'), element: 'visio-statistics' },
};

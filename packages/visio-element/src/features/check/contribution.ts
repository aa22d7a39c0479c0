import type { Contribution } from '../../base/contribution.js';

export const check: Contribution = {
  name: 'check',
  control: { label: 'lobby.check', icon: { path: 'M4 12.5a8 8 0 1 1 2.5 5.8M8.5 12l2.6 2.6L16 9.5' }, place: 'menu', order: 120 },
  dialog: { title: 'check.title', load: () => import('./define.js'), element: 'visio-check' },
};

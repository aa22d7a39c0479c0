import type { Contribution } from '../../base/contribution.js';

export const check: Contribution = {
  name: 'check',
  control: { label: 'lobby.check', icon: { path: 'R3.5 3.5 20.5 20.5 12M8 12.3L10.7 15L16 9.5' }, place: 'menu', order: 120 },
  dialog: { title: 'check.title', load: () => import('./define.js'), element: 'visio-check' },
};

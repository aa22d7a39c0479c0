import type { Contribution } from '../../base/contribution.js';

const load = () => import('./shortcuts-ring.js');

const icon = {
  path: 'R3 6 21 18 2M6.5 10H6.6M10.2 10H10.3M13.7 10H13.8M17.4 10H17.5M8.5 14H15.5',
};

export const shortcuts: Contribution = {
  name: 'shortcuts',
  control: { label: 'shortcuts.title', icon, place: 'menu', order: 130 },
  dialog: { title: 'shortcuts.title', load, element: 'visio-shortcuts-sheet' },
  settings: { title: 'shortcuts.title', icon, order: 50, load, element: 'visio-shortcuts-settings' },
};

import type { Contribution } from '../../base/contribution.js';

const load = () => import('./shortcuts-ring.js');

const icon = {
  path: 'M4.5 6.5h15A1.5 1.5 0 0 1 21 8v8a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16V8a1.5 1.5 0 0 1 1.5-1.5zM6.5 10h.01M10.2 10h.01M13.8 10h.01M17.5 10h.01M8.5 14h7',
};

export const shortcuts: Contribution = {
  name: 'shortcuts',
  control: { label: 'shortcuts.title', icon, place: 'menu', order: 130 },
  dialog: { title: 'shortcuts.title', load, element: 'visio-shortcuts-sheet' },
  settings: { title: 'shortcuts.title', icon, order: 50, load, element: 'visio-shortcuts-settings' },
};

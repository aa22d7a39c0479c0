import type { Contribution } from '../../base/contribution.js';

/** Fetched when the first menu opens. */
let lazy: typeof import('./actions.js') | null = null;

export const layout: Contribution = {
  name: 'layout',
  control: {
    label: 'control.layout',
    icon: { path: 'R3.5 5 13 19 1.5R16 5 20.5 10.5 1R16 13.5 20.5 19 1' },
    place: 'menu',
    order: 70,
  },
  popup: { load: () => import('./define.js'), element: 'visio-layout-options' },
  async loadActions() {
    lazy = await import('./actions.js');
  },
  actions: (view, id) => lazy?.actions(view, id) ?? [],
};

import type { Contribution } from '../../base/contribution.js';

/** Fetched when the first menu opens. */
let lazy: typeof import('./actions.js') | null = null;

export const layout: Contribution = {
  name: 'layout',
  control: {
    label: 'control.layout',
    icon: { path: 'M4 5.5h9v13H4zM16 5.5h4v5.5h-4zM16 13.5h4v5h-4z' },
    place: 'menu',
    order: 70,
  },
  popup: { load: () => import('./define.js'), element: 'visio-layout-options' },
  async loadActions() {
    lazy = await import('./actions.js');
  },
  actions: (view, id) => lazy?.actions(view, id) ?? [],
};

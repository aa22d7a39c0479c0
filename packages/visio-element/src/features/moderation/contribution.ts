import type { Contribution } from '../../base/contribution.js';

/** Fetched when the first menu opens. */
let lazy: typeof import('./actions.js') | null = null;

/** What moderators do: about one in their menu, about all in a dialog. */
export const moderation: Contribution = {
  name: 'moderation',
  control: {
    label: 'moderation.title',
    icon: { path: 'M12 3.5l7 2.5v5.5c0 4.3-2.9 7.4-7 9-4.1-1.6-7-4.7-7-9V6z' },
    place: 'menu',
    order: 95,
    available: ({ meeting }) => meeting.moderation.setRoom.enabled.value,
  },
  dialog: { title: 'moderation.title', load: () => import('./moderation-ring.js'), element: 'visio-moderation' },
  async loadActions() {
    lazy = await import('./actions.js');
  },
  actions: (view, id) => lazy?.actions(view, id) ?? [],
};

/** Asks before someone is removed. */
export const removal: Contribution = {
  name: 'removal',
  dialog: { title: 'moderation.remove.title', load: () => import('./moderation-ring.js'), element: 'visio-removal' },
};

import type { Contribution } from '../../base/contribution.js';

/** Fetched when the first menu opens. */
let lazy: typeof import('./actions.js') | null = null;

/** What moderators do: about one in their menu, about all in a dialog. */
export const moderation: Contribution = {
  name: 'moderation',
  control: {
    label: 'moderation.title',
    icon: { path: 'M12 3.5L19 6V11.5C19 15.8 16.1 18.9 12 20.5C7.9 18.9 5 15.8 5 11.5V6L12 3.5' },
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

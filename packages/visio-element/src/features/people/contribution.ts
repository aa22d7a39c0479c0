import type { Contribution } from '../../base/contribution.js';

export const people: Contribution = {
  name: 'people',
  control: {
    label: 'people.title',
    icon: 'people',
    order: 60,
    // How many are in the meeting stands in the bar already: this is for those who wait.
    badge({ meeting, translator }) {
      const count = meeting.waitingRoom.people.value.length;
      return count > 0 ? { count, words: translator.value.text('people.waitingCount', { count }) } : null;
    },
  },
  panel: {
    title: 'people.title',
    load: () => import('./people-ring.js'),
    element: 'visio-people',
    parts: 'people, person',
  },
  overlay: {
    available: ({ meeting: { people, roster } }) => people.invitation.value !== null && roster.count.value === 1 && roster.localId.value !== null,
    load: () => import('./alone-ring.js'),
    element: 'visio-alone',
  },
};

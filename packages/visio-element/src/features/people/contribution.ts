import type { Contribution } from '../../base/contribution.js';

export const people: Contribution = {
  name: 'people',
  // How many there are stands in the bar already.
  control: { label: 'people.title', icon: 'people', order: 60 },
  panel: {
    title: 'people.title',
    load: () => import('./people-ring.js'),
    element: 'visio-people',
    parts: 'people, person',
  },
};

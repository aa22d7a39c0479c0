import type { Contribution } from '../../base/contribution.js';
import { TELEPHONE } from '../callers/icons.js';

export const dialIn: Contribution = {
  name: 'dial-in',
  control: {
    label: 'dialIn.title',
    icon: { path: TELEPHONE },
    place: 'menu',
    order: 98,
    available: ({ meeting }) => meeting.people.dialIn.value !== null,
  },
  dialog: { title: 'dialIn.title', load: () => import('./define.js'), element: 'visio-dial-in' },
};

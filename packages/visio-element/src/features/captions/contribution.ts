import type { Contribution } from '../../base/contribution.js';
import { tellFailure } from '../../base/tell-failure.js';

const icon = {
  path: 'R3 5.5 21 18.5 2.5M10.5 10.3C9 8.9 6.5 9.9 6.5 12C6.5 14.1 9 15.1 10.5 13.7M17.5 10.3C16 8.9 13.5 9.9 13.5 12C13.5 14.1 16 15.1 17.5 13.7',
};

export const captions: Contribution = {
  name: 'captions',
  control: {
    label: ({ meeting, translator }) => translator.value.text(`captions.${meeting.captions.enabled.value ? 'hide' : 'show'}`),
    icon,
    order: 45,
    pressed: ({ meeting }) => meeting.captions.enabled.value,
    busy: ({ meeting }) => meeting.captions.setEnabled.pending.value,
    available: ({ meeting }) => meeting.captions.available.value,
    run: ({ meeting }) => void meeting.captions.setEnabled(!meeting.captions.enabled.peek()).catch(tellFailure(meeting)),
  },
  overlay: {
    load: () => import('./strip/captions-ring.js'),
    element: 'visio-captions',
    parts: 'captions',
    available: ({ meeting }) => meeting.captions.enabled.value,
  },
  settings: {
    title: 'captions.title',
    icon,
    order: 45,
    load: () => import('./settings/captions-settings-ring.js'),
    element: 'visio-captions-settings',
  },
};

/** Lines of text. */
export const LIST = 'M4 5H20M4 9.7H15M4 14.3H20M4 19H11';

/** Everything that was said so far. */
export const captionList: Contribution = {
  name: 'caption-list',
  control: {
    label: 'captions.all',
    icon: { path: LIST },
    place: 'menu',
    order: 46,
    available: ({ meeting }) => meeting.captions.available.value,
  },
  panel: {
    title: 'captions.all',
    load: () => import('./list/caption-list-ring.js'),
    element: 'visio-caption-list',
    parts: 'lines, line, mark',
  },
};

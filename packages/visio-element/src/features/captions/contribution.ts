import type { Contribution } from '../../base/contribution.js';
import { tellFailure } from '../../base/tell-failure.js';

const icon = {
  path: 'M5.5 5.5h13A2.5 2.5 0 0 1 21 8v8a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 16V8a2.5 2.5 0 0 1 2.5-2.5zM10.3 10.4a2.2 2.2 0 1 0 0 3.2M17.3 10.4a2.2 2.2 0 1 0 0 3.2',
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
export const LIST = 'M4 6.5h16M4 11h11M4 15.5h16M4 20h7';

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

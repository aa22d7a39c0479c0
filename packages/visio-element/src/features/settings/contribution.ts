import type { Contribution } from '../../base/contribution.js';

/** The dialog in which every feature's page of settings stands. */
export const settings: Contribution = {
  name: 'settings',
  control: {
    label: 'settings.title',
    icon: { path: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z' },
    place: 'menu',
    hasDevices: true,
    order: 100,
  },
  dialog: { title: 'settings.title', size: 'large', load: () => import('./settings-ring.js'), element: 'visio-settings' },
};

export const sound: Contribution = {
  name: 'sound',
  settings: { title: 'settings.sound', icon: 'speaker', order: 10, load: () => import('./settings-ring.js'), element: 'visio-sound-settings' },
};

export const video: Contribution = {
  name: 'video',
  settings: { title: 'settings.video', icon: 'camera', order: 20, load: () => import('./settings-ring.js'), element: 'visio-video-settings' },
};

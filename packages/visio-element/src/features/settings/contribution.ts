import type { Contribution } from '../../base/contribution.js';

/** The dialog in which every feature's page of settings stands. */
export const settings: Contribution = {
  name: 'settings',
  control: {
    label: 'settings.title',
    icon: { path: 'M3.5 7H12.5M17.5 7H20.5M3.5 17H6.5M11.5 17H20.5R12.5 4.5 17.5 9.5 12R6.5 14.5 11.5 19.5 12' },
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

import { signal, type Writable } from 'visio-core/reactive';
import type { Contribution } from '../../base/contribution.js';
import type { MeetingView } from '../../base/visio-element.js';

/** What shows a call apart from its page: a window with elements of ours, or a video that the browser takes out. */
export type SmallWindow = Window | HTMLVideoElement;

export const SMALL_WINDOW = 'M20 10V7Q20 5 18 5H6Q4 5 4 7V17Q4 19 6 19H10R14 14 21 20 1';

/** The small window, and whose call it shows: browsers give a page one at most. */
export const current: Writable<{ readonly view: MeetingView; readonly shown: SmallWindow } | null> = signal(null);

/** Which way there is: a window of its own is for top pages only. Not offered in another site's frame. */
export function way(): 'document' | 'video' | null {
  if (self === top && 'documentPictureInPicture' in window) return 'document';
  return document.pictureInPictureEnabled && (self === top || frameElement) ? 'video' : null;
}

/** Whether a view's call is in the small window. Reads a signal. */
export const isOpen = (view: MeetingView) => current.value?.view === view;

/** The call in a small window that stays above all others. */
export const pictureInPicture: Contribution = {
  name: 'picture-in-picture',
  control: {
    label: (view) => view.translator.value.text(isOpen(view) ? 'smallWindow.back' : 'smallWindow.open'),
    icon: { path: SMALL_WINDOW },
    place: 'menu',
    order: 80,
    pressed: isOpen,
    available: () => way() !== null,
    run: (view) => void import('./small-window-ring.js').then(({ toggle }) => toggle(view)).catch(() => undefined),
  },
  overlay: { available: isOpen, load: () => import('./small-window-ring.js'), element: 'visio-small-window-note' },
};

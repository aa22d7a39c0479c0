import { signal, type Writable } from 'visio-core/reactive';
import type { Contribution } from '../../base/contribution.js';
import type { MeetingView } from '../../base/visio-element.js';

/** What shows a call apart from its page: a window with elements of ours, or a video that the browser takes out. */
export type SmallWindow = Window | HTMLVideoElement;

export const SMALL_WINDOW = 'M20 10V7a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h4M14 14h7v6h-7z';

const windows = new WeakMap<MeetingView, Writable<SmallWindow | null>>();

/** The small window of a view, while there is one. */
export function smallWindowOf(view: MeetingView): Writable<SmallWindow | null> {
  let found = windows.get(view);
  if (!found) windows.set(view, (found = signal<SmallWindow | null>(null)));
  return found;
}

/** Which way there is: a window of its own is for top pages only. Not offered in another site's frame. */
export function way(): 'document' | 'video' | null {
  if (self === top && 'documentPictureInPicture' in window) return 'document';
  return document.pictureInPictureEnabled && (self === top || frameElement) ? 'video' : null;
}

const isOpen = (view: MeetingView) => smallWindowOf(view).value !== null;

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

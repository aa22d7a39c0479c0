import type { MeetingView } from '../../base/visio-element.js';
import { current, way } from './contribution.js';

/** Document Picture-in-Picture (W3C), not in TypeScript's DOM library yet. */
interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

/** The size that is asked for, in CSS pixels; a person may change it, and the browser then keeps theirs. */
const SIZE = { width: 360, height: 420 };

/** Opens the small window, or closes it. Call it in a click. */
export async function toggle(view: MeetingView): Promise<void> {
  if (current.peek()?.view === view) return close(view);
  const opened = way() === 'document' ? await openWindow() : await (await import('./take-out-video.js')).takeOutVideo(view);
  const closing = opened instanceof HTMLVideoElement ? 'leavepictureinpicture' : 'pagehide';
  // By whatever way: our own button, the browser's, another page's small window, the end of the call.
  opened.addEventListener(closing, () => {
    if (current.peek()?.shown === opened) current.value = null;
  });
  current.value = { view, shown: opened };
}

/** Closes the small window if it shows the call of `view`. */
export function close(view: MeetingView): void {
  const now = current.peek();
  if (now?.view !== view) return;
  const { shown } = now;
  if (!(shown instanceof HTMLVideoElement)) shown.close();
  else if (document.pictureInPictureElement === shown) void document.exitPictureInPicture().catch(() => undefined);
}

function openWindow(): Promise<Window> {
  const { documentPictureInPicture } = window as unknown as { documentPictureInPicture: DocumentPictureInPicture };
  return documentPictureInPicture.requestWindow(SIZE);
}

import type { MeetingView } from '../../base/visio-element.js';
import { smallWindowOf, way, type SmallWindow } from './contribution.js';

/** Document Picture-in-Picture (W3C), not in TypeScript's DOM library yet. */
interface DocumentPictureInPicture {
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

/** The size that is asked for, in CSS pixels; a person may change it, and the browser then keeps theirs. */
const SIZE = { width: 360, height: 420 };

/** Opens the small window, or closes it. Call it in a click. */
export async function toggle(view: MeetingView): Promise<void> {
  const shown = smallWindowOf(view);
  const now = shown.peek();
  if (now) return close(now);
  const opened = way() === 'document' ? await openWindow() : await (await import('./take-out-video.js')).takeOutVideo(view);
  const closing = opened instanceof HTMLVideoElement ? 'leavepictureinpicture' : 'pagehide';
  // By whatever way: our own button, the browser's, another page's small window, the end of the call.
  opened.addEventListener(closing, () => {
    if (shown.peek() === opened) shown.value = null;
  });
  shown.value = opened;
}

export function close(shown: SmallWindow): void {
  if (!(shown instanceof HTMLVideoElement)) shown.close();
  else if (document.pictureInPictureElement === shown) void document.exitPictureInPicture().catch(() => undefined);
}

function openWindow(): Promise<Window> {
  const { documentPictureInPicture } = window as unknown as { documentPictureInPicture: DocumentPictureInPicture };
  return documentPictureInPicture.requestWindow(SIZE);
}

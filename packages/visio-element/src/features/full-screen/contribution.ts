import { signal, type Writable } from 'visio-core/reactive';
import type { Contribution } from '../../base/contribution.js';
import type { MeetingView } from '../../base/visio-element.js';

/** Counts what each element is told of full screen: browsers tell it of itself, and the page keeps no listener of ours. */
const changes = new WeakMap<HTMLElement, Writable<number>>();

/** Whether the meeting fills the screen: by its button, or the host's own code. Reads signals. */
function isFull({ element }: MeetingView): boolean {
  if (!element) return false;
  let count = changes.get(element);
  if (!count) {
    const made = (count = signal(0));
    changes.set(element, made);
    element.addEventListener('fullscreenchange', () => made.value++);
  }
  void count.value;
  return element.matches(':fullscreen');
}

/** The whole meeting over the whole screen. Not offered where a browser has that for videos only, as on iPhones, nor in a frame without leave. */
export const fullScreen: Contribution = {
  name: 'full-screen',
  control: {
    label: (view) => view.translator.value.text(isFull(view) ? 'fullScreen.leave' : 'fullScreen.enter'),
    icon: (view) => ({ path: isFull(view) ? 'M4 8.5H8.5V4M20 8.5H15.5V4M15.5 20V15.5H20M8.5 20V15.5H4' : 'M8.5 4H4V8.5M15.5 4H20V8.5M20 15.5V20H15.5M4 15.5V20H8.5' }),
    place: 'menu',
    order: 90,
    pressed: isFull,
    available: ({ element }) => Boolean(element && document.fullscreenEnabled),
    run: ({ element }) => void (document.fullscreenElement ? document.exitFullscreen() : element!.requestFullscreen()).catch(() => undefined),
  },
};

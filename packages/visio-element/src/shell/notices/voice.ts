import type { MeetingView } from '../../base/visio-element.js';

/** How long, in milliseconds, words stay where a screen reader finds them. */
const KEPT = 10_000;

const regions = new WeakMap<MeetingView, HTMLElement>();

/** Makes `region`, a part of a live region, the one in which a view speaks, until the returned function is called. */
export function giveVoice(view: MeetingView, region: HTMLElement): () => void {
  regions.set(view, region);
  return () => {
    if (regions.get(view) === region) regions.delete(view);
  };
}

/** Has a screen reader say `words`, after what it is saying. It is no reason to render: the page changes directly. */
export function say(view: MeetingView, words: string): void {
  const line = document.createElement('p');
  line.textContent = words;
  regions.get(view)?.append(line);
  setTimeout(() => line.remove(), KEPT);
}

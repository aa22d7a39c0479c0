// What every page offers to the bench, and what it gets from it.

/**
 * @typedef {object} Entry how to get into the room
 * @property {string} url
 * @property {string} token
 * @property {boolean} devices whether microphone and camera are opened and published
 */

/**
 * @typedef {object} Shown one person as the page shows them; the marks are read from the page, not from the room
 * @property {string} name
 * @property {boolean} muted
 * @property {boolean} speaking
 * @property {boolean} poor whether a mark tells of a weak connection
 */

/**
 * @typedef {object} BenchPage
 * @property {(entry: Entry) => Promise<void>} lobby shows what comes before the call, and loads what a call needs
 * @property {() => Promise<void>} join from there; calls `connected`
 * @property {(devices: boolean) => Promise<void>} direct into the call with no lobby; asks for `credentials` itself, and
 *   calls `connected`
 * @property {() => Promise<import('livekit-client').Room>} room once connected
 * @property {() => Shown[]} shown without the local participant; empty where there is no interface
 * @property {(direction: 'next' | 'previous') => void} turn a click on the page's own button
 * @property {(on: boolean) => void} [pin] makes one of those shown large, and lets them go again; absent where there is no such thing
 * @property {(open: boolean) => Promise<void>} [people] opens and closes the list of everyone; absent where there is none
 * @property {() => Promise<void>} openChat
 * @property {() => void} closeChat
 * @property {() => Promise<void>} [openSearch] in the chat; absent where there is none
 * @property {(words: string) => void} [search] as one letter more is written
 * @property {() => number} [found] how many messages the page says were found
 * @property {() => void} [closeSearch]
 * @property {() => string} lastMessage the text of the last message that the page shows; empty when there is none
 */

export const me = 'Bench';

/** What La Suite Meet and our element set. */
export const roomOptions = { adaptiveStream: true, dynacast: true };

export const stage = /** @type {HTMLElement} */ (document.querySelector('#root'));

/** Whether there is such a thing to be seen. @param {Element | null} mark */
export const isSeen = (mark) => mark !== null && mark.getClientRects().length > 0;

/** As a host asks its backend. */
export async function credentials() {
  const response = await fetch('/token', { method: 'POST' });
  return response.json();
}

/** Call it as soon as a host could know. */
export function connected() {
  /** @type {any} */ (window).marks.connected ??= performance.now();
}

/** @param {BenchPage} page */
export function offer(page) {
  Object.assign(window, { page });
  // A cold start: from a click on a link into the call.
  if (location.hash.startsWith('#direct')) void page.direct(location.hash === '#direct+devices');
}

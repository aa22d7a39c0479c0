import { isVisioError, VisioError } from '../../errors/visio-error.js';
import type { Api } from './http.js';
import { parsePlace, type Entry, type LobbyPlace } from './parse.js';
import { wait } from './wait.js';

/** How often one asks, in milliseconds: a place is lost after 3 s without asking. Never oftener. */
const EVERY = 1000;

/** How long one waits before giving up, in milliseconds: as in La Suite Meet. */
const PATIENCE = 600_000;

/** How many times in a row asking may fail, once it has worked. */
const FAILURES = 3;

const PASSING = ['BACKEND_UNREACHABLE', 'BACKEND_FAILED'];

export interface Wait {
  readonly api: Api;
  readonly roomId: string;
  readonly name: string;
  readonly signal: AbortSignal;
  readonly onWaiting?: (() => void) | undefined;
}

/**
 * Waits until someone lets this person in. The place is known by a cookie; where the browser keeps it back, each question
 * makes another place in the list that others look at, so the second answer ends it.
 */
export async function waitForEntry({ api, roomId, name, signal, onWaiting }: Wait): Promise<Entry> {
  const end = performance.now() + PATIENCE;
  let id: string | null = null;
  let failures = 0;

  async function ask(): Promise<LobbyPlace | null> {
    try {
      // A page that may not write with a session (CSRF) may not do so as one who waits either.
      const { body } = await api({
        method: 'POST',
        path: `rooms/${roomId}/request-entry/`,
        body: { username: name },
        signal,
        patience: 60,
        codes: { 403: 'BACKEND_UNREACHABLE', 404: 'ROOM_NOT_FOUND' },
      });
      const place = parsePlace(body);
      failures = 0;
      return place;
    } catch (cause) {
      if (id === null || !isVisioError(cause) || !PASSING.includes(cause.code) || ++failures >= FAILURES) throw cause;
      return null;
    }
  }

  for (;;) {
    const asked = performance.now();
    const place = await ask();
    if (place) {
      if (id !== null && place.id !== id) throw new VisioError('COOKIES_BLOCKED', 'The browser keeps the cookie of the waiting room back from this page.');
      if (place.entry) return place.entry;
      if (place.status === 'denied') throw new VisioError('ENTRY_REFUSED', 'Someone in the meeting refused.');
      if (id === null) onWaiting?.();
      id = place.id;
    }
    if (performance.now() >= end) throw new VisioError('ENTRY_TIMED_OUT', 'Nobody answered for ten minutes.');
    await wait(Math.max(0, asked + EVERY - performance.now()), signal);
  }
}

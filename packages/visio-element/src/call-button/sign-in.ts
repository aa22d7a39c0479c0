/**
 * A new room for who is not signed in, on a page of the Visio's own origin: its window signs them in and makes it. It is the
 * window of La Suite Meet's own SDK, with its messages, which go to pages of its origin only; for all others there is
 * `sign-in-frame.ts`.
 *
 * Signing in takes that window through other sites, which may cut what ties it to us. It says by which name it is going to
 * make the room before, and we ask for it.
 */
import { VisioError } from 'visio-core';
import type { CallRoom } from './events.js';
import { asObject, isSlug, roomAt } from './room-message.js';

/** The types of the window's messages. */
const CALLBACK_ID = 0;
const ROOM_DATA = 1;

/** How often the room is asked for, and for how long, in milliseconds: that long the server keeps it. */
const EVERY = 1000;
const PATIENCE = 10 * 60_000;

/** How long a window that was closed may still have made a room, in milliseconds. */
const AFTER_CLOSING = 3000;

/** Opens the window. To be called while a click lasts; `null` when the browser blocked it. */
export function openSignIn(server: string): Window | null {
  const address = new URL('/sdk/create-popup', server);
  const left = Math.max(0, Math.round(screenX + (outerWidth - 600) / 2));
  const popup = window.open(address.href, 'CreatePopupWindow', `popup,width=600,height=800,left=${left},top=100`);
  popup?.focus();
  return popup;
}

/** Resolves to the room that the window made. Rejects when it was closed without, or took too long; abort `signal` closes it. */
export function awaitRoom(popup: Window, server: string, signal: AbortSignal): Promise<CallRoom> {
  const { origin } = new URL(server);
  const end = new AbortController();
  return new Promise<CallRoom>((resolve, reject) => {
    let callbackId: string | null = null;
    let closedAt: number | null = null;
    let isAsking = false;
    const began = Date.now();
    const done = (slug: string) => resolve(roomAt(origin, slug));

    const onMessage = ({ data, source, origin: from }: MessageEvent<unknown>) => {
      // Who sent it is what the browser says. `source` in the data is what the sender says, and the type of a message.
      if (source !== popup || from !== origin) return;
      const { type, source: says, callbackId: id, room } = asObject(data);
      if (says !== origin) return;
      if (type === CALLBACK_ID && typeof id === 'string' && id !== '' && id.length <= 200) callbackId = id;
      const { slug } = asObject(room);
      if (type === ROOM_DATA && isSlug(slug)) done(slug);
    };

    const ask = async () => {
      if (signal.aborted) return;
      if (popup.closed) closedAt ??= Date.now();
      // A window that went to another site may look closed: as long as there is a name to ask by, asking goes on.
      const patience = callbackId === null && closedAt !== null ? closedAt + AFTER_CLOSING : began + PATIENCE;
      if (Date.now() > patience) return reject(new VisioError('SIGN_IN_REQUIRED', 'Nobody signed in.'));
      if (callbackId === null || isAsking) return;
      isAsking = true;
      const slug = await fetchRoom(origin, callbackId, end.signal);
      isAsking = false;
      if (slug !== null) done(slug);
    };

    window.addEventListener('message', onMessage, { signal: end.signal });
    const timer = setInterval(() => void ask(), EVERY);
    end.signal.addEventListener('abort', () => clearInterval(timer));
    signal.addEventListener('abort', () => reject(new VisioError('COMMAND_DISABLED', 'Signing in was given up.')), { once: true });
  }).finally(() => {
    end.abort();
    popup.close();
  });
}

/** The room that was made under a name; `null` as long as there is none. What fails is asked again. */
async function fetchRoom(origin: string, callbackId: string, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(`${origin}/api/v1.0/rooms/creation-callback/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ callback_id: callbackId }),
      credentials: 'omit',
      signal,
    });
    if (!response.ok) return null;
    const { slug } = asObject(asObject(await response.json())['room']);
    return isSlug(slug) ? slug : null;
  } catch {
    return null;
  }
}

// The waiting room: one asks again and again, a host lets in or not, and the one who asks is told at their next asking.
// Who waits is known by a cookie, and forgotten when they stop asking.
import { randomUUID } from 'node:crypto';
import { colourOf } from './colour.mjs';
import { boolean, check, text, uuid } from './fields.mjs';
import { reply } from './http.mjs';
import { Failed } from './livekit.mjs';

const cookieName = 'lobbyParticipantId';

/** @typedef {{ status: 'waiting' | 'accepted' | 'denied', username: string, id: string, color: string }} Waiting */

/** @param {import('./index.mjs').Meet} meet */
export function serveLobby({ serve, rooms, livekit, memory, throttle, settings, who }) {
  const { lobby } = settings;
  const by = [who.session];
  /**
   * @param {string} room
   * @param {string} id
   */
  const keyOf = (room, id) => `lobby ${room} ${id}`;

  serve('/rooms/:room/request-entry/', {
    allow: 'POST, OPTIONS',
    by,
    throttle({ user, cookie }) {
      const known = user?.id ?? cookie(cookieName);
      if (known) throttle('request_entry', known);
    },
    async post(ask) {
      const { username } = check(await ask.body(), { username: text() });
      const room = rooms.require(ask);
      const id = ask.cookie(cookieName) || randomUUID();
      const key = keyOf(room.id, id);
      const found = /** @type {Waiting | undefined} */ (memory.get(key));
      const goesIn = rooms.admits(room, ask.user);
      if (found?.status === 'waiting') memory.touch(key, lobby.waitingSeconds);
      const one = goesIn ? { ...(found ?? known(id, username)), status: 'accepted' } : (found ?? (await wait(room.id, id, username)));
      const who = { user: ask.user, username, participantId: id, colour: one.color };
      const credentials = one.status === 'accepted' ? await rooms.credentials(room, who) : null;
      return reply(
        { status: one.status, username: one.username, id: one.id, color: one.color, livekit: credentials },
        200,
        { cookies: [`${cookieName}=${encodeURIComponent(id)}; HttpOnly; Path=/; SameSite=Lax; Secure`] },
      );
    },
  });

  serve('/rooms/:room/waiting-participants/', {
    allow: 'GET, HEAD, OPTIONS',
    by,
    permit: ({ user }) => user !== null,
    get(ask) {
      const room = rooms.requireLed(ask);
      if (room.access_level === 'public') return reply({ participants: [] });
      const all = memory.keys(keyOf(room.id, '')).map((key) => /** @type {Waiting | undefined} */ (memory.get(key)));
      return reply({ participants: all.filter((one) => one?.status === 'waiting') });
    },
  });

  serve('/rooms/:room/enter/', {
    allow: 'POST, OPTIONS',
    by,
    permit: ({ user }) => user !== null,
    async post(ask) {
      const { participant_id: id, allow_entry: allowed } = check(await ask.body(), { participant_id: uuid, allow_entry: boolean });
      const room = rooms.requireLed(ask);
      if (room.access_level === 'public') return reply({ message: 'Room has no lobby system.' }, 404);
      const key = keyOf(room.id, id);
      const found = /** @type {Waiting | undefined} */ (memory.get(key));
      if (!found) return reply({ message: 'Participant not found.' }, 404);
      memory.set(key, { ...found, status: allowed ? 'accepted' : 'denied' }, allowed ? lobby.acceptedSeconds : lobby.deniedSeconds);
      return reply({ message: 'Participant was updated.' });
    },
  });

  /**
   * @param {string} room
   * @param {string} id
   * @param {string} username
   */
  async function wait(room, id, username) {
    const one = known(id, username);
    await livekit.notify(room, { type: lobby.notification }).catch((error) => {
      if (!(error instanceof Failed)) throw error;
    });
    memory.set(keyOf(room, id), one, lobby.waitingSeconds);
    return one;
  }

  return {
    /** @param {string} room */
    clear(room) {
      for (const key of memory.keys(keyOf(room, ''))) memory.delete(key);
    },
    /**
     * @param {string} room
     * @param {string} id
     */
    forget: (room, id) => memory.delete(keyOf(room, id)),
  };
}

/**
 * @param {string} id
 * @param {string} username
 * @returns {Waiting}
 */
const known = (id, username) => ({ status: 'waiting', username, id, color: colourOf(id) });

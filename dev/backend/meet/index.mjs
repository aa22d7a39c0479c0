// La Suite Meet's API, as far as a call needs it, for development: the same paths, answers and rules on a database of
// its own and a real livekit-server. What is known of that API is in the conformance suite, which this passes.
import { randomBytes } from 'node:crypto';
import { serveAccesses } from './accesses.mjs';
import { serveAddons } from './addons.mjs';
import { serveConfig } from './config.mjs';
import { openDatabase } from './database.mjs';
import { serveDiagnostics } from './diagnostics.mjs';
import { serveExternal } from './external.mjs';
import { serveFiles } from './files.mjs';
import { createRoutes, page } from './http.mjs';
import { serveInvitations } from './invitations.mjs';
import { createLivekit } from './livekit.mjs';
import { serveLobby } from './lobby.mjs';
import { createMemory, createThrottle } from './memory.mjs';
import { serveModeration } from './moderation.mjs';
import { serveRecordings } from './recordings.mjs';
import { refusals } from './refused.mjs';
import { serveRoomkit } from './roomkit.mjs';
import { createRoomStore } from './room-store.mjs';
import { serveRooms } from './rooms.mjs';
import { serveSessions } from './sessions.mjs';
import { serveSubtitles } from './subtitles.mjs';
import { serveUsers } from './users.mjs';
import { serveWebhooks } from './webhooks.mjs';
import { createWho } from './who.mjs';

/**
 * @typedef {object} Meet what the parts of the API share
 * @property {import('hono').Hono} app
 * @property {ReturnType<typeof createRoutes>['serve']} serve
 * @property {import('./database.mjs').Database} db
 * @property {import('./memory.mjs').Clock} clock
 * @property {import('./memory.mjs').Memory} memory
 * @property {(scope: keyof import('./settings.mjs').Settings['throttles'], who: string) => void} throttle
 * @property {import('./settings.mjs').Settings} settings
 * @property {import('./livekit.mjs').Livekit} livekit
 * @property {import('./room-store.mjs').RoomStore} rooms
 * @property {import('./who.mjs').Who} who
 */

/**
 * @param {object} options
 * @param {import('../index.mjs').LivekitAccess} [options.livekit] without one, all that needs it fails as it does where it is down
 * @param {import('./settings.mjs').Settings} options.settings
 * @param {import('./memory.mjs').Clock} options.clock
 * @param {import('../egress.mjs').Egress} options.egress
 * @param {string} [options.database] the file it is kept in; in memory by default
 */
export function createMeet({ livekit: access, settings, clock, egress, database = ':memory:' }) {
  const { app, serve } = createRoutes();
  const db = openDatabase(database, settings);
  const livekit = createLivekit(access ?? { url: 'ws://127.0.0.1:9', apiKey: 'dev', apiSecret: randomBytes(32).toString('hex') }, settings);
  const throttles = createThrottle(clock);
  const known = { app, serve, db, clock, settings, livekit, memory: createMemory(clock) };
  /** @type {Meet} */
  const meet = {
    ...known,
    rooms: createRoomStore(known),
    throttle(scope, who) {
      const seconds = throttles.refuse(`${scope} ${who}`, settings.throttles[scope]);
      if (seconds !== undefined) throw refusals.throttled(seconds);
    },
    who: /** @type {any} */ (undefined),
  };
  meet.who = createWho(meet);

  serveConfig(meet);
  serveUsers(meet);
  const lobby = serveLobby(meet);
  serveWebhooks(meet, lobby);
  serveRooms(meet);
  serveModeration(meet, lobby);
  serveRecordings(meet, egress);
  serveSubtitles(meet);
  serveInvitations(meet);
  serveDiagnostics(meet);
  serveAccesses(meet);
  serveAddons(meet);
  serveRoomkit(meet);
  const { storage } = serveFiles(meet);
  const sessions = serveSessions(meet);
  const external = createRoutes();
  serveExternal({ ...meet, ...external });
  for (const routes of [app, external.app]) routes.all('*', (c) => c.html(page('Not Found'), 404));

  return { ...meet, sessions, external: external.app, storage };
}

// The development backend: La Suite Meet's API, LiveKit's token endpoint, and the demo with the built element. On
// loopback only, and for development only: it lets everyone be whom they say, and gives a token to whoever asks.
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { once } from 'node:events';
import { controls } from './controls.mjs';
import { createEgress } from './egress.mjs';
import { cors } from './meet/cors.mjs';
import { createMeet } from './meet/index.mjs';
import { createClock } from './meet/memory.mjs';
import { createSettings } from './meet/settings.mjs';
import { createMisbehaviour } from './misbehaviour.mjs';
import { sdk } from './sdk.mjs';
import { guardHost, guardOrigin, securityHeaders } from './security.mjs';
import { signIn } from './sign-in.mjs';
import { staticFiles } from './static.mjs';
import { tokenRooms } from './token-rooms.mjs';
import { tokens } from './token.mjs';

/**
 * @typedef {{ url: string, apiKey: string, apiSecret: string }} LivekitAccess
 *   where the livekit-server is, and its keys
 */

/**
 * @param {object} options
 * @param {LivekitAccess} [options.livekit] without one, no tokens are given
 * @param {number} [options.port] any free one by default
 * @param {number} [options.tries] how many ports to try, counting up, when one is taken
 * @param {import('./meet/settings.mjs').Changes} [options.settings] of La Suite Meet, where they differ from the defaults
 * @param {string} [options.database] the file it is kept in; in memory by default
 * @param {readonly string[]} [options.connectTo] further origins that pages of ours may reach
 * @param {boolean} [options.demo] false: without the demo, so that nothing needs to be built
 */
export async function startBackend({ livekit, port = 0, tries = 1, settings: changes, database, connectTo, demo = true }) {
  const settings = createSettings(changes);
  const clock = createClock();
  const misbehaviour = createMisbehaviour();
  const egress = createEgress(() => settings.recording.egress);
  const meet = createMeet({ ...(livekit && { livekit }), settings, clock, egress, ...(database && { database }) });
  if (livekit) {
    egress.connect({
      url: livekit.url,
      token: meet.livekit.recorderToken,
      deliver: async (body) =>
        meet.app.request('/rooms/webhooks-livekit/', { method: 'POST', headers: { authorization: await meet.livekit.signWebhook(body) }, body }),
    });
  }

  const app = new Hono();
  app.use(securityHeaders(livekit?.url, connectTo));
  app.use(guardHost);
  for (const path of ['/api/v1.0/*', '/external-api/*']) {
    app.use(path, (c, next) => (settings.allowedOrigins ? next() : guardOrigin(c, next)));
    app.use(path, cors(() => settings.allowedOrigins ?? []));
    app.use(path, misbehaviour.middleware);
  }
  app.route('/api/v1.0', meet.app);
  app.route('/external-api/v1.0', meet.external);
  app.use(guardOrigin);
  app.route('/', meet.storage());
  app.route('/api', tokens(livekit));
  app.route('/api/rooms', tokenRooms(livekit));
  app.route('/dev', signIn(meet));
  app.route('/dev', controls({ rooms: meet.rooms, egress, misbehaviour }));
  if (demo) app.route('/sdk', sdk());
  if (demo) app.route('/', staticFiles());
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    console.error(error);
    return c.json({ error: 'The development backend failed: see its output.' }, 500);
  });

  let server = await listen(app, port, tries);
  const taken = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  let running = true;

  /** @param {string} nick */
  function person(nick) {
    const user = meet.db.get('SELECT * FROM users WHERE nick = ?', nick);
    if (!user) throw new Error(`Nobody here is called "${nick}".`);
    return user;
  }

  async function stop() {
    if (!running) return;
    running = false;
    misbehaviour.misbehave();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    settings,
    clock,
    stop,
    /** Answers again, at the same port, and knows what it knew. */
    async restart() {
      await stop();
      server = await listen(app, taken, 1);
      running = true;
    },
    misbehave: misbehaviour.misbehave,
    requests: misbehaviour.seen,
    /**
     * @param {string} key id or name of a room
     * @param {import('./egress.mjs').Report} report
     */
    async egress(key, report) {
      const room = meet.rooms.find(key);
      if (!room) throw new Error(`There is no room "${key}".`);
      await egress.play(room.id, report);
    },
    /**
     * Makes a room, as its owner would.
     * @param {string} name
     * @param {{ owner?: string, access_level?: string, configuration?: unknown }} [more] the owner is Olive by default
     * @returns {string} its id; if there is one of that name, of that
     */
    room(name, { owner = 'olive', access_level = settings.rooms.defaultAccessLevel, configuration = {} } = {}) {
      return (meet.rooms.find(name) ?? meet.rooms.create({ name, access_level, configuration }, person(owner))).id;
    },
    /**
     * @param {string} nick of someone of this backend, such as `olive`
     * @returns {Record<'sessionid' | 'csrftoken', string>} the cookies of a new session of theirs
     */
    signIn(nick) {
      const pairs = meet.sessions.begin(person(nick)).map((cookie) => /** @type {string} */ (cookie.split(';')[0]).split('='));
      return /** @type {Record<'sessionid' | 'csrftoken', string>} */ (Object.fromEntries(pairs));
    },
    async close() {
      await stop();
      await egress.close();
      meet.db.close();
    },
  };
}

/**
 * @param {Hono} app
 * @param {number} port
 * @param {number} tries
 * @returns {Promise<import('node:http').Server>}
 */
async function listen(app, port, tries) {
  const server = /** @type {import('node:http').Server} */ (createAdaptorServer({ fetch: app.fetch }));
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
    if (tries <= 1) {
      throw new Error(`Port ${port} is taken by another program. Choose one with --port.`, { cause: error });
    }
    return listen(app, port + 1, tries - 1);
  }
  return server;
}

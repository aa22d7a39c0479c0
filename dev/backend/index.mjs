// The development backend: tokens, and the demo with the built element. On loopback only, and for development
// only: it gives a token to whoever asks.
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { once } from 'node:events';
import { rooms } from './rooms.mjs';
import { guardOrigin, securityHeaders } from './security.mjs';
import { staticFiles } from './static.mjs';
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
 */
export async function startBackend({ livekit, port = 0, tries = 1 }) {
  const app = new Hono();
  app.use(securityHeaders(livekit?.url));
  app.use(guardOrigin);
  app.route('/api', tokens(livekit));
  app.route('/api/v1.0/rooms', rooms(livekit));
  app.route('/', staticFiles());
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    console.error(error);
    return c.json({ error: 'The development backend failed: see its output.' }, 500);
  });

  const { server, port: taken } = await listen(app, port, tries);
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * @param {Hono} app
 * @param {number} port
 * @param {number} tries
 * @returns {Promise<{ server: import('node:http').Server, port: number }>}
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
  return { server, port: /** @type {import('node:net').AddressInfo} */ (server.address()).port };
}

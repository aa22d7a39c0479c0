// Serves the built pages as a host would: compressed, at once, and noting what was asked for. Gives out ways into
// rooms of the livekit-server.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { AccessToken } from 'livekit-server-sdk';
import { sites } from './build.mjs';

/**
 * @typedef {object} Served
 * @property {string} path `/visio/page.js`
 * @property {number} gzip
 * @property {number} brotli
 */

/** @typedef {Awaited<ReturnType<typeof startServer>>} BenchServer */

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/**
 * @param {{ url: string, apiKey: string, apiSecret: string } | undefined} livekit
 */
export async function startServer(livekit) {
  const files = readFiles();
  /** @type {Served[]} */
  let log = [];
  let room = 'bench';
  let livekitUrl = livekit?.url ?? '';

  /**
   * A token for `name` in `inRoom`, and where to go with it. One who is hidden sees the others, and is not seen by them.
   * @param {string} [name]
   * @param {string} [inRoom]
   * @param {{ hidden?: boolean }} [options]
   */
  async function access(name = randomUUID(), inRoom = room, { hidden = false } = {}) {
    if (!livekit) throw new Error('There is no livekit-server.');
    const token = new AccessToken(livekit.apiKey, livekit.apiSecret, { identity: name, name });
    token.addGrant({ roomJoin: true, room: inRoom, hidden, canPublish: true, canSubscribe: true, canPublishData: true });
    return { url: livekitUrl, token: await token.toJwt() };
  }

  const server = createServer((request, response) => void answer(request, response));

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function answer(request, response) {
    const path = (request.url ?? '/').replace(/[?#].*$/, '').replace(/\/$/, '/index.html');
    if (path === '/token') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(await access()));
      return;
    }
    const file = files.get(path);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    log.push({ path, gzip: file.gzip.length, brotli: file.brotli });
    response.writeHead(200, { 'content-type': file.type, 'content-encoding': 'gzip', 'cache-control': 'no-store' }).end(file.gzip);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    access,
    /** What was served since the last call. */
    takeLog() {
      const taken = log;
      log = [];
      return taken;
    },
    /** The room that `/token` leads to, and by which way. @param {string} name @param {string} [url] */
    useRoom(name, url = livekit?.url ?? '') {
      room = name;
      livekitUrl = url;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Everything is compressed before anything is measured. */
function readFiles() {
  /** @type {Map<string, { type: string, gzip: Buffer, brotli: number }>} */
  const files = new Map();
  for (const name of readdirSync(sites, { recursive: true, encoding: 'utf8' })) {
    const type = types[/** @type {keyof typeof types} */ (extname(name))];
    if (!type) continue;
    const content = readFileSync(join(sites, name));
    files.set(`/${name.replaceAll('\\', '/')}`, { type, gzip: gzipSync(content, { level: 9 }), brotli: brotliCompressSync(content).length });
  }
  return files;
}

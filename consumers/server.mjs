// A host as a consumer has one: files of a folder under a strict policy, and an endpoint that gets tokens for the page.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm' };

/**
 * @param {object} options
 * @param {string} options.folder
 * @param {string} [options.at] the path that it is served under: `/` by default
 * @param {string} [options.tokenUrl] where tokens come from
 * @param {readonly string[]} [options.scripts] what the policy allows scripts from, besides its own host
 * @param {readonly string[]} [options.connections] whom pages may ask
 * @param {readonly string[]} [options.frames] whose pages may be framed
 * @param {boolean} [options.cors] whether pages of other origins may load the files
 * @param {(path: string, text: string) => string} [options.change] what is done to text files before they go out
 * @returns {Promise<{ url: string, origin: string, close: () => Promise<void> }>}
 */
export async function serve({ folder, at = '/', tokenUrl, scripts = [], connections = [], frames = [], cors = false, change = (_, text) => text }) {
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...scripts].join(' '),
    "style-src 'self'",
    "img-src 'self' blob:",
    ["connect-src 'self'", ...connections].join(' '),
    ...(frames.length > 0 ? [['frame-src', ...frames].join(' ')] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

  const server = createServer((request, response) => {
    void answer(request, response).catch((/** @type {Error} */ error) => response.writeHead(500).end(error.message));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const origin = `http://127.0.0.1:${port}`;

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function answer(request, response) {
    const { pathname } = new URL(request.url ?? '/', origin);
    if (request.method === 'POST' && pathname === '/api/token' && tokenUrl) {
      const chunks = await Array.fromAsync(request);
      const from = await fetch(tokenUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body: Buffer.concat(chunks) });
      response.writeHead(from.status, { 'content-type': 'application/json' }).end(await from.text());
      return;
    }
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    if (!pathname.startsWith(at)) return void response.writeHead(404).end();
    const path = normalize(decodeURIComponent(pathname.slice(at.length))).replace(/^[\\/.]+/, '') || 'index.html';
    const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(path))] ?? 'application/octet-stream';
    let content;
    try {
      content = await readFile(join(folder, path));
    } catch {
      return void response.writeHead(404).end();
    }
    response.writeHead(200, {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      ...(cors && { 'access-control-allow-origin': '*' }),
    });
    response.end(/^text\/(html|javascript)/.test(type) ? change(path, content.toString('utf8')) : content);
  }

  return {
    origin,
    url: origin + at,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * A built Next app, served by Next itself.
 * @param {object} options
 * @param {string} options.folder of the app
 * @param {NodeJS.ProcessEnv} options.env
 * @returns {Promise<{ url: string, origin: string, close: () => Promise<void> }>}
 */
export async function serveNext({ folder, env }) {
  const bin = createRequire(join(folder, 'package.json')).resolve('next/dist/bin/next');
  // Node itself, and no shell or npm between: this process is the server.
  const server = spawn(process.execPath, [bin, 'start', '--hostname', '127.0.0.1', '--port', '0'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(server, 'exit');
  let said = '';
  const origin = await new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
        // What it says first is the address; that it is ready comes after.
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (address && said.includes('Ready')) resolve(address);
      });
    }
    server.once('error', reject);
    void ended.then(() => reject(new Error(`Next ended: ${said}`)));
  });
  return {
    origin,
    url: `${origin}/`,
    async close() {
      server.kill();
      await ended;
    },
  };
}

// The demo at / and at addresses of meetings, such as /abc-defg-hij, and the built element at /visio-element/.
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';

const demo = join(root, 'dev/demo');
const bundle = join(root, 'packages/visio-element/dist/bundle');

export function staticFiles() {
  if (!existsSync(join(bundle, 'visio-element.js'))) {
    throw new Error('The element is not built: packages/visio-element/dist/bundle is missing. Run `npm run build`.');
  }
  const prefix = '/visio-element';
  const files = new Hono();
  files.use(`${prefix}/*`, serveStatic({ root: bundle, rewriteRequestPath: (path) => path.slice(prefix.length) }));
  // As La Suite Meet's own pages: whoever is given such a link can open it.
  files.get('/:room{[a-zA-Z]{3}-?[a-zA-Z]{4}-?[a-zA-Z]{3}}', serveStatic({ root: demo, path: 'index.html' }));
  files.use(serveStatic({ root: demo }));
  return files;
}

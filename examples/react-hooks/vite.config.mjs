// Shows the sources, with tokens from the development backend that `npm start` runs.
import { join } from 'node:path';
import { root } from '../../dev/bootstrap.mjs';
import { sources } from '../../dev/workspace.mjs';

export default {
  root: import.meta.dirname,
  resolve: { alias: [...sources].map(([name, file]) => ({ find: new RegExp(`^${name}$`), replacement: join(root, file) })) },
  server: { host: '127.0.0.1', proxy: { '/api': process.env.VISIO_DEMO ?? 'http://127.0.0.1:8080' } },
};

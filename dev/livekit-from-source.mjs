// For rollup: livekit-client from the TypeScript that its package ships, in place of its bundle. That bundle is written for
// browsers of 2017 (every `await` and `?.` spelt out); ours run what it was written in, which is 12 kB gzip less to fetch.
// See docs/decisions/0006.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { transform } from 'esbuild';
import { standInFor } from './livekit-left-out.mjs';

const home = join('node_modules', 'livekit-client');
const source = (/** @type {string} */ root) => join(root, home, 'src') + sep;

/** What livekit-client is made of: one chunk. */
const parts = ['livekit-client', '@livekit/mutex', '@livekit/protocol', '@bufbuild/protobuf', 'events', 'jose', 'loglevel', 'machina', 'sdp', 'sdp-transform', 'typed-emitter', 'webrtc-adapter'];

/** @param {string} id */
export function isPartOfLivekit(id) {
  return parts.some((name) => id.includes(`/node_modules/${name}/`));
}

/**
 * @param {string} root of the checkout
 * @returns {import('rollup').Plugin}
 */
export function livekitFromSource(root) {
  const src = source(root);
  return {
    name: 'livekit-from-source',
    resolveId(specifier, importer) {
      if (specifier === 'livekit-client') return join(src, 'index.ts');
      if (!importer?.startsWith(src) || !specifier.startsWith('.')) return null;
      const path = join(dirname(importer), specifier);
      return [`${path}.ts`, join(path, 'index.ts')].find((file) => existsSync(file)) ?? null;
    },
    load(id) {
      const standIn = standInFor(id);
      if (standIn !== undefined) return standIn;
      if (id !== join(root, home, 'package.json')) return null;
      const { version } = JSON.parse(readFileSync(id, 'utf8'));
      return `export const version = ${JSON.stringify(version)};`;
    },
    async transform(code, id) {
      if (!id.startsWith(src) || !id.endsWith('.ts')) return null;
      // Class fields are assigned, as its own build has them: its constructors count on it.
      const tsconfigRaw = { compilerOptions: { useDefineForClassFields: false } };
      const result = await transform(code, { loader: 'ts', target: 'es2022', sourcemap: true, sourcefile: id, tsconfigRaw });
      return { code: result.code, map: result.map };
    },
  };
}

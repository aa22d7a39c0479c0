// What a page has to load, and when: a ring is everything that its entry chunks import statically, and the rings before it.
// `npm run size` holds how large they are, and e2e/loading.spec.ts that nothing else is fetched by then.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { parseAst } from 'rollup/parseAst';
import { root } from './bootstrap.mjs';

/**
 * @typedef {object} Ring
 * @property {string} name
 * @property {readonly string[]} entries
 * @property {number} limit in kB of 1000 bytes, gzipped
 * @property {boolean} [alone] on a page that has none of the rings before it
 */

/** With the largest of the languages. @type {readonly Ring[]} */
export const rings = [
  { name: 'definition', entries: ['visio-element.js'], limit: 10 },
  { name: 'lobby', entries: ['lobby-ring.js', 'de.js'], limit: 37 },
  {
    name: 'meeting',
    entries: [
      'call-ring.js',
      'session.js',
      // What shows when it is over, and the first words of a call.
      'end-ring.js',
      'de-next.js',
      // On the way in.
      'entry.js',
      // Once it shows: what must work at any moment, and when the network is gone.
      'later-ring.js',
      'renewal.js',
      'watch.js',
    ],
    limit: 188,
  },
  { name: 'call button', entries: ['call-button.js'], limit: 10, alone: true },
];

/** What the server's word may bring in the first seconds or later, whenever it comes: how good the connection is. */
export const onWord = ['keep.js'];

export const bundle = join(root, 'packages/visio-element/dist/bundle');

/**
 * Adds to `loaded` the paths of what entries import, and theirs. A chunk may carry a hash after its name:
 * lobby-ring-B1d2a3Zf.js.
 * @param {readonly string[]} entries
 * @param {Set<string>} loaded
 */
export function addWithImports(entries, loaded) {
  if (!existsSync(bundle)) throw new Error(`${relative(root, bundle)} is missing. Run \`npm run build\`.`);
  const chunks = readdirSync(bundle).filter((file) => file.endsWith('.js'));
  for (const entry of entries) add(join(bundle, find(entry, chunks)), loaded);
}

/** @param {string} file @param {Set<string>} loaded */
function add(file, loaded) {
  if (loaded.has(file)) return;
  loaded.add(file);
  for (const statement of parseAst(readFileSync(file, 'utf8')).body) {
    const source = 'source' in statement ? statement.source?.value : undefined;
    if (typeof source === 'string') add(join(dirname(file), source), loaded);
  }
}

/** @param {string} entry @param {readonly string[]} chunks */
function find(entry, chunks) {
  const name = entry.replace(/\.js$/, '');
  const found = chunks.filter((chunk) => {
    const file = basename(chunk, '.js');
    return file === name || new RegExp(`^${name}-[\\w-]{8}$`).test(file);
  });
  if (found.length !== 1) throw new Error(`There should be one chunk ${entry} in ${relative(root, bundle)}, not ${found.length}.`);
  return String(found[0]);
}

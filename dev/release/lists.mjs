// For rollup: what says of the bundle what it is made of, and how each file of it is known.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { sbomOfBundle } from './sbom.mjs';

/** Modules whose code is in the bundle, of all shapes. */
const modules = new Set();

/** @type {import('rollup').Plugin} */
export const noteModules = {
  name: 'note-modules',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
        // Rollup's plugins make modules of their own, with names that begin so.
        const file = id.replace(/^\0/, '').replace(/\?.*$/, '');
        if (renderedLength > 0 && isAbsolute(file)) modules.add(file);
      }
    }
  },
};

/**
 * Writes `sbom.cdx.json` and `integrity.json` into the folder, once everything else is in it.
 * @param {string} folder
 * @param {string} dir of the package that it belongs to
 * @returns {import('rollup').Plugin}
 */
export function writeLists(folder, dir) {
  return {
    name: 'write-lists',
    writeBundle() {
      const assets = loadable(folder).filter((file) => file.startsWith('assets/'));
      const contents = new Map(assets.map((file) => [file, readFileSync(join(folder, file))]));
      writeFileSync(join(folder, 'sbom.cdx.json'), sbomOfBundle(dir, modules, contents));
      writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(integrityOf(folder), null, 2)}\n`);
    },
  };
}

/**
 * Of each file that a page may load, by its path in the folder: `sha384-…`, as `integrity` attributes and import maps have it.
 * @param {string} folder
 * @returns {Record<string, string>}
 */
function integrityOf(folder) {
  const hash = (/** @type {string} */ file) => createHash('sha384').update(readFileSync(join(folder, file))).digest('base64');
  return Object.fromEntries(loadable(folder).map((file) => [file, `sha384-${hash(file)}`]));
}

/** @param {string} folder */
function loadable(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(js|wasm|tflite)$/.test(file))
    .sort();
}

// Where the sources of our packages are: tests run on these, so they need no build. Each package.json's `exports`
// is the single source of truth: ./dist/a.js is built from src/a.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

/**
 * The files behind every bare import of our packages: `visio-core/reactive` → packages/visio-core/src/reactive/index.ts
 * @type {Map<string, string>} paths are relative to the root, with /
 */
export const sources = new Map(
  read('package.json').workspaces.flatMap((/** @type {string} */ dir) => {
    const { name, exports } = read(`${dir}/package.json`);
    return Object.entries(exports)
      .filter(([, target]) => /^\.\/dist\/.*\.js$/.test(target.default ?? ''))
      .map(([subpath, target]) => [
        name + subpath.slice(1),
        `${dir}/${target.default.replace(/^\.\/dist\/(.*)\.js$/, 'src/$1.ts')}`,
      ]);
  }),
);

/** @param {string} file */
function read(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

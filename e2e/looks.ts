/** What element tests compute of how things look, for a page of Playwright's: once evaluated there it is `window.looks`. */
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { root } from '../dev/bootstrap.mjs';
import type * as Looks from '../packages/visio-element/src/testing/looks.ts';

declare global {
  interface Window {
    readonly looks: typeof Looks;
  }
}

export const looks = buildSync({
  entryPoints: [join(root, 'packages/visio-element/src/testing/looks.ts')],
  bundle: true,
  format: 'iife',
  globalName: 'looks',
  // What is evaluated keeps its variables to itself.
  footer: { js: 'globalThis.looks = looks;' },
  write: false,
}).outputFiles[0]!.text;

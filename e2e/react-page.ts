/** A page whose script is bundled from a file of React. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build, type Plugin } from 'esbuild';
import { root } from '../dev/bootstrap.mjs';

export interface ReactPageOptions {
  /** A file, from the repository's folder; or code, in JavaScript. It renders into `#root`. */
  readonly entry: string | { readonly code: string };
  readonly css?: string;
  /** Its major version: 19 by default. */
  readonly react?: 18 | 19;
}

/** The demo's page with its policy, its address and nothing else of it: a page that no server gave may not speak to this machine. */
const SCRIPT = `
  document.body.innerHTML = '<div id="root"></div>';
  for (const link of document.querySelectorAll('link[rel=stylesheet]')) link.remove();
  document.head.insertAdjacentHTML('beforeend', '<link rel="stylesheet" href="/react-page/meeting.css">');
  import('/react-page/entry.js');
`;

/** Finds React where 18 is installed, whoever imports it. */
const react18: Plugin = {
  name: 'react-18',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^react(-dom)?(\/|$)/ }, ({ path, kind, pluginData }) =>
      pluginData === react18 ? undefined : resolve(path, { kind, resolveDir: join(root, 'dev/react-18'), pluginData: react18 }),
    );
  },
};

export async function openReactPage(page: Page, origin: string, { entry, css, react }: ReactPageOptions): Promise<void> {
  const { outputFiles } = await build({
    ...(typeof entry === 'string' ? { entryPoints: [join(root, entry)] } : { stdin: { contents: entry.code, resolveDir: import.meta.dirname, sourcefile: 'entry.js' } }),
    bundle: true,
    plugins: react === 18 ? [react18] : [],
    format: 'esm',
    splitting: true,
    jsx: 'automatic',
    outdir: '/react-page',
    entryNames: 'entry',
    write: false,
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  const files = new Map(outputFiles.map(({ path, text }) => [path, { contentType: 'text/javascript', body: text }]));
  files.set('/react-page/meeting.css', { contentType: 'text/css', body: css ? readFileSync(join(root, css), 'utf8') : '' });
  await page.route('**/demo.js', (route) => route.fulfill({ contentType: 'text/javascript', body: SCRIPT }));
  await page.route('**/react-page/**', (route) => {
    const file = files.get(new URL(route.request().url()).pathname);
    return file ? route.fulfill(file) : route.abort();
  });
  await page.goto(origin);
}

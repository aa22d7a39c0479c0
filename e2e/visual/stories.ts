// Shows stories by themselves: bundled from their sources, served from memory, with a font that is the same everywhere.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { root } from '../../dev/bootstrap.mjs';
import { sources } from '../../dev/workspace.mjs';

const ORIGIN = 'http://stories.test';
const STORIES = 'stories/meetings/layouts.stories.ts';

// Storybook's own font (SIL Open Font License): it comes with what is installed anyway.
const fonts = join(dirname(createRequire(import.meta.url).resolve('storybook/package.json')), 'assets/browser');

const PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <style>
    @font-face { font-family: Stories; src: url(/font/nunito-sans-regular.woff2); font-weight: 400; }
    @font-face { font-family: Stories; src: url(/font/nunito-sans-bold.woff2); font-weight: 600 700; }
    body { margin: 0; }
    visio-meeting { --visio-font: Stories; }
  </style>
  <script type="module" src="/stories.js"></script>
</html>`;

/** Runs in the page. */
const START = `
  import * as stories from './${STORIES}';
  const query = new URLSearchParams(location.search);
  const { default: meta, [query.get('story')]: story } = stories;
  const element = meta.render({ ...meta.args, ...story.args }, { globals: { theme: query.get('theme') } });
  document.body.append(element);
`;

/** A large page is laid out as large as it is, and drawn at half the size: what is kept stays small. */
function drawing({ width }: { readonly width: number }) {
  return { deviceScaleFactor: width > 700 ? 0.5 : 1 };
}

interface Fixtures {
  openStory(story: string, theme: 'light' | 'dark', size: { readonly width: number; readonly height: number }): Promise<Page>;
}

export const test = base.extend<Fixtures, { files: ReadonlyMap<string, Uint8Array> }>({
  files: [
    // Playwright reads the parameter's pattern to know what a fixture needs: this one needs nothing.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const { outputFiles } = await build({
        stdin: { contents: START, resolveDir: root, sourcefile: 'stories.js' },
        bundle: true,
        splitting: true,
        format: 'esm',
        target: 'es2022',
        outdir: '/',
        entryNames: 'stories',
        tsconfig: join(root, 'tsconfig.base.json'),
        alias: Object.fromEntries([...sources].map(([name, file]) => [name, join(root, file)])),
        define: { 'process.env.NODE_ENV': '"production"' },
        conditions: ['production'],
        write: false,
        logLevel: 'silent',
      });
      await use(new Map(outputFiles.map(({ path, contents }) => [path.replaceAll('\\', '/').replace(/^.*\/(?=[^/]+$)/, '/'), contents])));
    },
    { scope: 'worker' },
  ],

  openStory: async ({ browser, files }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (story, theme, size) => {
      const context = await browser.newContext({ viewport: size, colorScheme: theme, reducedMotion: 'reduce', locale: 'en', ...drawing(size) });
      contexts.push(context);
      const page = await context.newPage();
      await page.route(`${ORIGIN}/**`, (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: PAGE });
        if (pathname.startsWith('/font/')) return route.fulfill({ contentType: 'font/woff2', body: readFileSync(join(fonts, pathname.slice(6))) });
        const file = files.get(pathname);
        return file ? route.fulfill({ contentType: 'text/javascript', body: Buffer.from(file) }) : route.fulfill({ status: 404, body: '' });
      });
      await page.goto(`${ORIGIN}/?${new URLSearchParams({ story, theme })}`);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect } from '@playwright/test';

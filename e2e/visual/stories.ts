// Shows stories of Storybook's static build: from a path of its own, without a network, with a font that is the same everywhere.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { test as base, type Page } from '@playwright/test';
import { root } from '../../dev/bootstrap.mjs';

const ORIGIN = 'http://stories.test';
const PATH = '/any/path/';

const storybook = dirname(createRequire(import.meta.url).resolve('storybook/package.json'));

// Storybook's own font (SIL Open Font License): it comes with what is installed anyway.
const FONT = `<style>
  @font-face { font-family: Stories; src: url(font/nunito-sans-regular.woff2); font-weight: 400; }
  @font-face { font-family: Stories; src: url(font/nunito-sans-bold.woff2); font-weight: 600 700; }
  visio-meeting { --visio-font: Stories; }
</style>`;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** A large page is laid out as large as it is, and drawn at half the size: what is kept stays small. */
function drawing({ width }: { readonly width: number }) {
  return { deviceScaleFactor: width > 700 ? 0.5 : 1 };
}

interface Fixtures {
  /** @param story its name in `stories/meetings/layouts.stories.ts`, with dashes between its words */
  openStory(story: string, theme: 'light' | 'dark', size: { readonly width: number; readonly height: number }): Promise<Page>;
}

export const test = base.extend<Fixtures, { built: string }>({
  built: [
    // Playwright reads the parameter's pattern to know what a fixture needs: this one needs nothing.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'visio-sdk-stories-'));
      const command = [join(storybook, 'dist/bin/dispatcher.js'), 'build', '-c', 'stories/.storybook', '-o', folder, '--disable-telemetry', '--quiet'];
      await promisify(execFile)(process.execPath, command, { cwd: root, maxBuffer: 10_000_000 });
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 300_000 },
  ],

  openStory: async ({ browser, built }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (story, theme, size) => {
      const context = await browser.newContext({ viewport: size, colorScheme: theme, reducedMotion: 'reduce', locale: 'en', ...drawing(size) });
      contexts.push(context);
      const page = await context.newPage();
      // All that is not the build is refused, and so is what lies beside its folder.
      await page.route(/^(?!blob:|data:)/, (route) => {
        const { origin, pathname } = new URL(route.request().url());
        if (origin !== ORIGIN || !pathname.startsWith(PATH)) return route.abort();
        const name = pathname.slice(PATH.length);
        const file = name.startsWith('font/') ? join(storybook, 'assets/browser', name.slice(5)) : join(built, name);
        if (!existsSync(file)) return route.fulfill({ status: 404, body: '' });
        const body = readFileSync(file);
        const contentType = TYPES[name.split('.').at(-1)!] ?? 'application/octet-stream';
        return route.fulfill({ contentType, body: name === 'iframe.html' ? body.toString().replace('</head>', `${FONT}</head>`) : body });
      });
      await page.goto(`${ORIGIN}${PATH}iframe.html?${new URLSearchParams({ viewMode: 'story', id: `meetings-layouts--${story}`, globals: `theme:${theme}` })}`);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect } from '@playwright/test';

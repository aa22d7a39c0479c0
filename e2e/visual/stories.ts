// Shows stories of Storybook's static build: from a path of its own, without a network, with a font that is the same everywhere.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import { root } from '../../dev/bootstrap.mjs';

/** A secure context, as pages with calls are. Nothing listens there. */
const ORIGIN = 'http://localhost';
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
  /** Opens a page of Storybook in a context of its own. */
  openPage(path: string, options?: BrowserContextOptions): Promise<Opened>;
}

interface Opened {
  readonly page: Page;
  /** What it asked for and did not get: foreign addresses, and files that are not there. */
  readonly missed: readonly string[];
  /** What it complained of. */
  readonly errors: readonly string[];
}

/** Of a story by itself, with what the toolbar would say. */
export function pathOf(id: string, globals: Readonly<Record<string, string>> = {}): string {
  // Its own check of accessibility would meet that of a test.
  const said = Object.entries({ ...globals, 'a11y.manual': '!true' }).map((pair) => pair.join(':')).join(';');
  return `iframe.html?${new URLSearchParams({ viewMode: 'story', id, globals: said })}`;
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

  openPage: async ({ browser, built }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (path, options) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'en', ...options });
      contexts.push(context);
      const page = await context.newPage();
      const missed: string[] = [];
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      // All that is not the build is refused, and so is what lies beside its folder.
      await page.route(/^(?!blob:|data:)/, (route) => {
        const { origin, pathname, href } = new URL(route.request().url());
        const name = pathname.slice(PATH.length) || 'index.html';
        const isOurs = origin === ORIGIN && pathname.startsWith(PATH);
        const file = name.startsWith('font/') ? join(storybook, 'assets/browser', name.slice(5)) : join(built, name);
        if (!isOurs || !existsSync(file)) missed.push(href);
        if (!isOurs) return route.abort();
        if (!existsSync(file)) return route.fulfill({ status: 404, body: '' });
        const body = readFileSync(file);
        const contentType = TYPES[name.split('.').at(-1)!] ?? 'application/octet-stream';
        return route.fulfill({ contentType, body: name === 'iframe.html' ? body.toString().replace('</head>', `${FONT}</head>`) : body });
      });
      await page.goto(`${ORIGIN}${PATH}${path}`);
      return { page, missed, errors };
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  openStory: async ({ openPage }, use) => {
    await use(async (story, theme, size) => {
      const { page } = await openPage(pathOf(`meetings-layouts--${story}`, { theme }), { viewport: size, colorScheme: theme, ...drawing(size) });
      return page;
    });
  },
});

export { expect } from '@playwright/test';

/** Storybook itself: each state of a meeting, without a word on the console, without an address of others, accessible in every look, and whole. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';
import { looks } from '../looks.ts';
import { expect, pathOf, test } from './stories.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly type: 'story' | 'docs';
}

declare const window: Window & { readonly axe: { run(element: Element | null, options: RunOptions): Promise<AxeResults> } };

async function violations(page: Page, rules: RunOptions['rules'] = {}): Promise<readonly string[]> {
  return page.evaluate(async (further) => {
    const { violations: found } = await window.axe.run(document.querySelector('#storybook-root'), {
      resultTypes: ['violations'],
      rules: { region: { enabled: false }, 'target-size': { enabled: true }, ...further },
    });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('; ')}`);
  }, rules);
}

/** Waits until a meeting shows what it is to show. */
async function rest(page: Page): Promise<void> {
  const screen = page.locator('visio-lobby, visio-call, visio-end, .theme-editor, .token-list').first();
  await expect(screen).toBeVisible();
  await expect(page.locator('[aria-busy=true], .spinner:visible').first()).toBeHidden({ timeout: 5_000 }).catch(() => undefined);
}

/** What is still found when everything has come to its place: what is measured lags behind, and people speak meanwhile. */
async function atRest(look: () => Promise<readonly string[]>): Promise<readonly string[]> {
  let found: readonly string[] = [];
  for (let times = 0; times < 8; times++) {
    found = await look();
    if (found.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return found;
}

/** What is wrong with what a page shows, each with the look that it is wrong in. */
async function lookAt(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  const add = (look: string, found: readonly string[]) => wrong.push(...found.map((each) => `${look}: ${each}`));
  const shown = () => page.evaluate(() => window.looks.cutOff(document.querySelector<HTMLElement>('#storybook-root')!));

  // More contrast comes by itself, fetched like all else, and promises 7 to 1.
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    add(`more contrast, ${colorScheme}`, await atRest(() => violations(page, { 'color-contrast-enhanced': { enabled: true } })));
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, contrast: null });
    add(colorScheme, await violations(page));
    await page.emulateMedia({ colorScheme, forcedColors: 'active' });
    const look = `forced colours, ${colorScheme}`;
    // Axe reads colours as they are written, and not as they are forced.
    add(look, await violations(page, { 'color-contrast': { enabled: false } }));
    add(look, await atRest(async () => {
      const picture = (await page.screenshot({ scale: 'css' })).toString('base64');
      return page.evaluate((png) => window.looks.vanished(document.querySelector<HTMLElement>('#storybook-root')!, png), picture);
    }));
    await page.emulateMedia({ colorScheme, forcedColors: null });
  }

  const { width, height } = page.viewportSize()!;
  await page.evaluate(() => Object.assign(window, { takeBack: window.looks.spaceText() }));
  add('spaced text', await atRest(shown));
  await page.evaluate(() => (window as unknown as { takeBack(): void }).takeBack());
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  add('from right to left', await atRest(shown));
  await page.setViewportSize({ width: 320, height });
  const style = await page.addStyleTag({ content: 'visio-meeting { inline-size: 100% !important; }' });
  add('from right to left, narrow', await atRest(shown));
  await style.evaluate((element: Element) => element.remove());
  await page.setViewportSize({ width, height });
  await page.evaluate(() => document.documentElement.removeAttribute('dir'));

  await page.emulateMedia({ forcedColors: 'active' });
  add('forced colours', await page.evaluate(() => window.looks.withoutOutline(document.querySelector<HTMLElement>('#storybook-root')!)));
  return wrong;
}

const isLooked = ({ type, title }: Entry) => type === 'story' && /^(Meetings|Design)\//.test(title);

for (const part of [0, 1, 2]) {
  test(`each state of a meeting, part ${part + 1}`, async ({ openPage, built }) => {
    test.setTimeout(600_000);
    const { entries } = JSON.parse(readFileSync(`${built}/index.json`, 'utf8')) as { readonly entries: Readonly<Record<string, Entry>> };
    const ids = Object.values(entries).filter(isLooked);
    expect(ids.length).toBeGreaterThan(40);
    for (const { id } of ids.filter((_, place) => place % 3 === part)) {
      await test.step(id, async () => {
        const viewport = id.includes('--wall') ? { width: 1920, height: 1080 } : { width: 1280, height: 720 };
        const { page, missed, errors } = await openPage(pathOf(id), { contrast: 'more', viewport });
        await page.evaluate(axe);
        await page.evaluate(looks);
        await rest(page);
        expect.soft([id, await lookAt(page)]).toEqual([id, []]);
        expect.soft([id, missed, errors]).toEqual([id, [], []]);
        await page.context().close();
      });
    }
  });
}

test('German fits the narrowest panel', async ({ openPage }) => {
  for (const story of ['lobby', 'lobby-refused', 'waiting', 'side-panel-call', 'side-panel-chat', 'people', 'settings', 'token-expired']) {
    const { page } = await openPage(pathOf(`meetings-visio-meeting--${story}`, { lang: 'de' }), { viewport: { width: 320, height: 640 } });
    await rest(page);
    // A number of unread messages stands at the corner of its button.
    const wide = await page.locator('button:visible').evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent?.trim()).filter((words) => !/^\d+$/.test(words ?? '')));
    expect.soft([story, wide]).toEqual([story, []]);
    await page.context().close();
  }
});

test('guides, and the frame around it all', async ({ openPage }) => {
  const { page, missed, errors } = await openPage('?path=/docs/guides-embed-a-call--docs');
  const preview = page.frameLocator('#storybook-preview-iframe');
  await expect(preview.getByRole('heading', { name: 'Embed a call' })).toBeVisible();
  await page.goto(page.url().replace(/\?.*/, '?path=/story/meetings-visio-meeting--lobby'));
  await expect(preview.locator('visio-lobby')).toBeVisible();
  await page.getByRole('tab', { name: /Actions/ }).click();
  await expect(page.getByText('visio-state-changed').filter({ visible: true }).first()).toBeVisible();
  expect([missed, errors]).toEqual([[], []]);
});

/** Storybook itself: each state of a meeting, without a word on the console, without an address of others, and accessible. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';
import { expect, pathOf, test } from './stories.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly type: 'story' | 'docs';
}

declare const window: { readonly axe: { run(element: Element | null, options: RunOptions): Promise<AxeResults> } };

async function violations(page: Page, colours = true): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: axe });
  return page.evaluate(async (withColours) => {
    const { violations: found } = await window.axe.run(document.querySelector('#storybook-root'), {
      resultTypes: ['violations'],
      rules: { region: { enabled: false }, 'color-contrast': { enabled: withColours } },
    });
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('; ')}`);
  }, colours);
}

/** Waits until a meeting shows what it is to show. */
async function rest(page: Page): Promise<void> {
  const screen = page.locator('visio-lobby, visio-call, visio-end, .theme-editor, .token-list').first();
  await expect(screen).toBeVisible();
  await expect(page.locator('[aria-busy=true], .spinner:visible').first()).toBeHidden({ timeout: 5_000 }).catch(() => undefined);
}

test('each state of a meeting, in light and dark', async ({ openPage, built }) => {
  test.setTimeout(600_000);
  const { entries } = JSON.parse(readFileSync(`${built}/index.json`, 'utf8')) as { readonly entries: Readonly<Record<string, Entry>> };
  const ids = Object.values(entries).filter(({ type, title }) => type === 'story' && (title === 'Meetings/visio-meeting' || title.startsWith('Design/')));
  expect(ids.length).toBeGreaterThan(30);
  for (const { id } of ids) {
    await test.step(id, async () => {
      const { page, missed, errors } = await openPage(pathOf(id), { colorScheme: 'light' });
      await rest(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect.soft([id, colorScheme, await violations(page)]).toEqual([id, colorScheme, []]);
      }
      expect.soft([id, missed, errors]).toEqual([id, [], []]);
      await page.context().close();
    });
  }
});

const MAIN = ['lobby', 'waiting', 'nine-people', 'someone-shares', 'chat-full', 'settings', 'removed'];

for (const [name, options] of [
  ['forced colours', { forcedColors: 'active' }],
  ['more contrast', { contrast: 'more' }],
] as const) {
  test(`the main screens with ${name}`, async ({ openPage }) => {
    for (const screen of MAIN) {
      const { page } = await openPage(pathOf(`meetings-visio-meeting--${screen}`), options);
      await rest(page);
      // Forced colours are the reader's own.
      expect.soft([screen, await violations(page, name !== 'forced colours')]).toEqual([screen, []]);
      await page.context().close();
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

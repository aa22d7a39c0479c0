/** The button for calls, its panel and its ringing: in pages that mean them no good, and with the most contrast. */
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, test, type Page } from '@playwright/test';
import { HOSTILE, QUIET } from './hostile.ts';
import { measure, openHostPage } from './host-page.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const PAGE = '<header>A host’s page</header><main><visio-call-button id="first"></visio-call-button> <visio-call-button id="link" variant="quiet" open="link"></visio-call-button></main>';

/** A page with two buttons, on a backend that makes rooms and lets nobody in. */
async function openButtons(page: Page, css = '', attributes: Readonly<Record<string, string>> = {}): Promise<void> {
  await openHostPage(page, { css, body: PAGE });
  await page.addScriptTag({ type: 'module', content: "import '/sdk/call-button.js'" });
  await page.evaluate((given) => {
    for (const element of document.querySelectorAll('visio-call-button')) {
      for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
      element.backend = { credentials: () => new Promise(() => undefined), rooms: { create: async () => ({ url: 'https://visio.example/abc-defg-hij', room: 'abc-defg-hij' }) } };
    }
  }, attributes);
  await expect(page.locator('#first button')).toBeVisible();
}

/** What a person sees of it, one after another. */
const STEPS = [
  { name: 'button', within: '#first', controls: 1, go: async () => undefined },
  {
    name: 'link',
    within: '#link',
    controls: 2,
    go: async (page: Page) => {
      await page.locator('#link').evaluate((element: HTMLElementTagNameMap['visio-call-button']) => element.start());
      await expect(page.locator('#link a')).toBeVisible();
    },
  },
  {
    name: 'panel',
    within: 'visio-call-panel',
    controls: 8,
    go: async (page: Page) => {
      await page.locator('#first').evaluate((element: HTMLElementTagNameMap['visio-call-button']) => element.start());
      await expect(page.locator('visio-call-panel visio-lobby video.live')).toBeVisible();
    },
  },
  {
    name: 'pill',
    within: 'visio-call-panel',
    controls: 2,
    go: async (page: Page) => {
      await page.locator('visio-call-panel').evaluate((element: HTMLElementTagNameMap['visio-call-panel']) => void (element.minimised = true));
      await expect(page.locator('visio-call-panel .restore')).toBeVisible();
    },
  },
  {
    name: 'ringing',
    within: 'visio-incoming-call',
    controls: 3,
    go: async (page: Page) => {
      await page.locator('#first').evaluate((element: HTMLElementTagNameMap['visio-call-button']) => void element.ring({ from: 'Grace Hopper' }));
      await expect(page.locator('visio-incoming-call .answer')).toBeVisible();
    },
  },
] as const;

test('in hostile pages', async ({ browser }) => {
  test.setTimeout(240_000);
  for (const [host, css] of Object.entries({ ...QUIET, ...HOSTILE })) {
    await test.step(host, async () => {
      const page = await browser.newPage({ viewport: { width: 1024, height: 720 } });
      await openButtons(page, css);
      for (const { name, within, controls, go } of STEPS) {
        await go(page);
        const measured = await measure(page, within);
        expect.soft([host, name, measured.problems]).toEqual([host, name, []]);
        expect.soft(measured.controls, `controls of the ${name}: ${host}`).toBeGreaterThanOrEqual(controls);
      }
      await page.close();
    });
  }
});

declare const window: { readonly axe: { run(element: string, options: RunOptions): Promise<AxeResults> } };

/** What is written with less than 7 to 1 (WCAG 2.2, 1.4.6), and how much was looked at. */
async function faint(page: Page, within: string): Promise<{ readonly seen: number; readonly faint: readonly string[] }> {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async (selector) => {
    const { passes, violations } = await window.axe.run(selector, { runOnly: ['color-contrast-enhanced'] });
    const nodes = violations.flatMap((each) => each.nodes);
    return { seen: [...passes, ...violations].flatMap((each) => each.nodes).length, faint: nodes.map(({ html, any }) => `${html} ${any[0]?.message}`) };
  }, within);
}

for (const [name, attributes, media] of [
  ['asked for', { theme: 'high-contrast' }, {}],
  ['the system’s wish', {}, { contrast: 'more' }],
] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has high contrast: ${name}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce', ...media });
      await openButtons(page, ':root { color-scheme: light dark }', attributes);
      for (const step of STEPS) {
        await step.go(page);
        const found = await faint(page, step.within);
        expect.soft([step.name, found.faint]).toEqual([step.name, []]);
        expect.soft(found.seen, `texts of the ${step.name}`).toBeGreaterThan(0);
      }
    });
  }
}

/**
 * A window of 1280 × 1024 that one zooms into four times: it has 320 × 256 pixels. All can be read, reached and pressed
 * there without scrolling sideways (WCAG 2.2, 1.4.10), and what has the focus is seen (2.4.11).
 */
import { expect, test, type JSHandle, type Page } from '@playwright/test';
import { focused } from '../focus.ts';
import { bringSdk, openHostPage } from './host-page.ts';
import { AROUND, expectWhole, IN_CALL, type Screen } from './screens.ts';

test.use({ viewport: { width: 320, height: 256 }, contextOptions: { reducedMotion: 'reduce' } });

/** A page with nothing but a meeting. */
async function openZoomed(page: Page, direction: 'ltr' | 'rtl'): Promise<void> {
  await openHostPage(page, { attributes: `lang="en" dir="${direction}"`, body: `<main><visio-meeting dir="${direction}" display-name="Ada Lovelace"></visio-meeting></main>` });
  await bringSdk(page);
}

/** Whether the focus is where it was not before, since `been` was made. */
function isNew(been: JSHandle<WeakSet<Element>>): Promise<boolean> {
  return been.evaluate((all) => {
    let at = document.activeElement!;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const isThere = all.has(at);
    all.add(at);
    return !isThere;
  });
}

/** Goes on with Tab, for as long as it leads to what one has not been at. */
async function walk(page: Page, { name }: Screen): Promise<void> {
  const been = await page.evaluateHandle(() => new WeakSet<Element>());
  let stops = 0;
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    // After the last of the page comes the browser, and then the page from its start.
    if (!at) continue;
    if (!(await isNew(been))) break;
    stops++;
    expect.soft([name, at.path, at.name, at.hiddenBy, at.isOutlined]).toEqual([name, at.path, at.name, '', true]);
  }
  expect.soft(stops, `stops in ${name}`).toBeGreaterThan(0);
}

for (const direction of ['ltr', 'rtl'] as const) {
  test(`all of a meeting, ${direction}`, async ({ page }) => {
    test.setTimeout(240_000);
    await openZoomed(page, direction);
    for (const screen of [...AROUND, ...IN_CALL].filter(({ isWide }) => !isWide)) {
      await test.step(screen.name, async () => {
        await expectWhole(page, screen);
        await walk(page, screen);
      });
    }
  });
}

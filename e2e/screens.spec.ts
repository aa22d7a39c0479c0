// What is computed over the main screens: targets, reflow, text spacing and direction.
import type { Page } from '@playwright/test';
import { expect, test, type ParticipantPage } from './fixtures.ts';
import { looks } from './looks.ts';
import { join, leave } from './meeting-page.ts';

/** Runs `look` on each main screen of a call. */
async function onEachScreen(page: ParticipantPage, look: (screen: string) => Promise<void>): Promise<void> {
  const bar = page.locator('visio-bar');
  await expect(page.getByRole('button', { name: 'Join the meeting' })).toBeEnabled();
  await look('lobby');
  await join(page);
  await expect(page.locator('visio-tile')).toHaveCount(1);
  await look('call');
  for (const name of ['chat', 'people']) {
    const button = bar.locator(`[data-control=${name}]`);
    // In a narrow bar it is in the menu.
    if (await button.isVisible()) await button.click();
    else {
      await bar.locator('[data-control=more]').click();
      await bar.getByRole('button', { name: name === 'chat' ? /^Chat/ : /^People/ }).click();
    }
    await expect(page.locator(`visio-${name}`)).toBeVisible();
    await look(name);
    await page.locator('visio-panel').getByRole('button', { name: 'Close', exact: true }).first().click();
    await expect(page.locator(`visio-${name}`)).toBeHidden();
  }
  await bar.locator('[data-control=more]').click();
  await look('menu');
  await bar.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toBeVisible();
  await look('settings');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await leave(page);
  await look('end');
}

/** Controls that can be seen and are smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8). Their label counts with them. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const small: string[] = [];
    function look(root: Document | ShadowRoot): void {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) look(element.shadowRoot);
        if (!element.matches('button, a[href], input:not([type=hidden], [hidden]), select, textarea, [role=menuitem], [role=tab], [tabindex="0"]')) continue;
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: false })) continue;
        const area = element instanceof HTMLInputElement && /checkbox|radio/.test(element.type) ? (element.closest('label') ?? element) : element;
        const { width, height } = area.getBoundingClientRect();
        if (width < 23.9 || height < 23.9) small.push(`${element.localName} "${element.getAttribute('aria-label') ?? element.textContent?.trim()}" ${width}×${height}`);
      }
    }
    look(document.querySelector('visio-meeting')!.shadowRoot!);
    return small;
  });
}

/** What is beside the window, or hidden by a box that it does not fit in. */
async function cutOff(page: Page): Promise<string[]> {
  await page.evaluate(looks);
  return page.evaluate(() => window.looks.cutOff(document.body));
}

for (const [what, viewport] of [
  ['a window of 1280', { width: 1280, height: 800 }],
  ['400 % zoom of it', { width: 320, height: 640 }],
] as const) {
  test(`targets are large enough, and nothing is cut off, in ${what}, also from right to left`, async ({ openParticipant }) => {
    test.setTimeout(180_000);
    const page = await openParticipant('Alice', { room: 'screens', viewport });
    await onEachScreen(page, async (screen) => {
      expect(await smallTargets(page), `small targets of ${screen}`).toEqual([]);
      // What slides in is there when it has come.
      await expect.poll(() => cutOff(page), `cut off in ${screen}`).toEqual([]);
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
      await expect.poll(() => cutOff(page), `cut off in ${screen}, from right to left`).toEqual([]);
      await page.evaluate(() => document.documentElement.removeAttribute('dir'));
    });
  });
}

for (const width of [1280, 320]) {
  test(`text may be spaced, in a window of ${width}`, async ({ openParticipant }) => {
    test.setTimeout(180_000);
    const page = await openParticipant('Alice', { room: `spaced-${width}`, viewport: { width, height: 800 } });
    await onEachScreen(page, async (screen) => {
      await page.evaluate(looks);
      await page.evaluate(() => void window.looks.spaceText());
      await expect.poll(() => cutOff(page), `cut off in ${screen}`).toEqual([]);
    });
  });
}

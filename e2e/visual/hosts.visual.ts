/** The elements in pages that mean them no good, and what they leave behind in pages that do. */
import { expect, test, type Page } from '@playwright/test';
import { HOSTILE, QUIET } from './hostile.ts';
import { bringSdk, looksIn, open, openHostPage, showCall, showLobby } from './host-page.ts';
import { AROUND, expectWhole, IN_CALL } from './screens.ts';

/** How wide the narrow window is for a host that takes more of it, so that the meeting has what is usual for a side panel. */
const WIDER: Readonly<Record<string, number>> = { loud: 640, 'a low box that cuts off': 360 };

for (const [host, css] of Object.entries({ ...QUIET, ...HOSTILE })) {
  test(`a meeting is whole: ${host}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openHostPage(page, { css });
    await bringSdk(page);
    for (const screen of [...AROUND, ...IN_CALL]) await expectWhole(page, screen);
    // As a side panel of a page that is written from right to left.
    await page.setViewportSize({ width: WIDER[host] ?? 320, height: 640 });
    await page.evaluate(() => {
      document.documentElement.dir = document.querySelector('visio-meeting')!.dir = 'rtl';
    });
    for (const screen of [...AROUND, ...IN_CALL].filter(({ isWide }) => !isWide)) await expectWhole(page, { ...screen, name: `${screen.name}, narrow` });
  });
}

/** Where text is as large as on a page that says nothing of it. */
const SAME = Object.entries({ ...QUIET, ...HOSTILE }).filter(([host]) => !/root|zoom/.test(host));

test('what is inside looks as it does in a page without styles', async ({ browser }) => {
  test.setTimeout(240_000);
  const looksOn = async (css: string) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await openHostPage(page, { css });
    await bringSdk(page);
    await showLobby(page);
    const lobby = await looksIn(page, 'visio-lobby');
    await showCall(page);
    await open(page, 'dialog', 'settings');
    await expect(page.locator('visio-dialog select:visible').first()).toBeVisible();
    const settings = await looksIn(page, 'visio-dialog');
    await page.close();
    return { lobby, settings };
  };
  const clean = await looksOn('');
  expect([clean.lobby.length, clean.settings.length].every((count) => count > 20)).toBe(true);
  for (const [host, css] of SAME) {
    const { lobby, settings } = await looksOn(css);
    expect.soft([host, lobby]).toEqual([host, clean.lobby]);
    expect.soft([host, settings]).toEqual([host, clean.settings]);
  }
});

test('lines that a page draws through its text end at the element', async ({ page }) => {
  const body = '<main><visio-meeting></visio-meeting></main><footer><visio-call-button url="https://visio.example/abc-defg-hij"></visio-call-button></footer>';
  await openHostPage(page, { body });
  await bringSdk(page);
  await showLobby(page);
  for (const place of ['visio-lobby form', 'visio-call-button']) {
    const words = page.locator(place);
    const before = await words.screenshot({ animations: 'disabled' });
    const style = await page.addStyleTag({ content: '* { text-decoration: line-through 6px red !important }' });
    expect.soft((await words.screenshot({ animations: 'disabled' })).equals(before), place).toBe(true);
    await style.evaluate((element: HTMLStyleElement) => element.remove());
  }
});

test.describe('a page has nothing of it', () => {
  /** A page that is longer than its window, and in which one is writing. */
  const PAGE = {
    css: 'html, body { block-size: auto } main { block-size: 480px; flex: none } footer { block-size: 2000px }',
    body: '<header><input id="field"></header><main></main><footer>Below</footer>',
  };

  /** Notes what listens to the page itself out of the SDK's code, until it ceases to. */
  const watchListeners = (page: Page) =>
    page.addInitScript(() => {
      const live = new Map<string, Set<unknown>>();
      Object.defineProperty(window, 'listeners', { value: () => [...live].flatMap(([type, all]) => (all.size > 0 ? [`${type} ${all.size}`] : [])).sort(), enumerable: false });
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      const keyOf = (target: EventTarget, type: string) => {
        const place = target === window ? 'window' : target === document ? 'document' : target === document.documentElement ? 'html' : target === document.body ? 'body' : null;
        return place && `${place} ${type}`;
      };
      EventTarget.prototype.addEventListener = function (this: EventTarget, type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions) {
        const key = keyOf(this ?? window, type);
        const signal = typeof options === 'object' ? options.signal : undefined;
        if (key && listener && !signal?.aborted && new Error().stack!.includes('/sdk/')) {
          const all = live.get(key) ?? new Set();
          live.set(key, all.add(listener));
          if (signal) addEventListener.call(signal, 'abort', () => void all.delete(listener));
          if (typeof options === 'object' && options.once) addEventListener.call(this, type, () => void all.delete(listener), { once: true });
        }
        addEventListener.call(this ?? window, type, listener, options);
      };
      EventTarget.prototype.removeEventListener = function (this: EventTarget, type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions) {
        const key = keyOf(this ?? window, type);
        if (key) live.get(key)?.delete(listener);
        removeEventListener.call(this ?? window, type, listener, options);
      };
    });

  /** All of a page that others may see, but for what is inside the element. */
  const pageOf = (page: Page) =>
    page.evaluate(async () => ({
      html: document.documentElement.outerHTML.replace(/<(visio-meeting|script).*?<\/\1>/gs, ''),
      computed: [document.documentElement, document.body, document.querySelector('footer')!].map((each) => [...getComputedStyle(each)].map((name) => `${name}: ${getComputedStyle(each).getPropertyValue(name)}`).join(';')),
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      globals: Reflect.ownKeys(window).map(String).sort(),
      kept: [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()).map(({ name }) => name), ...(await caches.keys())],
      place: [document.title, location.href, history.length, history.state, Math.round(scrollY), Math.round(scrollX)],
      focus: document.activeElement?.id,
    }));
  const listeners = (page: Page) => page.evaluate(() => (window as unknown as { listeners(): readonly string[] }).listeners());

  test('a meeting, from the lobby to its end and away', async ({ page }) => {
    await watchListeners(page);
    await openHostPage(page, PAGE);
    await page.locator('#field').fill('One writes');
    await page.evaluate(() => scrollTo(0, 40));
    const bare = await pageOf(page);
    await bringSdk(page);
    // Lit's own, the signals that all versions of the SDK in a page share (docs/decisions/0005), and what this test needs.
    const known = ['litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions', 'Symbol(visio-core/signals/1)', 'simulate', 'simulated'];
    const before = { ...bare, globals: [...bare.globals, ...known].sort() };
    const now = async () => {
      const found = await pageOf(page);
      return { ...found, globals: [...new Set([...found.globals, ...known])].sort() };
    };
    await page.evaluate(() => document.querySelector('main')!.append(document.createElement('visio-meeting')));
    await showLobby(page);
    expect.soft(await now(), 'in the lobby').toEqual(before);
    await showCall(page);
    expect.soft(await now(), 'in the call').toEqual(before);
    expect(await listeners(page)).not.toEqual([]);
    await open(page, 'panel', 'chat');
    await open(page, 'popup', 'more');
    await expect(page.locator('visio-popup button:visible').first()).toBeVisible();
    await open(page, 'dialog', 'settings');
    await expect(page.locator('visio-dialog select:visible').first()).toBeVisible();
    await open(page, 'popup', null);
    await open(page, 'dialog', null);
    await page.locator('#field').focus();
    expect.soft(await now(), 'after a panel and a dialog').toEqual(before);
    await page.evaluate(() => window.simulated.meeting.leave());
    await expect(page.locator('visio-end')).toBeVisible();
    expect.soft(await now(), 'at the end').toEqual(before);
    await page.evaluate(() => {
      document.querySelector('visio-meeting')!.remove();
      window.simulated.meeting.dispose();
    });
    // It may only have been moved; after that it holds nothing any more.
    await expect.poll(() => listeners(page)).toEqual([]);
    expect.soft(await now(), 'away').toEqual(before);
  });
});

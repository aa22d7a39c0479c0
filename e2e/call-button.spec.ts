// The call button in a single-page app, between real browsers and on the development backend.
import type { FrameLocator, Locator, Page } from '@playwright/test';
// For the types of the element and its events.
import type {} from 'visio-element/call-button';
import { startBackend } from '../dev/backend/index.mjs';
import { expect, test, type ParticipantPage } from './fixtures.ts';
import { expectMovingVideo, expectToHear, tileOf } from './meeting-page.ts';

interface Watched {
  /** What a person clicked, as the browser says. */
  clicks: number;
  events: string[];
  /** The last one that was made. */
  room: string;
}

declare global {
  interface Window {
    watched: Watched;
  }
}

test.describe('call button', () => {
  let openApp: (name: string, options: { room: string; route: string; viewport?: { width: number; height: number }; permissions?: readonly string[] }) => Promise<ParticipantPage>;

  test.beforeEach(({ openPage, services }) => {
    openApp = async (name, { room, route, ...options }) => {
      const page = await openPage(options);
      await page.addInitScript(() => {
        window.watched = { clicks: 0, events: [], room: '' };
        addEventListener('click', ({ isTrusted }) => isTrusted && window.watched.clicks++, { capture: true });
        for (const type of ['room-created', 'call-link', 'call-ringing', 'call-answered', 'call-refused', 'call-cancelled', 'call-missed']) {
          addEventListener(`visio-${type}`, () => window.watched.events.push(type));
        }
        document.addEventListener('visio-room-created', ({ detail }) => (window.watched.room = detail.room));
        document.addEventListener('visio-call-changed', ({ detail }) => window.watched.events.push(detail.progress));
      });
      await page.goto(`${services.backend.url}/call-button/?${new URLSearchParams({ name, room, lang: 'en' })}#/${route}`);
      await expect(button(page).first()).toBeVisible();
      return page;
    };
  });

  const button = (page: Page): Locator => page.locator('main visio-call-button');
  const panel = (page: Page): Locator => page.locator('visio-call-panel');
  const events = (page: Page) => page.evaluate(() => window.watched.events);
  const go = (page: Page, route: string) => page.getByRole('link', { name: route }).click();

  test('two people reach each other in four clicks, and no frame is lost from route to route', async () => {
    const ada = await openApp('Ada', { room: 'fou-rcli-cks', route: 'agenda' });
    const bob = await openApp('Bob', { room: 'fou-rcli-cks', route: 'agenda' });
    for (const page of [ada, bob]) {
      await page.getByRole('button', { name: 'Join the call' }).first().click();
      await page.getByRole('button', { name: 'Join the meeting' }).click();
    }
    await expectMovingVideo(tileOf(ada, 'Bob'));
    await expectMovingVideo(tileOf(bob, 'Ada'));
    await expectToHear(bob);
    const clicks = await Promise.all([ada, bob].map((page) => page.evaluate(() => window.watched.clicks)));
    expect(clicks[0]! + clicks[1]!).toBe(4);

    await test.step('over routes that replace the whole page below', async () => {
      const tracks = () =>
        ada.evaluate(() => ({
          received: window.recorded.connections.flatMap((each) => each.getReceivers().map(({ track }) => `${track.id} ${track.readyState}`)).sort(),
          sent: window.recorded.tracks.map(({ id, readyState }) => `${id} ${readyState}`).sort(),
        }));
      const frames = () =>
        ada.evaluate(async () => {
          let decoded = 0;
          for (const each of window.recorded.connections) {
            for (const report of (await each.getStats()).values()) if (report.type === 'inbound-rtp' && report.kind === 'video') decoded += report.framesDecoded ?? 0;
          }
          return decoded;
        });
      const before = await tracks();
      expect(before.received.length).toBeGreaterThan(0);
      await ada.evaluate(() => Object.assign(window, { shown: document.querySelector('visio-call-panel')!.shadowRoot!.querySelector('visio-meeting') }));
      for (const route of ['Document', 'Messages', 'Agenda']) {
        const decoded = await frames();
        await go(ada, route);
        await expect.poll(frames).toBeGreaterThan(decoded + 5);
        await expectMovingVideo(tileOf(bob, 'Ada'));
      }
      expect(await tracks()).toEqual(before);
      expect(await ada.evaluate(() => (window as unknown as { shown: Element }).shown === document.querySelector('visio-call-panel')!.shadowRoot!.querySelector('visio-meeting'))).toBe(true);
      // Even when an app takes its whole body away.
      const decoded = await frames();
      await ada.evaluate(() => document.body.replaceWith(document.body.cloneNode(true)));
      await expect.poll(frames).toBeGreaterThan(decoded + 5);
      expect(await tracks()).toEqual(before);
    });

    await test.step('the new route’s button knows its call; minimised, the call goes on', async () => {
      await expect(button(ada).first().getByRole('button', { name: 'In the call' })).toBeVisible();
      await panel(ada).getByRole('button', { name: 'Minimise the call' }).click();
      await expect(panel(ada).getByRole('button', { name: 'Show the call' })).toBeFocused();
      await expect(panel(ada).locator('.time')).toHaveText(/^\d+:\d\d$/);
      await expectMovingVideo(tileOf(bob, 'Ada'));
      await button(ada).first().getByRole('button').click();
      await expectMovingVideo(tileOf(ada, 'Bob'));
    });

    await ada.getByRole('button', { name: 'Leave the meeting' }).click();
    await expect(panel(ada)).toHaveCount(0);
    await expect(button(ada).first().getByRole('button', { name: 'Join the call' })).toBeVisible();
    expect(await events(ada)).toEqual(['opened', 'joined', 'closed']);
    for (const page of [ada, bob]) expect(page.observed.cspViolations).toEqual([]);
    for (const page of [ada, bob]) expect(page.observed.consoleErrors).toEqual([]);
  });

  test('one calls, the other’s page rings: answered by keyboard, refused, given up, missed', async () => {
    const ada = await openApp('Ada', { room: 'rin-ging-one', route: 'messages' });
    const grace = await openApp('Grace', { room: 'rin-ging-one', route: 'messages' });
    const ring = (options: object = {}) => grace.evaluate((options) => void document.querySelector('visio-call-button')!.ring({ from: 'Ada <b>', ...options }), options);
    const alert = grace.getByRole('alertdialog', { name: 'Ada <b>' });
    const callGrace = ada.getByRole('button', { name: 'Call', exact: true });

    await test.step('answered', async () => {
      await callGrace.click();
      await expect(button(ada).getByRole('button', { name: 'Calling Grace…' })).toBeVisible();
      await expect.poll(() => events(ada)).toContain('call-ringing');
      await ring();
      // What is being written answers nothing: the focus is on the alert itself.
      await expect(alert).toBeFocused();
      await grace.keyboard.press('Enter');
      await expect(alert).toBeVisible();
      await grace.keyboard.press('Tab');
      await grace.keyboard.press('Tab');
      await expect(grace.getByRole('button', { name: 'Answer' })).toBeFocused();
      await grace.keyboard.press('Enter');
      await expectMovingVideo(tileOf(grace, 'Ada'));
      await expectMovingVideo(tileOf(ada, 'Grace'));
      await expect(button(ada).getByRole('button', { name: 'In the call' })).toBeVisible();
      expect(await events(ada)).toEqual(['opened', 'call-ringing', 'joined', 'call-answered']);
      expect(await events(grace)).toEqual(['call-answered', 'opened', 'joined']);
      for (const page of [ada, grace]) await page.getByRole('button', { name: 'Leave the meeting' }).click();
      for (const page of [ada, grace]) await expect(panel(page)).toHaveCount(0);
    });

    await test.step('refused', async () => {
      await callGrace.click();
      await expect(button(ada).getByRole('button', { name: 'Calling Grace…' })).toBeVisible();
      await ring();
      await grace.getByRole('button', { name: 'Decline' }).click();
      await expect(alert).toHaveCount(0);
      expect((await events(grace)).at(-1)).toBe('call-refused');
      // The host carries it over.
      await ada.evaluate(() => document.querySelector('visio-call-button')!.callRefused());
      await expect(button(ada).getByRole('alert')).toHaveText('The call was declined.');
      await expect(panel(ada)).toHaveCount(0);
    });

    await test.step('given up', async () => {
      await ada.getByRole('button', { name: 'Try again' }).click();
      await ada.getByRole('button', { name: 'Cancel' }).first().click();
      await expect(callGrace).toBeVisible();
      expect((await events(ada)).filter((type) => type === 'call-cancelled')).toHaveLength(1);
      await grace.evaluate(() => (document.querySelector('visio-call-button')!.incoming = { from: 'Ada <b>' }));
      await expect(alert).toBeVisible();
      await grace.evaluate(() => (document.querySelector('visio-call-button')!.incoming = null));
      await expect(alert).toHaveCount(0);
      expect((await events(grace)).at(-1)).toBe('call-cancelled');
    });

    await test.step('missed', async () => {
      await ring({ timeout: 0.2 });
      await expect.poll(() => events(grace)).toContain('call-missed');
      await expect(alert).toHaveCount(0);
    });
    for (const page of [ada, grace]) expect(page.observed.cspViolations).toEqual([]);
  });

  test('who is not signed in gets a room by Visio’s window; forged messages are nobody’s', async ({ services }) => {
    const ada = await openApp('Ada', { room: 'sig-nedo-utt', route: 'document' });
    const start = button(ada).first();
    await start.getByRole('button', { name: 'Start a call' }).click();
    const popupOpens = ada.waitForEvent('popup');
    await start.getByRole('button', { name: 'Sign in to Visio' }).click();
    const popup = await popupOpens;
    await expect(popup.getByRole('heading', { name: 'Who do you want to be?' })).toBeVisible();

    // Another origin's window, and one of ours that is not that window, say that there is a room.
    const { origin, port } = new URL(services.backend.url);
    const strangerOpens = ada.waitForEvent('popup');
    await ada.evaluate((address) => void window.open(address), `http://localhost:${port}/call-button/`);
    const stranger = await strangerOpens;
    await stranger.waitForLoadState();
    const forged = { source: origin, type: 1, room: { slug: 'for-gedr-oom' } };
    await stranger.evaluate((message) => (window.opener as Window).postMessage(message, '*'), forged);
    await ada.evaluate((message) => window.postMessage(message, '*'), forged);
    // A window of theirs, but a room that is none.
    await popup.evaluate((source) => (window.opener as Window).postMessage({ source, type: 1, room: { slug: '../evil' } }, '*'), origin);
    await stranger.close();
    await expect(start.getByRole('button', { name: 'Waiting for the Visio window…' })).toBeVisible();

    await popup.getByRole('button', { name: /Olive/ }).click();
    await expect(panel(ada).getByRole('button', { name: 'Join the meeting' })).toBeVisible();
    expect(popup.isClosed()).toBe(true);
    expect(await events(ada)).toEqual(['room-created', 'opened']);
    const made = await ada.evaluate(() => window.watched.room);
    expect(made).toMatch(/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
    expect(made).not.toBe('for-gedr-oom');
    await panel(ada).getByRole('button', { name: 'Close the call' }).click();
    await expect(start.getByRole('button', { name: 'Start a call' })).toBeVisible();
    expect(ada.observed.cspViolations).toEqual([]);
  });

  test('a window that lost us on its way still gives its room', async () => {
    const ada = await openApp('Ada', { room: 'los-tope-ner', route: 'document' });
    const start = button(ada).first();
    await start.getByRole('button', { name: 'Start a call' }).click();
    const popupOpens = ada.waitForEvent('popup');
    await start.getByRole('button', { name: 'Sign in to Visio' }).click();
    const popup = await popupOpens;
    await popup.addInitScript(() => (window.opener = null));
    await popup.getByRole('button', { name: /Olive/ }).click();
    await expect(panel(ada).getByRole('button', { name: 'Join the meeting' })).toBeVisible();
  });

  test.describe('on a page of another origin', () => {
    let openElsewhere: (options?: { mayConnect?: boolean }) => Promise<ParticipantPage>;
    let end: () => Promise<void>;

    // Another host and another port. The Visio is an unchanged one: its window tells pages of its own origin only.
    test.beforeEach(({ openPage, services: { backend, livekit } }) => {
      openElsewhere = async ({ mayConnect = true } = {}) => {
        const media = livekit!.url;
        const host = await startBackend({ connectTo: mayConnect ? [backend.url, media, media.replace(/^ws/, 'http')] : [] });
        const origin = `http://localhost:${host.port}`;
        backend.settings.allowedOrigins = [origin];
        end = async () => {
          backend.settings.allowedOrigins = undefined;
          await host.close();
        };
        const page = await openPage({});
        await page.addInitScript(() => {
          window.watched = { clicks: 0, events: [], room: '' };
          document.addEventListener('visio-room-created', ({ detail }) => (window.watched.room = detail.url));
          addEventListener('visio-call-link', () => window.watched.events.push('call-link'));
        });
        await page.goto(`${origin}/call-button/?${new URLSearchParams({ name: 'Ada', server: backend.url, lang: 'en' })}#/document`);
        return page;
      };
    });
    test.afterEach(() => end());

    const frame = (page: Page): Locator => page.locator('visio-call-button iframe');
    const inFrame = (page: Page): FrameLocator => page.frameLocator('visio-call-button iframe');
    const made = (page: Page) => page.evaluate(() => window.watched.room);

    test('Visio’s own button gets a room for who is not signed in; forged messages are nobody’s', async ({ services: { backend } }) => {
      const ada = await openElsewhere();
      const start = button(ada).first();
      await start.getByRole('button', { name: 'Start a call' }).click();
      await expect(frame(ada)).toHaveAttribute('title', 'Make a meeting in Visio');
      await expect(frame(ada)).toBeFocused();
      await expect(start.getByRole('button', { name: 'Start a call' })).toBeHidden();
      await expect(inFrame(ada).getByRole('button', { name: 'Create' })).toBeVisible();
      const popupOpens = ada.waitForEvent('popup');
      await ada.keyboard.press('Tab');
      await ada.keyboard.press('Enter');
      const popup = await popupOpens;
      await expect(popup.getByRole('heading', { name: 'Who do you want to be?' })).toBeVisible();

      await test.step('forged', async () => {
        const forged = { type: 'ROOM_CREATED', data: { room: { slug: 'for-gedr-oom', url: `${backend.url}/for-gedr-oom` } } };
        const host = new URL(ada.url()).origin;
        // The page itself, a frame of the Visio's that is another one, and the right frame, showing another origin.
        await ada.evaluate((message) => window.postMessage(message, '*'), forged);
        await ada.evaluate((address) => {
          const other = Object.assign(document.createElement('iframe'), { src: address, name: 'other' });
          document.body.append(other);
          return new Promise((done) => (other.onload = done));
        }, `${backend.url}/sdk/create-button`);
        await ada.frame('other')!.evaluate((message) => window.parent.postMessage(message, '*'), forged);
        await ada.evaluate(() => document.querySelector('iframe')!.remove());
        // The right one, with rooms that are none.
        const right = (await (await frame(ada).elementHandle())!.contentFrame())!;
        for (const message of [null, 'ROOM_CREATED', { type: 'ROOM_CREATED' }, { type: 'ROOM_CREATED', data: { room: { slug: '../evil', url: `${host}/evil` } } }, { type: 'ROOM_CREATED', data: { room: { slug: 'a'.repeat(101) } } }]) {
          await right.evaluate((message) => window.parent.postMessage(message, '*'), message);
        }
        await expect(frame(ada)).toBeVisible();
        expect(await made(ada)).toBe('');
      });

      await popup.getByRole('button', { name: /Olive/ }).click();
      await expect(panel(ada).getByRole('button', { name: 'Join the meeting' })).toBeVisible();
      expect(popup.isClosed()).toBe(true);
      await expect(frame(ada)).toHaveCount(0);
      expect(await made(ada)).toMatch(new RegExp(`^${backend.url}/[a-z]{3}-[a-z]{4}-[a-z]{3}$`));
      expect(await made(ada)).not.toContain('for-gedr-oom');
      await ada.getByRole('button', { name: 'Join the meeting' }).click();
      await expect(ada.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();
      expect(ada.observed.cspViolations).toEqual([]);
    });

    test('a window that lost its frame on its way still gives its room', async ({ services: { backend } }) => {
      const ada = await openElsewhere();
      await button(ada).nth(1).getByRole('button', { name: 'Create a meeting link' }).click();
      const popupOpens = ada.waitForEvent('popup');
      await inFrame(ada).getByRole('button', { name: 'Create' }).click();
      const popup = await popupOpens;
      await popup.addInitScript(() => (window.opener = null));
      await popup.getByRole('button', { name: /Olive/ }).click();
      await expect(button(ada).nth(1).getByRole('link')).toHaveAttribute('href', new RegExp(`^${backend.url}/[a-z-]{12}$`));
      expect(await ada.evaluate(() => window.watched.events)).toEqual(['call-link']);
    });

    test('one can give up, in the frame and beside it', async () => {
      const ada = await openElsewhere();
      const start = button(ada).first();
      const ours = start.getByRole('button', { name: 'Start a call' });
      await ours.click();
      const popupOpens = ada.waitForEvent('popup');
      await inFrame(ada).getByRole('button', { name: 'Create' }).click();
      await (await popupOpens).close();
      await inFrame(ada).getByRole('button', { name: 'Reset' }).click();
      await expect(ours).toBeFocused();
      await ours.click();
      await expect(frame(ada)).toBeVisible();
      await start.getByRole('button', { name: 'Cancel' }).click();
      await expect(ours).toBeFocused();
      await expect(frame(ada)).toHaveCount(0);
    });

    test('a page whose policy has no place for the frame says so, with a way on', async ({ services: { backend } }) => {
      const ada = await openElsewhere({ mayConnect: false });
      const link = button(ada).nth(1);
      await link.getByRole('button', { name: 'Create a meeting link' }).click();
      await expect(link.getByRole('alert')).toHaveText('This page may not show Visio’s button. Make a meeting in Visio and share its link.');
      await expect(link.getByRole('link', { name: 'Open Visio' })).toHaveAttribute('href', backend.url);
      await expect(frame(ada)).toHaveCount(0);
    });
  });

  test('a link, a tab, and the call in place', async ({ services }) => {
    const ada = await openApp('Ada', { room: 'lin-kand-tab', route: 'document', permissions: ['camera', 'microphone', 'clipboard-read', 'clipboard-write'] });
    await ada.request.post(`${services.backend.url}/dev/sign-in/`, { data: { as: 'olive' } });

    await test.step('link', async () => {
      const link = button(ada).nth(1);
      await link.getByRole('button', { name: 'Create a meeting link' }).click();
      const address = link.getByRole('link');
      await expect(address).toHaveText(/\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
      await link.getByRole('button', { name: 'Copy the link' }).click();
      await expect(link.getByRole('button', { name: 'Link copied' })).toBeVisible();
      expect(await ada.evaluate(() => navigator.clipboard.readText())).toBe(await address.getAttribute('href'));
      expect(await events(ada)).toEqual(['room-created', 'call-link']);
      await expect(panel(ada)).toHaveCount(0);
    });

    await test.step('tab', async () => {
      const opens = ada.waitForEvent('popup');
      await button(ada).nth(2).getByRole('button', { name: 'Start a call' }).click();
      const tab = await opens;
      await expect(tab.getByRole('button', { name: 'Join the meeting' })).toBeVisible();
      expect(new URL(tab.url()).pathname).toMatch(/^\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
      expect(await tab.evaluate(() => window.opener)).toBe(null);
      await tab.close();
    });

    await test.step('in place', async () => {
      const inline = button(ada).nth(3);
      await inline.getByRole('button', { name: 'Join the call' }).click();
      await inline.getByRole('button', { name: 'Join the meeting' }).click();
      await expect(inline.getByRole('button', { name: 'In the call' })).toBeVisible();
      await inline.getByRole('button', { name: 'Leave the meeting' }).click();
      await expect(inline.locator('visio-meeting')).toHaveCount(0);
    });
    expect(ada.observed.cspViolations).toEqual([]);
    expect(ada.observed.consoleErrors).toEqual([]);
  });

  test('says so when its code cannot be had', async () => {
    const ada = await openApp('Ada', { room: 'not-load-eda', route: 'agenda' });
    await ada.route('**/call-work.js', (route) => route.abort());
    await ada.getByRole('button', { name: 'Join the call' }).first().click();
    await expect(button(ada).first().getByRole('status')).toHaveText('Not loaded. Check your network.');
    await ada.unroute('**/call-work.js');
    await ada.reload();
    await ada.getByRole('button', { name: 'Join the call' }).first().click();
    await expect(panel(ada).getByRole('button', { name: 'Join the meeting' })).toBeVisible();
  });

  test('on a small screen the call makes way for what one writes', async () => {
    const ada = await openApp('Ada', { room: 'sma-llsc-ree', route: 'agenda', viewport: { width: 320, height: 560 } });
    await ada.getByRole('button', { name: 'Join the call' }).first().click();
    await ada.getByRole('button', { name: 'Join the meeting' }).click();
    await expect(ada.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();
    const notes = ada.getByRole('textbox', { name: 'Notes' });
    await notes.focus();
    await expect(panel(ada).getByRole('button', { name: 'Show the call' })).toBeVisible();
    const [field, pill] = [await notes.boundingBox(), await panel(ada).boundingBox()];
    expect(pill!.y >= field!.y + field!.height || pill!.y + pill!.height <= field!.y).toBe(true);
    await expect(notes).toBeFocused();
  });
});

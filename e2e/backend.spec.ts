// What a page that has the address of a room meets: the room, its waiting room, and a Visio that fails in every way.
import type { Page } from '@playwright/test';
import type { Services } from '../dev/services.mjs';
import { expect, test } from './fixtures.ts';
import { ENGLISH, expectMovingVideo, join, tileOf } from './meeting-page.ts';
import { as, asked, makeRoom } from './visio.ts';

const clickJoin = (page: Page) => page.getByRole('button', { name: ENGLISH.join }).click();
const inCall = (page: Page) => expect(page.getByRole('button', { name: ENGLISH.leave })).toBeVisible();
const hand = (page: Page) => page.locator('visio-bar [data-control=hand]');
const errors = (page: Page) => page.evaluate(() => window.hostEvents.filter((event) => event.startsWith('visio-error ')));

/** What a command comes to: its result, or the code it fails with. */
const setHand = (page: Page, raised: boolean) =>
  page.evaluate(
    (up) => document.querySelector('visio-meeting')!.meeting!.hands.setRaised(up).then(String, (error: { code: string }) => error.code),
    raised,
  );

type Misbehaviour = Parameters<Services['backend']['misbehave']>[number];

/** How often a page asks for what ends so. A browser asks a server itself again where a connection is cut: that is not counted. */
function countAsked(page: Page, method: string, end: string): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.method() === method && new URL(request.url()).pathname.endsWith(end)) count++;
  });
  return () => count;
}

test.afterEach(({ services }) => services.backend.misbehave());

test('an owner who is signed in and a guest meet at an address, with the rights they have there', async ({ openPage, openHost, services }) => {
  const room = await makeRoom(as('olive', services));
  const olive = await openPage({});
  await olive.goto(`${services.backend.url}/${room.slug}?as=olive&name=Olive`);
  await join(olive);
  // However it is written.
  const bob = await openHost({ attributes: { url: `${services.backend.url}/${room.slug.replaceAll('-', '').toUpperCase()}`, 'display-name': 'Bob' } });
  await join(bob);
  await expectMovingVideo(tileOf(olive, 'Bob'));
  await expectMovingVideo(tileOf(bob, 'Olive'));
  const roles = await bob.evaluate(() => {
    const { roster } = document.querySelector('visio-meeting')!.meeting!;
    return Object.fromEntries(roster.ids.peek().map((id) => [roster.get(id).peek()!.name, roster.get(id).peek()!.attributes['room_role']]));
  });
  expect(roles).toMatchObject({ Olive: 'owner' });

  await test.step('a guest raises a hand with their LiveKit token, the owner lowers it with a session', async () => {
    await hand(bob).click();
    await expect(hand(bob)).toHaveAccessibleName('Lower your hand');
    const mark = tileOf(olive, 'Bob').locator('.marks [role=img]');
    await expect(mark).toHaveAccessibleName('Hand raised, number 1');
    await olive.evaluate(() => document.querySelector('visio-meeting')!.meeting!.hands.lowerAll());
    await expect(hand(bob)).toHaveAccessibleName('Raise your hand');
  });
  expect(bob.observed.cspViolations).toEqual([]);
});

test('one who is not let in at once waits, and is let in or refused', async ({ openHost, services }) => {
  const olive = as('olive', services);
  const room = await makeRoom(olive, 'restricted');
  const attributes = { url: `${services.backend.url}/${room.slug}` };
  const decide = async (name: string, isAllowed: boolean) => {
    const waiting = async () => {
      const { participants } = (await (await olive('GET', `rooms/${room.id}/waiting-participants/`)).json()) as { participants: readonly { id: string; username: string }[] };
      return participants.filter(({ username }) => username === name);
    };
    await expect.poll(async () => (await waiting()).length).toBe(1);
    const [one] = await waiting();
    expect((await olive('POST', `rooms/${room.id}/enter/`, { participant_id: one!.id, allow_entry: isAllowed })).status).toBe(200);
  };

  const bob = await openHost({ attributes: { ...attributes, 'display-name': 'Bob' } });
  await clickJoin(bob);
  await expect.poll(() => bob.evaluate(() => document.querySelector('visio-meeting')!.meeting!.connection.state.peek())).toBe('waiting');
  await decide('Bob', true);
  await inCall(bob);

  const eve = await openHost({ attributes: { ...attributes, 'display-name': 'Eve' } });
  await clickJoin(eve);
  await decide('Eve', false);
  await expect(eve.getByText('You were not let in. Ask the organiser.')).toBeVisible();
  const polls = asked(services, 'POST', `${room.id}/request-entry/`);
  await eve.getByRole('button', { name: 'Try again' }).click();
  // Who gives up waiting asks no more.
  await expect.poll(() => asked(services, 'POST', `${room.id}/request-entry/`)).toBeGreaterThan(polls);
});

test('an address that is none, and one without a meeting, are told as such', async ({ openHost, services }) => {
  const { rooms } = services.backend.settings;
  const none = await openHost({ attributes: { url: 'visio.example/abc' } });
  await clickJoin(none);
  await expect(none.getByText('The address of the meeting is not valid. Check the link.')).toBeVisible();
  expect(await errors(none)).toEqual(['visio-error INVALID_ROOM_URL']);

  rooms.allowUnregistered = false;
  try {
    const unknown = await openHost({ attributes: { url: `${services.backend.url}/zzz-zzzz-zzz`, lang: 'fr' }, lang: 'fr' });
    await unknown.getByRole('button', { name: 'Rejoindre la réunion' }).click();
    await expect(unknown.getByText('Il n’y a pas de réunion à cette adresse.')).toBeVisible();
    expect(await errors(unknown)).toEqual(['visio-error ROOM_NOT_FOUND']);
  } finally {
    rooms.allowUnregistered = true;
  }
});

test('the code for a Visio is fetched in the lobby; what could not be had is fetched again', async ({ openPage, services }) => {
  const room = await makeRoom(as('olive', services));
  const page = await openPage({});
  let isAway = true;
  let count = 0;
  await page.route('**/visio-element/meet.js', (route) => {
    count++;
    return isAway ? route.abort() : route.continue();
  });
  await page.goto(`${services.backend.url}/${room.slug}`);
  await expect.poll(() => count).toBe(1);
  await clickJoin(page);
  await expect(page.getByText('A part of the meeting could not be loaded.')).toBeVisible();
  isAway = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await inCall(page);
});

const FAILURES: readonly { readonly what: string; readonly way: Misbehaviour; readonly code: string; readonly says: string }[] = [
  { what: 'is down', way: { answer: 'reset' }, code: 'BACKEND_UNREACHABLE', says: 'Visio does not answer.' },
  { what: 'answers with a page', way: { answer: 'html' }, code: 'BACKEND_FAILED', says: 'Visio has a problem.' },
  { what: 'answers with a page, and says that all is well', way: { answer: 'html', status: 200 }, code: 'BACKEND_FAILED', says: 'Visio has a problem.' },
  { what: 'answers with JSON of another shape', way: { answer: 'wrong-json' }, code: 'BACKEND_FAILED', says: 'Visio has a problem.' },
  { what: 'answers with half of an answer', way: { answer: 'broken-json' }, code: 'BACKEND_FAILED', says: 'Visio has a problem.' },
  { what: 'fails', way: { answer: 'error' }, code: 'BACKEND_FAILED', says: 'Visio has a problem.' },
  { what: 'is asked too much', way: { answer: 'throttled', retryAfter: 3600 }, code: 'TOO_MANY_REQUESTS', says: 'Visio is asked a lot right now.' },
];

for (const { what, way, code, says } of FAILURES) {
  test(`a Visio that ${what}: it is said, asked once, and joined when it is well again`, async ({ openHost, services }) => {
    const room = await makeRoom(as('olive', services));
    const page = await openHost({ attributes: { url: `${services.backend.url}/${room.slug}` } });
    const count = countAsked(page, 'GET', `/rooms/${room.slug}/`);
    services.backend.misbehave({ path: '/v1.0/', ...way });
    await clickJoin(page);
    await expect(page.getByText(says)).toBeVisible();
    expect(await errors(page)).toEqual([`visio-error ${code}`]);
    expect(count()).toBe(1);
    if (way.answer !== 'reset') expect(asked(services, 'GET', `/rooms/${room.slug}/`)).toBe(1);

    services.backend.misbehave();
    await page.getByRole('button', { name: 'Try again' }).click();
    await inCall(page);
  });
}

test('a Visio that is asked too much for a moment is asked once more after it', async ({ openHost, services }) => {
  const room = await makeRoom(as('olive', services));
  const page = await openHost({ attributes: { url: `${services.backend.url}/${room.slug}` } });
  services.backend.misbehave({ path: `/rooms/${room.slug}/`, answer: 'throttled', retryAfter: 1, times: 1 });
  await clickJoin(page);
  await inCall(page);
  expect(services.backend.requests.filter(({ path }) => path.endsWith(`/rooms/${room.slug}/`)).map(({ status }) => status)).toEqual([429, 200]);
});

test('a Visio that is slow is not waited for without end', async ({ openHost, services }) => {
  const room = await makeRoom(as('olive', services));
  const page = await openHost({ attributes: {} });
  // Its own patience, shortened.
  await page.evaluate(async (url) => {
    const core = '/visio-element/visio-core.js';
    const { meetBackend } = (await import(core)) as typeof import('visio-core');
    document.querySelector('visio-meeting')!.backend = meetBackend(url, { timeout: 500 });
  }, `${services.backend.url}/${room.slug}`);
  services.backend.misbehave({ path: `/rooms/${room.slug}/`, hold: true });
  await clickJoin(page);
  await expect(page.getByText('Visio does not answer.')).toBeVisible();
  expect(await errors(page)).toEqual(['visio-error BACKEND_UNREACHABLE']);
  // It is asked no more by itself: only what was held is there when it answers again.
  services.backend.misbehave();
  await expect.poll(() => asked(services, 'GET', `/rooms/${room.slug}/`)).toBe(1);
});

test('a Visio that goes away during a call: the call goes on, and what needs it says so', async ({ openHost, services }) => {
  const room = await makeRoom(as('olive', services));
  const url = `${services.backend.url}/${room.slug}`;
  const [alice, bob] = [await openHost({ attributes: { url, 'display-name': 'Alice' } }), await openHost({ attributes: { url, 'display-name': 'Bob' } })];
  for (const page of [alice, bob]) await join(page);
  await expectMovingVideo(tileOf(bob, 'Alice'));

  const count = countAsked(alice, 'POST', '/toggle-hand/');
  for (const [way, code] of [
    [{ answer: 'reset' }, 'BACKEND_UNREACHABLE'],
    [{ answer: 'html' }, 'BACKEND_FAILED'],
    [{ answer: 'wrong-json' }, 'BACKEND_FAILED'],
    [{ answer: 'throttled' }, 'TOO_MANY_REQUESTS'],
  ] as const satisfies readonly (readonly [Misbehaviour, string])[]) {
    services.backend.misbehave({ path: '/v1.0/', ...way });
    const before = count();
    expect(await setHand(alice, true)).toBe(code);
    expect(count() - before).toBe(1);
    await expect(hand(alice)).toHaveAccessibleName('Raise your hand');
  }
  await expectMovingVideo(tileOf(bob, 'Alice'));
  await expectMovingVideo(tileOf(alice, 'Bob'));

  services.backend.misbehave();
  expect(await setHand(alice, true)).toBe('true');
  await expect(tileOf(bob, 'Alice').locator('.marks [role=img]')).toHaveAccessibleName('Hand raised, number 1');
});

test('a LiveKit server that is gone while Visio is there is told as what it is', async ({ openHost, services }) => {
  test.setTimeout(180_000);
  const room = await makeRoom(as('olive', services));
  const page = await openHost({ attributes: { url: `${services.backend.url}/${room.slug}` } });
  await services.livekit!.kill();
  try {
    await clickJoin(page);
    await expect(page.getByText('The meeting server does not answer.')).toBeVisible({ timeout: 60_000 });
    expect(await errors(page)).toEqual(['visio-error SERVER_UNREACHABLE']);
    expect(asked(services, 'GET', `/rooms/${room.slug}/`)).toBe(1);
  } finally {
    await services.livekit!.restart();
  }
  await page.getByRole('button', { name: 'Try again' }).click();
  await inCall(page);
});

test('a page of another site says that cookies are kept back, offers a tab, and fills no waiting list', async ({ browser, services }) => {
  const olive = as('olive', services);
  const room = await makeRoom(olive, 'restricted');
  const { backend } = services;
  // The same server by another name, which is another site to a browser. The demo's policy would keep it from asking.
  const host = `http://localhost:${backend.port}`;
  backend.settings.allowedOrigins = [host];
  const context = await browser.newContext({ bypassCSP: true, permissions: ['camera', 'microphone'], locale: 'en' });
  try {
    const page = await context.newPage();
    await page.route('**/demo.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto(`${host}/`);
    await page.evaluate((url) => {
      const meeting = document.createElement('visio-meeting');
      meeting.url = url;
      meeting.style.blockSize = '640px';
      document.querySelector('main')!.append(meeting);
    }, `${backend.url}/${room.slug}`);
    await clickJoin(page);
    await expect(page.getByText('Your browser does not let this page know you to Visio. Open the meeting in a tab of its own.')).toBeVisible();
    const link = page.getByRole('link', { name: 'Open the meeting in a tab' });
    await expect(link).toHaveAttribute('href', `${backend.url}/${room.slug}`);
    await expect(link).toHaveAttribute('target', '_blank');
    expect(asked(services, 'POST', `${room.id}/request-entry/`)).toBe(2);

    // There it is another matter.
    const opened = page.waitForEvent('popup');
    await link.click();
    const tab = await opened;
    await clickJoin(tab);
    await expect.poll(() => tab.evaluate(() => document.querySelector('visio-meeting')!.meeting!.connection.state.peek())).toBe('waiting');
  } finally {
    backend.settings.allowedOrigins = undefined;
    await context.close();
  }
});

test('a call outlives the token it was joined with', async ({ openPage, services }) => {
  test.setTimeout(180_000);
  const room = await makeRoom(as('olive', services));
  const { url, apiKey, apiSecret } = services.livekit!;
  const { AccessToken } = await import('livekit-server-sdk');
  const access = new AccessToken(apiKey, apiSecret, { identity: 'ada', name: 'Ada', ttl: 5 });
  access.addGrant({ roomJoin: true, room: room.id });
  const token = await access.toJwt();

  const page = await openPage({});
  await page.route('**/demo.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(services.backend.url);
  await page.evaluate(
    async ({ base, serverUrl, token, roomId }) => {
      const core = '/visio-element/visio-core.js';
      const { meetBackend } = (await import(core)) as typeof import('visio-core');
      const { hands } = meetBackend(base);
      const used: string[] = [];
      const meeting = document.createElement('visio-meeting');
      meeting.backend = {
        credentials: async () => ({ serverUrl, token, roomId }),
        hands: {
          setRaised: (raised, session) => {
            used.push(session.token);
            return hands!.setRaised(raised, session);
          },
        },
      };
      Object.assign(window, { used });
      document.querySelector('main')!.append(meeting);
    },
    { base: services.backend.url, serverUrl: url, token, roomId: room.id },
  );
  await join(page);
  const { exp } = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as { exp: number };
  await expect.poll(() => Date.now() / 1000, { timeout: 30_000 }).toBeGreaterThan(exp + 1);

  expect(await setHand(page, true)).toBe('true');
  const used = await page.evaluate(() => (window as unknown as { used: string[] }).used);
  expect(used.length).toBe(1);
  expect(used[0]).not.toBe(token);
  const fresh = JSON.parse(Buffer.from(used[0]!.split('.')[1]!, 'base64url').toString()) as { exp: number; sub: string };
  expect(fresh.sub).toBe('ada');
  expect(fresh.exp).toBeGreaterThan(Date.now() / 1000);

  await services.livekit!.kill();
  await expect(page.getByText('Connection lost. Reconnecting…')).toBeVisible();
  await services.livekit!.restart();
  await expect(page.getByText('Connection lost. Reconnecting…')).toBeHidden({ timeout: 90_000 });
  await inCall(page);
});

test('LiveKit’s standard token endpoint is a backend', async ({ openPage, services }) => {
  const page = await openPage({});
  await page.route('**/demo.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(services.backend.url);
  await page.evaluate(async () => {
    const core = '/visio-element/visio-core.js';
    const { tokenEndpointBackend } = (await import(core)) as typeof import('visio-core');
    const meeting = document.createElement('visio-meeting');
    meeting.backend = tokenEndpointBackend('/api/token');
    meeting.room = 'endpoint';
    meeting.displayName = 'Ada';
    document.querySelector('main')!.append(meeting);
  });
  await join(page);
  await expect(tileOf(page, 'You')).toBeVisible();
});

import { addWithImports, onWord, rings } from '../dev/rings.mjs';
import { expect, test } from './fixtures.ts';
import { expectMovingVideo, join, leave, tileOf } from './meeting-page.ts';

test('a page that names the element loads its definition; the rest comes when it is needed', async ({ openPage, services }) => {
  const page = await openPage({});
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/visio-element/')) asked.push(pathname.slice('/visio-element/'.length));
  });
  await page.route('**/demo.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(services.backend.url);
  await page.evaluate(() => customElements.whenDefined('visio-meeting'));
  await page.waitForLoadState('networkidle');
  expect(asked).toContain('visio-element.js');
  expect(asked.filter((file) => /lobby|call|session|livekit|en\.js|fr\.js/.test(file))).toEqual([]);

  const askedBeforeLobby = await page.evaluate(async () => {
    const meeting = document.createElement('visio-meeting');
    meeting.lang = 'fr';
    const lobby = new Promise((resolve) => meeting.addEventListener('visio-state-changed', resolve, { once: true }));
    document.querySelector('main')!.append(meeting);
    await lobby;
    return performance.getEntriesByType('resource').map(({ name }) => name);
  });
  expect(askedBeforeLobby.filter((name) => name.includes('livekit-client'))).toEqual([]);
  await expect.poll(() => asked).toContain('livekit-client.js');
  await expect.poll(() => asked).toContain('call-ring.js');
  await expect.poll(() => asked).toEqual(expect.arrayContaining(['end-ring.js', 'fr-next.js']));
  expect(asked).toContain('fr.js');
  expect(asked).not.toContain('en.js');
});

for (const skipLobby of [false, true]) {
  test(`what shows when the meeting is over is there when the network goes, ${skipLobby ? 'with' : 'without'} skip-lobby`, async ({ openPage, services }) => {
    const page = await openPage({});
    await page.route('**/demo.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto(services.backend.url);
    await page.evaluate((skip) => {
      const meeting = document.createElement('visio-meeting');
      meeting.skipLobby = skip;
      // The join fails when the network has gone, and not before.
      meeting.tokenProvider = () => new Promise((_, reject) => window.addEventListener('offline', () => reject(new Error('offline'))));
      document.querySelector('main')!.append(meeting);
    }, skipLobby);
    if (!skipLobby) await page.getByRole('button', { name: 'Join the meeting' }).click();
    const files = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)));
    await expect.poll(files).toEqual(expect.arrayContaining(['end-ring.js', 'en-next.js']));
    await page.context().setOffline(true);
    await expect(page.getByText('No pass for the meeting could be had.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
}

test('an end screen that cannot be had is told, and had by trying again', async ({ openPage, services }) => {
  const page = await openPage({});
  let isAway = true;
  let asked = 0;
  await page.route('**/end-ring.js', (route) => {
    asked++;
    return isAway ? route.abort() : route.continue();
  });
  await page.route('**/demo.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(services.backend.url);
  await page.evaluate(() => document.querySelector('main')!.append(document.createElement('visio-meeting')));
  await page.getByRole('button', { name: 'Join the meeting' }).click();
  await expect(page.getByText('The meeting could not be loaded. Check your network.')).toBeVisible();
  isAway = false;
  const before = asked;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('This page does not say how to join the meeting.')).toBeVisible();
  expect(asked).toBeGreaterThan(before);
});

test('into a call come the files of its rings and no other, one token, and nothing twice', async ({ openPage, openParticipant, services }) => {
  const bob = await openParticipant('Bob', { room: 'files', params: { microphone: 'off' } });
  await join(bob);
  const alice = await openPage({});
  const files: string[] = [];
  let tokens = 0;
  alice.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/visio-element/') && pathname.endsWith('.js')) files.push(pathname.slice('/visio-element/'.length));
    if (pathname === '/api/token') tokens++;
  });
  await alice.route('**/demo.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await alice.goto(services.backend.url);
  await alice.evaluate(() => {
    const meeting = document.createElement('visio-meeting');
    meeting.lang = 'de';
    // Nobody speaks: what knows how people change places comes with the first who does.
    meeting.microphone = 'off';
    meeting.style.blockSize = '640px';
    meeting.tokenProvider = async () => {
      const response = await fetch('/api/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ room_name: 'files', participant_name: 'Alice' }) });
      const { server_url, participant_token } = (await response.json()) as { server_url: string; participant_token: string };
      return { serverUrl: server_url, token: participant_token };
    };
    document.querySelector('main')!.append(meeting);
  });
  await expect(alice.getByRole('button', { name: 'An Besprechung teilnehmen' })).toBeVisible();
  await alice.evaluate(() => document.querySelector('visio-meeting')!.join());
  await expectMovingVideo(tileOf(alice, 'Bob'));
  await alice.waitForLoadState('networkidle');

  const expected = new Set<string>();
  for (const { entries, alone } of rings) if (!alone) addWithImports(entries, expected);
  const names = [...expected].map((path) => path.split('/').at(-1)!);
  expect(files.filter((file) => !names.includes(file) && !onWord.includes(file))).toEqual([]);
  expect(names.filter((name) => !files.includes(name))).toEqual([]);
  expect(files).toHaveLength(new Set(files).size);
  expect(tokens).toBe(1);

  await test.step('what comes for the first time is shown, with its words', async () => {
    await bob.getByRole('button', { name: 'Raise your hand' }).click();
    await expect(tileOf(alice, 'Bob').getByRole('img', { name: 'Hand gehoben, Nummer 1' })).toBeVisible();
    await bob.getByRole('button', { name: 'Chat', exact: true }).click();
    await bob.getByRole('textbox', { name: 'Message' }).fill('Guten Tag');
    await bob.keyboard.press('Enter');
    await expect(alice.locator('visio-notices').getByText('Guten Tag').first()).toBeVisible();
    await bob.evaluate(() => document.querySelector('visio-meeting')!.meeting!.reactions.send('party-popper'));
    await expect(alice.locator('visio-reaction-display').getByText('🎉').first()).toBeVisible();
    await leave(bob);
    await expect(alice.locator('visio-notices').getByText(/^Bob hat/).first()).toBeVisible();
  });
  // No text stands there under its own name.
  const shown = await alice.locator('visio-meeting').ariaSnapshot();
  expect(shown.match(/"?\b[a-z]+[A-Za-z]*(\.[a-z][A-Za-z]*)+\b/g) ?? []).toEqual([]);
});

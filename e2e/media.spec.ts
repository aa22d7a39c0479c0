import type { Locator, Page } from '@playwright/test';
import { expect, test, type ParticipantPage } from './fixtures.ts';
import { makeRoom, pageFor } from './meet-rooms.ts';
import { expectMovingVideo, expectToHear, join, leave, openDevices, tileOf } from './meeting-page.ts';
import { as, asked } from './visio.ts';

declare global {
  interface Window {
    letGo: () => void;
  }
}

async function openSettings(page: ParticipantPage, tab: string): Promise<void> {
  await page.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('button', { name: 'Settings', exact: true }).or(page.getByRole('menuitem', { name: 'Settings' })).click();
  await page.getByRole('tab', { name: tab }).click();
}

const closeSettings = (page: ParticipantPage) => page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

/** Whether what the page sends as its camera is a camera, and not something that was made of one. */
function sendsPlainCamera(page: ParticipantPage): Promise<boolean | null | undefined> {
  return page.evaluate(() => {
    const sent = window.recorded.connections
      .filter(({ connectionState }) => connectionState === 'connected')
      .flatMap((connection) => connection.getSenders())
      .find(({ track }) => track?.kind === 'video' && track.readyState === 'live')?.track;
    return sent && window.recorded.tracks.some(({ id }) => id === sent.id);
  });
}

/** Some frames of the tile's video are shown from now on. Without a graphics card a background takes its time. */
async function expectFrames(tile: Locator): Promise<void> {
  const video = tile.locator('video');
  await expect(video).toBeVisible();
  await video.evaluate(
    (element: HTMLVideoElement) =>
      new Promise<void>((resolve) => {
        let frames = 0;
        const count = () => (++frames === 3 ? resolve() : void element.requestVideoFrameCallback(count));
        element.requestVideoFrameCallback(count);
      }),
  );
}

test('what the browser does to the sound changes in mid-call', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'processing' });
  const bob = await openParticipant('Bob', { room: 'processing' });
  await join(alice);
  await join(bob);
  await expectToHear(bob);

  const settings = () =>
    alice.evaluate(() => {
      // None for a moment: the old one is closed before the new one is opened.
      const live = window.recorded.tracks.filter(({ kind, readyState }) => kind === 'audio' && readyState === 'live').at(-1);
      const { noiseSuppression, echoCancellation, autoGainControl } = live?.getSettings() ?? {};
      return { noiseSuppression, echoCancellation, autoGainControl };
    });
  expect(await settings()).toEqual({ noiseSuppression: true, echoCancellation: true, autoGainControl: true });

  await openSettings(alice, 'Sound');
  await alice.getByRole('checkbox', { name: 'Noise suppression' }).click();
  await alice.getByRole('checkbox', { name: 'Automatic volume' }).click();
  await expect.poll(settings).toEqual({ noiseSuppression: false, echoCancellation: true, autoGainControl: false });
  await expectToHear(bob);
  // One microphone and one camera: nothing is left open.
  await expect.poll(() => openDevices(alice)).toBe(2);

  await alice.getByRole('button', { name: 'Play a test sound' }).click();
  await expect(alice.getByRole('button', { name: 'Playing…' })).toBeVisible();
  await expect(alice.getByRole('button', { name: 'Play a test sound' })).toBeVisible();
  expect(alice.observed.cspViolations).toEqual([]);
});

test('the others see a background in place of the room, made from no foreign host', async ({ openParticipant, services }) => {
  test.slow();
  const alice = await openParticipant('Alice', { room: 'effects' });
  const bob = await openParticipant('Bob', { room: 'effects' });
  await join(alice);
  await join(bob);
  await expectMovingVideo(tileOf(bob, 'Alice'));
  expect(await sendsPlainCamera(alice)).toBe(true);

  await test.step('blur, and then an image', async () => {
    await openSettings(alice, 'Video');
    for (const name of ['Strong blur', 'Hills']) {
      await alice.getByRole('radio', { name }).check({ force: true });
      await expect(alice.getByRole('group', { name: 'Background' })).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
      await expect(alice.getByRole('radio', { name })).toBeChecked();
      await expect.poll(() => sendsPlainCamera(alice)).toBe(false);
      await expectFrames(tileOf(bob, 'Alice'));
    }
  });

  await test.step('it is there again after the camera was off', async () => {
    await closeSettings(alice);
    await alice.getByRole('button', { name: 'Turn off camera' }).click();
    await expect(tileOf(bob, 'Alice').locator('video')).toBeHidden();
    await expect.poll(() => openDevices(alice)).toBe(1);
    await alice.getByRole('button', { name: 'Turn on camera' }).click();
    await expectFrames(tileOf(bob, 'Alice'));
    expect(await sendsPlainCamera(alice)).toBe(false);
  });

  await test.step('without it the plain camera is back, and nothing is left', async () => {
    await openSettings(alice, 'Video');
    await alice.getByRole('radio', { name: 'None' }).check({ force: true });
    await expect.poll(() => sendsPlainCamera(alice)).toBe(true);
    await expectFrames(tileOf(bob, 'Alice'));
    expect(await alice.evaluate(() => [document.scripts.length, document.querySelectorAll('canvas').length])).toEqual([2, 0]);
    await closeSettings(alice);
    await leave(alice);
    await expect.poll(() => openDevices(alice)).toBe(0);
  });

  const allowed = [services.backend.url, services.livekit!.url].map((url) => new URL(url).host).sort();
  expect([...alice.observed.hosts].sort()).toEqual(allowed);
  expect(alice.observed.cspViolations).toEqual([]);
});

test('a background that one keeps in Visio is asked for when one looks for it, and seen by the others', async ({ openPage, services }) => {
  test.slow();
  const path = await makeRoom(services, 'own-back-gro');
  const [olive, bob] = [await openPage({}), await openPage({})];
  await olive.goto(pageFor(services, path, { as: 'olive' }));
  await bob.goto(pageFor(services, path, { name: 'Bob' }));
  await join(olive);
  await join(bob);
  await expectMovingVideo(tileOf(bob, 'Olive Owner'));
  // The backend is the whole suite's: others may have asked for theirs before.
  const before = asked(services, 'GET', '/files/');
  const lists = () => asked(services, 'GET', '/files/') - before;
  await openSettings(olive, 'Sound');
  expect(lists()).toBe(0);
  await closeSettings(olive);

  await test.step('added, it is kept and used at once', async () => {
    await openSettings(olive, 'Video');
    await expect.poll(lists).toBe(1);
    const choosing = olive.waitForEvent('filechooser');
    await olive.getByRole('button', { name: 'Add to Visio…' }).click();
    await (await choosing).setFiles({ name: 'magenta.png', mimeType: 'image/png', buffer: await paint(olive, '#f0f') });
    await expect(olive.getByRole('radio', { name: 'magenta' })).toBeChecked({ timeout: 60_000 });
    // What the other sees behind Olive, in a corner.
    await expect.poll(() => cornerOf(tileOf(bob, 'Olive Owner')), { timeout: 60_000 }).toBe('magenta');
  });

  await test.step('opened again, it is asked for again, and is the one in use', async () => {
    await closeSettings(olive);
    await openSettings(olive, 'Video');
    await expect.poll(lists).toBe(2);
    await expect(olive.getByRole('radio', { name: 'magenta' })).toBeChecked();
  });

  await test.step('removed, it is gone from Visio', async () => {
    await olive.getByRole('button', { name: 'Remove “magenta”' }).click();
    await olive.getByRole('group', { name: 'Delete “magenta” from Visio for good?' }).getByRole('button', { name: 'Remove' }).click();
    await expect(olive.getByRole('radio', { name: 'magenta' })).toHaveCount(0);
    const left = await as('olive', services)('GET', 'files/?is_deleted=false');
    expect(((await left.json()) as { count: number }).count).toBe(0);
  });

  // Who is not signed in has none, and is told nothing.
  await openSettings(bob, 'Video');
  await expect.poll(lists).toBe(3);
  await expect(bob.getByRole('button', { name: 'Choose an image…' })).toBeVisible();
  await expect(bob.getByRole('button', { name: 'Add to Visio…' })).toHaveCount(0);
  for (const page of [olive, bob]) expect(page.observed.cspViolations).toEqual([]);
});

test('a background that cannot be loaded is told of, and the camera stays as it was', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'no-effects' });
  await alice.route('**/assets/**', (route) => route.fulfill({ status: 404 }));
  await join(alice);
  await openSettings(alice, 'Video');
  await alice.getByRole('radio', { name: 'Slight blur' }).check({ force: true });
  await expect(alice.getByText('The background could not be loaded. Try again, or go on without it.').first()).toBeVisible({ timeout: 60_000 });
  await expect(alice.getByRole('radio', { name: 'None' })).toBeChecked();
  await closeSettings(alice);
  await expectMovingVideo(tileOf(alice, 'You'));
});

test('the others hear one who is muted for as long as the microphone is held', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'hold' });
  const bob = await openParticipant('Bob', { room: 'hold' });
  await join(alice);
  await join(bob);
  await alice.getByRole('button', { name: 'Turn off microphone' }).click();
  const muted = tileOf(bob, 'Alice').getByRole('group', { name: 'Microphone off' });
  await expect(muted).toBeVisible();
  await alice.evaluate(() => (window.letGo = document.querySelector('visio-meeting')!.meeting!.microphone.hold()));
  await expect(muted).toHaveCount(0);
  await expectToHear(bob);
  await alice.evaluate(() => window.letGo());
  await expect(muted).toBeVisible();
});

test('a camera that is pulled out is told of, replaced, and offered again', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'unplugged' });
  const bob = await openParticipant('Bob', { room: 'unplugged' });
  await join(alice);
  await join(bob);
  await expectMovingVideo(tileOf(bob, 'Alice'));

  const name = await alice.evaluate(async () => {
    const { devices } = document.querySelector('visio-meeting')!.meeting!;
    const last = devices.cameras.value.at(-1)!;
    await devices.choose('camera', last.id);
    return last.label;
  });
  await expectMovingVideo(tileOf(bob, 'Alice'));

  // A fake camera has no plug: what the browser does when a real one is pulled is done in its place.
  await alice.evaluate(async () => {
    const { cameras } = document.querySelector('visio-meeting')!.meeting!.devices;
    const gone = cameras.value.at(-1)!.id;
    const list = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
    Object.assign(window, { plugIn: () => (navigator.mediaDevices.enumerateDevices = list) });
    navigator.mediaDevices.enumerateDevices = async () => (await list()).filter(({ deviceId }) => deviceId !== gone);
    for (const track of window.recorded.tracks) {
      if (track.getSettings().deviceId !== gone || track.readyState === 'ended') continue;
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  const notices = alice.locator('visio-notices');
  await expect(notices.getByText(`${name} disconnected. The system default is used now.`).first()).toBeVisible();
  await expectMovingVideo(tileOf(bob, 'Alice'));

  await alice.evaluate(() => {
    (window as unknown as { plugIn(): void }).plugIn();
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  await expect(notices.getByText(`${name} connected.`).first()).toBeVisible();
  await notices.getByRole('button', { name: 'Use it' }).click();
  await expect.poll(() => alice.evaluate(() => document.querySelector('visio-meeting')!.meeting!.devices.chosen('camera').value !== '')).toBe(true);
  await expectMovingVideo(tileOf(bob, 'Alice'));
});

/** A PNG of one colour. */
async function paint(page: Page, colour: string): Promise<Buffer> {
  const url = await page.evaluate((colour) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
    const context = canvas.getContext('2d')!;
    context.fillStyle = colour;
    context.fillRect(0, 0, 320, 180);
    return canvas.toDataURL('image/png');
  }, colour);
  return Buffer.from(url.split(',')[1]!, 'base64');
}

/** What a tile shows in its upper left corner: more or less magenta, or something else. */
function cornerOf(tile: Locator): Promise<string> {
  return tile.locator('video').evaluate((video: HTMLVideoElement) => {
    const context = Object.assign(document.createElement('canvas'), { width: 16, height: 9 }).getContext('2d')!;
    context.drawImage(video, 0, 0, 16, 9);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return red > 180 && blue > 180 && green < 90 ? 'magenta' : `${red} ${green} ${blue}`;
  });
}

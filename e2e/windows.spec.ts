import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectMovingVideo, join, leave, meetingOf, screenOf, tileOf } from './meeting-page.ts';

/** What the page sends of its screen, by the browser's own account. */
function sentScreen(page: Page) {
  return page.evaluate(async () => {
    const track = window.recorded.tracks.findLast((each) => each.kind === 'video' && each.readyState === 'live' && 'displaySurface' in each.getSettings());
    const senders = window.recorded.connections.flatMap((connection) => connection.getSenders());
    const sender = senders.find((each) => each.track && each.track === track);
    if (!track || !sender) return null;
    const parameters = sender.getParameters() as RTCRtpSendParameters & { degradationPreference?: string };
    const { maxFramerate, maxBitrate } = parameters.encodings.at(-1)!;
    let frames = 0;
    for (const report of (await sender.getStats()).values()) if (report.type === 'outbound-rtp') frames += report.framesEncoded;
    return { hint: track.contentHint, maxFramerate, maxBitrate, degradation: parameters.degradationPreference, captured: track.getSettings().frameRate, width: track.getSettings().width, frames };
  });
}

/** The widest picture that the page has received. */
function receivedWidth(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let widest = 0;
    for (const connection of window.recorded.connections) {
      for (const report of (await connection.getStats()).values()) if (report.type === 'inbound-rtp') widest = Math.max(widest, report.frameWidth ?? 0);
    }
    return widest;
  });
}

/** Notes the meeting and its connections; the returned function says whether they are still the same ones. */
async function remember(page: Page): Promise<() => Promise<void>> {
  const note = await page.evaluateHandle(() => ({
    meeting: document.querySelector('visio-meeting')!.meeting,
    connections: [...window.recorded.connections],
    tracks: window.recorded.tracks.filter(({ readyState }) => readyState === 'live'),
  }));
  return async () => {
    const now = await note.evaluate(({ meeting, connections, tracks }) => ({
      meeting: document.querySelector('visio-meeting')!.meeting === meeting,
      state: meeting!.connection.state.peek(),
      connections: window.recorded.connections.length === connections.length && connections.every((each) => each.connectionState === 'connected'),
      tracks: tracks.every(({ readyState }) => readyState === 'live'),
    }));
    expect(now).toEqual({ meeting: true, state: 'connected', connections: true, tracks: true });
  };
}

async function chooseFromMenu(page: Page, name: string): Promise<void> {
  await page.locator('visio-bar .overflow').click();
  await page.locator('visio-more-menu').getByRole('button', { name }).click();
}

const strip = (page: Page) => page.locator('visio-sharing .sharing');

test('a screen is shared for its text or for its motion, and stops with the browser’s own button', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'hints' });
  const bob = await openParticipant('Bob', { room: 'hints' });
  await join(alice);
  await join(bob);

  await alice.getByRole('button', { name: 'Share your screen' }).click();
  await expectMovingVideo(screenOf(bob, 'Alice'));
  await expect(strip(alice)).toContainText('You are sharing your screen');
  await expect(strip(alice)).toContainText('With its sound');
  await expectMovingVideo(strip(alice));
  const text = await sentScreen(alice);
  expect(text).toMatchObject({ hint: 'text', maxFramerate: 15, degradation: 'maintain-resolution', captured: 15 });
  // Every pixel arrives, whatever the network allows: what it lacks is taken from the frames.
  await expect.poll(() => receivedWidth(bob)).toBe(text!.width);

  await strip(alice).getByRole('radio', { name: 'Video' }).click();
  await expect.poll(async () => (await sentScreen(alice))?.maxFramerate).toBe(30);
  const motion = await sentScreen(alice);
  expect(motion).toMatchObject({ hint: 'motion', degradation: 'balanced', captured: 30 });
  expect(motion!.maxBitrate!).toBeGreaterThan(text!.maxBitrate!);
  await expectMovingVideo(screenOf(bob, 'Alice'));
  const { frames } = (await sentScreen(alice))!;
  await expect.poll(async () => (await sentScreen(alice))!.frames).toBeGreaterThan(frames + 10);

  await strip(alice).getByRole('radio', { name: 'Text' }).click();
  await expect.poll(async () => (await sentScreen(alice))?.hint).toBe('text');
  await expectMovingVideo(screenOf(bob, 'Alice'));

  await alice.evaluate(() => {
    const track = window.recorded.tracks.findLast((each) => 'displaySurface' in each.getSettings())!;
    track.stop();
    track.dispatchEvent(new Event('ended'));
  });
  await expect(strip(alice)).toHaveCount(0);
  await expect(screenOf(bob, 'Alice')).toHaveCount(0);
  await expect(alice.getByRole('button', { name: 'Share your screen' })).toBeVisible();

  // It begins again as it was chosen last.
  await alice.getByRole('button', { name: 'Share your screen' }).click();
  await expect.poll(async () => (await sentScreen(alice))?.hint).toBe('text');
  await strip(alice).getByRole('button', { name: 'Stop sharing' }).click();
  await expect(screenOf(bob, 'Alice')).toHaveCount(0);
  for (const page of [alice, bob]) {
    expect(page.observed.consoleErrors).toEqual([]);
    expect(page.observed.cspViolations).toEqual([]);
  }
});

test('the call goes on in a small window, whose every way back leads to the page', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'small' });
  const bob = await openParticipant('Bob', { room: 'small' });
  await join(alice);
  await join(bob);
  await expectMovingVideo(tileOf(alice, 'Bob'));
  const expectSameCall = await remember(alice);

  async function open(): Promise<Page> {
    const opening = alice.context().waitForEvent('page');
    await chooseFromMenu(alice, 'Open in a small window');
    return opening;
  }
  const note = alice.getByText('The call is in the small window.');

  await test.step('with the others, and what one needs', async () => {
    const small = await open();
    await expect(note).toBeVisible();
    const tile = small.locator('visio-small-tile.large');
    await expect(tile.getByText('Bob', { exact: true })).toBeVisible();
    await expectMovingVideo(tile);
    await expectMovingVideo(tileOf(bob, 'Alice'));
    await small.getByRole('button', { name: 'Turn off microphone' }).click();
    await expect(tileOf(bob, 'Alice').locator('.muted')).toBeVisible();
    await expect(alice.getByRole('button', { name: 'Turn on microphone' })).toBeVisible();
    await small.getByRole('button', { name: 'Turn on microphone' }).click();
    await expectSameCall();
  });

  await test.step('also while the page cannot be seen, and shows what is shared', async () => {
    const small = alice.context().pages().find((page) => page !== alice)!;
    await alice.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expectMovingVideo(small.locator('visio-small-tile.large'));
    await bob.getByRole('button', { name: 'Share your screen' }).click();
    await expect(small.locator('visio-small-tile.large').getByText('Bob’s screen')).toBeVisible();
    await expectMovingVideo(small.locator('visio-small-tile.large'));
    await bob.getByRole('button', { name: 'Stop sharing your screen' }).click();
    await expect(small.locator('visio-small-tile.large').getByText('Bob', { exact: true })).toBeVisible();
    await alice.evaluate(() => {
      Reflect.deleteProperty(document, 'visibilityState');
      document.dispatchEvent(new Event('visibilitychange'));
    });
  });

  await test.step('back by its button, by the page’s, and by the browser’s', async () => {
    const ways: ((small: Page) => Promise<unknown>)[] = [
      (small) => small.getByRole('button', { name: 'Back to the page' }).click(),
      () => alice.locator('visio-small-window-note').getByRole('button', { name: 'Back to the page' }).click(),
      (small) => small.close({ runBeforeUnload: false }),
    ];
    for (const [i, back] of ways.entries()) {
      const small = i === 0 ? alice.context().pages().find((page) => page !== alice)! : await open();
      await expect(note).toBeVisible();
      const closed = small.isClosed() ? Promise.resolve() : small.waitForEvent('close');
      await back(small);
      await closed;
      await expect(note).toBeHidden();
      await expectMovingVideo(tileOf(alice, 'Bob'));
      await expectSameCall();
    }
  });

  await test.step('it closes when the call is left in it', async () => {
    const small = await open();
    const closed = small.waitForEvent('close');
    await small.getByRole('button', { name: 'Leave the meeting' }).click();
    await closed;
    await expect(alice.getByRole('heading', { name: 'You left the meeting' })).toBeVisible();
  });
  expect(alice.observed.consoleErrors).toEqual([]);
  expect(alice.observed.cspViolations).toEqual([]);
});

test('where there are no such windows, the video of who speaks is taken out', async ({ openParticipant, openPage, services }) => {
  const alice = await openPage({});
  await alice.addInitScript(() => Reflect.deleteProperty(window, 'documentPictureInPicture'));
  const address = new URL('/', services.backend.url);
  address.search = new URLSearchParams({ room: 'taken-out', name: 'Alice' }).toString();
  await alice.goto(address.href);
  const bob = await openParticipant('Bob', { room: 'taken-out' });
  await join(alice);
  await join(bob);
  await expectMovingVideo(tileOf(alice, 'Bob'));
  const expectSameCall = await remember(alice);
  /** What is out, and how many of its frames were shown. */
  const out = () => {
    return alice.evaluate(() => {
      const video = document.pictureInPictureElement as HTMLVideoElement | null;
      const track = (video?.srcObject as MediaStream | null)?.getVideoTracks()[0];
      return video && { track: track?.id, frames: video.getVideoPlaybackQuality().totalVideoFrames };
    });
  };
  async function expectFrames(): Promise<void> {
    const before = (await out())?.frames ?? 0;
    await expect.poll(async () => (await out())?.frames ?? 0).toBeGreaterThan(before + 5);
  }

  await chooseFromMenu(alice, 'Open in a small window');
  await expect.poll(out).not.toBeNull();
  await expect(alice.getByText('The call is in the small window.')).toBeVisible();
  await expectFrames();
  const camera = (await out())!.track;

  await test.step('it follows what is shared, and back', async () => {
    await bob.getByRole('button', { name: 'Share your screen' }).click();
    await expect.poll(async () => (await out())?.track).not.toBe(camera);
    await expectFrames();
    await bob.getByRole('button', { name: 'Stop sharing your screen' }).click();
    await expect.poll(async () => (await out())?.track).toBe(camera);
    await expectFrames();
  });

  await test.step('it shows initials when there is no camera', async () => {
    await bob.getByRole('button', { name: 'Turn off camera' }).click();
    await expect.poll(async () => (await out())?.track).not.toBe(camera);
    await expectFrames();
  });

  await alice.locator('visio-small-window-note').getByRole('button', { name: 'Back to the page' }).click();
  await expect.poll(out).toBeNull();
  await expect(alice.locator('body > video')).toHaveCount(0);
  await expectSameCall();
  expect(alice.observed.consoleErrors).toEqual([]);
  expect(alice.observed.cspViolations).toEqual([]);
});

test('the meeting fills the screen, and is the same call there and back', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'full' });
  const bob = await openParticipant('Bob', { room: 'full' });
  await join(alice);
  await join(bob);
  await expectMovingVideo(tileOf(alice, 'Bob'));
  const expectSameCall = await remember(alice);
  const isFull = () => alice.evaluate(() => document.fullscreenElement === document.querySelector('visio-meeting'));

  await chooseFromMenu(alice, 'Full screen');
  await expect.poll(isFull).toBe(true);
  const [box, width] = [await meetingOf(alice).boundingBox(), await alice.evaluate(() => innerWidth)];
  expect(box).toMatchObject({ x: 0, y: 0, width });
  await expectMovingVideo(tileOf(alice, 'Bob'));
  await expectSameCall();

  await alice.locator('visio-bar .overflow').click();
  await alice.locator('visio-more-menu').getByRole('button', { name: 'Leave full screen' }).click();
  await expect.poll(isFull).toBe(false);
  await chooseFromMenu(alice, 'Full screen');
  await expect.poll(isFull).toBe(true);
  // What Escape does: the browser leaves by itself, and the control follows.
  await alice.evaluate(() => document.exitFullscreen());
  await alice.locator('visio-bar .overflow').click();
  await expect(alice.locator('visio-more-menu').getByRole('button', { name: 'Full screen', exact: true })).toBeVisible();
  await alice.keyboard.press('Escape');
  await expectMovingVideo(tileOf(alice, 'Bob'));
  await expectSameCall();
  await leave(alice);
});

import type { Page } from '@playwright/test';
import { expect, test, type ParticipantPage } from './fixtures.ts';
import { expectMovingVideo, join, meetingOf, receivedVideo, screenOf, tileOf } from './meeting-page.ts';

/**
 * What comes in of each other's camera: bytes so far, and the width in pixels that the server is asked for; or `null`
 * while it is not subscribed. What the server then sends depends on what the sender's machine can encode.
 */
interface Received {
  readonly [name: string]: { readonly bytes: number; readonly asked: number } | null;
}

interface Publication {
  readonly track?: { getReceiverStats(): Promise<{ bytesReceived?: number } | undefined> };
  readonly videoDimensionsAdaptiveStream?: { readonly width: number };
}

interface LiveKitEngine {
  readonly session: {
    readonly room: { readonly remoteParticipants: ReadonlyMap<string, { readonly name?: string; getTrackPublication(source: string): Publication | undefined }> };
  };
}

function received(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const { engine } = document.querySelector('visio-meeting')!.meeting!;
    const all: Record<string, { bytes: number; asked: number } | null> = {};
    for (const participant of (engine as unknown as LiveKitEngine).session.room.remoteParticipants.values()) {
      const { track, videoDimensionsAdaptiveStream } = participant.getTrackPublication('camera') ?? {};
      const stats = await track?.getReceiverStats();
      all[participant.name ?? ''] = track ? { bytes: stats?.bytesReceived ?? 0, asked: videoDimensionsAdaptiveStream?.width ?? 0 } : null;
    }
    return all;
  });
}

/** Exactly these cameras come in, and go on doing so. */
async function expectToReceive(page: Page, names: readonly string[]): Promise<void> {
  const subscribed = async () => Object.entries(await received(page)).filter(([, camera]) => camera).map(([name]) => name).sort();
  await expect.poll(subscribed).toEqual([...names].sort());
  const before = await received(page);
  for (const name of names) await expect.poll(async () => (await received(page))[name]?.bytes ?? 0).toBeGreaterThan((before[name]?.bytes ?? 0) + 2_000);
  expect(await subscribed()).toEqual([...names].sort());
}

async function setLayout(page: Page, layout: string): Promise<void> {
  await meetingOf(page).evaluate((element, value) => element.setAttribute('layout', value), layout);
}

async function chooseFromTile(page: Page, name: string, action: string): Promise<void> {
  const tile = tileOf(page, name);
  await tile.hover();
  await tile.getByRole('button', { name: `Options for ${name}` }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

test('only those in view are received, and as large as they are seen', async ({ openParticipant }) => {
  test.setTimeout(150_000);
  const alice = await openParticipant('Alice', { room: 'sight', viewport: { width: 320, height: 560 } });
  await join(alice);
  const others: ParticipantPage[] = [];
  for (const name of ['Bob', 'Carol', 'Dan']) {
    const page = await openParticipant(name, { room: 'sight', viewport: { width: 320, height: 560 } });
    await join(page);
    // Or the test's beeping microphones take turns in being large.
    await page.getByRole('button', { name: 'Turn off microphone' }).click();
    others.push(page);
  }
  await expectMovingVideo(tileOf(alice, 'Dan'));

  await test.step('all in a grid', async () => {
    await expectToReceive(alice, ['Bob', 'Carol', 'Dan']);
  });

  await test.step('in pages: not who is on another page', async () => {
    await setLayout(alice, 'speaker');
    await expect(alice.getByText('Page 1 of 2')).toBeVisible();
    const seen = () => alice.locator('visio-tile bdi').allTextContents();
    const first = await seen();
    await expectToReceive(alice, first.filter((name) => name !== 'You'));
    await alice.getByRole('button', { name: 'Next page' }).click();
    await expect.poll(seen).not.toEqual(first);
    await expectToReceive(alice, (await seen()).filter((name) => name !== 'You'));
    await alice.getByRole('button', { name: 'Previous page' }).click();
    await expect.poll(seen).toEqual(first);
    await expectToReceive(alice, first.filter((name) => name !== 'You'));
  });

  await test.step('large when it is large, small when it is small', async () => {
    await alice.setViewportSize({ width: 1280, height: 800 });
    await setLayout(alice, 'grid');
    const expectToAskForWhatIsSeen = async () => {
      const seen = () => tileOf(alice, 'Bob').locator('video').evaluate(({ clientWidth }) => clientWidth);
      await expect.poll(async () => ((await received(alice))['Bob']?.asked ?? 0) - (await seen())).toBe(0);
      return seen();
    };
    await chooseFromTile(alice, 'Bob', 'Pin');
    const large = await expectToAskForWhatIsSeen();
    await chooseFromTile(alice, 'Bob', 'Unpin');
    await alice.setViewportSize({ width: 480, height: 480 });
    await expect(alice.locator('visio-tile')).toHaveCount(4);
    expect(await expectToAskForWhatIsSeen()).toBeLessThan(large / 2);
  });

  await test.step('nothing while nobody has a camera in view', async () => {
    for (const page of others) await page.getByRole('button', { name: 'Turn off camera' }).click();
    await expectToReceive(alice, []);
    const before = await receivedVideo(alice);
    await others[0]!.getByRole('button', { name: 'Turn on camera' }).click();
    await expectToReceive(alice, ['Bob']);
    expect(await receivedVideo(alice)).toBeGreaterThan(before);
  });

  expect(alice.observed.consoleErrors).toEqual([]);
  expect(alice.observed.cspViolations).toEqual([]);
});

test('a screen is magnified and pinned, and oneself floats', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'views' });
  const bob = await openParticipant('Bob', { room: 'views' });
  await join(alice);
  await join(bob);
  await bob.getByRole('button', { name: 'Share your screen' }).click();
  const screen = screenOf(alice, 'Bob');
  await expectMovingVideo(screen);

  await test.step('zoom', async () => {
    const width = () => screen.locator('video').evaluate((video) => video.clientWidth);
    const whole = await width();
    await screen.hover();
    await screen.getByRole('button', { name: 'Zoom in' }).click();
    expect(await width()).toBeGreaterThan(1.4 * whole);
    await screen.getByRole('button', { name: 'Show all of it' }).click();
    expect(await width()).toBe(whole);
  });

  await test.step('pins win over the screen, and go', async () => {
    const area = async (name: string) => {
      const box = await tileOf(alice, name).boundingBox();
      return box!.width * box!.height;
    };
    await chooseFromTile(alice, 'Bob', 'Pin');
    await expect.poll(() => area('Bob')).toBeGreaterThan(4 * (await area('You')));
    await expectMovingVideo(tileOf(alice, 'Bob'));
    await chooseFromTile(alice, 'Bob', 'Unpin');
    await expect.poll(async () => (await area('Bob')) / (await area('You'))).toBeLessThan(1.5);
  });

  await test.step('the view menu, and the self view', async () => {
    await alice.getByRole('button', { name: 'More', exact: true }).click();
    await alice.getByRole('button', { name: 'View' }).click();
    await alice.getByRole('radio', { name: /^Floating/ }).check({ force: true });
    await alice.keyboard.press('Escape');
    const self = alice.locator('visio-self-view .float');
    await expectMovingVideo(self.locator('visio-tile'));
    const before = await self.boundingBox();
    await self.focus();
    await self.press('ArrowLeft');
    await self.press('ArrowUp');
    const after = await self.boundingBox();
    expect(after!.x).toBeLessThan(before!.x);
    expect(after!.y).toBeLessThan(before!.y);
  });

  expect(alice.observed.consoleErrors).toEqual([]);
  expect(alice.observed.cspViolations).toEqual([]);
});

test('in a window of its own a video is asked for as large as it is seen there', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'window' });
  const bob = await openParticipant('Bob', { room: 'window' });
  await join(alice);
  await join(bob);
  await expectMovingVideo(tileOf(alice, 'Bob'));

  // As document picture-in-picture does, from a click.
  await alice.evaluate(() => {
    const opener = document.createElement('button');
    opener.id = 'opener';
    opener.textContent = 'Open';
    opener.onclick = async () => {
      const { documentPictureInPicture } = window as unknown as { documentPictureInPicture: { requestWindow(size: object): Promise<Window> } };
      const { document: other } = await documentPictureInPicture.requestWindow({ width: 400, height: 300 });
      const video = other.createElement('video');
      video.muted = true;
      video.autoplay = true;
      video.style.inlineSize = '320px';
      video.style.blockSize = '180px';
      other.body.append(video);
      const { meeting } = document.querySelector('visio-meeting')!;
      meeting!.attach(meeting!.roster.ids.peek()[1]!, 'camera', video);
      Object.assign(window, { video });
    };
    document.body.prepend(opener);
  });
  await alice.locator('#opener').click();
  const asked = () => received(alice).then(({ Bob }) => Bob?.asked);
  await meetingOf(alice).evaluate((element) => (element.style.display = 'none'));
  await expect.poll(asked).toBe(320);
  await alice.evaluate(() => ((window as unknown as { video: HTMLVideoElement }).video.style.inlineSize = '160px'));
  await expect.poll(asked).toBe(160);
  await expectToReceive(alice, ['Bob']);
});

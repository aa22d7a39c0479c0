// What a person does and sees on a page with a meeting.
import { expect, type Locator, type Page } from '@playwright/test';
// For the types of the element and its events.
import type {} from 'visio-element';

declare global {
  interface Window {
    /** Filled by {@link recordMedia}. */
    recorded: { connections: RTCPeerConnection[]; tracks: MediaStreamTrack[] };
  }
}

/** Notes every peer connection and every device track of the page, from outside the SDK. Call before the page loads. */
export async function recordMedia(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const recorded: Window['recorded'] = { connections: [], tracks: [] };
    window.recorded = recorded;
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        recorded.connections.push(this);
      }
    };
    if (!navigator.mediaDevices) return;
    for (const name of ['getUserMedia', 'getDisplayMedia'] as const) {
      const original = navigator.mediaDevices[name].bind(navigator.mediaDevices);
      navigator.mediaDevices[name] = async (constraints) => {
        const stream = await original(constraints);
        recorded.tracks.push(...stream.getTracks());
        return stream;
      };
    }
  });
}

export function meetingOf(page: Page): Locator {
  return page.locator('visio-meeting');
}

export async function join(page: Page, texts = ENGLISH): Promise<void> {
  await page.getByRole('button', { name: texts.join }).click();
  // The question before a recording has such a button, too.
  await expect(page.locator('visio-bar').getByRole('button', { name: texts.leave })).toBeVisible();
}

export async function leave(page: Page, texts = ENGLISH): Promise<void> {
  await page.getByRole('button', { name: texts.leave }).click();
  await expect(page.getByRole('heading', { name: texts.left })).toBeVisible();
}

export const ENGLISH = {
  join: 'Join the meeting',
  leave: 'Leave the meeting',
  left: 'You left the meeting',
  rejoin: 'Rejoin',
};

export const FRENCH = {
  join: 'Rejoindre la réunion',
  leave: 'Quitter la réunion',
  left: 'Vous avez quitté la réunion',
  rejoin: 'Rejoindre à nouveau',
};

/** The tile of a person's camera. */
export function tileOf(page: Page, name: string): Locator {
  return page.locator('visio-tile').filter({ has: page.getByText(name, { exact: true }) });
}

/** The tile of a person's shared screen. */
export function screenOf(page: Page, name: string): Locator {
  return page.locator('visio-tile').filter({ has: page.getByText(`${name}’s screen`, { exact: true }) });
}

/** The tile shows a video whose frames advance. */
export async function expectMovingVideo(tile: Locator): Promise<void> {
  const video = tile.locator('video');
  await expect(video).toBeVisible();
  const frames = () => video.evaluate((element: HTMLVideoElement) => element.getVideoPlaybackQuality().totalVideoFrames);
  await expect.poll(frames).toBeGreaterThan(0);
  const before = await frames();
  await expect.poll(frames).toBeGreaterThan(before + 5);
}

/** How many bytes of video the page has received over its peer connections, whoever it is of. */
export function receivedVideo(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let bytes = 0;
    for (const connection of window.recorded.connections) {
      for (const report of (await connection.getStats()).values()) {
        if (report.type === 'inbound-rtp' && report.kind === 'video') bytes += report.bytesReceived ?? 0;
      }
    }
    return bytes;
  });
}

/** How much sound the page has received over its peer connections (RFC 6464 energy, as `getStats` sums it). */
function receivedSound(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let energy = 0;
    for (const connection of window.recorded.connections) {
      for (const report of (await connection.getStats()).values()) {
        if (report.type === 'inbound-rtp' && report.kind === 'audio') energy += report.totalAudioEnergy ?? 0;
      }
    }
    return energy;
  });
}

/** Sound above silence reaches the page from now on. */
export async function expectToHear(page: Page): Promise<void> {
  const before = await receivedSound(page);
  await expect.poll(() => receivedSound(page)).toBeGreaterThan(before + 1e-4);
}

/** How many of the page's device tracks are still running: 0 means that no light is on. */
export function openDevices(page: Page): Promise<number> {
  return page.evaluate(() => window.recorded.tracks.filter(({ readyState }) => readyState === 'live').length);
}

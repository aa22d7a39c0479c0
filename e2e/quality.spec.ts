import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectMovingVideo, expectToHear, join, tileOf } from './meeting-page.ts';

/** What the page has received of video, in bytes, and the widest picture of it, as the browser counts. */
function receivedVideo(page: Page): Promise<{ bytes: number; width: number }> {
  return page.evaluate(async () => {
    const found = { bytes: 0, width: 0 };
    for (const connection of window.recorded.connections) {
      for (const report of (await connection.getStats()).values()) {
        if (report.type !== 'inbound-rtp' || report.kind !== 'video') continue;
        found.bytes += report.bytesReceived ?? 0;
        found.width = Math.max(found.width, report.frameWidth ?? 0);
      }
    }
    return found;
  });
}

/** What the page sends of video: the widest picture that is being encoded. */
function sentWidth(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let width = 0;
    for (const connection of window.recorded.connections) {
      for (const report of (await connection.getStats()).values()) {
        if (report.type === 'outbound-rtp' && report.kind === 'video' && report.active !== false && (report.framesPerSecond ?? 0) > 0) width = Math.max(width, report.frameWidth ?? 0);
      }
    }
    return width;
  });
}

/** How many bytes of video come within a second. */
async function videoOfASecond(page: Page): Promise<number> {
  const before = await receivedVideo(page);
  await page.waitForTimeout(1_000);
  return (await receivedVideo(page)).bytes - before.bytes;
}

async function openDetails(page: Page): Promise<void> {
  await page.locator('visio-bar').getByRole('button', { name: /^More/ }).click();
  await page.getByText('Connection details').click();
  await expect(page.getByRole('heading', { name: 'Connection details' })).toBeVisible();
}

async function setMode(page: Page, name: 'Normal' | 'Low data' | 'Audio only'): Promise<void> {
  const choice = page.locator('visio-quality').getByRole('radio', { name });
  await choice.check();
  await expect(choice).toBeChecked();
}

test('audio only receives no video and still hears; low data receives and sends small pictures', async ({ openParticipant }) => {
  test.setTimeout(180_000);
  const alice = await openParticipant('Alice', { room: 'quality', viewport: { width: 1280, height: 800 } });
  const bob = await openParticipant('Bob', { room: 'quality', viewport: { width: 1280, height: 800 } });
  await join(alice);
  await join(bob);
  await expectMovingVideo(tileOf(alice, 'Bob'));
  const patience = { timeout: 60_000 };
  await expect.poll(async () => (await receivedVideo(alice)).width, patience).toBeGreaterThanOrEqual(480);

  await openDetails(alice);
  await test.step('low data', async () => {
    await setMode(alice, 'Low data');
    await expect.poll(async () => (await receivedVideo(alice)).width, patience).toBeLessThanOrEqual(360);
    await expect.poll(() => sentWidth(alice), patience).toBeLessThanOrEqual(640);
    await expectMovingVideo(tileOf(alice, 'Bob'));
    await expectMovingVideo(tileOf(bob, 'Alice'));
  });

  await test.step('audio only', async () => {
    await setMode(alice, 'Audio only');
    await expect.poll(() => videoOfASecond(alice), patience).toBe(0);
    await expect(tileOf(alice, 'Bob').locator('video')).toHaveCount(0);
    await expectToHear(alice);
  });

  await test.step('and back', async () => {
    await setMode(alice, 'Normal');
    await expectMovingVideo(tileOf(alice, 'Bob'));
    await expect.poll(async () => (await receivedVideo(alice)).width, patience).toBeGreaterThanOrEqual(480);
  });
});

test('the details have a row for each track, and count up', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'statistics' });
  const bob = await openParticipant('Bob', { room: 'statistics' });
  await join(alice);
  await join(bob);
  await expectMovingVideo(tileOf(alice, 'Bob'));
  await openDetails(alice);
  const rows = alice.locator('visio-statistics tbody tr');
  for (const name of ['You', 'Bob']) {
    for (const what of ['Microphone', 'Camera']) await expect(rows.filter({ hasText: name }).filter({ hasText: what })).toHaveCount(1);
  }
  await expect(alice.locator('visio-statistics').getByText('straight to the server by UDP')).toBeVisible();
  const received = rows.filter({ hasText: 'Bob' }).filter({ hasText: 'Camera' });
  await expect(received).toContainText(/\d+ × \d+/);
  await expect(received).toContainText(/[kM]b\/s/);

  const bytes = () =>
    alice.locator('visio-meeting').evaluate((element: HTMLElementTagNameMap['visio-meeting']) => {
      const report = element.meeting!.statistics.latest.peek()!;
      return [report.sent.bytes, report.received.bytes] as const;
    });
  const before = await bytes();
  expect(Math.min(...before)).toBeGreaterThan(10_000);
  await expect.poll(async () => (await bytes()).every((amount, i) => amount > before[i]! + 10_000)).toBe(true);
  expect(alice.observed.consoleErrors).toEqual([]);
  expect(alice.observed.cspViolations).toEqual([]);
});

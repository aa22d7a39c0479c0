import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { expectMovingVideo, expectToHear, join, meetingOf, receivedVideo, tileOf } from './meeting-page.ts';

/** No video comes in any more: what was on its way has come, and then nothing for three seconds. */
async function expectNoVideo(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const before = await receivedVideo(page);
      await page.waitForTimeout(3_000);
      return (await receivedVideo(page)) - before;
    })
    .toBe(0);
}

/** As the browser tells the page; Playwright's own pages are always seen. */
async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((is) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => is });
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (is ? 'hidden' : 'visible') });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}

test('a tab behind another receives the sound, and no video until it is back', async ({ openParticipant }) => {
  test.setTimeout(120_000);
  const alice = await openParticipant('Alice', { room: 'hidden' });
  const bob = await openParticipant('Bob', { room: 'hidden' });
  await join(alice);
  await join(bob);
  await expectMovingVideo(tileOf(alice, 'Bob'));

  await setHidden(alice, true);
  await expectNoVideo(alice);
  await expectToHear(alice);

  await setHidden(alice, false);
  await expectMovingVideo(tileOf(alice, 'Bob'));
  expect(alice.observed.consoleErrors).toEqual([]);
});

test('a meeting out of sight in its page receives the sound, and no video until it is back', async ({ openParticipant }) => {
  test.setTimeout(120_000);
  const alice = await openParticipant('Alice', { room: 'scrolled' });
  const bob = await openParticipant('Bob', { room: 'scrolled' });
  await join(alice);
  await join(bob);
  await expectMovingVideo(tileOf(alice, 'Bob'));

  // As far below as a page can be long.
  await meetingOf(alice).evaluate((element) => (element.style.translate = '0 300vh'));
  await expectNoVideo(alice);
  await expectToHear(alice);

  await meetingOf(alice).evaluate((element) => (element.style.translate = 'none'));
  await expectMovingVideo(tileOf(alice, 'Bob'));
});

test('in a call in which nobody moves nothing asks for statistics', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'still' });
  await alice.evaluate(() => {
    const asked = { count: 0 };
    Object.assign(window, { asked });
    for (const { prototype } of [RTCRtpReceiver, RTCRtpSender]) {
      const getStats = prototype.getStats;
      prototype.getStats = function (this: never) {
        asked.count++;
        return getStats.call(this) as never;
      };
    }
  });
  const bob = await openParticipant('Bob', { room: 'still' });
  await join(alice);
  await join(bob);
  await expectMovingVideo(tileOf(alice, 'Bob'));
  const asked = () => alice.evaluate(() => (window as unknown as { asked: { count: number } }).asked.count);
  const before = await asked();
  // livekit-client would each two seconds, for each of the four tracks.
  await alice.waitForTimeout(6_000);
  expect((await asked()) - before).toBe(0);
});

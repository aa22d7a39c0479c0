import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { FRENCH, join } from './meeting-page.ts';
import { enterAsPeer } from './peer.ts';

const mark = (page: Page) => page.locator('visio-recording .recording');
const notice = (page: Page, words: string) => page.locator('visio-notices .item').filter({ hasText: words });
const isRecorded = (page: Page) => page.evaluate(() => document.querySelector('visio-meeting')!.meeting!.recording.active.value);

/** Notes the facts about recordings that the element tells of. */
const listen = (page: Page) =>
  page.evaluate(() => {
    for (const type of ['visio-recording-started', 'visio-recording-stopped'] as const) {
      document.addEventListener(type, () => document.body.setAttribute('data-told', `${document.body.getAttribute('data-told') ?? ''} ${type}`));
    }
  });
const told = (page: Page) => page.evaluate(() => document.body.getAttribute('data-told')?.trim().split(' ') ?? []);

test('everyone knows that the room is recorded, who comes later too, and nobody can claim it', async ({ openParticipant, services }) => {
  const room = 'recording';
  const alice = await openParticipant('Alice', { room });
  await listen(alice);
  await join(alice);
  const recorder = () => enterAsPeer(services, room, 'Recorder', { recorder: true, hidden: true });

  await test.step('packets of others are not believed', async () => {
    const mallory = await enterAsPeer(services, room, 'Mallory');
    await expect(alice.locator('visio-tile')).toHaveCount(2);
    await mallory.notify({ type: 'screenRecordingStarted' });
    await mallory.notify({ type: 'reactionReceived', data: { emoji: 'party-popper' } });
    await expect.poll(() => alice.evaluate(() => document.querySelector('visio-meeting')!.meeting!.reactions.latest.value)).not.toBeNull();
    expect(await isRecorded(alice)).toBe(false);
    await mallory.leave();
  });

  const first = await recorder();
  await test.step('it begins', async () => {
    await expect(mark(alice)).toHaveText('Recording');
    await expect(notice(alice, 'This meeting is being recorded.')).toBeVisible();
    // Whoever records is not among the people.
    await expect(alice.locator('visio-tile')).toHaveCount(1);
  });

  await test.step('who comes later is told', async () => {
    const bob = await openParticipant('Bob', { room, lang: 'fr' });
    await join(bob, FRENCH);
    await expect(mark(bob)).toHaveText('Enregistrement');
    await expect(notice(bob, 'Cette réunion est enregistrée.')).toBeVisible();
    await bob.close();
  });

  await test.step('it ends', async () => {
    await first.leave();
    await expect(mark(alice)).toHaveCount(0);
    await expect(notice(alice, 'The recording has stopped.')).toBeVisible();
    expect(await isRecorded(alice)).toBe(false);
    expect(await told(alice)).toEqual(['visio-recording-started', 'visio-recording-stopped']);
  });

  expect(alice.observed.consoleErrors).toEqual([]);
  expect(alice.observed.cspViolations).toEqual([]);
});

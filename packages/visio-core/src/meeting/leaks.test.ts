/** What a long call keeps: as much after many have come, spoken, written and gone as after the first few. */
import v8 from 'node:v8';
// What is counted here are its objects.
// eslint-disable-next-line no-restricted-imports
import { Effect, Signal } from '@preact/signals-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTestMeeting, during, enter, pass, type TestMeeting } from '../engine/testing/test-meeting.js';
import { effect } from '../reactive/index.js';
import type { Meeting } from './create-meeting.js';

/** How many have been guests: everyone is someone new. */
let guests = 0;

/** Watches all that a page shows. Returns what ends that. */
function watch({ roster, moderation, hands, chat, captions, notices, reactions, recording, quality }: Meeting): () => void {
  return effect(() => {
    for (const id of roster.ids.value) {
      void [roster.get(id), roster.isSpeaking(id), roster.quality(id), moderation.rights(id), hands.position(id)].map((each) => each.value);
    }
    for (const id of chat.ids.value.slice(-5)) void chat.get(id).value;
    void [captions.recent, notices.items, reactions.recent, recording.state, quality.advice, roster.screenSharers].map((each) => each.value);
  });
}

/** Some come, do all that one can do, and go; the page is looked at meanwhile. */
async function visit({ meeting, director }: TestMeeting): Promise<void> {
  const end = watch(meeting);
  const ids = Array.from({ length: 5 }, () => `guest-${++guests}`);
  for (const id of ids) {
    director.join({ id, name: id, microphone: true, camera: true });
    director.speak(id, 500);
    director.caption(id, `${id} says something.`);
    director.sendText(id, 'lk.chat', `${id} writes something.`);
    director.react(id, 'thumbs-up');
    director.setHandRaised(id, true);
    director.quality(id, 'poor');
    director.share(id);
    await pass(200);
  }
  // What knows of hands, messages and the rest comes with the first of them.
  await vi.dynamicImportSettled();
  await during(meeting.layout.pin(ids[0]!));
  await during(meeting.hands.setRaised(true));
  await pass(1_000);
  director.reconnect(500);
  await pass(1_000);
  await during(meeting.hands.setRaised(false));
  for (const id of ids) director.leave(id);
  // Whatever is kept for a moment has gone by then.
  await pass(10_000);
  end();
}

/** What there is of what could be forgotten. */
function count() {
  const all = (made: unknown) => v8.queryObjects(made as new () => unknown, { format: 'count' });
  return { signals: all(Signal), effects: all(Effect), timers: vi.getTimerCount() };
}

vi.setConfig({ testTimeout: 60_000 });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('keeps nothing of those who were there', async () => {
  const test = createTestMeeting({ scenario: { people: [{ name: 'Grace' }] } });
  await enter(test);
  await vi.dynamicImportSettled();
  await visit(test);
  // What keeps captions was fetched at the first of them.
  await vi.dynamicImportSettled();
  await during(test.meeting.captions.setEnabled(true));
  for (let i = 0; i < 2; i++) await visit(test);
  const before = count();
  expect(before.signals).toBeGreaterThan(20);
  for (let i = 0; i < 20; i++) await visit(test);
  expect(count()).toEqual(before);
  test.meeting.dispose();
});

it('keeps nothing of calls that ended', async () => {
  const test = createTestMeeting({ scenario: { people: [{ name: 'Grace' }] } });
  async function call() {
    await enter(test);
    await vi.dynamicImportSettled();
    await visit(test);
    await during(test.meeting.leave());
    await pass(10_000);
  }
  for (let i = 0; i < 2; i++) await call();
  const before = count();
  for (let i = 0; i < 10; i++) await call();
  expect(count()).toEqual(before);
  test.meeting.dispose();
});

it('keeps nothing of meetings that were disposed of', async () => {
  async function meet() {
    const test = createTestMeeting({ scenario: { people: [{ name: 'Grace' }] } });
    await enter(test);
    await vi.dynamicImportSettled();
    await visit(test);
    test.meeting.dispose();
    await pass(10_000);
    // What is still being fetched keeps who asked for it.
    await vi.dynamicImportSettled();
  }
  for (let i = 0; i < 2; i++) await meet();
  const before = count();
  for (let i = 0; i < 5; i++) await meet();
  expect(count()).toEqual(before);
});

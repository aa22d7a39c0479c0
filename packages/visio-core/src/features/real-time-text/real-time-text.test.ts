import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TextEvent } from '../../engine/engine.js';
import { createTestMeeting, during, enter, pass, type TestMeetingOptions } from '../../engine/testing/test-meeting.js';
import { effect } from '../../reactive/index.js';
import { CHAT_TOPIC } from '../chat/topics.js';
import { REAL_TIME_TEXT_TOPIC } from './topic.js';

async function inCall(options: TestMeetingOptions = {}) {
  const test = createTestMeeting({ scenario: { people: [{ name: 'Grace' }, { name: 'Alan' }] }, microphone: false, camera: false, ...options });
  await enter(test);
  await vi.dynamicImportSettled();
  const { realTimeText } = test.meeting;
  const sent: string[] = [];
  test.director.onData((event) => {
    if (event.type === 'text' && event.topic === REAL_TIME_TEXT_TOPIC) sent.push((event as TextEvent).text);
  });
  const hear = (from: string, text: string) => void test.director.sendText(from, REAL_TIME_TEXT_TOPIC, text);
  return { ...test, realTimeText, sent, hear, seen: () => realTimeText.lines.peek().map(({ from, text }) => `${from}: ${text}`) };
}

describe('createRealTimeText', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tells nobody what is written unless that is wanted', async () => {
    const { realTimeText, sent } = await inCall();
    expect(realTimeText.enabled.value).toBe(false);
    realTimeText.write('a secret');
    await pass(10_000);
    expect(sent).toEqual([]);
  });

  it('has every change under way within 500 ms, and no more than four texts a second', async () => {
    const { realTimeText, sent } = await inCall();
    await during(realTimeText.setEnabled(true));
    let line = '';
    for (const letter of 'The quick brown fox') {
      realTimeText.write((line += letter));
      await pass(100);
    }
    await pass(400);
    expect(sent.at(-1)).toBe('The quick brown fox');
    // 1.9 seconds of typing.
    expect(sent.length).toBeGreaterThanOrEqual(4);
    expect(sent.length).toBeLessThanOrEqual(8);
    sent.length = 0;
    realTimeText.write(`${line}!`);
    // And some for the simulated server to answer.
    await pass(499);
    expect(sent).toEqual(['The quick brown fox!']);
  });

  it('tells a line that stands now and then again, and nothing once there is none', async () => {
    const { realTimeText, sent } = await inCall();
    await during(realTimeText.setEnabled(true));
    realTimeText.write('unfinished');
    await pass(20_000);
    expect(new Set(sent)).toEqual(new Set(['unfinished']));
    expect(sent.length).toBeGreaterThanOrEqual(3);
    expect(sent.length).toBeLessThanOrEqual(4);
    realTimeText.write('');
    await pass(60_000);
    expect(sent.filter((line) => line === '')).toHaveLength(1);
    expect(sent.at(-1)).toBe('');
  });

  it('tells what is taken back, and that the line was given up', async () => {
    const { realTimeText, sent } = await inCall();
    await during(realTimeText.setEnabled(true));
    for (const line of ['hallo', 'h', 'hello', '']) {
      realTimeText.write(line);
      await pass(500);
    }
    expect(sent).toEqual(['hallo', 'h', 'hello', '']);
  });

  it('begins with what stands there, and takes it back from others when it is no longer wanted', async () => {
    const { realTimeText, sent } = await inCall();
    realTimeText.write('so far');
    await during(realTimeText.setEnabled(true));
    await pass(500);
    expect(sent).toEqual(['so far']);
    await during(realTimeText.setEnabled(false));
    await pass(500);
    expect(sent).toEqual(['so far', '']);
  });

  it('shows each line as it stands, until it is given up, sent, or its writer goes', async () => {
    const { hear, seen, director } = await inCall();
    hear('grace', 'hel');
    hear('alan', 'well');
    await pass(50);
    hear('grace', 'he');
    await pass(50);
    expect(seen()).toEqual(['grace: he', 'alan: well']);
    director.sendText('grace', CHAT_TOPIC, 'hello');
    await pass(50);
    expect(seen()).toEqual(['alan: well']);
    hear('grace', 'again');
    hear('alan', '');
    await pass(50);
    expect(seen()).toEqual(['grace: again']);
    director.leave('grace');
    await pass(50);
    expect(seen()).toEqual([]);
  });

  it('gives who comes later the line as it stands', async () => {
    const { realTimeText, sent, director } = await inCall();
    await during(realTimeText.setEnabled(true));
    realTimeText.write('unfinished');
    await pass(500);
    expect(sent).toEqual(['unfinished']);
    director.join({ name: 'Late' });
    await pass(2_000);
    expect(sent).toEqual(['unfinished', 'unfinished']);
  });

  it('sends once, and the newest, when a broken connection is back', async () => {
    const { realTimeText, sent, director } = await inCall();
    await during(realTimeText.setEnabled(true));
    director.reconnect(5_000);
    await pass(100);
    for (const line of ['o', 'on', 'onl', 'only the last']) {
      realTimeText.write(line);
      await pass(1_000);
    }
    expect(sent).toEqual([]);
    await pass(5_000);
    expect(sent.length).toBeLessThanOrEqual(3);
    expect(sent.at(-1)).toBe('only the last');
  });

  it('is text, in bounds, whatever comes', async () => {
    const { hear, realTimeText } = await inCall();
    hear('grace', `<b>\u202Ex\u0007</b>\r\n${'y'.repeat(10_000)}`);
    hear('alan', '<b>\u202Ex\u0007</b>\r\nz');
    await pass(50);
    const [long, short] = realTimeText.lines.value;
    expect(long!.text).toBe('y'.repeat(2_000));
    expect(short!.text).toBe('<b>x</b>\nz');
  });

  it('passes over a flood with a count, one update a burst, and hears the others', async () => {
    const people = Array.from({ length: 40 }, (_, i) => ({ name: `P${i}` }));
    const { hear, realTimeText, seen } = await inCall({ scenario: { people } });
    let updates = 0;
    const end = effect(() => void (realTimeText.lines.value, updates++));
    for (let second = 0; second < 10; second++) {
      for (let i = 0; i < 1_000; i++) hear('p0', `${second} ${i}`);
      hear('p1', `calm ${second}`);
      await pass(1_000);
    }
    end();
    expect(seen()).toContain('p1: calm 9');
    expect(realTimeText.dropped.value).toBeGreaterThan(9_800);
    expect(updates).toBeLessThan(50);
    for (const { name } of people) hear(name.toLowerCase(), 'me too');
    await pass(50);
    expect(realTimeText.lines.value).toHaveLength(20);
  });

  it('is remembered, and forgets lines with the call', async () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    const first = await inCall({ storage });
    await during(first.realTimeText.setEnabled(true));
    first.hear('grace', 'half');
    await pass(50);
    expect(first.seen()).toHaveLength(1);
    await first.meeting.leave();
    expect(first.seen()).toEqual([]);
    const second = await inCall({ storage });
    expect(second.realTimeText.enabled.value).toBe(true);
  });
});

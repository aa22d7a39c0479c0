/** One person who sends everything that there is, all at once: nothing changes but their own output. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestMeeting, enter, pass } from '../engine/testing/test-meeting.js';
import { effect } from '../reactive/index.js';
import { CHAT_TOPIC, LEGACY_CHAT_TOPIC } from './chat/topics.js';

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const HOSTILE = '<script>alert(1)</script>\u202E\u0000\u2066\u0007';

describe('a flood', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function inCall() {
    const test = createTestMeeting({ scenario: { people: [{ name: 'Mallory' }, { name: 'Grace' }] }, microphone: false, camera: false });
    await enter(test);
    await vi.dynamicImportSettled();
    const { meeting, director } = test;
    const { chat } = meeting;
    const of = (from: string) => chat.ids.peek().map((id) => chat.get(id).peek()!).filter((message) => message.from === from);
    const state = () => ({
      people: meeting.roster.ids.peek().length,
      connection: meeting.connection.state.peek(),
      sharers: meeting.roster.screenSharers.peek().length,
    });
    return { ...test, chat, director, of, state };
  }

  it('of texts, edits and packets of every kind is dropped with a count, and the others are heard', async () => {
    const { chat, director, of, state, meeting } = await inCall();
    const before = state();
    let updates = 0;
    const end = effect(() => void (chat.ids.value, updates++));
    const seconds = 10;
    for (let second = 0; second < seconds; second++) {
      for (let i = 0; i < 1_000; i++) {
        director.sendText('mallory', CHAT_TOPIC, `${HOSTILE} ${second} ${i}`);
        director.sendText('mallory', CHAT_TOPIC, `${HOSTILE} edit ${second} ${i}`, { id: 'the-same' });
        director.sendPacket('mallory', bytes({ id: `p${second}-${i}`, timestamp: i, message: HOSTILE + i }), { topic: LEGACY_CHAT_TOPIC });
        director.sendPacket('mallory', bytes({ type: 'reactionReceived', data: { emoji: 'thumbs-up' } }));
        director.sendPacket('mallory', bytes(HOSTILE), { topic: HOSTILE });
        director.sendFile('mallory', CHAT_TOPIC, new Blob(['x']), { id: `f${i}` });
      }
      director.sendText('grace', CHAT_TOPIC, `Grace ${second}`);
      await pass(1_000);
    }
    await pass(100);
    end();
    expect(of('grace').map(({ text }) => text)).toEqual(Array.from({ length: seconds }, (_, i) => `Grace ${i}`));
    expect(of('mallory').length).toBeLessThanOrEqual(5_000 + 20 * seconds);
    // Three messages and a file that no message told of, each time; what is edited again stays one message.
    expect(chat.dropped.peek()).toBeGreaterThanOrEqual(4 * 1_000 * seconds - (5_000 + 20 * (seconds + 1)));
    expect(meeting.reactions.recent.peek().length).toBeLessThanOrEqual(50);
    expect(meeting.reactions.dropped.peek()).toBeGreaterThan(8_000);
    // A burst is one update, however large it is.
    expect(updates).toBeLessThan(5 * seconds);
    expect(state()).toEqual(before);
  });

  it('of text that is too long, and of names, stays within bounds', async () => {
    const { chat, director, of, meeting } = await inCall();
    for (let i = 0; i < 20; i++) director.sendText('mallory', CHAT_TOPIC, 'x'.repeat(1_000_000));
    director.sendText('mallory', CHAT_TOPIC, 'y'.repeat(65_000));
    director.sendPacket('mallory', new Uint8Array(1_000_000), { topic: LEGACY_CHAT_TOPIC });
    await pass(50);
    expect(of('mallory').map(({ text }) => text.length)).toEqual([20_001]);
    const names = new Set<string>();
    const end = effect(() => void names.add(meeting.roster.get('mallory').value?.name ?? ''));
    for (let i = 0; i < 10_000; i++) {
      director.rename('mallory', `${HOSTILE}\n${i} ${'long '.repeat(1_000)}`);
      if (i % 1_000 === 999) await pass(20);
    }
    end();
    expect(names.size).toBeLessThan(50);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(101);
      expect(name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }
    director.sendText('mallory', CHAT_TOPIC, 'who am I?');
    await pass(50);
    expect(chat.latest.peek()!.name).toBe(meeting.roster.get('mallory').peek()!.name);
    expect(meeting.roster.get('grace').peek()!.name).toBe('Grace');
  });
});

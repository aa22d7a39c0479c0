import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../backends/backend.js';
import { createTestMeeting, during, enter, pass } from '../../engine/testing/test-meeting.js';
import { VisioError } from '../../errors/visio-error.js';
import type { MeetingStorage } from '../../meeting/context.js';
import { effect } from '../../reactive/index.js';
import type { Fact } from '../facts/facts.js';

const people = [{ name: 'Grace' }, { name: 'Alan' }];

async function inCall(start?: () => Promise<void>, storage: MeetingStorage | null = null, offers?: { readonly captions: boolean }) {
  const backend: Backend = {
    credentials: async () => ({ serverUrl: 'wss://simulated', token: 'any', ...(offers && { offers }) }),
    ...(start && { captions: { start } }),
  };
  const test = createTestMeeting({ scenario: { people }, microphone: false, camera: false, backend, storage });
  await enter(test);
  const { captions } = test.meeting;
  const texts = () => captions.ids.peek().map((id) => captions.get(id).peek()!).map(({ name, text, final }) => `${name}: ${text}${final ? '' : ' …'}`);
  /** With the code that reads captions there. */
  async function load() {
    test.director.caption('grace', 'Hello.');
    await pass(20);
    await vi.dynamicImportSettled();
    await pass(3_000);
  }
  return { ...test, captions, texts, load };
}

describe('createCaptions', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('fetches what reads captions with the first, and loses none meanwhile', async () => {
    const { director, captions, texts } = await inCall();
    expect(captions.available.peek()).toBe(false);
    director.caption('grace', 'One', { segmentId: '1', final: false });
    director.caption('grace', 'One.', { segmentId: '1' });
    await pass(20);
    await vi.dynamicImportSettled();
    director.caption('alan', 'Two.');
    await pass(20);
    expect(texts()).toEqual(['Grace: One. …', 'Alan: Two. …']);
    expect(captions.available.peek()).toBe(true);
    await pass(1_500);
    expect(texts()).toEqual(['Grace: One.', 'Alan: Two.']);
    expect(captions.recent.peek().map(({ text }) => text)).toEqual(['One.', 'Two.']);
  });

  it('tells of words within two frames of their packet, a burst at once', async () => {
    const { director, captions, load } = await inCall();
    await load();
    const seen: (string | undefined)[] = [];
    const end = effect(() => void seen.push(captions.latest.value.at(-1)?.text));
    seen.length = 0;
    director.caption('alan', 'now');
    // No time at all: a quiet moment before.
    await pass(0);
    expect(seen).toEqual(['now']);
    for (const word of ['and', 'again', 'and', 'again']) director.caption('alan', word);
    await pass(16);
    expect(seen).toEqual(['now', 'now and again and again']);
    end();
  });

  it('costs nobody anything who does not look, and only the one line that changes', async () => {
    const { director, captions, load } = await inCall();
    await load();
    const [first] = captions.ids.peek();
    let updates = 0;
    let lists = 0;
    const ends = [effect(() => void (captions.get(first!).value, updates++)), effect(() => void (captions.ids.value, lists++))];
    for (let i = 0; i < 10; i++) {
      director.caption('alan', `word${i}`);
      await pass(100);
    }
    expect([updates, lists]).toEqual([1, 2]);
    ends.forEach((end) => end());
  });

  it('asks the backend once, and is enabled when the backend has taken it', async () => {
    let answer: () => void = () => undefined;
    const start = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)));
    const { captions, meeting } = await inCall(start);
    expect(captions.available.peek()).toBe(true);
    const enabling = captions.setEnabled(true);
    await vi.dynamicImportSettled();
    await pass(10);
    expect([captions.enabled.peek(), captions.setEnabled.pending.peek(), start.mock.calls.length]).toEqual([false, true, 1]);
    expect(start.mock.calls[0]).toMatchObject([{ token: 'any', serverUrl: 'wss://simulated' }]);
    answer();
    expect(await during(enabling)).toBe(true);
    expect(captions.enabled.peek()).toBe(true);
    await during(captions.setEnabled(false));
    await during(captions.setEnabled(true));
    expect([captions.enabled.peek(), start.mock.calls.length]).toEqual([true, 1]);
    await during(meeting.leave());
    expect(captions.enabled.peek()).toBe(false);
  });

  it('says what went wrong, and then shows what comes anyway', async () => {
    const { captions, load } = await inCall(async () => {
      throw new VisioError('FEATURE_OFF', 'no');
    });
    await expect(during(captions.setEnabled(true))).rejects.toMatchObject({ code: 'FEATURE_OFF' });
    expect([captions.enabled.peek(), captions.setEnabled.error.peek()?.code]).toEqual([false, 'FEATURE_OFF']);
    await load();
    expect(await during(captions.setEnabled(true))).toBe(true);
    expect(captions.enabled.peek()).toBe(true);
  });

  it('is not offered where the backend does not offer it in this room, nor outside a call', async () => {
    const start = vi.fn(async () => undefined);
    const { captions, meeting, load } = await inCall(start, null, { captions: false });
    expect(captions.available.peek()).toBe(false);
    await expect(captions.setEnabled(true)).rejects.toMatchObject({ code: 'COMMAND_DISABLED' });
    await load();
    expect(await during(captions.setEnabled(true))).toBe(true);
    expect(start).not.toHaveBeenCalled();
    await during(meeting.leave());
    expect(captions.available.peek()).toBe(false);
  });

  it('passes over what one person sends too much of, with a count, and hears the others', async () => {
    const { director, captions, texts, load } = await inCall();
    await load();
    for (let second = 0; second < 10; second++) {
      for (let i = 0; i < 1_000; i++) director.caption('grace', `flood ${second} ${i}`);
      director.caption('alan', `word${second}`);
      await pass(1_000);
    }
    const ofGrace = texts().filter((text) => text.startsWith('Grace')).join(' ').match(/flood/g)!.length;
    expect(ofGrace).toBeLessThanOrEqual(300 + 10 * 60);
    expect(captions.dropped.peek()).toBe(10_000 - ofGrace);
    expect(texts().filter((text) => text.startsWith('Alan')).join(' ').match(/word\d/g)).toHaveLength(10);
  });

  it('remembers how one wants to read, and believes nothing else that was kept', async () => {
    const kept = new Map<string, string>([['visio-captions', '{"size":"huge","colors":"red","place":7,"spoken":true}']]);
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    const { captions } = await inCall(undefined, storage);
    const chosen = captions.setPreferences({ colors: 'black-on-yellow', place: 'sideways' as 'top' });
    await vi.dynamicImportSettled();
    const all = { size: 'huge', colors: 'black-on-yellow', background: 'translucent', place: 'bottom', spoken: true };
    expect(await during(chosen)).toEqual(all);
    expect(captions.preferences.peek()).toEqual(all);
    expect(JSON.parse(kept.get('visio-captions')!)).toEqual(all);
  });

  it('tells of final lines, once', async () => {
    const { director, meeting, load } = await inCall();
    await load();
    const facts: Fact[] = [];
    const end = meeting.facts.listen((fact) => facts.push(fact));
    director.caption('grace', 'Right', { segmentId: 'r', final: false });
    await pass(50);
    director.caption('grace', 'Right.', { segmentId: 'r' });
    director.caption('alan', 'So.');
    await pass(2_000);
    end();
    expect(facts.map((fact) => (fact.type === 'caption' ? `${fact.line.name}: ${fact.line.text}` : fact.type))).toEqual(['Grace: Right.', 'Alan: So.']);
  });

  it('translates for this reader, and exports both', async () => {
    const { director, captions, load } = await inCall();
    await load();
    captions.setTranslator({ language: 'fr', translate: async ({ text }) => (text === 'Bye.' ? Promise.reject(new Error()) : 'Bonjour.') });
    director.caption('alan', 'Good morning.', { language: 'en' });
    await pass(2_000);
    director.caption('alan', 'Bye.');
    await pass(2_000);
    expect(captions.latest.peek().map(({ text, translation }) => [text, translation?.text])).toEqual([['Hello.', undefined], ['Good morning.', 'Bonjour.'], ['Bye.', undefined]]);
    const text = captions.export('text', { nameless: 'Guest' });
    await vi.dynamicImportSettled();
    expect((await text).replaceAll(/\[.*?\] /g, '')).toBe('Grace: Hello.\nAlan: Bonjour.\nAlan: Bye.\n');
    expect(JSON.parse(await captions.export('json')).lines[1]).toMatchObject({ text: 'Good morning.', translation: { text: 'Bonjour.', language: 'fr' } });
  });

  it('ends a line when its speaker goes, keeps all after the call, and begins the next call anew', async () => {
    const { director, meeting, texts, captions, load } = await inCall();
    await load();
    director.caption('alan', 'I am', { final: false });
    await pass(20);
    director.leave('alan');
    await pass(20);
    expect(texts()).toEqual(['Grace: Hello.', 'Alan: I am']);
    await during(meeting.leave());
    expect(texts()).toHaveLength(2);
    expect(captions.latest.peek()).toEqual([]);
    const joined = meeting.join();
    await pass(500);
    await joined;
    expect(texts()).toEqual([]);
  });

  it('goes on after a connection that was lost for good', async () => {
    const { director, meeting, texts, captions, load } = await inCall(async () => undefined);
    await load();
    await during(captions.setEnabled(true));
    director.drop('connection-lost');
    await pass(50);
    const joined = meeting.join();
    await pass(500);
    await joined;
    expect([texts(), captions.enabled.peek()]).toEqual([['Grace: Hello.'], true]);
  });
});

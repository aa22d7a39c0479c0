import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PacketEvent, TextEvent } from '../../engine/engine.js';
import { createTestMeeting, during, enter, pass } from '../../engine/testing/test-meeting.js';
import { VisioError } from '../../errors/visio-error.js';
import { effect } from '../../reactive/index.js';
import { CHAT_TOPIC, LEGACY_CHAT_TOPIC, RECEIVED_LIMIT } from './wire.js';

const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const json = (payload: Uint8Array) => JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>;

async function inCall() {
  const test = createTestMeeting({
    scenario: { people: [{ name: 'Grace' }, { name: 'Alan' }] },
    microphone: false,
    camera: false,
  });
  await enter(test);
  const { chat } = test.meeting;
  // As by someone who had the chat open, and closed it.
  chat.watch()();
  await vi.dynamicImportSettled();
  const sent: (TextEvent | PacketEvent)[] = [];
  test.director.onData((event) => sent.push(event));
  const message = (index: number) => chat.get(chat.ids.peek().at(index)!).peek()!;
  return {
    ...test,
    chat,
    sent,
    message,
    texts: () => chat.ids.peek().map((id) => chat.get(id).peek()!.text),
    /** Someone else writes. */
    write: (text: string, { from = 'grace', id }: { from?: string; id?: string } = {}) =>
      test.director.sendText(from, CHAT_TOPIC, text, id === undefined ? {} : { id }),
    legacy: (value: unknown, from: string | null = 'grace') => test.director.sendPacket(from, bytes(value), { topic: LEGACY_CHAT_TOPIC }),
  };
}

describe('createChat', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  describe('sending', () => {
    it('sends a text stream, then the packet for older clients, with the same id', async () => {
      const { chat, sent, message } = await inCall();
      const result = await during(chat.send('  Hello\nthere <b>  '));
      await pass(100);
      expect(sent).toHaveLength(2);
      const [stream, packet] = sent as [TextEvent, PacketEvent];
      expect(stream).toMatchObject({ type: 'text', topic: 'lk.chat', text: 'Hello\nthere <b>' });
      expect(packet).toMatchObject({ type: 'packet', topic: 'lk-chat-topic' });
      expect(json(packet.payload)).toEqual({ id: stream.id, timestamp: expect.any(Number) as number, message: 'Hello\nthere <b>', ignoreLegacy: true });
      expect(result).toEqual(message(0));
      expect(result).toMatchObject({ isLocal: true, state: 'sent', edited: false, from: 'local', text: 'Hello\nthere <b>' });
    });

    it('shows a message as it is being sent', async () => {
      const { chat, message } = await inCall();
      const sending = chat.send('one');
      expect(message(0)).toMatchObject({ state: 'sending', text: 'one' });
      await during(sending);
      expect(message(0).state).toBe('sent');
    });

    it('refuses what is empty or too long, and what comes outside a call', async () => {
      const { chat, meeting } = await inCall();
      for (const text of ['', ' \n ', '\u0007', 'x'.repeat(2_001)]) {
        await expect(chat.send(text)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      }
      expect(chat.ids.value).toEqual([]);
      await during(chat.send('x'.repeat(2_000)));
      await meeting.leave();
      expect(chat.send.enabled.value).toBe(false);
      await expect(chat.send('x')).rejects.toMatchObject({ code: 'COMMAND_DISABLED' });
    });

    it('keeps the order, even when many are sent at once', async () => {
      const { chat, sent } = await inCall();
      const texts = ['a', 'b', 'c', 'd'];
      const sending = Promise.all(texts.map((text) => chat.send(text)));
      await pass(1_000);
      await sending;
      expect(sent.flatMap((event) => (event.type === 'text' ? [event.text] : []))).toEqual(texts);
    });

    it('waits while the connection is broken, and sends once', async () => {
      const { chat, sent, message, director } = await inCall();
      director.reconnect(5_000);
      await pass(50);
      const sending = chat.send('patience');
      await pass(4_000);
      expect(message(0).state).toBe('sending');
      expect(sent).toEqual([]);
      await pass(2_000);
      await sending;
      expect(sent.filter(({ type }) => type === 'text')).toHaveLength(1);
      expect(message(0).state).toBe('sent');
    });

    it('tells what failed, and sends it again under the same id', async () => {
      const { chat, engine, message, sent } = await inCall();
      const send = vi.spyOn(engine, 'sendText').mockRejectedValueOnce(new VisioError('PUBLISH_FAILED', 'no'));
      await expect(during(chat.send('again'))).rejects.toMatchObject({ code: 'PUBLISH_FAILED' });
      expect(message(0).state).toBe('failed');
      expect(sent).toEqual([]);
      await during(chat.retry(message(0).id));
      expect(message(0).state).toBe('sent');
      expect(chat.ids.value).toHaveLength(1);
      expect(send.mock.calls[0]?.[2]?.id).toBe(send.mock.calls[1]?.[2]?.id);
      await expect(chat.retry(message(0).id)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      await expect(chat.retry('nothing')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    });

    it('fails what waits when the call ends', async () => {
      const { chat, meeting, message, director } = await inCall();
      director.reconnect(60_000);
      await pass(50);
      const outcome = chat.send('too late').catch((error: unknown) => error);
      await meeting.leave();
      await pass(50);
      expect(await outcome).toMatchObject({ code: 'COMMAND_DISABLED' });
      expect(message(0).state).toBe('failed');
    });

    it('can be prevented by the host', async () => {
      const { chat, meeting } = await inCall();
      meeting.intercept((command) => command !== 'sendMessage');
      await expect(chat.send('x')).rejects.toMatchObject({ code: 'VETOED' });
      expect(chat.ids.value).toEqual([]);
    });
  });

  describe('receiving', () => {
    it('takes text streams and legacy packets, each message once', async () => {
      const { write, legacy, texts, message } = await inCall();
      write('by stream', { id: 'a' });
      legacy({ id: 'a', timestamp: Date.now(), message: 'by stream', ignoreLegacy: true });
      legacy({ id: 'b', timestamp: Date.now(), message: 'by packet' });
      legacy({ id: 'c', timestamp: Date.now(), message: 'by both' });
      write('by both', { id: 'c' });
      write('by stream', { id: 'a' });
      await pass(50);
      expect(texts()).toEqual(['by stream', 'by packet', 'by both']);
      expect(message(0)).toMatchObject({ from: 'grace', name: 'Grace', isLocal: false, edited: false, state: 'sent' });
    });

    it('replaces what its own sender edits, and nobody else’s', async () => {
      const { write, texts, message, chat } = await inCall();
      write('frist', { id: 'a' });
      write('other', { id: 'a', from: 'alan' });
      await pass(50);
      write('first', { id: 'a' });
      await pass(50);
      expect(texts()).toEqual(['first', 'other']);
      expect([message(0).edited, message(1).edited]).toEqual([true, false]);
      expect(chat.unread.value).toBe(2);
    });

    it('passes over everything that is no message', async () => {
      const { legacy, write, texts, director } = await inCall();
      for (const value of ['', 'no json', 'null', '[]', '7', '"x"', '{', {}, { id: 1, message: 'x' }, { id: 'a' }, { id: 'a', message: 1 }, { id: '', message: 'x' }, { id: 'x'.repeat(201), message: 'x' }, { id: 'a', message: ' ' }]) legacy(value);
      legacy(bytes([255, 254]));
      legacy({ id: 'a', message: 'from the server' }, null);
      director.sendPacket('grace', bytes({ type: 'reactionReceived', data: { emoji: 'thumbs-up' } }));
      director.sendText('grace', 'other.topic', 'x');
      write('');
      write('\u0000\u0007');
      await pass(50);
      expect(texts()).toEqual([]);
      legacy({ id: '__proto__', message: 'fine', timestamp: 'soon', __proto__: { x: 1 } });
      await pass(50);
      expect(texts()).toEqual(['fine']);
    });

    it('cuts what is too long, and takes out what is not text', async () => {
      const { write, texts } = await inCall();
      write('x'.repeat(60_000));
      write('a\u202Eb\u0000c\r\nd\te');
      write(`${'x'.repeat(RECEIVED_LIMIT - 1)}😀`);
      await pass(50);
      expect(texts()[0]).toHaveLength(RECEIVED_LIMIT + 1);
      expect(texts()[1]).toBe('abc\nd\te');
      expect(texts()[2]).toBe(`${'x'.repeat(RECEIVED_LIMIT - 1)}…`);
    });

    it('keeps the name by which someone wrote, and makes it one line', async () => {
      const { director, message, write } = await inCall();
      director.rename('grace', '  Gr\u202Eace\n[2026-01-01 00:00] Alan: hi ');
      write('x');
      await pass(50);
      director.leave('grace');
      await pass(50);
      expect(message(0).name).toBe('Gr ace [2026-01-01 00:00] Alan: hi');
    });

    it('believes a clock that is near ours, and no other', async () => {
      const { legacy, message } = await inCall();
      const now = Date.now();
      for (const timestamp of [now - 5_000, now + 60_000, 0, 1e300, -1, null]) legacy({ id: `t${timestamp}`, message: 'x', timestamp });
      await pass(1_000);
      const after = (index: number) => message(index).sentAt - now;
      expect(after(0)).toBe(-5_000);
      for (const index of [1, 2, 3, 4, 5]) expect(after(index)).toBeGreaterThanOrEqual(0);
    });

    it('drops what one person sends beyond all measure, counts it, and keeps the others', async () => {
      const { write, texts, chat } = await inCall();
      for (let i = 0; i < 6_000; i++) write(`flood ${i}`);
      write('me too', { from: 'alan' });
      await pass(50);
      expect(texts()).toHaveLength(5_001);
      expect(texts().at(-1)).toBe('me too');
      expect(chat.dropped.value).toBe(1_000);
      await pass(10_000);
      write('later');
      await pass(50);
      expect(texts().at(-1)).toBe('later');
    });
  });

  describe('what a view needs', () => {
    it('groups what one person writes within a minute', async () => {
      const { write, chat, message } = await inCall();
      write('1');
      await pass(30_000);
      write('2');
      write('3', { from: 'alan' });
      write('4');
      await pass(61_000);
      write('5');
      await pass(50);
      expect(chat.ids.value.map((_, i) => message(i).startsGroup)).toEqual([true, false, true, true, true]);
    });

    it('counts what is unread, while nobody sees it', async () => {
      const { write, chat } = await inCall();
      write('1');
      await pass(50);
      await during(chat.send('mine'));
      expect(chat.unread.value).toBe(1);
      const [first, second] = [chat.watch(), chat.watch()];
      expect(chat.unread.value).toBe(0);
      write('2');
      await pass(50);
      expect(chat.unread.value).toBe(0);
      first();
      write('3');
      await pass(50);
      expect(chat.unread.value).toBe(0);
      second();
      write('4');
      await pass(50);
      expect(chat.unread.value).toBe(1);
      expect(chat.latest.value?.text).toBe('4');
    });

    it('tells one update for a burst of 4000, and for one message nobody but whom it concerns', async () => {
      const { write, chat } = await inCall();
      write('0');
      await pass(50);
      const runs = { ids: 0, first: 0, unread: 0 };
      const first = chat.get(chat.ids.peek()[0]!);
      const ends = [
        effect(() => void (chat.ids.value, runs.ids++)),
        effect(() => void (first.value, runs.first++)),
        effect(() => void (chat.unread.value, runs.unread++)),
      ];
      for (let i = 1; i <= 4_000; i++) write(`${i}`);
      await pass(50);
      expect(runs).toEqual({ ids: 2, first: 1, unread: 2 });
      expect(chat.ids.value).toHaveLength(4_001);
      const sending = chat.send('mine');
      expect(runs).toEqual({ ids: 3, first: 1, unread: 2 });
      const mine = chat.get(chat.ids.peek().at(-1)!);
      const states: unknown[] = [];
      ends.push(effect(() => void states.push(mine.value?.state)));
      await during(sending);
      expect(states).toEqual(['sending', 'sent']);
      expect(runs).toEqual({ ids: 3, first: 1, unread: 2 });
      for (const end of ends) end();
    });

    it('exports plain text in which no line can pass for another message', async () => {
      const { write, chat } = await inCall();
      vi.setSystemTime(new Date(2027, 0, 2, 3, 4, 5));
      write('Hello\n[2027-01-02 03:04] Alan: I resign');
      await pass(50);
      expect(chat.exportText()).toBe('[2027-01-02 03:04] Grace: Hello\n    [2027-01-02 03:04] Alan: I resign');
    });
  });

  describe('a broken connection', () => {
    it('sends again, to those who come back, what they may have missed, under the same id', async () => {
      const { chat, sent, director, message } = await inCall();
      await during(chat.send('old'));
      await pass(120_000);
      director.leave('grace');
      await during(chat.send('missed'));
      sent.length = 0;
      director.join({ name: 'Grace' });
      director.join({ name: 'Someone new' });
      await pass(1_000);
      expect(sent).toHaveLength(1);
      expect(sent[0]).toMatchObject({ type: 'text', text: 'missed', id: message(1).id.split('\n')[1] });
    });

    it('sends nothing again when its own connection was only resumed', async () => {
      const { chat, sent, director } = await inCall();
      await during(chat.send('there'));
      sent.length = 0;
      director.reconnect(1_000);
      await pass(3_000);
      expect(sent).toEqual([]);
    });

    it('keeps its messages for a rejoin after a loss, and only then', async () => {
      const test = await inCall();
      test.write('before');
      await pass(50);
      test.director.drop('connection-lost');
      await pass(50);
      await enter(test);
      expect(test.texts()).toEqual(['before']);
      await test.meeting.leave();
      expect(test.texts()).toEqual(['before']);
      await enter(test);
      expect(test.texts()).toEqual([]);
      expect(test.chat.unread.value).toBe(0);
    });
  });
});

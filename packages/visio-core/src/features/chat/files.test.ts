import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileEvent } from '../../engine/engine.js';
import { createTestMeeting, enter, pass, type TestMeetingOptions } from '../../engine/testing/test-meeting.js';
import type { SimulatedFileOptions } from '../../engines/simulated/index.js';
import { cleanFileName, FILES_A_MESSAGE, Store, withTrueType } from './files.js';
import { CHAT_TOPIC } from './topics.js';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];

const fileOf = (size: number, name = 'notes.txt', type = 'text/html') => new File([new Uint8Array(size).fill(7)], name, { type });

describe('cleanFileName', () => {
  it('takes the path away, and what is not text or turns the text around it', () => {
    const names: readonly (readonly [string, string])[] = [
      ['report.pdf', 'report.pdf'],
      ['../../etc/passwd', 'passwd'],
      ['C:\\Windows\\system.ini', 'system.ini'],
      ['photo\u202Egpj.exe', 'photogpj.exe'],
      ['a\u0000b\nc\u2066d.txt', 'abcd.txt'],
      ['.bashrc', 'bashrc'],
      ['con. ', 'con'],
      ['<img src=x onerror="alert(1)">.png', '_img src=x onerror=_alert(1)__.png'],
      ['Zoé’s   plan 👋.pdf', 'Zoé’s plan 👋.pdf'],
      ['\ud800half.txt', 'half.txt'],
      ['/', ''],
      ['...', ''],
    ];
    for (const [name, clean] of names) expect(cleanFileName(name), name).toBe(clean);
  });

  it('keeps the ending of a long one in sight', () => {
    const name = cleanFileName(`${'😀'.repeat(5_000)}.tar.gz`);
    expect([...name]).toHaveLength(120);
    expect(name.endsWith('😀….gz')).toBe(true);
    expect([...cleanFileName(`a.${'b'.repeat(300)}`)]).toHaveLength(120);
  });
});

describe('withTrueType', () => {
  const typeOf = async (bytes: readonly number[] | string, type = 'image/svg+xml') => {
    return (await withTrueType(new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], { type }))).type;
  };

  it('believes the first bytes, and nobody’s word', async () => {
    expect(await typeOf(PNG)).toBe('image/png');
    expect(await typeOf([0xff, 0xd8, 0xff, 0xe0])).toBe('image/jpeg');
    expect(await typeOf('GIF89a...')).toBe('image/gif');
    expect(await typeOf('RIFF\u0001\u0002\u0003\nWEBPVP8 ')).toBe('image/webp');
    expect(await typeOf('\u0000\u0000\u0000\u001cftypavif')).toBe('image/avif');
    for (const other of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '<!doctype html>', ' GIF89a', '%PDF-1.7', '', 'RIFF1234WAVE', '\u0000\u0000\u0000\u001cftypmp42']) {
      expect(await typeOf(other, 'image/png'), other).toBe('application/octet-stream');
    }
  });
});

describe('Store', () => {
  it('lets the oldest of whoever has the most go', () => {
    const store = new Store(10);
    expect(store.add('a', 'a1', 2)).toEqual([]);
    expect(store.add('b', 'b1', 4)).toEqual([]);
    expect(store.add('b', 'b2', 4)).toEqual([]);
    expect(store.add('b', 'b3', 4)).toEqual(['b1']);
    expect(store.add('a', 'a2', 9)).toEqual(['a1', 'a2']);
    expect(store.add('c', 'c1', 2)).toEqual([]);
    store.clear();
    expect(store.add('c', 'c2', 10)).toEqual([]);
  });
});

describe('files in a chat', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function inCall(options: TestMeetingOptions = {}) {
    const test = createTestMeeting({ scenario: { people: [{ name: 'Grace' }, { name: 'Alan' }] }, microphone: false, camera: false, ...options });
    await enter(test);
    test.meeting.chat.watch()();
    await vi.dynamicImportSettled();
    const { chat } = test.meeting;
    const sent: FileEvent[] = [];
    const texts: { id: string; text: string; attachments?: readonly string[] | undefined }[] = [];
    test.director.onFile((event) => sent.push(event));
    test.director.onData((event) => event.type === 'text' && texts.push({ id: event.id, text: event.text, attachments: event.attachments }));
    const message = (index = 0) => chat.get(chat.ids.peek().at(index)!).peek()!;
    const announce = (text: string, ids: readonly string[], from = 'grace') => test.director.sendText(from, CHAT_TOPIC, text, { attachments: ids });
    const receive = (file: Blob, given: SimulatedFileOptions = {}, from = 'grace') => test.director.sendFile(from, CHAT_TOPIC, file, given);
    return { ...test, chat, sent, texts, message, file: (index = 0) => message(index).files[0]!, announce, receive };
  }

  /** Lets bytes be looked at, which is no matter of timers. */
  async function settle(ms = 50): Promise<void> {
    for (let i = 0; i < 20; i++) {
      await pass(ms / 20);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  // `setImmediate` is real: bytes are read by Node itself.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] }));

  describe('sending', () => {
    it('sends the message, then its file under the id that the message names', async () => {
      const { chat, sent, texts, message, file } = await inCall();
      const sending = chat.sendFile(fileOf(1_000, '../Zoé\u202E.html'));
      const steps: (readonly [string, number])[] = [];
      await settle(10);
      const end = chat.get(chat.ids.peek()[0]!).subscribe(() => steps.push([file().state, Math.round(file().progress * 100)]));
      await settle(1_000);
      const result = await sending;
      end();
      expect(texts).toEqual([{ id: message().id.split('\n')[1], text: 'Zoé.html', attachments: [file().id] }]);
      expect(sent.map(({ state }) => state)).toEqual(['receiving', 'received']);
      expect(sent[0]).toMatchObject({ topic: 'lk.chat', id: file().id, name: 'Zoé.html', size: 1_000 });
      expect(result).toMatchObject({ text: 'Zoé.html', isLocal: true, state: 'sent' });
      expect(file()).toMatchObject({ name: 'Zoé.html', size: 1_000, state: 'ready', progress: 1 });
      expect(file().blob?.type).toBe('application/octet-stream');
      expect(steps).toEqual(expect.arrayContaining([['moving', 10], ['moving', 50], ['ready', 100]]));
    });

    it('refuses what is too large or cannot be read, and everything when the host wants no files', async () => {
      const { chat } = await inCall({ chat: { fileLimit: 100 } });
      expect(chat.fileLimit).toBe(100);
      await expect(chat.sendFile(fileOf(101))).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      const gone = fileOf(10);
      gone.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }) as unknown as Blob;
      await expect(chat.sendFile(gone)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      expect(chat.ids.value).toEqual([]);
      const without = await inCall({ chat: { fileLimit: 0 } });
      expect(without.chat.sendFile.enabled.value).toBe(false);
      await expect(without.chat.sendFile(fileOf(1))).rejects.toMatchObject({ code: 'COMMAND_DISABLED' });
    });

    it('can be cancelled, and then sent again under the same ids', async () => {
      const { chat, sent, texts, message, file } = await inCall();
      const outcome = chat.sendFile(fileOf(4_000_000)).catch((error: unknown) => error);
      await settle(300);
      expect(file()).toMatchObject({ state: 'moving' });
      await chat.cancelFile(message().id);
      await settle(50);
      expect(await outcome).toMatchObject({ code: 'COMMAND_DISABLED' });
      expect(message().state).toBe('failed');
      expect(file()).toMatchObject({ state: 'cancelled', progress: 0 });
      expect(sent.at(-1)).toMatchObject({ state: 'dropped', reason: 'incomplete' });
      await expect(chat.cancelFile(message().id)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
      const again = chat.retry(message().id);
      await settle(3_000);
      await again;
      expect(sent.at(-1)).toMatchObject({ state: 'received', id: file().id });
      expect(texts[0]).toEqual(texts[1]);
      expect(file().state).toBe('ready');
      expect(chat.ids.value).toHaveLength(1);
    });

    it('lets messages pass a file that takes long, and files follow each other', async () => {
      const { chat, sent, texts, message } = await inCall();
      const files = [chat.sendFile(fileOf(4_000_000, 'a')), chat.sendFile(fileOf(10, 'b'))];
      await settle(100);
      const said = chat.send('meanwhile');
      await settle(200);
      await said;
      expect(texts.map(({ text }) => text)).toEqual(['a', 'b', 'meanwhile']);
      expect(message(1).files[0]!.state).toBe('waiting');
      await settle(2_000);
      await Promise.all(files);
      expect(sent.map(({ name, state }) => `${name} ${state}`)).toEqual(['a receiving', 'a received', 'b receiving', 'b received']);
    });

    it('fails when the call ends, and goes on over a broken connection', async () => {
      const { chat, meeting, director, message, file } = await inCall();
      const first = chat.sendFile(fileOf(4_000_000));
      await settle(200);
      director.reconnect(5_000);
      await settle(3_000);
      expect(message().state).toBe('sending');
      await settle(4_000);
      expect((await first).state).toBe('sent');
      const outcome = chat.sendFile(fileOf(4_000_000)).catch((error: unknown) => error);
      await settle(100);
      await meeting.leave();
      await settle(200);
      expect(await outcome).toMatchObject({ code: 'COMMAND_DISABLED' });
      expect(file(1)).toMatchObject({ state: 'failed' });
    });

    it('sends a file again to those who come back, whole, and once', async () => {
      const { chat, sent, director } = await inCall();
      const sending = chat.sendFile(fileOf(2_000_000, 'plan'));
      await settle(200);
      // Lost while it was on its way to them.
      director.leave('grace');
      director.join({ name: 'Grace' });
      await settle(1_500);
      await sending;
      await settle(1_500);
      expect(sent.map(({ state }) => state)).toEqual(['receiving', 'received', 'receiving', 'received']);
    });
  });

  describe('receiving', () => {
    it('shows a file from its announcement to its end', async () => {
      const { announce, receive, file, chat, message } = await inCall();
      announce('the plan', ['f1']);
      await settle();
      expect(file()).toEqual({ id: 'f1', name: '', size: null, state: 'waiting', progress: 0, blob: null });
      receive(new Blob([new Uint8Array(PNG)]), { id: 'f1', name: '../plan.svg', ms: 1_000 });
      await settle(550);
      expect(file()).toMatchObject({ name: 'plan.svg', size: 12, state: 'moving', progress: 0.5 });
      await settle(600);
      expect(file()).toMatchObject({ state: 'ready', progress: 1 });
      expect(file().blob?.type).toBe('image/png');
      expect(message().text).toBe('the plan');
      expect(chat.unread.value).toBe(1);
      expect(chat.exportText()).toMatch(/: the plan\n {4}📎 plan\.svg$/);
    });

    it('tells what did not come, and takes it when it comes after all', async () => {
      const { announce, receive, file } = await inCall({ chat: { fileLimit: 1_000 } });
      announce('a', ['large']);
      announce('b', ['broken']);
      announce('c', ['liar']);
      await settle();
      receive(fileOf(1_001), { id: 'large' });
      receive(fileOf(500), { id: 'broken', ms: 100, breaks: true });
      receive(fileOf(500), { id: 'liar', size: 400 });
      await settle(200);
      expect([0, 1, 2].map((index) => file(index).state)).toEqual(['too-large', 'failed', 'too-large']);
      receive(fileOf(500), { id: 'broken' });
      await settle();
      expect(file(1).state).toBe('ready');
    });

    it('takes no file that no message told of, of someone else’s message, or twice', async () => {
      const { announce, receive, file, chat } = await inCall();
      receive(fileOf(10), { id: 'f1' });
      announce('mine', ['f1']);
      receive(fileOf(10), { id: 'f1' }, 'alan');
      await settle();
      expect(file().state).toBe('waiting');
      expect(chat.dropped.value).toBe(2);
      receive(fileOf(10, 'first'), { id: 'f1', name: 'first' });
      await settle();
      receive(fileOf(20, 'second'), { id: 'f1', name: 'second' });
      await settle();
      expect(file()).toMatchObject({ name: 'first', size: 10, state: 'ready' });
    });

    it('bounds what a message may announce', async () => {
      const { announce, message, chat } = await inCall();
      announce('many', ['same', 'same', '', 'x'.repeat(201), ...Array.from({ length: 10_000 }, (_, i) => `f${i}`)]);
      await settle();
      expect(message().files.length).toBeLessThanOrEqual(FILES_A_MESSAGE);
      expect(new Set(message().files.map(({ id }) => id)).size).toBe(message().files.length);
      expect(chat.dropped.value).toBe(0);
    });

    it('keeps so many bytes, and says what went', async () => {
      const { announce, receive, file } = await inCall({ chat: { fileLimit: 40_000_000 } });
      const blob = new Blob([new Uint8Array(40_000_000)]);
      for (const id of ['1', '2', '3']) {
        announce(id, [id]);
        receive(blob, { id });
        await settle();
      }
      announce('4', ['4'], 'alan');
      receive(fileOf(10), { id: '4' }, 'alan');
      await settle();
      expect([0, 1, 2, 3].map((index) => file(index).state)).toEqual(['released', 'ready', 'ready', 'ready']);
      expect(file(0).blob).toBe(null);
    });

    it('shows the text alone when the host wants no files', async () => {
      const { announce, receive, message, chat } = await inCall({ chat: { fileLimit: 0 } });
      announce('plan.pdf', ['f1']);
      receive(fileOf(10), { id: 'f1' });
      await settle();
      expect(message()).toMatchObject({ text: 'plan.pdf', files: [] });
      expect(chat.dropped.value).toBe(0);
    });
  });
});

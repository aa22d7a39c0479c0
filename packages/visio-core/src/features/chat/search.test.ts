import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestMeeting, during, enter, pass } from '../../engine/testing/test-meeting.js';
import { effect } from '../../reactive/index.js';
import { MessageLog, type NewMessage } from './log.js';
import { createSearch } from './search.js';

const LIMIT = 1_000;

function conversation() {
  const log = new MessageLog(LIMIT);
  const search = createSearch(log);
  let written = 0;
  const write = (text: string, message: Partial<NewMessage> = {}) =>
    log.add(String(++written), { from: 'a', name: 'Alice', isLocal: false, text, sentAt: 0, state: 'sent', ...message }).id;
  const find = async (text: string) => (await search(text)).found.value.map((id) => log.peek(id)!.text);
  return { log, search, write, find };
}

const file = (name: string) => Object.freeze({ id: name, name, size: 1, state: 'ready', progress: 1, blob: null } as const);

describe('a search in the chat', () => {
  it.each([
    ['ete', "l'été dernier"],
    ['ÉTÉ', "l'été dernier"],
    ["l'ete", 'l’été dernier'],
    ['budget 2027', 'Le BUDGET\u00a02027'],
    ['deux lignes', 'en deux\nlignes'],
    ['strasse', 'Hauptstraße 1'],
    ['👍', 'oui 👍🏽'],
    ['.*', 'une regex : (.*)'],
    ['[', 'a[0]'],
    ['\\', 'C:\\dossier'],
    ['<b>', '<b>gras</b>'],
    ['  fin ', 'à la fin'],
    ['今日', '今日は'],
  ])('finds %j in %j', async (text, message) => {
    const { write, find } = conversation();
    write('something else');
    write(message);
    expect(await find(text)).toEqual([message]);
  });

  it.each(['.*', '^', 'a|b', '', '   ', '\u0301'])('finds nothing for %j', async (text) => {
    const { write, find } = conversation();
    write('abc');
    expect(await find(text)).toEqual([]);
  });

  it('looks at the whole text, at names of people and at names of files, and never across two of them', async () => {
    const { write, find } = conversation();
    write(`${'x'.repeat(19_990)} the end`);
    write('hello', { name: 'Élise Fontaine' });
    write('see', { files: [file('Compte rendu.pdf'), file('plan.ods')] });
    expect(await find('the end')).toHaveLength(1);
    expect(await find('elise font')).toEqual(['hello']);
    expect(await find('rendu.PDF')).toEqual(['see']);
    expect(await find('fontaine hello')).toEqual([]);
    expect(await find('pdf plan')).toEqual([]);
  });

  it('refuses what is too long, or no text', async () => {
    const { search } = conversation();
    await expect(search('x'.repeat(200))).resolves.toBeDefined();
    await expect(search('x'.repeat(201))).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(search(7 as unknown as string)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('follows what comes, is changed, and goes', async () => {
    const { log, search, write } = conversation();
    write('plan A');
    const second = write('nothing');
    const { found } = await search('plan');
    const seen: (readonly string[])[] = [];
    const end = effect(() => void seen.push(found.value));
    write('the plan');
    write('other');
    log.change(second, { text: 'now a plan', edited: true });
    log.change(second, { state: 'failed' });
    expect(seen).toEqual([['1'], ['1', '3'], ['1', '2', '3']]);
    for (let i = 0; i < LIMIT - 2; i++) write('more');
    expect(found.value).toEqual(['3']);
    log.clear();
    expect(found.value).toEqual([]);
    write('plan Z');
    expect(found.value).toHaveLength(1);
    end();
  });

  it('is as a search from the start, whatever happens', async () => {
    const { log, search, write } = conversation();
    const { found } = await search('a');
    const end = found.subscribe(() => undefined);
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let i = 0; i < 3_000; i++) {
      const text = ['a', 'b', 'ab'][random(3)]!;
      const ids = log.ids.peek();
      if (random(10) === 0 && ids.length > 0) log.change(ids[random(ids.length)]!, { text });
      else if (random(500) === 0) log.clear();
      else write(text, { name: '' });
    }
    expect(found.value).toEqual(log.ids.peek().filter((id) => log.peek(id)!.text.includes('a')));
    expect(found.value.length).toBeGreaterThan(100);
    end();
  });

  it('looks at each message once, and at one more when one more comes', async () => {
    const { search, write } = conversation();
    for (let i = 0; i < 500; i++) write(`line ${i}`);
    const folded = vi.spyOn(String.prototype, 'normalize');
    const { found } = await search('line');
    const end = found.subscribe(() => undefined);
    // What is looked for, and of each message its name and its text.
    expect(folded).toHaveBeenCalledTimes(1 + 2 * 500);
    folded.mockClear();
    await search('line 4');
    expect(folded).toHaveBeenCalledTimes(1);
    folded.mockClear();
    write('one more line');
    expect(found.peek()).toHaveLength(501);
    expect(folded).toHaveBeenCalledTimes(2);
    end();
    folded.mockRestore();
  });

  it('lets others have their turn while it makes a long conversation ready', async () => {
    const { search, write } = conversation();
    for (let i = 0; i < 100; i++) write('long '.repeat(4_000));
    let turns = 0;
    const timer = setInterval(() => turns++);
    const { found } = await search('long');
    clearInterval(timer);
    // 2,000,000 characters, 200,000 at a time.
    expect(turns).toBeGreaterThanOrEqual(8);
    expect(found.peek()).toHaveLength(100);
  });

  it('knows the marks of words, and does not look for them twice', async () => {
    const { search } = conversation();
    const { marks } = await search('ete');
    expect(marks('L’été')).toEqual([{ start: 2, end: 5 }]);
    expect(marks('L’été')).toBe(marks('L’été'));
    expect(marks('nothing')).toEqual([]);
  });
});

describe('chat.search', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('finds what others and oneself wrote, and what comes after', async () => {
    const test = createTestMeeting({ scenario: { people: [{ name: 'Grace' }] }, microphone: false, camera: false });
    const { chat } = test.meeting;
    // Before there is a call there is nothing to be found, and no failure.
    const early = await during(chat.search('tea'));
    expect(early.found.value).toEqual([]);
    await enter(test);
    await vi.dynamicImportSettled();
    test.director.sendText('grace', 'lk.chat', 'Thé or tea?');
    await pass(50);
    await during(chat.send('Tea please'));
    await pass(50);
    const { found } = await during(chat.search('tea'));
    expect(found.value.map((id) => chat.get(id).peek()!.text)).toEqual(['Thé or tea?', 'Tea please']);
    expect(early.found.value).toEqual(found.value);
    test.director.sendText('grace', 'lk.chat', 'TEA it is');
    await pass(50);
    expect(found.value).toHaveLength(3);
    await expect(chat.search('x'.repeat(201))).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    test.meeting.dispose();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeyedStore, signal } from '../../reactive/index.js';
import type { CaptionLine, CaptionTranslator } from './caption.js';
import { createTranslation } from './translate.js';

function start(translate: CaptionTranslator['translate'], language = 'en') {
  const lines = new KeyedStore<string, CaptionLine>();
  const translator = signal<CaptionTranslator | null>({ language, translate });
  const log: string[] = [];
  const translation = createTranslation(lines, translator, (_level, message) => log.push(message), () => undefined);
  const add = (id: string, about: Partial<CaptionLine> = {}) => {
    const line = { id, from: 'ada', name: 'Ada', isLocal: false, text: id, final: true, language: null, startedAt: 0, endedAt: 0, translation: null, ...about };
    lines.set(id, line);
    translation.add(line);
  };
  return { lines, translator, translation, add, log, of: (id: string) => lines.peek(id)?.translation ?? null };
}

describe('createTranslation', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const settle = () => vi.advanceTimersByTimeAsync(0);

  it('puts the translation beside what was said, as text of one line', async () => {
    const { add, of, lines } = start(async ({ text }) => `<b>${text}</b>\n\u202e!`);
    add('bonjour');
    await settle();
    expect(of('bonjour')).toEqual({ text: '<b>bonjour</b> !', language: 'en' });
    expect(lines.peek('bonjour')?.text).toBe('bonjour');
  });

  it('leaves a line as it was said when that fails, says so once, and goes on', async () => {
    let count = 0;
    const { add, of, log } = start((line) => {
      count++;
      if (count === 1) throw new Error('at once');
      if (count === 2) return Promise.reject(new Error('later'));
      if (count === 3) return Promise.resolve(undefined as unknown as string);
      return Promise.resolve(`${line.text}!`);
    });
    for (const id of ['a', 'b', 'c', 'd']) add(id);
    await settle();
    expect(['a', 'b', 'c', 'd'].map(of)).toEqual([null, null, null, { text: 'd!', language: 'en' }]);
    expect(log).toHaveLength(1);
  });

  it('waits for nobody for ever, and asks for a few at a time', async () => {
    const asked: string[] = [];
    const signals: AbortSignal[] = [];
    const { add, of } = start((line, signal) => {
      asked.push(line.id);
      signals.push(signal);
      return line.id.startsWith('slow') ? new Promise(() => undefined) : Promise.resolve('done');
    });
    for (const id of ['slow1', 'slow2', 'slow3', 'quick']) add(id);
    await settle();
    expect(asked).toEqual(['slow1', 'slow2', 'slow3']);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(asked).toEqual(['slow1', 'slow2', 'slow3', 'quick']);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true, false]);
    expect(of('quick')).toEqual({ text: 'done', language: 'en' });
  });

  it('passes over the oldest when more wait than anyone could read', async () => {
    const asked: string[] = [];
    const { add, translation } = start((line) => {
      asked.push(line.id);
      return new Promise(() => undefined);
    });
    for (let i = 0; i < 100; i++) add(String(i));
    expect(asked).toEqual(['0', '1', '2']);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(asked.slice(3)).toEqual(['50', '51', '52']);
    translation.restart();
  });

  it('leaves alone what is said to be in that language already', async () => {
    const { add, of } = start(async () => 'translated', 'en');
    add('a', { language: 'EN' });
    add('b', { language: 'fr' });
    await settle();
    expect([of('a'), of('b')]).toEqual([null, { text: 'translated', language: 'en' }]);
  });

  it('forgets what was asked of the one before', async () => {
    let answer: ((text: string) => void) | undefined;
    const { add, of, translator, translation, log } = start(() => new Promise((resolve) => (answer = resolve)));
    add('a');
    translator.value = { language: 'de', translate: async () => 'neu' };
    translation.restart();
    answer?.('old');
    add('b');
    await settle();
    expect([of('a'), of('b')]).toEqual([null, { text: 'neu', language: 'de' }]);
    expect(log).toEqual([]);
  });
});

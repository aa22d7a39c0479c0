import { describe, expect, it } from 'vitest';
import { KeyedStore } from '../../reactive/index.js';
import type { CaptionLine } from './caption.js';
import { LINES_LIMIT, Transcript } from './transcript.js';

function start() {
  const lines = new KeyedStore<string, CaptionLine>();
  const finals: string[] = [];
  const transcript = new Transcript(lines, { onFinal: ({ from, text }) => finals.push(`${from}: ${text}`) });
  let now = 1_000_000;
  return {
    transcript,
    finals,
    say(from: string, segmentId: string, text: string, final = false, language?: string) {
      transcript.take({ from, segmentId, text, final, ...(language && { language }) }, { name: from.toUpperCase(), isLocal: false }, now);
    },
    pass(ms: number) {
      now += ms;
      return transcript.settle(now);
    },
    texts: () => lines.keys.peek().map((id) => lines.peek(id)!).map(({ from, text, final }) => `${from}: ${text}${final ? '' : ' …'}`),
    lines: () => lines.keys.peek().map((id) => lines.peek(id)!),
  };
}

describe('Transcript', () => {
  it('puts a segment in the place of the former until it is final, and passes over what then still comes', () => {
    const { say, texts, pass, finals } = start();
    say('ada', 's1', 'Good');
    say('ada', 's1', 'Good mourning');
    say('ada', 's1', 'Good morning');
    expect(texts()).toEqual(['ada: Good morning …']);
    say('ada', 's1', 'Good morning.', true);
    say('ada', 's1', 'Good mourning');
    say('ada', 's1', 'Goodbye.', true);
    expect(texts()).toEqual(['ada: Good morning. …']);
    expect(finals).toEqual([]);
    expect(pass(1_500)).toBe(null);
    expect(texts()).toEqual(['ada: Good morning.']);
    expect(finals).toEqual(['ada: Good morning.']);
    // Sent once more, long after.
    say('ada', 's1', 'Good morning.', true);
    expect(texts()).toEqual(['ada: Good morning.']);
  });

  it('joins single words, each a segment, interim and final, as Kyutai’s plugin sends them', () => {
    const { say, texts, pass, finals } = start();
    const words = 'Bonjour à tous , on commence par le budget .'.split(' ');
    words.forEach((word, index) => {
      say('ada', `w${index}`, word);
      say('ada', `w${index}`, word, true);
      pass(300);
    });
    expect(texts()).toEqual(['ada: Bonjour à tous, on commence par le budget. …']);
    pass(1_500);
    expect(finals).toEqual(['ada: Bonjour à tous, on commence par le budget.']);
  });

  it('begins a line after a pause, after a long sentence, and when it is full', () => {
    const { say, texts, pass } = start();
    say('ada', '1', 'First.', true);
    say('ada', '2', 'Still the first.', true);
    pass(1_500);
    say('ada', '3', `${'long '.repeat(17)}sentence.`, true);
    say('ada', '4', 'Another.', true);
    for (let i = 0; i < 60; i++) say('ada', `w${i}`, 'word', true);
    const lengths = texts().map((text) => text.length);
    expect(texts().slice(0, 3)).toEqual(['ada: First. Still the first.', `ada: ${'long '.repeat(17)}sentence.`, expect.stringMatching(/^ada: Another\. word/)]);
    expect(lengths).toHaveLength(5 - 1);
    expect(Math.max(...lengths)).toBeLessThan(175);
  });

  it('keeps apart what two say at the same time, in the order in which they began', () => {
    const { say, texts, pass } = start();
    for (const [from, word] of [['ada', 'yes'], ['bob', 'no'], ['ada', 'of'], ['bob', 'not'], ['ada', 'course'], ['bob', 'really']] as const) {
      say(from, word, word, true);
      pass(200);
    }
    expect(texts()).toEqual(['ada: yes of course …', 'bob: no not really …']);
  });

  it('knows segments by who says them', () => {
    const { say, texts } = start();
    say('ada', 'same', 'mine', true);
    say('bob', 'same', 'mine, too', true);
    expect(texts()).toEqual(['ada: mine …', 'bob: mine, too …']);
  });

  it('ends what its transcriber left unfinished, and what its speaker did', () => {
    const { say, texts, pass, transcript, finals } = start();
    say('ada', '1', 'and then I');
    expect(pass(9_999)).toBe(1);
    expect(finals).toEqual([]);
    pass(1);
    expect(texts()).toEqual(['ada: and then I']);
    say('ada', '1', 'and then I said');
    say('bob', '1', 'wait');
    transcript.close('bob');
    expect(texts()).toEqual(['ada: and then I', 'bob: wait']);
    expect(finals).toEqual(['ada: and then I', 'bob: wait']);
    expect(transcript.kept).toMatchObject({ openLines: 0, segments: 0 });
  });

  it('finishes an interim segment in its line, though the next words begin another', () => {
    const { say, texts, pass } = start();
    say('ada', '1', 'one moment');
    pass(2_000);
    say('ada', '2', 'next', true);
    expect(texts()).toEqual(['ada: one moment …', 'ada: next …']);
    say('ada', '1', 'One moment, please.', true);
    expect(texts()).toEqual(['ada: One moment, please.', 'ada: next …']);
  });

  it('takes back what is taken back', () => {
    const { say, texts, transcript } = start();
    say('ada', '1', 'echo');
    say('ada', '1', '', true);
    expect(texts()).toEqual([]);
    say('ada', '2', '\u202e\n', true);
    say('ada', '3', 'words', true);
    say('ada', '4', 'more');
    say('ada', '4', '', true);
    expect(texts()).toEqual(['ada: words …']);
    expect(transcript.kept).toMatchObject({ lines: 1, characters: 5, segments: 0 });
  });

  it('tells the lines that changed last', () => {
    const { say, transcript, pass } = start();
    for (const from of ['a', 'b', 'c']) {
      say(from, '1', from, true);
      pass(100);
    }
    say('a', '2', 'again', true);
    pass(100);
    say('d', '1', 'd', true);
    expect(transcript.recent.map(({ text }) => text)).toEqual(['a again', 'c', 'd']);
    expect(transcript.recent.map(({ name }) => name)).toEqual(['A', 'C', 'D']);
  });

  it('notes when words came, and in what language they are said to be', () => {
    const { say, lines, pass } = start();
    say('ada', '1', 'bon', false, 'fr');
    pass(700);
    say('ada', '1', 'bonjour', true, 'fr');
    expect(lines()[0]).toMatchObject({ startedAt: 1_000_000, endedAt: 1_000_700, language: 'fr', translation: null });
  });

  it('keeps little more after four hours of four people than the lines themselves', () => {
    const { say, transcript, pass, lines } = start();
    const people = ['ada', 'bob', 'chloé', 'david'];
    const minutes = 240;
    let most = { segments: 0, ids: 0, openLines: 0 };
    let words = 0;
    for (let minute = 0; minute < minutes; minute++) {
      const from = people[minute % 4]!;
      // 150 words a minute, each a segment of its own, twice.
      for (let i = 0; i < 150; i++) {
        const [id, word] = [`${minute}-${i}`, i % 12 === 11 ? 'budget.' : 'budget'];
        say(from, id, word);
        say(from, id, word, true);
        words++;
        pass(400);
        const { segments, ids, openLines } = transcript.kept;
        most = { segments: Math.max(most.segments, segments), ids: Math.max(most.ids, ids), openLines: Math.max(most.openLines, openLines) };
      }
    }
    pass(10_000);
    expect(lines().reduce((sum, { text }) => sum + text.split(' ').length, 0)).toBe(words);
    expect(words).toBe(36_000);
    expect(most.segments).toBe(0);
    expect(most.ids).toBeLessThanOrEqual(4 * 500);
    expect(most.openLines).toBeLessThanOrEqual(2);
    expect(transcript.kept.lines).toBeLessThan(4_000);
    expect(transcript.kept.characters).toBeLessThan(300_000);
  });

  it('stays within bounds whatever one sends', () => {
    const { say, transcript, pass } = start();
    for (let i = 0; i < 12_000; i++) {
      say('mallory', `s${i}`, `${'x'.repeat(150)} ${i}`);
      if (i % 2) say(`nobody-${i}`, 'same', 'y'.repeat(3_000), true);
      if (i % 1_000 === 0) pass(2_000);
    }
    const { lines, characters, segments, speakers, openLines } = transcript.kept;
    expect(lines).toBeLessThanOrEqual(LINES_LIMIT);
    expect(characters).toBeLessThanOrEqual(2_000_000);
    expect(characters).toBeGreaterThan(1_900_000);
    expect(segments).toBeLessThanOrEqual(21);
    expect(speakers).toBeLessThanOrEqual(201);
    expect(openLines).toBeLessThanOrEqual(222);
    transcript.clear();
    expect(transcript.kept).toEqual({ lines: 0, characters: 0, openLines: 0, segments: 0, ids: 0, speakers: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import { cleanLine, endsSentence, joinWords } from './join.js';

const join = (...words: readonly string[]) => words.reduce(joinWords, '');

describe('joinWords', () => {
  it('puts spaces between words, and none before signs that close or after those that open', () => {
    expect(join('Bonjour', 'à', 'tous', ',', 'merci', 'd’', 'être', 'là', '.')).toBe('Bonjour à tous, merci d’être là.');
    expect(join('the', 'students’', 'work', '(', 'all', 'of', 'it', ')', '…')).toBe('the students’ work (all of it)…');
    expect(join("qu'", 'il', "l'", 'ait')).toBe("qu'il l'ait");
    expect(join('', 'a', '', 'b')).toBe('a b');
  });

  it('puts none where a language has none', () => {
    expect(join('今日は', '良い', '天気')).toBe('今日は良い天気');
    expect(join('SFU', 'は', 'server')).toBe('SFU は server');
  });
});

describe('cleanLine', () => {
  it('makes one line of any text, without what is not text', () => {
    expect(cleanLine('  a\u0000\n\n b\u202e\u2066c\tд ')).toBe('a b c д');
    expect(cleanLine('\u202e\n')).toBe('');
  });

  it('is as long as allowed, and ends with no half of a character', () => {
    expect(cleanLine('x'.repeat(10_000))).toHaveLength(2_000);
    expect(cleanLine(`${'x'.repeat(1_999)}😀`)).toBe('x'.repeat(1_999));
  });
});

describe('endsSentence', () => {
  it('knows the ends of sentences', () => {
    expect(['Oui.', 'Oui !', 'Yes?”', '好。', 'Yes,', 'e.g', ''].map(endsSentence)).toEqual([true, true, true, true, false, false, false]);
  });
});

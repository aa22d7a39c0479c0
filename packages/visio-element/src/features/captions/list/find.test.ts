import { describe, expect, it } from 'vitest';
import { findPieces, foldLetters } from './find.js';

const find = (text: string, words: string) => findPieces(text, foldLetters(words)).map(({ text: each, isMatch }) => (isMatch ? `[${each}]` : each)).join('');

describe('findPieces', () => {
  it('finds words whatever their accents and case, as often as they are there', () => {
    expect(find('Le Budget, le budgét et l’année', 'budget')).toBe('Le [Budget], le [budgét] et l’année');
    expect(find('à la fin', 'A')).toBe('[à] l[a] fin');
    expect(find('e\u0301te\u0301', 'été')).toBe('[e\u0301te]\u0301');
  });

  it('keeps the whole text, with letters beyond the first plane and those that fold to several', () => {
    for (const [text, words] of [['a😀b😀c', '😀'], ['İstanbul', 'i'], ['straße', 'ss'], ['aaa', 'aa'], ['', 'x']] as const) {
      expect(findPieces(text, foldLetters(words)).map((piece) => piece.text).join('')).toBe(text);
    }
    expect(find('a😀b😀c', '😀')).toBe('a[😀]b[😀]c');
    expect(find('aaa', 'aa')).toBe('[aa]a');
  });

  it('finds nothing for nothing', () => {
    expect(findPieces('abc', '')).toEqual([{ text: 'abc', isMatch: false }]);
  });
});

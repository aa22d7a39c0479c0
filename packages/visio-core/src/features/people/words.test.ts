import { describe, expect, it } from 'vitest';
import { fold } from '../../i18n/fold.js';
import { hasWords, wordsOf } from './words.js';

describe('a search', () => {
  const finds = (name: string, query: string) => hasWords(fold(name), wordsOf(query));

  it('finds parts of words, in any order', () => {
    expect(finds('Karim Benali', 'ben KAR')).toBe(true);
    expect(finds('Élise Fontaine', '  elise ')).toBe(true);
    expect(finds('Elise', 'élise')).toBe(true);
    expect(finds('Karim Benali', 'karim x')).toBe(false);
    expect(finds('(.*)', '.*')).toBe(true);
    expect(finds('Karim', '.*')).toBe(false);
  });

  it('finds everyone when nothing is looked for', () => {
    expect(finds('', '')).toBe(true);
    expect(finds('Karim', ' \t')).toBe(true);
  });
});

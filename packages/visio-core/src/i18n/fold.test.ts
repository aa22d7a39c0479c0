import { describe, expect, it } from 'vitest';
import { findMarks, fold } from './fold.js';

describe('fold', () => {
  it.each([
    ['Élise de La Tour', 'elise de la tour'],
    ['e\u0301LISE', 'elise'],
    ['Sørensen', 'sorensen'],
    ['Œuvrard', 'oeuvrard'],
    ['Łukasz', 'lukasz'],
    ['Strauß', 'strauss'],
    ['İpek', 'ipek'],
    ['Ｆｕｌｌ', 'full'],
    ['O’Neill', "o'neill"],
    ['王小明', '王小明'],
    ['\u202Eevil', '\u202Eevil'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['a\u00a0b\nc', 'a b c'],
    ['', ''],
  ])('makes of %j %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('findMarks', () => {
  const find = (text: string, words: string) => {
    let end = 0;
    const pieces = findMarks(text, fold(words)).map((mark) => {
      const before = text.slice(end, mark.start);
      end = mark.end;
      return `${before}[${text.slice(mark.start, end)}]`;
    });
    return pieces.join('') + text.slice(end);
  };

  it.each([
    ['Le Budget, le budgét et l’année', 'budget', 'Le [Budget], le [budgét] et l’année'],
    ['à la fin', 'A', '[à] l[a] fin'],
    ['e\u0301te\u0301', 'été', '[e\u0301te\u0301]'],
    ['l’ordre du jour', "l'ordre", '[l’ordre] du jour'],
    ['Œuvre', 'oeu', '[Œu]vre'],
    ['straße', 's', '[s]tra[ß]e'],
    ['İstanbul', 'ist', '[İst]anbul'],
    ['a😀b😀c', '😀', 'a[😀]b[😀]c'],
    ['well done 👍🏽!', '👍', 'well done [👍🏽]!'],
    ['👩‍💻 codes', '👩', '[👩‍💻] codes'],
    ['🇫🇷🇩🇪', '🇩🇪', '🇫🇷[🇩🇪]'],
    ['aaa', 'aa', '[aa]a'],
    ['aaaa', 'aa', '[aaaa]'],
    ['1+1 (.*) [a]', '.*', '1+1 (.*) [a]'.replace('.*', '[.*]')],
    ['a\nb', 'a b', '[a\nb]'],
    ['<b>x</b>', '<b>', '[<b>]x</b>'],
    ['abc', '', 'abc'],
    ['', 'x', ''],
  ])('of %j finds %j', (text, words, expected) => {
    expect(find(text, words)).toBe(expected);
  });

  it('finds as many stretches as can be shown', () => {
    expect(findMarks('a b '.repeat(5_000), 'a')).toHaveLength(50);
  });
});

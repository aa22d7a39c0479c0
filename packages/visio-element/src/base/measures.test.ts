import { describe, expect, it } from 'vitest';
import { bytes, milliseconds, percent, rate } from './measures.js';

/** Languages use several kinds of space. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('Amounts', () => {
  it('are short, with a unit that fits', () => {
    expect(plain(rate('en', 1_540_000))).toBe('1.5 Mb/s');
    expect(plain(rate('en', 32_400))).toBe('32 kb/s');
    expect(plain(bytes('en', 420_000))).toBe('420 kB');
    expect(plain(bytes('en', 1_250_000))).toBe('1.3 MB');
    expect(plain(bytes('en', 125_000_000))).toBe('125 MB');
    expect(plain(bytes('en', 2_540_000_000))).toBe('2.54 GB');
    expect(plain(milliseconds('en', 24.4))).toBe('24 ms');
    expect(plain(percent('en', 0.025))).toBe('2.5%');
  });

  it('follow the language', () => {
    expect(plain(rate('fr', 1_540_000))).toBe('1,5 Mbit/s');
    expect(plain(bytes('fr', 1_250_000))).toBe('1,3 Mo');
    expect(plain(percent('fr', 0.025))).toBe('2,5 %');
  });

  it('that are not known are no number', () => {
    expect([rate('en', null), milliseconds('en', null), percent('en', null)]).toEqual(['–', '–', '–']);
  });
});

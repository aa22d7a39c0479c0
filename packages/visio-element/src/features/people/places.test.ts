import { describe, expect, it } from 'vitest';
import { Places, shiftOf } from './places.js';

const keys = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `k${from + i}`);

describe('Places', () => {
  const [hands, here] = [{ name: 'hands', keys: ['a', 'b'] }, { name: 'here', keys: keys(0, 1_000) }];
  const places = new Places([hands, here], 40, 50);

  it('knows where each row is', () => {
    expect(places.count).toBe(1_002);
    expect(['a', 'b', 'k0', 'k999'].map((key) => places.topOf(key))).toEqual([40, 90, 180, 180 + 999 * 50]);
    expect(['a', 'b', 'k0', 'k999'].map((key) => places.indexOf(key))).toEqual([0, 1, 2, 1_001]);
    expect([0, 1, 2, 1_001, 1_002].map((index) => places.keyAt(index))).toEqual(['a', 'b', 'k0', 'k999', undefined]);
    expect([places.topOf('nobody'), places.indexOf('nobody')]).toEqual([null, -1]);
  });

  it('has few rows in sight', () => {
    expect(places.range(hands, 0, 500)).toEqual([0, 2]);
    expect(places.range(here, 0, 500)).toEqual([0, 7]);
    expect(places.range(hands, 1_000, 1_500)).toEqual([2, 2]);
    expect(places.range(here, 1_000, 1_500)).toEqual([16, 27]);
    expect(places.range(here, 1e6, 2e6)).toEqual([1_000, 1_000]);
    expect(places.range(here, -500, -100)).toEqual([0, 0]);
  });

  it('is empty when there is nobody', () => {
    const empty = new Places([], 40, 50);
    expect([empty.count, empty.keyAt(0), empty.indexOf('a')]).toEqual([0, undefined, -1]);
  });
});

describe('shiftOf', () => {
  const list = (...all: string[]) => new Places([{ name: 'here', keys: all }], 40, 50);
  const before = list('a', 'b', 'c', 'd', 'e', 'f');

  it('is what most have moved by', () => {
    expect(shiftOf(['c', 'd', 'e'], before, list('new', 'a', 'b', 'c', 'd', 'e', 'f'))).toBe(50);
    expect(shiftOf(['c', 'd', 'e'], before, list('b', 'c', 'd', 'e', 'f'))).toBe(-50);
  });

  it('is not what one has moved by alone', () => {
    expect(shiftOf(['c', 'd', 'e'], before, list('c', 'a', 'b', 'd', 'e', 'f'))).toBe(0);
    expect(shiftOf(['d', 'e', 'f'], before, list('f', 'a', 'b', 'c', 'd', 'e'))).toBe(50);
  });

  it('is none when nobody of them is left', () => {
    expect(shiftOf(['c'], before, list('a', 'b'))).toBe(0);
    expect(shiftOf([], before, list('x'))).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { bringForward, follow } from './order.js';

const list = (letters: string) => [...letters];

describe('follow', () => {
  it.each([
    // before, room, places → after
    ['', 'abc', 4, 'abc'],
    ['abc', 'abcd', 4, 'abcd'],
    // On a single page the gap closes.
    ['abcd', 'acd', 4, 'acd'],
    // With more pages nobody moves but the last, who fills it.
    ['abcdef', 'acdef', 3, 'afcde'],
    ['abcdef', 'abcde', 3, 'abcde'],
    ['abcdef', 'adf', 3, 'afd'],
    ['abcdef', 'ef', 3, 'fe'],
    ['abcdef', '', 3, ''],
    // Who comes as another goes takes the place.
    ['abcdef', 'abdefg', 3, 'abgdef'],
    // An order that speakers changed stays as it is.
    ['aebdcf', 'abcdefg', 3, 'aebdcfg'],
  ])('%s with %s in the room and %i places is then %s', (before, room, places, after) => {
    const order = follow(list(before), list(room), places);
    expect(order.join('')).toBe(after);
    expect([...order].sort().join('')).toBe([...room].sort().join(''));
  });
});

describe('bringForward', () => {
  const floor = (speakers: string, spoke: Readonly<Record<string, number>> = {}, seen = '', places = 3) => ({
    speakers: list(speakers),
    places,
    fixed: 'a',
    isSeen: (id: string) => seen.includes(id),
    lastSpoke: (id: string) => spoke[id] ?? 0,
  });

  it.each([
    // order, speakers, when who spoke last, who is seen → order
    ['abcdef', '', {}, '', 'abcdef'],
    // Whoever is on the first page, or alone on it, stays where they are.
    ['abcdef', 'b', {}, '', 'abcdef'],
    ['abc', 'c', {}, '', 'abc'],
    // Nobody has spoken: the last place.
    ['abcdef', 'e', {}, '', 'abedcf'],
    // The quietest.
    ['abcdef', 'e', { c: 7, b: 3 }, '', 'aecdbf'],
    // Never oneself, nor somebody who speaks.
    ['abcdef', 'eb', { b: 9 }, '', 'abedcf'],
    ['abcdef', 'ebc', {}, '', 'abcdef'],
    // Two at once; the third finds no place.
    ['abcdef', 'fed', {}, '', 'aefdbc'],
    // On the page that is looked at.
    ['abcdef', 'e', {}, 'def', 'abcdef'],
    // Oneself, and somebody who has just left.
    ['abcdef', 'ax', {}, '', 'abcdef'],
  ])('%s while %s speak', (order, speakers, spoke, seen, after) => {
    expect(bringForward(list(order), floor(speakers, spoke, seen)).join('')).toBe(after);
  });

  it('returns the same when nothing changes', () => {
    const order = list('abcdef');
    expect(bringForward(order, floor('b'))).toBe(order);
    expect(bringForward(order, floor('bc'))).toBe(order);
  });
});

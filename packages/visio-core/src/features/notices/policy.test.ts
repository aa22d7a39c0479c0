import { describe, expect, it } from 'vitest';
import { detailOf, hasSound } from './policy.js';

describe('detailOf', () => {
  it.each([
    ['join', 1, 'names'],
    ['join', 12, 'names'],
    ['join', 13, 'count'],
    ['join', 50, 'count'],
    ['join', 51, 'none'],
    ['leave', 12, 'names'],
    ['leave', 1_000, 'none'],
    ['message', 50, 'names'],
    ['message', 51, 'count'],
    ['message', 200, 'count'],
    ['message', 201, 'none'],
    ['hand', 100, 'names'],
    ['hand', 1_000, 'count'],
    ['share', 1_000, 'names'],
  ] as const)('tells of %s in a room of %i: %s', (kind, size, detail) => {
    expect(detailOf(kind, size)).toBe(detail);
  });
});

describe('hasSound', () => {
  it.each([
    [1, true],
    [4, true],
    [5, false],
    [1_000, false],
  ])('of %i people: %s', (size, expected) => {
    expect(hasSound(size)).toBe(expected);
  });
});

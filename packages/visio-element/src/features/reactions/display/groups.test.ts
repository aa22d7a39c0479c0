import { describe, expect, it } from 'vitest';
import type { Reaction, ReactionEmoji } from 'visio-core';
import { groupReactions } from './groups.js';

let id = 0;
const reaction = (from: string, emoji: ReactionEmoji): Reaction => ({ id: ++id, from, emoji, name: from, isLocal: false, at: 0 });

describe('groupReactions', () => {
  it('counts each person once for each emoji, in the order in which the emoji came', () => {
    const groups = groupReactions([
      reaction('a', 'thumbs-up'),
      reaction('b', 'red-heart'),
      reaction('a', 'thumbs-up'),
      reaction('c', 'thumbs-up'),
      reaction('b', 'thumbs-up'),
    ]);
    expect(groups.map(({ emoji, first, others }) => [emoji, first.from, others])).toEqual([
      ['thumbs-up', 'a', 2],
      ['red-heart', 'b', 0],
    ]);
    expect(groupReactions([])).toEqual([]);
  });
});

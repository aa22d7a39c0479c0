import type { Reaction, ReactionEmoji } from 'visio-core';

export interface ReactionGroup {
  readonly emoji: ReactionEmoji;
  readonly first: Reaction;
  /** How many others reacted with the same. */
  readonly others: number;
}

/** Who reacted with what, each person once for each emoji. */
export function groupReactions(reactions: readonly Reaction[]): readonly ReactionGroup[] {
  const groups = new Map<ReactionEmoji, { first: Reaction; people: Set<string> }>();
  for (const reaction of reactions) {
    const group = groups.get(reaction.emoji) ?? { first: reaction, people: new Set() };
    groups.set(reaction.emoji, group);
    group.people.add(reaction.from);
  }
  return [...groups].map(([emoji, { first, people }]) => ({ emoji, first, others: people.size - 1 }));
}

import type { ReactionEmoji } from 'visio-core';

/** What each reaction looks like. */
export const GLYPHS: Readonly<Record<ReactionEmoji, string>> = {
  'thumbs-up': '👍',
  'thumbs-down': '👎',
  'clapping-hands': '👏',
  'red-heart': '❤️',
  'face-with-tears-of-joy': '😂',
  'face-with-open-mouth': '😮',
  'party-popper': '🎉',
  'folded-hands': '🙏',
};

import { fold } from '../../i18n/fold.js';

/** What to look for; every word must be in a name, in any order. */
export function wordsOf(query: string): readonly string[] {
  return fold(query).split(/\s+/u).filter(Boolean);
}

/** Whether a folded name has all of the words. */
export function hasWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

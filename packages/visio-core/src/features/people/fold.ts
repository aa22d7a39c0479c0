/** Letters that are no other letter with an accent, as people type them who do not have them on their keyboard. */
const PLAIN: Readonly<Record<string, string>> = { æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** A text without what a search should not ask for: accents, capitals, kinds of apostrophe. `Élise D’Ør` → `elise d'or`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // Of a capital with a dot a small one and its dot are made.
    .replace(/\p{M}/gu, '')
    .replace(/[æœøßłđðþı]/g, (letter) => PLAIN[letter]!)
    .replace(/[’ʼ]/g, "'");
}

/** What to look for; every word must be in a name, in any order. */
export function wordsOf(query: string): readonly string[] {
  return fold(query).split(/\s+/u).filter(Boolean);
}

/** Whether a folded name has all of the words. */
export function hasWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

/** Up to two letters that stand for a person: of the first and the last word of their name. */
export function initials(name: string, language?: string): string {
  // Of a number that is told in part there is nothing to take.
  if (name.includes('••')) return '☎\ufe0e';
  const words = name.split(/[\s\-–_.,'’()]+/u).filter((word) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word));
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen
    .map((word) => firstCharacter(word ?? ''))
    .join('')
    .toLocaleUpperCase(language);
}

/** Where the colour circle is pleasant behind white letters: not among the olives. */
const HUES = [15, 45, 155, 180, 210, 240, 265, 290, 315, 345] as const;

/** A hue, in degrees, that is always the same for the same person. */
export function hueOf(id: string): number {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619);
  // FNV alone mixes short, similar ids badly.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return HUES[(hash >>> 13) % HUES.length]!;
}

/** Made once: each takes as long as drawing a tile. */
let segmenter: Intl.Segmenter | undefined;

/** As a reader counts them: a flag or a letter with accents is one. */
function firstCharacter(word: string): string {
  // Letters of one code point that nothing is added to need no asking.
  if (/^[\p{Script=Latin}](?!\p{M}|\u200D)/u.test(word)) return [...word][0]!;
  if (typeof Intl.Segmenter !== 'function') return [...word][0] ?? '';
  segmenter ??= new Intl.Segmenter();
  return segmenter.segment(word)[Symbol.iterator]().next().value?.segment ?? '';
}

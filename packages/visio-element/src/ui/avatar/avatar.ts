/** Digits and Latin letters that nothing is added to. What asks Unicode itself takes a browser longer than it takes to draw a tile. */
const PLAIN = /^[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+$/;

/** Up to two letters that stand for a person: of the first and the last word of their name. */
export function initials(name: string, language?: string): string {
  // Of a number that is told in part there is nothing to take.
  if (name.includes('••')) return '☎\ufe0e';
  const words = name.split(/[\s\-–_.,'’()]+/u).filter((word) => PLAIN.test(word) || /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(word));
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
  if (PLAIN.test(word)) return word[0]!;
  if (typeof Intl.Segmenter !== 'function') return [...word][0] ?? '';
  segmenter ??= new Intl.Segmenter();
  return segmenter.segment(word)[Symbol.iterator]().next().value?.segment ?? '';
}

/** The longest text of one segment, and of a translation, in characters. */
const LIMIT = 2_000;

/** Signs that stand close to the word before them. */
const CLOSE = /^[,.;:!?…)\]}’»%]/u;

/** What the next word stands close to: an opening bracket, and the apostrophe of a word that French shortens. */
const OPEN = /[([{«]$|(?:^|[^\p{L}])(?:\p{L}|qu|jusqu|lorsqu|puisqu|quoiqu)['’]$/iu;

/** Writing without spaces between words. */
const DENSE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;

const SENTENCE_END = /[.!?…。！？]["'”’»)]*$/u;

/** Text from the network as one line, without what is not text or turns the text around it. */
export function cleanLine(text: string): string {
  const clean = text.slice(0, 2 * LIMIT).replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\s]+/gu, ' ').trim();
  // No half of a character at the end.
  return clean.length > LIMIT ? clean.slice(0, LIMIT).replace(/[\ud800-\udbff]$/, '') : clean;
}

/** Words after words: with a space where their language has one. */
export function joinWords(before: string, after: string): string {
  if (before === '' || after === '') return before + after;
  const isDense = DENSE.test(before.slice(-1)) && DENSE.test(after.slice(0, 1));
  return isDense || CLOSE.test(after) || OPEN.test(before) ? before + after : `${before} ${after}`;
}

export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** Letters that are no other letter with an accent, as people type them who do not have them on their keyboard. */
const PLAIN: Readonly<Record<string, string>> = { æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ' };

/** A text without what a search should not ask for: accents, capitals, kinds of apostrophe and of space. `Élise D’Ør` → `elise d'or`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // Of a capital with a dot a small one and its dot are made.
    .replace(/\p{M}/gu, '')
    .replace(/[æœøßłđðþıς]/g, (letter) => PLAIN[letter]!)
    .replace(/[’ʼ]/g, "'")
    .replace(/\s/g, ' ');
}

/** A stretch of a text, from its first character to before its last one, as JavaScript counts them. */
export interface Mark {
  /** Index of its first UTF-16 code unit. */
  readonly start: number;
  /** Index after its last UTF-16 code unit. */
  readonly end: number;
}

/** The most stretches that are found in one text. */
const MARKS = 50;

/** What people take for one letter: with its accents, its skin tone, what it is joined to; two letters of a flag. */
const LETTER = /\p{Regional_Indicator}{2}|.(?:[\p{M}\p{Emoji_Modifier}]|\u200d.?)*/gsu;

/** Where `folded`, which is {@link fold} of what is looked for, stands in a text: whole letters, the first 50 stretches. */
export function findMarks(text: string, folded: string): readonly Mark[] {
  if (folded === '') return [];
  /** Where in the text each character of the folded text comes from. */
  const starts: number[] = [];
  const ends: number[] = [];
  let whole = '';
  for (const { 0: letter, index } of text.matchAll(LETTER)) {
    const plain = fold(letter);
    for (let i = 0; i < plain.length; i++) {
      starts.push(index);
      ends.push(index + letter.length);
    }
    whole += plain;
  }
  const marks: Mark[] = [];
  for (let at = whole.indexOf(folded); at >= 0; at = whole.indexOf(folded, at + folded.length)) {
    const start = starts[at]!;
    const end = ends[at + folded.length - 1]!;
    const last = marks.at(-1);
    if (last && start <= last.end) marks[marks.length - 1] = { start: last.start, end };
    else if (marks.length < MARKS) marks.push({ start, end });
    else break;
  }
  return marks;
}

/** A part of a text: whether it is what is looked for. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Letters as they are compared: without accents and case. */
export function foldLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Cuts a text where `folded`, which is {@link foldLetters} of what is looked for, is in it. */
export function findPieces(text: string, folded: string): readonly Piece[] {
  if (folded === '') return [{ text, isMatch: false }];
  // Where in the text each letter of the folded text comes from.
  const letters = [...text];
  const origin: number[] = [];
  let whole = '';
  letters.forEach((letter, index) => {
    for (const part of foldLetters(letter)) {
      for (let unit = 0; unit < part.length; unit++) origin.push(index);
      whole += part;
    }
  });
  const pieces: Piece[] = [];
  const add = (from: number, to: number, isMatch: boolean) => {
    if (to > from) pieces.push({ text: letters.slice(from, to).join(''), isMatch });
  };
  let done = 0;
  for (let at = whole.indexOf(folded); at >= 0; at = whole.indexOf(folded, at + folded.length)) {
    const from = origin[at]!;
    const to = origin[at + folded.length - 1]! + 1;
    if (from < done) continue;
    add(done, from, false);
    add(from, to, true);
    done = to;
  }
  add(done, letters.length, false);
  return pieces;
}

/** The longest name that is shown, in characters. */
const LIMIT = 100;

/** A name from the network as one line, without what is not text or turns the text around it. */
export function cleanName(name: string): string {
  const text = name.slice(0, 10 * LIMIT).replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\s]+/gu, ' ').trim();
  if (text.length <= LIMIT) return text;
  // By code points: half a character is no text.
  const letters = [...text];
  return letters.length > LIMIT ? `${letters.slice(0, LIMIT).join('')}…` : text;
}

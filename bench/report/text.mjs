/**
 * Words as HTML has them.
 * @param {string} words
 */
export function text(words) {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

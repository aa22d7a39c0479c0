// Pages take turns, and none of them always goes first.

/**
 * @template T
 * @param {T[]} list
 * @param {number} by
 */
export function rotated(list, by) {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

/**
 * No goal is about some of the pages: they are measured once, and those that are compared again and again.
 * @template {{ id: string }} T
 * @param {T[]} pages
 * @param {number} round
 * @param {string[]} compared
 */
export function pagesOf(pages, round, compared) {
  return round === 0 ? pages : pages.filter(({ id }) => compared.includes(id));
}

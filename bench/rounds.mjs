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

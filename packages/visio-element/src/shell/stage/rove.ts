import type { VisioTile } from '../tile/tile.js';

/**
 * The menus of tiles are one stop for Tab, however many people there are; arrow keys go from the one that is `focused` to
 * the next. Returns whether the key was one of those.
 */
export function rove(event: KeyboardEvent, focused: Element | null, tiles: readonly VisioTile[]): boolean {
  const from = tiles.find((tile) => tile === focused);
  if (!from) return false;
  const to = target(event.key, from, tiles);
  if (to === undefined) return false;
  event.preventDefault();
  if (to === null) return true;
  from.tabbable = false;
  to.tabbable = true;
  to.focusOptions();
  return true;
}

/** `undefined` when the key is not ours, `null` when there is nothing on that side. */
function target(key: string, from: VisioTile, tiles: readonly VisioTile[]): VisioTile | null | undefined {
  if (key === 'Home') return tiles[0]!;
  if (key === 'End') return tiles.at(-1)!;
  const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  if (!direction) return undefined;
  const [x, y] = direction as [number, number];
  const start = middle(from);
  let nearest: VisioTile | null = null;
  let least = Infinity;
  for (const tile of tiles) {
    const { x: left, y: top } = middle(tile);
    const along = (left - start.x) * x + (top - start.y) * y;
    const aside = Math.abs((left - start.x) * y) + Math.abs((top - start.y) * x);
    // A tile that is more aside than ahead is in another direction.
    if (along < 8 || aside > 2 * along) continue;
    if (along + 2 * aside < least) [nearest, least] = [tile, along + 2 * aside];
  }
  return nearest;
}

function middle(tile: VisioTile): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = tile.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

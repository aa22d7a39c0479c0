import type { Contribution } from '../../base/contribution.js';

export interface Arrangement {
  /** Those with a button of their own. */
  readonly row: readonly Contribution[];
  /** Those in the menu. Nothing in it, no menu. */
  readonly menu: readonly Contribution[];
}

/**
 * Which controls have a button, and which are in the menu. `wanted` are the host's words in its order, where `more`
 * begins the menu; `null` leaves both to the contributions. What has no room in the row goes first into the menu.
 */
export function arrange(offered: readonly Contribution[], wanted: readonly string[] | null, room: number): Arrangement {
  const rank = ({ name }: Contribution) => wanted?.indexOf(name) ?? 0;
  const ordered = offered.filter(({ control }) => control).sort((a, b) => rank(a) - rank(b));
  const more = wanted?.indexOf('more') ?? -1;
  const isInMenu = (each: Contribution) => (more < 0 ? each.control!.place === 'menu' : rank(each) > more);
  const row = ordered.filter((each) => !isInMenu(each));
  const menu = ordered.filter(isInMenu);
  if (row.length + Math.min(menu.length, 1) <= room) return { row, menu };
  // The menu's own button takes a place.
  const kept = Math.max(0, room - 1);
  return { row: row.slice(0, kept), menu: [...row.slice(kept), ...menu] };
}

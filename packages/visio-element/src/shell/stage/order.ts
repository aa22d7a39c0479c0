import type { Roster } from 'visio-core';
import { computed, signal, type Readable } from 'visio-core/reactive';

/**
 * Used when somebody speaks, or there is a second page: until then people stand in the order of the roster.
 *
 * Who stands where in the grid and beside what is large. People keep their places: who comes is last, who goes leaves a
 * gap that closes on a single page, and that the very last one fills where there are more.
 *
 * @param places how many places the first page has
 */
export function follow(order: readonly string[], ids: readonly string[], places: number): readonly string[] {
  const present = new Set(ids);
  const known = new Set(order);
  const kept = order.map((id) => (present.has(id) ? id : null));
  const next = [...kept, ...ids.filter((id) => !known.has(id))];
  if (order.length > places) {
    for (let gap = next.indexOf(null); gap >= 0; gap = next.indexOf(null)) {
      let last = next.pop();
      while (last === null && next.length > gap) last = next.pop();
      if (last === null || last === undefined || next.length === gap) break;
      next[gap] = last;
    }
  }
  return next.filter((id) => id !== null);
}

export interface Floor {
  /** Who speaks now, loudest first. */
  readonly speakers: readonly string[];
  /** How many places the first page has. */
  readonly places: number;
  /** Keeps their place, whatever happens: oneself. */
  readonly fixed: string | null;
  /** Whether someone is seen as it is. */
  isSeen(id: string): boolean;
  /** When someone spoke last, in turns; 0 for never. */
  lastSpoke(id: string): number;
}

/**
 * Brings those who speak, and are on no page in view, to the first page: each changes places with whoever has been quiet
 * there for longest, the last of several. Returns `order` itself when there is nothing to do.
 */
export function bringForward(order: readonly string[], { speakers, places, fixed, isSeen, lastSpoke }: Floor): readonly string[] {
  if (order.length <= places) return order;
  const first = order.slice(0, places);
  let next: string[] | null = null;
  for (const id of speakers) {
    if (id === fixed || first.includes(id) || isSeen(id)) continue;
    const from = order.indexOf(id);
    if (from < 0) continue;
    let quietest = -1;
    first.forEach((other, i) => {
      if (other === fixed || speakers.includes(other)) return;
      if (quietest < 0 || lastSpoke(other) <= lastSpoke(first[quietest]!)) quietest = i;
    });
    if (quietest < 0) break;
    next ??= [...order];
    next[from] = first[quietest]!;
    next[quietest] = first[quietest] = id;
  }
  return next ?? order;
}

/** The order over time; it begins with how they stand in the roster. The functions are asked whenever somebody speaks, comes or goes. */
export function createOrder(roster: Roster, places: () => number, isSeen: (id: string) => boolean): Readable<readonly string[]> {
  const turns = new Map<string, number>();
  let turn = 0;
  let order = roster.ids.peek();
  let ids = order;
  return computed(() => {
    const speakers = roster.speakers.value;
    if (ids !== roster.ids.value) {
      ids = roster.ids.value;
      order = follow(order, ids, places());
      if (turns.size > 2 * ids.length) turns.clear();
    }
    if (speakers.length > 0) turn++;
    for (const id of speakers) turns.set(id, turn);
    order = bringForward(order, {
      speakers,
      places: places(),
      fixed: roster.localId.value,
      isSeen,
      lastSpoke: (id) => turns.get(id) ?? 0,
    });
    return order;
  });
}

/** How long, in milliseconds, whoever became large by speaking stays so at least. */
const DWELL = 1500;

/**
 * Who spoke last, of those still here; the first of the others until somebody does. Never oneself, unless alone.
 * Whoever became large stays so for a moment, so that a cough does not turn the stage over.
 */
export function createLastSpeaker(roster: Roster): Readable<string | null> {
  const dwellEnds = signal(0);
  let last: string | null = null;
  let since = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return computed(() => {
    void dwellEnds.value;
    const localId = roster.localId.value;
    const ids = roster.ids.value;
    const speakers = roster.speakers.value.filter((id) => id !== localId);
    const isHere = last !== null && ids.includes(last);
    let next = isHere ? last : (ids.find((id) => id !== localId) ?? localId);
    if (speakers[0] !== undefined && !(isHere && speakers.includes(last!))) next = speakers[0];
    if (next === last) return last;
    const dwell = since + DWELL - performance.now();
    if (isHere && dwell > 0) {
      clearTimeout(timer);
      timer = setTimeout(() => dwellEnds.value++, dwell);
      return last;
    }
    if (speakers[0] === next) since = performance.now();
    return (last = next);
  });
}

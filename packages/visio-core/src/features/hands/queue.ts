import type { HandsState } from './hands.js';

/** Returns what takes the attribute of a participant, empty for a lowered hand. A change costs what comes after it in the queue. */
export function keepQueue({ ids, raisedAt, places }: HandsState): (id: string, text: string) => void {
  const order: string[] = [];
  /** The attributes: they may be finer than milliseconds. */
  const texts = new Map<string, string>();

  /** The same for everyone in the room, whoever came first. */
  function isBefore(one: string, other: string): boolean {
    const [a, b] = [raisedAt.peek(one)!, raisedAt.peek(other)!];
    if (a !== b) return a < b;
    const [textA, textB] = [texts.get(one)!, texts.get(other)!];
    return textA === textB ? one < other : textA < textB;
  }

  return (id, text) => {
    if ((texts.get(id) ?? '') === text) return;
    const before = (places.peek(id) ?? Infinity) - 1;
    if (texts.delete(id)) order.splice(before, 1);
    let place = order.length;
    if (text === '') {
      raisedAt.delete(id);
      places.delete(id);
    } else {
      const at = Date.parse(text);
      texts.set(id, text);
      // Another client's own idea of a raised hand: it is one, but nobody can tell since when.
      raisedAt.set(id, Number.isNaN(at) ? Date.now() : at);
      while (place > 0 && isBefore(id, order[place - 1]!)) place--;
      order.splice(place, 0, id);
    }
    for (let i = Math.min(before, place); i < order.length; i++) places.set(order[i]!, i + 1);
    ids.value = [...order];
  };
}

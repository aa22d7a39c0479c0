import { describe, expect, it } from 'vitest';
import { effect } from '../../reactive/index.js';
import { createHandsState } from './hands.js';
import { keepQueue } from './queue.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 9, 0, seconds)).toISOString();

function createQueue() {
  const state = createHandsState();
  return { ...state, set: keepQueue(state), order: () => state.ids.peek().join(' ') };
}

describe('keepQueue', () => {
  it('orders by the time of raising, whoever is told of first', () => {
    const { set, order, places } = createQueue();
    set('b', at(2));
    set('c', at(3));
    set('a', at(1));
    expect(order()).toBe('a b c');
    expect(['a', 'b', 'c'].map((id) => places.peek(id))).toEqual([1, 2, 3]);
  });

  it('moves up who is behind one that goes down, and puts a hand that is raised again at the end', () => {
    const { set, order, places } = createQueue();
    for (const [i, id] of ['a', 'b', 'c', 'd'].entries()) set(id, at(i));
    set('b', '');
    expect(order()).toBe('a c d');
    expect(['a', 'b', 'c', 'd'].map((id) => places.peek(id))).toEqual([1, undefined, 2, 3]);
    set('a', at(9));
    expect(order()).toBe('c d a');
    expect(places.peek('a')).toBe(3);
    set('a', at(0));
    expect(order()).toBe('a c d');
    expect(['a', 'c', 'd'].map((id) => places.peek(id))).toEqual([1, 2, 3]);
  });

  it('tells hands of one millisecond apart by what the server wrote, and else by their ids', () => {
    const { set, order } = createQueue();
    set('late', '2026-11-23T09:44:14.999438+00:00');
    set('early', '2026-11-23T09:44:14.999120+00:00');
    set('z', at(20));
    set('y', at(20));
    expect(order()).toBe('y z early late');
  });

  it('takes any other text for a raised hand, since now', () => {
    const { set, order, raisedAt } = createQueue();
    const before = Date.now();
    set('a', at(1));
    set('b', 'true');
    expect(order()).toBe('a b');
    expect(raisedAt.peek('b')).toBeGreaterThanOrEqual(before);
    const noted = raisedAt.peek('b');
    set('b', 'true');
    expect(raisedAt.peek('b')).toBe(noted);
  });

  it('costs who is concerned', () => {
    const { set, places, ids } = createQueue();
    const runs: Record<string, number> = {};
    const people = Array.from({ length: 100 }, (_, i) => `p${i}`);
    for (const id of people) effect(() => void (places.get(id).value, (runs[id] = (runs[id] ?? 0) + 1)));
    let queueRuns = 0;
    effect(() => void (ids.value, queueRuns++));
    const since = () => people.filter((id) => runs[id]! > 1);
    set('p5', at(1));
    set('p7', at(2));
    set('p6', at(3));
    expect(since()).toEqual(['p5', 'p6', 'p7']);
    expect([runs['p5'], runs['p6'], runs['p7']]).toEqual([2, 2, 2]);
    set('p7', '');
    expect([runs['p5'], runs['p6'], runs['p7']]).toEqual([2, 3, 3]);
    expect(queueRuns).toBe(5);
    set('p7', '');
    expect(queueRuns).toBe(5);
  });
});

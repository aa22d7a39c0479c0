import { describe, expect, it } from 'vitest';
import { batch, computed, effect, KeyedStore } from './index.js';

/** Counts how often a reader runs. */
function count(read: () => unknown) {
  const counter = { runs: 0, end: (): void => undefined };
  counter.end = effect(() => {
    read();
    counter.runs++;
  });
  return counter;
}

describe('KeyedStore', () => {
  it('runs only the readers of the key that changed', () => {
    const store = new KeyedStore<string, number>();
    store.set('a', 1);
    store.set('b', 1);
    const [a, b] = [count(() => store.get('a').value), count(() => store.get('b').value)];
    store.set('a', 2);
    expect([a.runs, b.runs]).toEqual([2, 1]);
  });

  it('changes its keys when one comes or goes, and not when a value changes', () => {
    const store = new KeyedStore<string, number>();
    const keys = count(() => store.keys.value);
    store.set('b', 1);
    store.set('a', 1);
    store.set('b', 2);
    expect(store.keys.value).toEqual(['b', 'a']);
    expect(keys.runs).toBe(3);
    store.delete('b');
    store.delete('b');
    expect(store.keys.value).toEqual(['a']);
    expect(keys.runs).toBe(4);
  });

  it('tells the readers of a key that it came, and that it went', () => {
    const store = new KeyedStore<string, number>();
    const seen: (number | undefined)[] = [];
    store.get('a').subscribe((value) => seen.push(value));
    store.set('a', 1);
    store.delete('a');
    store.set('a', 2);
    store.clear();
    expect(seen).toEqual([undefined, 1, undefined, 2, undefined]);
  });

  it('holds a signal for a key only while it is watched', () => {
    const store = new KeyedStore<number, number>();
    for (let key = 0; key < 1000; key++) store.set(key, 1);
    const readable = store.get(7);
    expect(store.watched).toBe(0);
    const first = count(() => readable.value);
    const second = count(() => store.get(7).value);
    expect(store.watched).toBe(1);
    first.end();
    expect(store.watched).toBe(1);
    second.end();
    expect(store.watched).toBe(0);

    // Set while unwatched, and found again.
    store.set(7, 2);
    const third = count(() => readable.value);
    expect(readable.value).toBe(2);
    store.set(7, 3);
    expect([first.runs, second.runs, third.runs]).toEqual([1, 1, 2]);
  });

  it('keeps a reader up to date that reads the same key twice, after another has let go', () => {
    const store = new KeyedStore<string, number>();
    store.set('a', 1);
    const left = count(() => store.get('a').value);
    const stays = count(() => store.get('a').value);
    left.end();
    store.set('a', 2);
    expect([left.runs, stays.runs]).toEqual([1, 2]);
  });

  it('gives computed values, lazily', () => {
    const store = new KeyedStore<string, number>();
    const doubled = computed(() => (store.get('a').value ?? 0) * 2);
    store.set('a', 4);
    expect(doubled.value).toBe(8);
    store.set('a', 5);
    expect(doubled.value).toBe(10);
  });

  it('runs each reader once for a batch', () => {
    const store = new KeyedStore<number, number>();
    const keys = count(() => store.keys.value);
    const one = count(() => store.get(1).value);
    batch(() => {
      for (let i = 0; i < 1000; i++) store.set(i, i);
      store.set(1, 5);
    });
    expect([keys.runs, one.runs, store.size]).toEqual([2, 2, 1000]);
  });

  it('reads without subscribing by peek and has', () => {
    const store = new KeyedStore<string, number>();
    const reader = count(() => [store.peek('a'), store.has('a'), store.get('a').peek()]);
    store.set('a', 1);
    expect(reader.runs).toBe(1);
    expect([store.peek('a'), store.has('a'), store.get('a').peek()]).toEqual([1, true, 1]);
  });

  it('feeds a computed that was let go and is watched again', () => {
    const store = new KeyedStore<string, number>();
    store.set('a', 1);
    const doubled = computed(() => (store.get('a').value ?? 0) * 2);
    const seen: number[] = [];
    doubled.subscribe((value) => seen.push(value))();
    store.set('a', 2);
    const end = doubled.subscribe((value) => seen.push(value));
    store.set('a', 3);
    expect(seen).toEqual([2, 4, 6]);
    expect(store.watched).toBe(1);
    end();
    expect(store.watched).toBe(0);
  });
});

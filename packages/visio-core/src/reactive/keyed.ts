import { computed, signal, type Readable, type Writable } from './signals.js';

/** For what is in this file alone. */
let signalOf: <K, V>(store: KeyedStore<K, V>, key: K) => Writable<V | undefined>;

/**
 * Values by key, where a change costs only those who watch that key. The values lie in a plain map; a key gets
 * a signal when it is first read reactively and loses it when nobody watches it any more, so that a room of a
 * thousand people with twenty-five on screen holds twenty-five signals.
 */
export class KeyedStore<K, V> {
  static {
    signalOf = (store, key) => store.#signalOf(key);
  }

  readonly #values = new Map<K, V>();
  readonly #signals = new Map<K, Writable<V | undefined>>();
  readonly #membership = signal(0);

  /** All keys in order of arrival. Changes when a key comes or goes, never when a value changes. */
  readonly keys: Readable<readonly K[]> = computed(() => {
    void this.#membership.value;
    return [...this.#values.keys()];
  });

  /** How many values there are, without subscribing. */
  get size(): number {
    return this.#values.size;
  }

  /** How many keys have a signal now, because someone watches them. */
  get watched(): number {
    return this.#signals.size;
  }

  /** The key that came first. */
  get first(): K | undefined {
    return this.#values.keys().next().value;
  }

  /** Whether there is a value now, without subscribing. */
  has(key: K): boolean {
    return this.#values.has(key);
  }

  /** The value of `key` now, without subscribing. */
  peek(key: K): V | undefined {
    return this.#values.get(key);
  }

  /** All that there is now. */
  copy(): ReadonlyMap<K, V> {
    return new Map(this.#values);
  }

  /** The value of `key` over time; `undefined` while there is none. */
  get(key: K): Readable<V | undefined> {
    return new KeyedReadable(this, key);
  }

  /** Sets the value of a key. Who watches others is not told. */
  set(key: K, value: V): void {
    const isNew = !this.#values.has(key);
    this.#values.set(key, value);
    const watched = this.#signals.get(key);
    if (watched) watched.value = value;
    if (isNew) this.#membership.value++;
  }

  /** Takes a key away. Nothing happens where there is none. */
  delete(key: K): void {
    if (!this.#values.delete(key)) return;
    const watched = this.#signals.get(key);
    if (watched) watched.value = undefined;
    this.#membership.value++;
  }

  /** Takes all keys away. */
  clear(): void {
    if (this.#values.size === 0) return;
    this.#values.clear();
    for (const watched of this.#signals.values()) watched.value = undefined;
    this.#membership.value++;
  }

  #signalOf(key: K): Writable<V | undefined> {
    const known = this.#signals.get(key);
    if (known) return known;
    const made: Writable<V | undefined> = signal(this.#values.get(key), {
      unwatched: () => {
        if (this.#signals.get(key) !== made) return;
        this.#signals.delete(key);
        // A computed that read this one, and is watched again later, must look here anew, not at what nobody feeds any more.
        (made as Writable<unknown>).value = {};
      },
    });
    this.#signals.set(key, made);
    return made;
  }
}

class KeyedReadable<K, V> implements Readable<V | undefined> {
  readonly #store: KeyedStore<K, V>;
  readonly #key: K;

  constructor(store: KeyedStore<K, V>, key: K) {
    this.#store = store;
    this.#key = key;
  }

  get value(): V | undefined {
    return signalOf(this.#store, this.#key).value;
  }

  peek(): V | undefined {
    return this.#store.peek(this.#key);
  }

  subscribe(listener: (value: V | undefined) => void): () => void {
    return signalOf(this.#store, this.#key).subscribe(listener);
  }
}

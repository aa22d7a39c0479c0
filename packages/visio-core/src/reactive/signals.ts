import { batch, computed as createComputed, effect, signal as createSignal, untracked } from '@preact/signals-core';

/** A value that changes over time. */
export interface Readable<T> {
  /** The value now. Reading it inside `computed`, `effect` or a tracked render subscribes that reader. */
  readonly value: T;
  /** The value now, without subscribing anyone. */
  peek(): T;
  /** Calls `listener` with the value at once and after each change. Returns what ends the subscription. */
  subscribe(listener: (value: T) => void): () => void;
}

/** A {@link Readable} that its owner may set. */
export interface Writable<T> extends Readable<T> {
  value: T;
}

/** Makes a value that its owner sets. Setting the same value (`===`) again tells nobody. */
export const signal: <T>(value: T) => Writable<T> = createSignal;

/** Makes a value derived from others: computed when read, kept until one of those it read changes. */
export const computed: <T>(compute: () => T) => Readable<T> = createComputed;

export { batch, effect, untracked };

import * as library from '@preact/signals-core';

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

export interface SignalOptions {
  /** Called when the first reader has come. */
  watched?: () => void;
  /** Called when the last reader has gone. */
  unwatched?: () => void;
}

/**
 * The signals library notes in its module's own variables who is reading, so that two copies of it do not track each
 * other. A page may well have two copies of this package (the element's bundle, and a host's own); all of them use the
 * functions of the first. The number changes with the library's major version.
 */
const KEY = Symbol.for('visio-core/signals/1');
const shared = globalThis as { [KEY]?: Pick<typeof library, 'batch' | 'computed' | 'effect' | 'signal' | 'untracked'> };
const functions = (shared[KEY] ??= {
  batch: library.batch,
  computed: library.computed,
  effect: library.effect,
  signal: library.signal,
  untracked: library.untracked,
});

/** Makes a value that its owner sets. Setting the same value (`===`) again tells nobody. */
export const signal: <T>(value: T, options?: SignalOptions) => Writable<T> = functions.signal;

/** Makes a value derived from others: computed when read, kept until one of those it read changes. */
export const computed: <T>(compute: () => T) => Readable<T> = functions.computed;

/** Runs a function now and after each change of what it read; what it returns is called before each further run. */
// A function that returns nothing is an ordinary effect, and `undefined` would refuse it.
// eslint-disable-next-line @typescript-eslint/no-invalid-void-type
export const effect: (run: () => (() => void) | void) => () => void = functions.effect;

/** Runs a function whose changes are told once, at its end. */
export const batch: <T>(run: () => T) => T = functions.batch;

/** Runs a function whose reads subscribe nobody. */
export const untracked: <T>(run: () => T) => T = functions.untracked;

import type { Readable } from './signals.js';

/** A view of another readable, without a signal of its own. */
export function mapped<T, U>(source: Readable<T>, map: (value: T) => U): Readable<U> {
  return {
    get value() {
      return map(source.value);
    },
    peek: () => map(source.peek()),
    subscribe: (listener) => source.subscribe((value) => listener(map(value))),
  };
}

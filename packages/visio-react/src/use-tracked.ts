'use client';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Command, Readable } from 'visio-core';

/**
 * Some object of the core with the values of its readables in place of them. Commands and other functions stay what they are.
 */
export type Tracked<Source extends object> = {
  readonly [Key in keyof Source]: Source[Key] extends Command<never[], unknown> ? Source[Key] : Source[Key] extends Readable<infer Value> ? Value : Source[Key];
};

/**
 * The values of an object of the core, such as `meeting.chat`. The component renders again when one that it has read
 * changes, and for nothing else: `const { unread } = useTracked(meeting.chat)` is not rendered by messages that
 * are read already. Every hook of this package that returns an object is made of it.
 *
 * @param source keep it the same from one rendering to the next, by `useMemo` if it is not the core's own
 */
export function useTracked<Source extends object>(source: Source): Tracked<Source> {
  const tracker = useMemo(() => new Tracker(source), [source]);
  useSyncExternalStore(tracker.subscribe, tracker.version, tracker.version);
  // After each rendering, because each may have read more.
  useEffect(() => tracker.listen());
  return tracker.values;
}

class Tracker<Source extends object> {
  readonly values: Tracked<Source>;
  /** What was read, and what it was then, or at the last change. */
  readonly #read = new Map<Readable<unknown>, unknown>();
  readonly #ends = new Map<Readable<unknown>, () => void>();
  #notify: (() => void) | null = null;
  #version = 0;

  constructor(source: Source) {
    const read = (readable: Readable<unknown>) => {
      const value = readable.peek();
      if (!this.#read.has(readable)) this.#read.set(readable, value);
      return value;
    };
    const properties = Object.entries(source).map(([key, value]) => {
      const get = isReadable(value) ? () => read(value) : () => value as unknown;
      return [key, { enumerable: true, get }] as const;
    });
    this.values = Object.defineProperties({}, Object.fromEntries(properties)) as Tracked<Source>;
  }

  readonly subscribe = (notify: () => void): (() => void) => {
    this.#notify = notify;
    this.listen();
    return () => {
      this.#notify = null;
      for (const end of this.#ends.values()) end();
      this.#ends.clear();
    };
  };

  /** Another number each time that something which was read has changed. */
  readonly version = (): number => {
    for (const [readable, seen] of this.#read) {
      const now = readable.peek();
      if (Object.is(now, seen)) continue;
      this.#read.set(readable, now);
      this.#version++;
    }
    return this.#version;
  };

  listen(): void {
    if (!this.#notify) return;
    for (const readable of this.#read.keys()) {
      if (!this.#ends.has(readable)) this.#ends.set(readable, readable.subscribe(() => this.#notify?.()));
    }
  }
}

function isReadable(value: unknown): value is Readable<unknown> {
  // A command is a function, with readables of its own.
  return typeof value === 'object' && value !== null && 'peek' in value && 'subscribe' in value;
}

'use client';
import { useCallback, useSyncExternalStore } from 'react';
import type { Readable } from 'visio-core';

/** The value of a readable of the core; the component renders again when it changes, and only then. */
export function useReadable<T>(readable: Readable<T>): T {
  const subscribe = useCallback((notify: () => void) => readable.subscribe(notify), [readable]);
  const peek = () => readable.peek();
  return useSyncExternalStore(subscribe, peek, peek);
}

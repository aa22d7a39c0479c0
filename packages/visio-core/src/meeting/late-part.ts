import type { FeatureContext } from './context.js';

/**
 * A part of a feature that nobody misses before there is a call: its code is fetched then, and the way into the call
 * does not wait for it. Returns what gives it. What could not be fetched is tried again when it is asked for, and with
 * the next call.
 */
export function latePart<T>(context: FeatureContext, load: () => Promise<T>): () => Promise<T> {
  let part: Promise<T> | null = null;
  const get = () =>
    (part ??= load().catch((cause: unknown) => {
      part = null;
      throw cause;
    }));
  context.onEvent(({ type }) => {
    if (type === 'connected') get().catch(() => undefined);
  });
  return get;
}

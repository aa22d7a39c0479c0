import type { EngineEvent } from '../engine/engine.js';
import type { Command, Readable } from '../reactive/index.js';
import type { FeatureContext } from './context.js';

/**
 * A part of a feature that nobody misses before there is a call: its code is fetched then, and the way into the call
 * does not wait for it. Returns what gives it. What could not be fetched is tried again when it is asked for, and with
 * the next such event.
 *
 * @param on what it comes with. Default: with a call.
 */
export function latePart<T>(context: FeatureContext, load: () => Promise<T>, on: EngineEvent['type'] = 'connected'): () => Promise<T> {
  let part: Promise<T> | null = null;
  const get = () =>
    (part ??= load().catch((cause: unknown) => {
      part = null;
      throw cause;
    }));
  context.onEvent(({ type }) => {
    if (type === on) get().catch(() => undefined);
  });
  return get;
}

/** A command that a late part runs, by the method of the same name. `enabled` by default: always. */
export function lateCommand<Part extends Readonly<Record<Name, (...args: never[]) => Promise<unknown>>>, Name extends string>(
  context: FeatureContext,
  part: () => Promise<Part>,
  name: Name,
  enabled?: Readable<boolean>,
): Command<Parameters<Part[Name]>, Awaited<ReturnType<Part[Name]>>> {
  const run = async (...args: Parameters<Part[Name]>): Promise<unknown> => (await part())[name](...args);
  return context.command({ name, ...(enabled && { enabled }), run }) as Command<Parameters<Part[Name]>, Awaited<ReturnType<Part[Name]>>>;
}

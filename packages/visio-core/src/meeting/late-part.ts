import type { EngineEvent } from '../engine/engine.js';
import { batch, untracked, type Command, type Readable } from '../reactive/index.js';
import { isInCall } from './connection.js';
import type { FeatureContext } from './context.js';

/** How many events may wait for the code that reads them. */
const WAITING_LIMIT = 2_000;

/** When a late part is fetched, unless somebody asks for it before. */
export interface LateWhen {
  /** With the first event for which this is true. */
  readonly on?: (event: EngineEvent) => boolean;
  /** As soon as this is true in a call. Reads signals. */
  readonly when?: () => boolean;
}

/**
 * A part of a feature that nobody misses before there is something for it to do: its code is fetched then, and nothing
 * waits for it. Its context is its own: it hears what it came with and all that comes after, in order, whether or not its
 * code was there. Returns what gives it. What could not be fetched is tried again when it is asked for, and with the next
 * reason to.
 */
export function latePart<T>(context: FeatureContext, load: (its: FeatureContext) => Promise<T>, { on, when }: LateWhen = {}): () => Promise<T> {
  const handlers: ((event: EngineEvent) => void)[] = [];
  const hear = (event: EngineEvent) => handlers.forEach((handle) => handle(event));
  let waiting: EngineEvent[] = [];
  let part: Promise<T> | null = null;
  let isThere = false;

  const get = () =>
    (part ??= load({ ...context, onEvent: (handle) => void handlers.push(handle) }).then(
      (loaded) => {
        isThere = true;
        batch(() => waiting.splice(0).forEach(hear));
        return loaded;
      },
      (cause: unknown) => {
        part = null;
        throw cause;
      },
    ));

  context.onEvent((event) => {
    if (isThere) return hear(event);
    const isWanted = on?.(event) ?? false;
    // Of what people send, it gets its own.
    if ((isWanted || (part && !('topic' in event))) && waiting.length < WAITING_LIMIT) waiting.push(event);
    // What nobody could read is of a call that is over.
    if (!part && event.type === 'disconnected') waiting = [];
    if (isWanted) get().catch(() => undefined);
  });
  if (when) {
    context.scope.effect(() => {
      if (isInCall(context.connection.state.value) && when()) untracked(get).catch(() => undefined);
      return undefined;
    });
  }
  return get;
}

/** For `on`: whether someone in the call came, went, changed or shares. */
export function isAboutPeople({ connection }: FeatureContext, event: EngineEvent): boolean {
  const { type } = event;
  return isInCall(connection.state.peek()) && (type === 'participant' || type === 'participant-left' || (type === 'track' && event.track.source === 'screen_share'));
}

/** For `on`: whether a call begins of someone who chose something once that is kept under `key`. */
export function isKept({ storage }: FeatureContext, event: EngineEvent, key: string): boolean {
  try {
    return event.type === 'connected' && Boolean(storage?.getItem(key));
  } catch {
    // The browser may forbid it.
    return false;
  }
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

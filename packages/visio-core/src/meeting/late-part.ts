import type { EngineEvent } from '../engine/engine.js';
import { batch, untracked, type Command, type Readable } from '../reactive/index.js';
import { isInCall } from './connection.js';
import type { FeatureContext } from './context.js';
import { createEvents, type EventHandlers, type EventOf } from './events.js';

/** How many events of what people send may wait for the code that reads them. Of who is there the server tells, and all of it. */
const WAITING_LIMIT = 2_000;

type EventQuestions = { readonly [Type in EngineEvent['type']]?: (event: EventOf<Type>) => boolean };

/** When a late part is fetched, unless somebody asks for it before. */
export interface LateWhen {
  /** With the first event for which the question of its type is true. */
  readonly on?: EventQuestions;
  /** As soon as this is true in a call. Reads signals. */
  readonly when?: () => boolean;
}

/**
 * A part of a feature that nobody misses before there is something for it to do: its code is fetched then, and nothing
 * waits for it. Its context is its own: it hears what it came with and all that comes after, in order, whether or not its
 * code was there. Returns what gives it. What could not be fetched is tried again when it is asked for, and with the next
 * reason to.
 */
export function latePart<T>(context: FeatureContext, load: (its: FeatureContext) => Promise<T>, { on = {}, when }: LateWhen = {}): () => Promise<T> {
  const { tell, ...own } = createEvents();
  const heard: EventHandlers[] = [];
  let waiting: EngineEvent[] = [];
  /** How many events people have sent it. */
  let sent = 0;
  let part: Promise<T> | null = null;
  let isThere = false;

  function get(): Promise<T> {
    if (part) return part;
    // Of what people send, it gets its own.
    const stop = context.onEveryEvent((event) => {
      if (!('topic' in event)) waiting.push(event);
    });
    function onEvent(handlers: EventHandlers): void {
      if (isThere) return context.onEvent(handlers);
      own.onEvent(handlers);
      heard.push(handlers);
    }
    return (part = load({ ...context, onEvent }).then(
      (loaded) => {
        stop();
        isThere = true;
        batch(() => waiting.splice(0).forEach(tell));
        heard.forEach(context.onEvent);
        return loaded;
      },
      (cause: unknown) => {
        stop();
        part = null;
        throw cause;
      },
    ));
  }

  for (const [type, isWanted] of Object.entries(on)) {
    context.onEvent({
      [type](event: EngineEvent) {
        if (isThere || !isWanted(event as never)) return;
        if ('topic' in event ? sent++ < WAITING_LIMIT : !part) waiting.push(event);
        if (!part) get().catch(() => undefined);
      },
    });
  }
  // What nobody could read is of a call that is over.
  context.onEvent({
    disconnected() {
      if (!part) waiting = [];
      sent = 0;
    },
  });
  if (when) {
    context.scope.effect(() => {
      if (isInCall(context.connection.state.value) && when()) untracked(get).catch(() => undefined);
      return undefined;
    });
  }
  return get;
}

/** For `on`: when someone in the call came, went, changed or shares. */
export function aboutPeople({ connection }: FeatureContext) {
  const isIn = () => isInCall(connection.state.peek());
  return {
    participant: isIn,
    'participant-left': isIn,
    track: ({ track }: EventOf<'track'>) => track.source === 'screen_share' && isIn(),
  } satisfies EventQuestions;
}

/** For `on`: when a call begins of someone who chose something once that is kept under `key`. */
export function whenKept({ storage }: FeatureContext, key: string) {
  return {
    connected() {
      try {
        return Boolean(storage?.getItem(key));
      } catch {
        // The browser may forbid it.
        return false;
      }
    },
  } satisfies EventQuestions;
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

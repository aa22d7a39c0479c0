import type { EngineEvent } from '../engine/engine.js';

export type EventOf<Type extends EngineEvent['type']> = Extract<EngineEvent, { readonly type: Type }>;

/** What hears which engine events. */
export type EventHandlers = { readonly [Type in EngineEvent['type']]?: (event: EventOf<Type>) => void };

/** Where the engine's events are heard, inside the batch of their burst, after the roster took them. */
export interface MeetingEvents {
  /** Hears events, each by its type: an event costs those who are there for its type, and not every feature. */
  onEvent(handlers: EventHandlers): void;
  /** Calls `handle` for every event, before those who hear its type, until the returned function is called. */
  onEveryEvent(handle: (event: EngineEvent) => void): () => void;
}

export function createEvents(): MeetingEvents & { tell(event: EngineEvent): void } {
  const byType: Record<string, ((event: never) => void)[]> = {};
  const forAll = new Set<(event: EngineEvent) => void>();
  return {
    onEvent(handlers) {
      for (const [type, handle] of Object.entries(handlers)) (byType[type] ??= []).push(handle);
    },
    onEveryEvent(handle) {
      forAll.add(handle);
      return () => forAll.delete(handle);
    },
    // Thousands of events come at once: no iterators.
    tell(event) {
      forAll.forEach((handle) => handle(event));
      byType[event.type]?.forEach((handle) => handle(event as never));
    },
  };
}

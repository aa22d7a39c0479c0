import { batch } from '../reactive/index.js';
import type { EngineEvent } from './engine.js';

/** The shortest time between two batches, in milliseconds: one frame at 60 Hz. */
const WINDOW = 16;

/**
 * Gathers an engine's events and hands them on in batches, so that a burst is one update. The first event after
 * a quiet moment goes through at the end of its task; those that follow within a frame share the next batch.
 * Timers, not animation frames, because a hidden tab gets no frames and its meeting goes on.
 */
export class Ingest {
  readonly #handle: (event: EngineEvent) => void;
  #queue: EngineEvent[] = [];
  #scheduled = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;

  constructor(handle: (event: EngineEvent) => void) {
    this.#handle = handle;
  }

  readonly push = (event: EngineEvent): void => {
    if (this.#ended) return;
    this.#queue.push(event);
    if (this.#scheduled || this.#timer !== undefined) return;
    this.#scheduled = true;
    queueMicrotask(this.flush);
  };

  /** Hands on what is waiting now. */
  readonly flush = (): void => {
    this.#scheduled = false;
    if (this.#ended) return;
    const events = this.#queue;
    this.#queue = [];
    if (events.length === 0) return;
    batch(() => events.forEach((event) => this.#handle(event)));
    if (this.#timer === undefined) this.#timer = setTimeout(this.#endWindow, WINDOW);
  };

  end(): void {
    this.#ended = true;
    this.#queue = [];
    clearTimeout(this.#timer);
  }

  readonly #endWindow = (): void => {
    this.#timer = undefined;
    this.flush();
  };
}

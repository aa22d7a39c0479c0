/**
 * Makes the outside world equal to a wish, one step after the other. Wishes that come while a step runs are
 * merged: the next step sees the newest state, and steps that no longer matter never run.
 */
export class Reconciler {
  readonly #apply: () => Promise<void>;
  #running: Promise<void> | null = null;
  #again: Promise<void> | null = null;

  /** @param apply reads the wish and the state of the world, and closes the gap between them. */
  constructor(apply: () => Promise<void>) {
    this.#apply = apply;
  }

  /** Whether a step is under way. */
  get running(): boolean {
    return this.#running !== null;
  }

  /** Settles when a step that began after this call has ended; rejects with that step's failure. */
  run(): Promise<void> {
    if (!this.#running) return this.#start();
    this.#again ??= this.#running.then(
      () => this.#startAgain(),
      () => this.#startAgain(),
    );
    return this.#again;
  }

  #startAgain(): Promise<void> {
    this.#again = null;
    return this.#start();
  }

  #start(): Promise<void> {
    const step = this.#apply().finally(() => {
      // With another step to come there is no gap in which a third could begin beside it.
      if (this.#running === step && !this.#again) this.#running = null;
    });
    this.#running = step;
    return step;
  }
}

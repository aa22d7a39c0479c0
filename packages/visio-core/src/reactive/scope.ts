import { effect } from './signals.js';

/**
 * Owner of everything that something started: listeners, effects, timers, other scopes. Ending the scope ends
 * them all, in reverse order. Starting something in an ended scope ends it at once.
 */
export class Scope {
  readonly #abort = new AbortController();
  readonly #owned = new Set<() => void>();

  /** Aborted when the scope ends; pass it to whatever takes an `AbortSignal`. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get ended(): boolean {
    return this.#abort.signal.aborted;
  }

  /** Takes charge of `release`, and returns a function that releases it before the scope ends. */
  own(release: () => void): () => void {
    if (this.ended) {
      release();
      return () => undefined;
    }
    const once = () => {
      if (this.#owned.delete(once)) release();
    };
    this.#owned.add(once);
    return once;
  }

  /** Runs `run` now and after each change of what it read. */
  effect(run: () => (() => void) | undefined): () => void {
    return this.own(effect(run));
  }

  /** Listens until the scope ends, or the returned function is called. */
  listen(target: EventTarget, type: string, listener: (event: Event) => void, options?: AddEventListenerOptions): () => void {
    target.addEventListener(type, listener, options);
    return this.own(() => target.removeEventListener(type, listener, options));
  }

  /** Calls `run` once after `delay` milliseconds, unless the scope ends or the returned function is called first. */
  timeout(run: () => void, delay: number): () => void {
    const timer = setTimeout(() => {
      cancel();
      run();
    }, delay);
    const cancel = this.own(() => clearTimeout(timer));
    return cancel;
  }

  /** A scope that ends with this one, or earlier. */
  child(): Scope {
    const child = new Scope();
    const release = this.own(() => child.end());
    child.own(release);
    return child;
  }

  /** Ends what it owns, the last that came first. Once is enough. */
  end(): void {
    if (this.ended) return;
    this.#abort.abort();
    for (const release of [...this.#owned].reverse()) release();
  }
}

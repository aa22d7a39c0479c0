/** Time as a simulation knows it. Everything that happens by itself in a simulated room happens by one of these. */
export interface SimulatedClock {
  /** Milliseconds since the epoch, by this clock. */
  now(): number;
  /** Calls `run` once, `delay` milliseconds of this clock from now. Returns what prevents it. */
  after(delay: number, run: () => void): () => void;
}

/** A clock that stands still until told. */
export interface ManualClock extends SimulatedClock {
  /**
   * Lets `ms` milliseconds pass. What falls due runs in order of its time, then of its making; after each, promises
   * get to settle, so that what they start falls due within the same call.
   */
  advance(ms: number): Promise<void>;
}

/** The world's own time, `speed` times as fast. */
export function createClock({ speed = 1 }: { readonly speed?: number } = {}): SimulatedClock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * speed,
    after(delay, run) {
      const timer = setTimeout(run, delay / speed);
      return () => clearTimeout(timer);
    },
  };
}

/** A clock for tests: the same calls give the same events, at once and in the same order. */
export function createManualClock(start = Date.UTC(2027, 0, 1)): ManualClock {
  let now = start;
  const due = new Set<{ readonly at: number; readonly run: () => void }>();

  /** The earliest; among equals the one that was set first, as a set keeps that order. */
  function next(until: number) {
    let first;
    for (const timer of due) if (timer.at <= until && (!first || timer.at < first.at)) first = timer;
    return first;
  }

  return {
    now: () => now,
    after(delay, run) {
      const timer = { at: now + Math.max(0, delay), run };
      due.add(timer);
      return () => void due.delete(timer);
    },
    async advance(ms) {
      const until = now + ms;
      await settle();
      for (let timer = next(until); timer; timer = next(until)) {
        due.delete(timer);
        now = timer.at;
        timer.run();
        await settle();
      }
      now = until;
    },
  };
}

/** One turn of the event loop, and with it every promise. Not by a timer: a test may have replaced those. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

// What La Suite Meet keeps in its cache: entries that end by themselves, and counts of requests. By a clock of our
// own, which tests put forward instead of waiting.

/** Of the time that passes, and of what was added to it. */
export function createClock() {
  let ahead = 0;
  return {
    /** In milliseconds since 1970. */
    now: () => Date.now() + ahead,
    /** @param {number} milliseconds to let pass at once */
    advance(milliseconds) {
      ahead += milliseconds;
    },
  };
}

/** @typedef {ReturnType<typeof createClock>} Clock */

/** @param {Clock} clock */
export function createMemory(clock) {
  /** @type {Map<string, { value: unknown, ends: number }>} */
  const entries = new Map();
  /** @param {string} key */
  const living = (key) => {
    const entry = entries.get(key);
    if (entry && entry.ends > clock.now()) return entry;
    entries.delete(key);
    return undefined;
  };

  return {
    /**
     * @template T
     * @param {string} key
     * @returns {T | undefined}
     */
    get: (key) => /** @type {T | undefined} */ (living(key)?.value),
    /**
     * @param {string} key
     * @param {unknown} value
     * @param {number} seconds
     */
    set: (key, value, seconds) => void entries.set(key, { value, ends: clock.now() + seconds * 1000 }),
    /**
     * Lets it live on.
     * @param {string} key
     * @param {number} seconds from now
     */
    touch(key, seconds) {
      const entry = living(key);
      if (entry) entry.ends = clock.now() + seconds * 1000;
    },
    /** @param {string} key */
    delete: (key) => void entries.delete(key),
    /** @param {string} prefix */
    keys: (prefix) => [...entries.keys()].filter((key) => key.startsWith(prefix) && living(key)),
  };
}

/** @typedef {ReturnType<typeof createMemory>} Memory */

/**
 * So many a minute, counted as Django REST framework does.
 * @param {Clock} clock
 */
export function createThrottle(clock) {
  /** @type {Map<string, number[]>} */
  const histories = new Map();
  return {
    /**
     * @param {string} key
     * @param {number} limit
     * @returns {number | undefined} the seconds to wait, where it is too many
     */
    refuse(key, limit) {
      const now = clock.now();
      const history = (histories.get(key) ?? []).filter((time) => time > now - 60_000);
      histories.set(key, history);
      if (history.length >= limit) return Math.ceil((60_000 - (now - /** @type {number} */ (history[0]))) / 1000);
      history.push(now);
      return undefined;
    },
  };
}

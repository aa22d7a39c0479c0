// Time, frames and chance.

/** @param {number} ms */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** After the next picture is on its way. A hidden page has none: then a moment. */
export const frame = () =>
  document.hidden ? sleep(16) : new Promise((resolve) => window.requestAnimationFrame(() => setTimeout(resolve, 0)));

/** When what was done has been shown, and what pages put off for up to a second is done. */
export async function settled() {
  await sleep(1000);
  await frame();
}

/**
 * The same chances in every run (mulberry32).
 * @param {number} seed
 */
export function createRandom(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

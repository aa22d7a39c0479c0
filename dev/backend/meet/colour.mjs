// The colour that La Suite Meet gives an identity. It seeds Python's random generator with the identity's hash and
// draws three numbers: to give the same colours, this is that generator, the Mersenne Twister.
import { createHash } from 'node:crypto';

const SIZE = 624;

/**
 * @param {string} identity
 * @returns {string} such as `hsl(212, 61%, 44%)`
 */
export function colourOf(identity) {
  const hash = createHash('sha1').update(identity).digest();
  const random = createRandom(hash.readUInt16BE(hash.length - 2));
  const hue = random(0, 360);
  const saturation = random(50, 75);
  return `hsl(${hue}, ${saturation}%, ${random(25, 60)}%)`;
}

/**
 * Python's `random.seed(seed)` and `random.randint(low, high)`.
 * @param {number} seed
 */
function createRandom(seed) {
  const state = seeded(seed);
  let index = SIZE;

  const next = () => {
    if (index === SIZE) {
      for (let i = 0; i < SIZE; i++) {
        const y = (at(state, i) & 0x80000000) | (at(state, (i + 1) % SIZE) & 0x7fffffff);
        state[i] = at(state, (i + 397) % SIZE) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
      }
      index = 0;
    }
    let y = at(state, index++);
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  };

  return (/** @type {number} */ low, /** @type {number} */ high) => {
    const count = high - low + 1;
    const bits = 32 - Math.clz32(count);
    for (;;) {
      const drawn = next() >>> (32 - bits);
      if (drawn < count) return low + drawn;
    }
  };
}

/** @param {number} seed */
function seeded(seed) {
  const state = new Uint32Array(SIZE);
  state[0] = 19650218;
  for (let i = 1; i < SIZE; i++) state[i] = Math.imul(1812433253, mixed(state, i)) + i;
  let i = 1;
  for (let k = SIZE; k; k--) {
    state[i] = (at(state, i) ^ Math.imul(mixed(state, i), 1664525)) + seed;
    i = wrapped(state, i + 1);
  }
  for (let k = SIZE - 1; k; k--) {
    state[i] = (at(state, i) ^ Math.imul(mixed(state, i), 1566083941)) - i;
    i = wrapped(state, i + 1);
  }
  state[0] = 0x80000000;
  return state;
}

/**
 * @param {Uint32Array} state
 * @param {number} i
 */
function mixed(state, i) {
  const before = at(state, i - 1);
  return before ^ (before >>> 30);
}

/**
 * @param {Uint32Array} state
 * @param {number} i
 */
function wrapped(state, i) {
  if (i < SIZE) return i;
  state[0] = at(state, SIZE - 1);
  return 1;
}

/**
 * @param {Uint32Array} state
 * @param {number} i
 */
function at(state, i) {
  return /** @type {number} */ (state[i]);
}

// Makes La Suite Meet's API slow, wrong or absent, so that one sees what a client does then. Development only.
import { createMiddleware } from 'hono/factory';

/**
 * @typedef {object} Misbehaviour
 * @property {string} [path] part of the paths it is for, such as `/request-entry/`; all of the API by default
 * @property {string} [method] it is for; all by default
 * @property {number} [times] it happens, then no more; without end by default
 * @property {number} [delay] milliseconds until anything is answered
 * @property {boolean} [hold] nothing is answered until the next call of `misbehave`
 * @property {'html' | 'wrong-json' | 'broken-json' | 'throttled' | 'error' | 'reset'} [answer] in place of the right
 *   one: a page, JSON of another shape, half of an answer, too many requests, what Django says when it fails, or the
 *   connection is cut
 * @property {number} [status] of that answer; 502 for a page, 200 for JSON, 500 for an error by default
 * @property {number} [retryAfter] seconds that one who is throttled is to wait; 60 by default
 *
 * @typedef {{ readonly method: string, readonly path: string, readonly status: number }} Seen
 */

const remembered = 10_000;

export function createMisbehaviour() {
  /** @type {Array<Misbehaviour & { left: number }>} */
  let current = [];
  let release = () => {};
  let released = new Promise((resolve) => (release = () => resolve(undefined)));
  /** @type {Seen[]} */
  const seen = [];

  const middleware = createMiddleware(async (c, next) => {
    const { method, path } = c.req;
    const note = (/** @type {number} */ status) => {
      seen.push({ method, path, status });
      if (seen.length > remembered) seen.shift();
    };
    const found = current.find((one) => one.left > 0 && path.includes(one.path ?? '') && (one.method ?? method) === method);
    if (found) {
      found.left--;
      if (found.hold) await Promise.race([released, gone(c.req.raw.signal)]);
      if (found.delay) await Promise.race([elapsed(found.delay), released, gone(c.req.raw.signal)]);
      const response = wrong(found, c);
      if (response) {
        note(response.status);
        return response;
      }
    }
    await next();
    note(c.res.status);
    return undefined;
  });

  return {
    middleware,
    /** What was asked of the API, oldest first; at most the last 10,000. */
    seen: /** @type {readonly Seen[]} */ (seen),
    /**
     * Replaces what was said before; without any, it behaves again, and answers what it held.
     * @param {...Misbehaviour} ways
     */
    misbehave(...ways) {
      current = ways.map((way) => ({ ...way, left: way.times ?? Infinity }));
      release();
      released = new Promise((resolve) => (release = () => resolve(undefined)));
    },
  };
}

/**
 * @param {Misbehaviour} way
 * @param {import('hono').Context} c
 */
function wrong({ answer, status, retryAfter = 60 }, c) {
  switch (answer) {
    case 'html':
      return c.html('<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>', /** @type {any} */ (status ?? 502));
    case 'wrong-json':
      return c.json({ greeting: 'hello' }, /** @type {any} */ (status ?? 200));
    case 'broken-json':
      return c.body('{"id": "1', /** @type {any} */ (status ?? 200), { 'Content-Type': 'application/json' });
    case 'throttled':
      return c.json({ detail: `Request was throttled. Expected available in ${retryAfter} seconds.` }, 429, { 'Retry-After': String(retryAfter) });
    case 'error':
      return c.html('<!doctype html><html lang="en"><head><title>Server Error (500)</title></head><body><h1>Server Error (500)</h1><p></p></body></html>', /** @type {any} */ (status ?? 500));
    case 'reset':
      c.env?.incoming?.socket?.destroy();
      return c.body(null, 503);
    default:
      return undefined;
  }
}

/** @param {number} milliseconds */
function elapsed(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

/** @param {AbortSignal} signal of one who no longer waits for the answer */
function gone(signal) {
  return new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

/** What La Suite Meet's windows tell of a room. Whoever reads it has seen whom it is from. */
import type { CallRoom } from './events.js';

/** What a room is called, as La Suite Meet's addresses have it. */
const SLUG = /^[a-z0-9][a-z0-9_-]{0,99}$/;

export function isSlug(value: unknown): value is string {
  return typeof value === 'string' && SLUG.test(value);
}

/** Its address is made here, and not taken from what was said. */
export function roomAt(origin: string, slug: string): CallRoom {
  return { url: `${origin}/${slug}`, room: slug };
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

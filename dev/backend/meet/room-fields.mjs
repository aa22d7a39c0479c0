// The words of rooms: their access levels, what can be configured, and their names in addresses.
import { randomInt } from 'node:crypto';
import { flag, listOf, oneOf, schema } from './fields.mjs';

export const accessLevels = ['public', 'trusted', 'restricted'];

/** @param {readonly string[]} sources */
export const configurationOf = (sources) =>
  schema('RoomConfiguration', { can_publish_sources: listOf(oneOf(sources), { orNull: true }), everyone_can_mute: flag });

/**
 * As Django's `slugify`.
 * @param {string} name
 */
export function slugify(name) {
  return name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e\s]/g, '')
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/[-\s]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '');
}

/** Three letters, four and three, as links to meetings have them. */
export function randomSlug() {
  const letters = (/** @type {number} */ count) => Array.from({ length: count }, () => String.fromCharCode(97 + randomInt(26))).join('');
  return [3, 4, 3].map(letters).join('-');
}

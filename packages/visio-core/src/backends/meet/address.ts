import { VisioError } from '../../errors/visio-error.js';

/** A room's address, or a Visio's own. */
export interface Address {
  /** Where the Visio is. */
  readonly origin: string;
  /** The room's name as the API knows it; empty when the address names none. */
  readonly room: string;
}

/** The longest name of a room, in characters, as La Suite Meet cuts it. */
const ROOM_LENGTH = 100;

/** Reads an absolute http: or https: address. Throws `INVALID_ROOM_URL`. */
export function parseAddress(text: unknown): Address {
  let url: URL;
  try {
    url = new URL(String(text).trim());
  } catch {
    throw invalid('it is not absolute');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw invalid('it must begin with https: or http:');
  if (url.username !== '' || url.password !== '') throw invalid('it must not contain a user or a password');
  const path = url.pathname.replace(/^\/|\/$/g, '');
  if (path.includes('/')) throw invalid('its path is more than the name of a room');
  return { origin: url.origin, room: path === '' ? '' : parseRoom(decode(path), url.origin) };
}

/**
 * A room's name, id or address, as the API knows it: of the form `abc-defg-hij` case and hyphens do not matter. Throws
 * `INVALID_ROOM_URL`, for the address of another Visio, too.
 */
export function parseRoom(text: string, origin: string): string {
  const name = text.trim();
  if (/^https?:/i.test(name)) {
    const address = parseAddress(name);
    if (address.origin !== origin) throw invalid('it is another server’s');
    if (address.room === '') throw invalid('it names no room');
    return address.room;
  }
  const parts = /^([a-z]{3})-?([a-z]{4})-?([a-z]{3})$/i.exec(name);
  if (parts) return parts.slice(1).join('-').toLowerCase();
  // What has no letter or digit, such as "..", would be another path.
  if (name.length > ROOM_LENGTH || !/[\p{L}\p{N}]/u.test(name) || /[/\\\p{Cc}]/u.test(name)) throw invalid('it names no room');
  return name.toLowerCase();
}

/** A new name of the form that La Suite Meet gives its rooms: nobody guesses it. */
export function randomRoom(): string {
  const letters: string[] = [];
  while (letters.length < 10) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    // 234 is the largest multiple of 26 in a byte: beyond it some letters would be likelier.
    if (byte! < 234) letters.push(String.fromCharCode(97 + (byte! % 26)));
  }
  return parseRoom(letters.join(''), '');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw invalid('its path is no text');
  }
}

function invalid(why: string): VisioError {
  return new VisioError('INVALID_ROOM_URL', `The address of the room cannot be used: ${why}.`);
}

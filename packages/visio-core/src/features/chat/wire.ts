import { decodeJson, encodeJson } from '../../engine/json.js';

export { cleanName as cleanSender } from '../../meeting/clean-name.js';
export { CHAT_TOPIC, LEGACY_CHAT_TOPIC } from './topics.js';

/** The longest text that is shown, in characters. What others send beyond it is cut. */
export const RECEIVED_LIMIT = 20_000;

export const ID_LIMIT = 200;

export interface WireMessage {
  readonly id: string;
  readonly text: string;
  readonly timestamp: number;
}

export function encodeLegacy({ id, text, timestamp }: WireMessage): Uint8Array {
  return encodeJson({ id, timestamp, message: text, ignoreLegacy: true });
}

/** The message in a legacy packet, or `null`: it is none, or it comes as a text stream, too. */
export function decodeLegacy(payload: Uint8Array): WireMessage | null {
  const { id, message, timestamp, ignoreLegacy } = decodeJson(payload) ?? {};
  if (ignoreLegacy === true || typeof id !== 'string' || typeof message !== 'string') return null;
  return parse({ id, text: message, timestamp: typeof timestamp === 'number' ? timestamp : NaN });
}

/** What may be shown of a message, or `null` when that is nothing. */
export function parse({ id, text, timestamp }: WireMessage): WireMessage | null {
  if (id === '' || id.length > ID_LIMIT) return null;
  const clean = cleanText(text);
  return clean.trim() === '' ? null : { id, text: clean, timestamp };
}

/** Without what is not text: control characters, and those that would turn the text around them. */
export function cleanText(text: string): string {
  return cut(text.replace(/\r\n?/g, '\n').replace(/[\p{Cc}\u202a-\u202e\ufeff]/gu, keepLayout), RECEIVED_LIMIT);
}

function keepLayout(character: string): string {
  return character === '\n' || character === '\t' ? character : '';
}

/** At most `limit` characters, and no half of one at the end. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  return `${text.slice(0, end)}…`;
}

/** A sender can take another's stream id, so both make the key. */
export function keyOf(from: string, streamId: string): string {
  return `${from}\n${streamId}`;
}

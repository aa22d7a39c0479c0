import { VisioError } from '../errors/visio-error.js';
import { PACKET_LIMIT, TEXT_LIMIT } from './engine.js';

/** Refuses what no engine would carry. */
export function checkText(text: string): void {
  if (text.length > TEXT_LIMIT) throw new VisioError('INVALID_ARGUMENT', `A text has at most ${TEXT_LIMIT} characters.`);
}

export function checkPacket(payload: Uint8Array): void {
  if (payload.byteLength > PACKET_LIMIT) throw new VisioError('INVALID_ARGUMENT', `A packet has at most ${PACKET_LIMIT} bytes.`);
}

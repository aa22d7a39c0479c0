/**
 * What La Suite Meet's clients and its backend tell each other beside the chat: one JSON object in a data packet that
 * has no topic. That app reads every packet without asking for its topic, and takes what is not JSON for a failure: so
 * nothing else may be sent as a packet.
 */
import type { PacketEvent } from '../engine/engine.js';
import { decodeJson, encodeJson } from '../engine/json.js';

/** The types that travel. */
export type MeetPacketType =
  | 'reactionReceived'
  | 'participantMuted'
  | 'permissionsRemoved'
  | 'participantWaiting'
  | `screenRecording${'Started' | 'Stopped' | 'Requested' | 'LimitReached'}`
  | `transcription${'Started' | 'Stopped' | 'Requested' | 'LimitReached'}`;

/** One that came. Anyone in the room can have sent it: it is a hint, and its data is anything. */
export interface MeetPacket {
  /** A {@link MeetPacketType}, or what this version does not know. */
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** `null` when the server sent it. */
  readonly from: string | null;
}

/** More than any of them needs, in bytes: those that name people's devices are some 150. */
const LIMIT = 1_000;

export function encodeMeetPacket(type: MeetPacketType, data?: Readonly<Record<string, unknown>>): Uint8Array {
  return encodeJson({ type, data });
}

/** What is in a packet, or `null` when it is something else. */
export function parseMeetPacket({ topic, payload, from }: PacketEvent): MeetPacket | null {
  if (topic !== '' || payload.byteLength > LIMIT) return null;
  const { type, data = {} } = decodeJson(payload) ?? {};
  if (typeof type !== 'string' || typeof data !== 'object' || data === null) return null;
  return { type, data: data as MeetPacket['data'], from };
}

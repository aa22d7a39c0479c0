// Someone in the room who is no browser: LiveKit's client for Node, which says exactly what La Suite Meet's app says.
import { createHash } from 'node:crypto';
import { Room, RoomEvent } from '@livekit/rtc-node';
import { AccessToken, RoomServiceClient, type VideoGrant } from 'livekit-server-sdk';
import type { Services } from '../dev/services.mjs';

export interface PeerPacket {
  readonly topic: string;
  readonly text: string;
  readonly from: string | undefined;
}

export interface PeerText {
  readonly id: string;
  readonly text: string;
  readonly from: string;
}

export interface PeerFile {
  readonly name: string;
  readonly size: number;
  readonly hash: string;
}

export interface Peer {
  readonly identity: string;
  readonly packets: readonly PeerPacket[];
  /** On `lk.chat`. */
  readonly texts: readonly PeerText[];
  readonly files: readonly PeerFile[];
  /** As `useChat` of @livekit/components-react sends; to those from before text streams only by packet. */
  chat(message: string, options?: { readonly legacyOnly?: boolean }): Promise<void>;
  /** A packet without a topic, as everything but the chat goes in Meet. */
  notify(value: unknown, options?: { readonly topic?: string }): Promise<void>;
  raw(payload: Uint8Array, options?: { readonly topic?: string; readonly reliable?: boolean }): Promise<void>;
  readonly room: Room;
  leave(): Promise<void>;
}

export interface PeerOptions {
  /** What the server says that they are. Default: an ordinary participant. */
  readonly kind?: 'sip' | 'agent';
  /** Beside those that La Suite Meet gives to everyone. */
  readonly attributes?: Readonly<Record<string, string>>;
}

export async function enterAsPeer(services: Services, roomName: string, name: string, grants: VideoGrant = {}, { kind, attributes }: PeerOptions = {}): Promise<Peer> {
  const { url, apiKey, apiSecret } = services.livekit!;
  const identity = `peer-${name}`;
  const token = new AccessToken(apiKey, apiSecret, { identity, name, attributes: { color: 'hsl(212, 61%, 44%)', room_role: 'member', is_authenticated: 'false', ...attributes } });
  if (kind) token.kind = kind;
  token.addGrant({ roomJoin: true, room: roomName, canUpdateOwnMetadata: true, ...grants });
  const room = new Room();
  const packets: PeerPacket[] = [];
  const texts: PeerText[] = [];
  const files: PeerFile[] = [];
  room.on(RoomEvent.DataReceived, (payload, participant, _kind, topic = '') => {
    packets.push({ topic, text: new TextDecoder().decode(payload), from: participant?.identity });
  });
  room.registerTextStreamHandler('lk.chat', (reader, { identity: from }) => {
    void reader.readAll().then((text) => texts.push({ id: reader.info.streamId, text, from }));
  });
  room.registerByteStreamHandler('lk.chat', (reader) => {
    void reader.readAll().then((chunks) => {
      const bytes = Buffer.concat(chunks);
      files.push({ name: reader.info.name, size: bytes.length, hash: createHash('sha256').update(bytes).digest('hex') });
    });
  });
  await room.connect(url, await token.toJwt(), { autoSubscribe: false, dynacast: false });
  const me = room.localParticipant!;
  const raw: Peer['raw'] = (payload, { topic, reliable = true } = {}) => me.publishData(payload, { reliable, ...(topic && { topic }) });
  const notify: Peer['notify'] = (value, options) => raw(new TextEncoder().encode(JSON.stringify(value)), options);
  return {
    identity,
    packets,
    texts,
    files,
    room,
    raw,
    notify,
    async chat(message, { legacyOnly = false } = {}) {
      const id = legacyOnly ? crypto.randomUUID() : (await me.sendText(message, { topic: 'lk.chat' })).streamId;
      await notify({ id, timestamp: Date.now(), message, ignoreLegacy: !legacyOnly }, { topic: 'lk-chat-topic' });
    },
    leave: () => room.disconnect(),
  };
}

/** What La Suite Meet's backend does, by LiveKit's server API. */
export function asServer({ livekit }: Services): RoomServiceClient {
  const { url, apiKey, apiSecret } = livekit!;
  return new RoomServiceClient(url.replace(/^ws/, 'http'), apiKey, apiSecret);
}

// What writes down what is said: LiveKit's client for Node in the place of livekit-agents, which sends everything twice.
import { Room, type TextStreamWriter } from '@livekit/rtc-node';
import { AccessToken } from 'livekit-server-sdk';
import type { Services } from '../dev/services.mjs';

const TOPIC = 'lk.transcription';

export interface Segment {
  readonly text: string;
  readonly final: boolean;
  /** Of the stream. Default: a new one. */
  readonly id?: string;
  /** Of the packet. Default: none is sent. */
  readonly packetId?: string;
}

export interface CaptionsAgent {
  readonly room: Room;
  /** As livekit-agents does for people: a stream of its own for each state of a segment, and the packet from before streams. */
  say(speaker: string, segment: Segment): Promise<void>;
  /** Only the packet. */
  packet(speaker: string, segment: Segment & { readonly packetId: string }): Promise<void>;
  /** As livekit-agents does for agents: one stream for a segment. */
  open(attributes: Readonly<Record<string, string>>, speaker?: string): Promise<TextStreamWriter>;
  leave(): Promise<void>;
}

/** Comes in as an agent whom nobody sees, as La Suite Meet's does; or as `kind` says. */
export async function enterAsAgent(services: Services, roomName: string, kind: 'agent' | 'standard' = 'agent', identity = 'transcriber'): Promise<CaptionsAgent> {
  const { url, apiKey, apiSecret } = services.livekit!;
  const token = new AccessToken(apiKey, apiSecret, { identity, name: identity });
  token.kind = kind;
  token.addGrant({ roomJoin: true, room: roomName, hidden: kind === 'agent', agent: kind === 'agent', canPublish: false, canPublishData: true });
  const room = new Room();
  // One that nobody takes is told of on the console.
  room.registerTextStreamHandler(TOPIC, (reader) => void reader.readAll().catch(() => undefined));
  await room.connect(url, await token.toJwt(), { autoSubscribe: false, dynacast: false });
  const me = room.localParticipant!;

  const packet: CaptionsAgent['packet'] = (speaker, { packetId, text, final }) =>
    me.publishTranscription({
      participantIdentity: speaker,
      trackSid: '',
      segments: [{ id: packetId, text, final, startTime: 0n, endTime: 0n, language: '' }],
    });

  return {
    room,
    packet,
    async say(speaker, segment) {
      const { id = `SG_${crypto.randomUUID()}`, text, final, packetId } = segment;
      if (packetId !== undefined) await packet(speaker, { ...segment, packetId });
      const attributes = { 'lk.segment_id': id, 'lk.transcription_final': String(final) };
      const writer = await me.streamText({ topic: TOPIC, senderIdentity: speaker, attributes });
      await writer.write(text);
      await writer.close();
    },
    open: (attributes, speaker) => me.streamText({ topic: TOPIC, attributes, ...(speaker !== undefined && { senderIdentity: speaker }) }),
    leave: () => room.disconnect(),
  };
}

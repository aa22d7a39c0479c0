// Someone who really is in a call, by LiveKit's client for Node, and what they are told there.
import { AudioFrame, AudioSource, LocalAudioTrack, Room, RoomEvent, TrackPublishOptions, TrackSource, type DisconnectReason } from '@livekit/rtc-node';
import { expect, onTestFinished } from 'vitest';
import type { Livekit } from './target.ts';

export interface Peer {
  readonly room: Room;
  readonly identity: string;
  /** Data packets, as JSON. */
  readonly packets: readonly { readonly message: unknown; readonly topic: string | undefined; readonly from: string | undefined }[];
  /** Why they were sent out; undefined while they are in. */
  readonly ended: () => DisconnectReason | undefined;
  /** Publishes a silent microphone, and tells its id. */
  speak(): Promise<string>;
  /** What this one is told of another, or of themselves. */
  see(identity: string): { readonly name: string; readonly attributes: Record<string, string>; readonly metadata: string };
}

export async function enter({ url, token }: Livekit): Promise<Peer> {
  const room = new Room();
  const packets: { message: unknown; topic: string | undefined; from: string | undefined }[] = [];
  let ended: DisconnectReason | undefined;
  room.on(RoomEvent.DataReceived, (payload, participant, _kind, topic) => {
    packets.push({ message: JSON.parse(new TextDecoder().decode(payload)), topic: topic || undefined, from: participant?.identity });
  });
  room.on(RoomEvent.Disconnected, (reason) => (ended = reason));
  await room.connect(url.replace(/^http/, 'ws'), token, { autoSubscribe: false, dynacast: false });
  onTestFinished(() => room.disconnect());
  return {
    room,
    identity: room.localParticipant!.identity,
    packets,
    ended: () => ended,
    async speak() {
      const source = new AudioSource(48_000, 1);
      const options = new TrackPublishOptions();
      options.source = TrackSource.SOURCE_MICROPHONE;
      const publication = await room.localParticipant!.publishTrack(LocalAudioTrack.createAudioTrack('microphone', source), options);
      await source.captureFrame(AudioFrame.create(48_000, 1, 480));
      return publication.sid!;
    },
    see(identity) {
      const one = identity === room.localParticipant!.identity ? room.localParticipant! : room.remoteParticipants.get(identity);
      return { name: one?.name ?? '', attributes: one?.attributes ?? {}, metadata: one?.metadata ?? '' };
    },
  };
}

/** Waits for what comes by the call. */
export const soon = (look: () => unknown): ReturnType<typeof expect.poll> => expect.poll(look, { timeout: 10_000, interval: 50 });

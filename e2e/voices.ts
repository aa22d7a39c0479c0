// People whom one tells apart by ear: LiveKit's client for Node, with a tone each in the place of a microphone.
import { AudioFrame, AudioSource, LocalAudioTrack, Room, TrackPublishOptions, TrackSource } from '@livekit/rtc-node';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import type { Services } from '../dev/services.mjs';

const RATE = 48_000;
/** 20 ms, in samples. */
const FRAME = RATE / 50;

export interface Voice {
  /** They speak as they come in. */
  hush(silent: boolean): void;
  /** As a moderator does: they are not asked. */
  mute(): Promise<void>;
  leave(): Promise<void>;
}

/** @param hertz a multiple of 50: each frame begins as the last one did */
export async function enterWithVoice(services: Services, roomName: string, name: string, hertz: number): Promise<Voice> {
  const { url, apiKey, apiSecret } = services.livekit!;
  const token = new AccessToken(apiKey, apiSecret, { identity: name, name });
  token.addGrant({ roomJoin: true, room: roomName });
  const room = new Room();
  await room.connect(url, await token.toJwt(), { autoSubscribe: false, dynacast: false });

  const tone = Int16Array.from({ length: FRAME }, (_, i) => 6_000 * Math.sin((2 * Math.PI * hertz * i) / RATE));
  const source = new AudioSource(RATE, 1);
  const track = LocalAudioTrack.createAudioTrack('voice', source);
  const { sid } = await room.localParticipant!.publishTrack(track, new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE, dtx: false }));
  const silence = new Int16Array(FRAME);
  let samples = tone;
  let isThere = true;
  // The source takes a frame when there is room for it: it is what keeps time.
  const spoken = (async () => {
    while (isThere) await source.captureFrame(new AudioFrame(samples, RATE, 1, FRAME));
  })();

  return {
    hush(silent) {
      samples = silent ? silence : tone;
    },
    mute: async () => void (await new RoomServiceClient(url.replace('ws', 'http'), apiKey, apiSecret).mutePublishedTrack(roomName, name, sid!, true)),
    async leave() {
      isThere = false;
      await spoken;
      await room.disconnect();
    },
  };
}

import { encodeJson } from '../../engine/json.js';
import { SEGMENT_LIMIT, type EndReason, type PacketEvent, type TextEvent, type TrackSource, type TranscriptionEvent, type VideoSource } from '../../engine/engine.js';
import type { SimulatedClock } from './clock.js';
import type { Files } from './files.js';
import type { SimulatedMedia } from './media.js';
import type { Random } from './random.js';
import { LOCAL_ID, type Room } from './room.js';
import type { DataListener, Director } from './scenario.js';
import type { SimulatedNetwork } from './transport.js';

export interface DirectorOptions {
  readonly clock: SimulatedClock;
  readonly random: Random;
  readonly room: Room;
  readonly media: SimulatedMedia;
  readonly receives: (id: string, source: VideoSource) => boolean;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly reconnect: (ms: number) => void;
  readonly drop: (reason: EndReason) => void;
  readonly blockPlayback: () => void;
  readonly renewToken: (token: string) => void;
  readonly setNetwork: (change: Partial<SimulatedNetwork>) => void;
  readonly receive: (event: TextEvent | PacketEvent) => void;
  readonly transcribe: (event: TranscriptionEvent) => void;
  readonly onData: (listener: DataListener) => () => void;
  readonly files: Files;
}

/** Puts everything that can happen into one hand. */
export function createDirector(options: DirectorOptions): Director {
  const { clock, random, room, media, receives, after, reconnect, drop, blockPlayback, renewToken, setNetwork, receive, transcribe, onData, files } = options;
  let texts = 0;
  const director: Director = {
    clock,
    random,
    localId: LOCAL_ID,
    get ids() {
      return [...room.members.keys()];
    },
    see: room.see,
    receives,

    after,
    every(ms, run) {
      let cancel = after(ms, again);
      function again(): void {
        cancel = after(ms, again);
        run();
      }
      return () => cancel();
    },

    join: (person) => room.enter(person),
    leave(id) {
      if (id === LOCAL_ID) drop('removed');
      else room.exit(id);
    },
    rename: (id, name) => room.change(id, { name }),
    setAttributes: room.setAttributes,
    setHandRaised: (id, raised) => room.setAttributes(id, { handRaisedAt: raised ? new Date(clock.now()).toISOString() : '' }),
    react: (id, emoji) => director.sendPacket(id, encodeJson({ type: 'reactionReceived', data: { emoji } })),
    setPermissions: room.setPermissions,

    publish,
    unpublish: room.removeTrack,
    mute(id, source) {
      if (room.members.get(id)?.tracks.has(source)) room.setTrack(id, source, true);
    },
    unmute: (id, source) => publish(id, source),
    setCamera(id, on) {
      if (on) publish(id, 'camera');
      else director.mute(id, 'camera');
    },
    share(id, { sound = false } = {}) {
      publish(id, 'screen_share');
      if (sound) publish(id, 'screen_share_audio');
    },
    stopShare(id) {
      room.removeTrack(id, 'screen_share');
      room.removeTrack(id, 'screen_share_audio');
    },
    speak: room.speak,
    caption(id, text, { segmentId = `segment-${++texts}`, final = true, language } = {}) {
      const isThere = id === '' || room.members.has(id);
      if (isThere) transcribe({ type: 'transcription', from: id, segmentId, text: text.slice(0, SEGMENT_LIMIT), final, ...(language && { language }) });
      return segmentId;
    },
    quality: room.setQuality,
    setRecording: room.setRecording,
    renewToken,
    setRoomMetadata: (metadata) => room.setMetadata(typeof metadata === 'string' ? metadata : JSON.stringify(metadata)),

    sendText(from, topic, text, { id, to, attributes = {}, attachments } = {}) {
      const streamId = id ?? `text-${++texts}`;
      const reaches = from !== LOCAL_ID && room.members.has(from) && (to?.includes(LOCAL_ID) ?? true);
      if (reaches) receive({ type: 'text', topic, from, id: streamId, text, timestamp: clock.now(), attributes, ...(attachments && { attachments }) });
      return streamId;
    },
    sendPacket(from, payload, { topic = '', to } = {}) {
      const isThere = from === null || (from !== LOCAL_ID && room.members.has(from));
      if (isThere && (to?.includes(LOCAL_ID) ?? true)) receive({ type: 'packet', topic, from, payload });
    },
    onData,
    sendFile: files.receive,
    onFile: files.onFile,

    reconnect,
    drop,
    blockPlayback,
    setNetwork,

    denyDevices: (...devices) => media.deny(devices),
    allowDevices: (...devices) => media.allow(devices),
    unplug: media.unplug,
    plugIn: media.plugIn,
    chooseScreen: media.chooseScreen,
  };

  function publish(id: string, source: TrackSource, muted = false): void {
    if (id !== LOCAL_ID) room.setTrack(id, source, muted);
  }

  return director;
}

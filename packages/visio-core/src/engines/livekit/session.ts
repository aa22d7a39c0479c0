/** The only place, with those it imports here, that knows livekit-client. */
import {
  ConnectionQuality as VendorQuality,
  ConnectionState,
  DisconnectReason,
  LogLevel,
  Room,
  RoomEvent,
  setLogLevel,
  Track,
  type Participant,
  type RemoteTrack,
  type TrackPublication,
} from 'livekit-client';
import { Attachments } from '../../engine/attachments.js';
import {
  TEXT_LIMIT,
  type ConnectOptions,
  type EndReason,
  type EngineContext,
  type FileEvent,
  type PacketEvent,
  type TextEvent,
  type TrackSource,
  type TranscriptionEvent,
  type VideoSource,
} from '../../engine/engine.js';
import type { Transport } from '../../engine/transport.js';
import { VisioError } from '../../errors/visio-error.js';
import type { Data } from './data.js';
import { createFirstPictures } from './first-pictures.js';
import { notConnected, type Link } from './link.js';
import { gaveUp, mapConnectError } from './map-error.js';
import { mapParticipant, mapQuality, mapSource, mapTrack, VENDOR_SOURCE } from './map-participant.js';
import { createNewcomers } from './newcomers.js';
import { createPlayback } from './playback.js';
import { createPublishing } from './publishing.js';
import { endMonitor, endTuning } from './stillness.js';
import { createSubscriptions, watchSize } from './subscriptions.js';
import type { Transcriptions } from './transcription.js';
import { hearConnected, prepare } from './way-in.js';

const END_REASON: Readonly<Partial<Record<DisconnectReason, EndReason>>> = {
  [DisconnectReason.CLIENT_INITIATED]: 'left',
  [DisconnectReason.DUPLICATE_IDENTITY]: 'duplicate-identity',
  [DisconnectReason.PARTICIPANT_REMOVED]: 'removed',
  [DisconnectReason.ROOM_DELETED]: 'room-closed',
  [DisconnectReason.ROOM_CLOSED]: 'room-closed',
};

// It would write to the host's console at each step. Failures reach the host as errors.
setLogLevel(LogLevel.silent);

/**
 * Milliseconds after which a broken connection is given up. LiveKit does so by itself after some 45 s of retries, but
 * one of them can hang for ever: Firefox tells of no opening when a server closes a socket as it opens (a server that
 * was started anew does, to those who would resume), and livekit-client 2.23 waits for nothing else.
 */
const RETRY_TIME = 60_000;

/** How much data may come while `connect` is under way. What comes beyond is dropped. */
const EARLY_LIMIT = 1_000;

type DataEvent = TextEvent | PacketEvent | FileEvent | TranscriptionEvent;

export type LiveKitSession = ReturnType<typeof createLiveKitSession>;

/** One LiveKit `Room`, told as engine events. Used for one call after the other. */
export function createLiveKitSession(context: EngineContext) {
  const { emit, log } = context;
  const room = new Room({
    // As La Suite Meet sets them, so that a mixed room behaves the same for both.
    adaptiveStream: true,
    dynacast: true,
    // Who opened a track stops it: the meeting.
    stopLocalTrackOnUnpublish: false,
    // What is compressed may be a thousand times as much: nothing is unpacked that would be dropped.
    dataStream: { maxPayloadByteLength: Math.max(4 * TEXT_LIMIT, ...Object.values(context.fileTopics ?? {})) },
  });
  const attachments = new Attachments();
  const firstPictures = createFirstPictures();
  const playback = createPlayback(() => tellPlayback());
  const subscriptions = createSubscriptions(room, attachments, (track, publication, participant) => {
    endMonitor(track);
    if (track.kind === Track.Kind.Audio) playback.add(track);
    else {
      showTrack(track, participant);
      if (early && track.attachedElements.length === 0) firstPictures.begin(publication, track.mediaStreamTrack);
    }
    onTrack(publication, participant);
  });
  let state: 'out' | 'connected' | 'reconnecting' = 'out';
  /** What was told of whom: a new session drops people and tracks without a word. */
  const known = new Map<string, Set<TrackSource>>();
  /** Of whom it was told that they can get data, by their session. */
  const ready = new Map<string, string>();
  let transport: Promise<Transport> | undefined;
  let transcriptions: Promise<Transcriptions> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  /** Those who wait for a broken connection to be back. */
  const waiting = new Set<{ resolve: () => void; reject: (error: VisioError) => void }>();
  /** The token that a connection is made anew with. LiveKit's server gives a fresh one at once, and every five minutes. */
  let token = '';
  let heard: typeof room.engine | null = null;

  function takeToken(fresh: string): void {
    if (fresh === token) return;
    token = fresh;
    if (state !== 'out') emit({ type: 'token', token });
  }

  /** Data that came while `connect` was under way: told after who is there. `null` at all other times. */
  let early: DataEvent[] | null = null;

  // Unlike the state of the room, data is told while the connection is broken, too: it is not told again.
  function tellData(event: DataEvent): void {
    if (state !== 'out') emit(event);
    else if (early && early.length < EARLY_LIMIT) early.push(event);
  }

  function tellParticipant(participant: Participant): void {
    if (!known.has(participant.identity)) known.set(participant.identity, new Set());
    emit({ type: 'participant', participant: mapParticipant(participant) });
  }

  /** A server drops data for those whose channel is not open yet. */
  function tellReady(participant: Participant): void {
    if (participant.isLocal || ready.get(participant.identity) === participant.sid) return;
    ready.set(participant.identity, participant.sid);
    emit({ type: 'participant-ready', id: participant.identity });
  }

  function tellTrack(publication: TrackPublication, participant: Participant): void {
    const track = mapTrack(publication);
    if (!track) return;
    known.get(participant.identity)?.add(track.source);
    emit({ type: 'track', id: participant.identity, track });
  }

  function tellTrackRemoved(id: string, source: TrackSource): void {
    if (known.get(id)?.delete(source)) emit({ type: 'track-removed', id, source });
  }

  function tellLeft(id: string): void {
    ready.delete(id);
    if (known.delete(id)) emit({ type: 'participant-left', id });
  }

  function tellQuality(participant: Participant): void {
    emit({ type: 'quality', id: participant.identity, quality: mapQuality(participant.connectionQuality) });
  }

  function tellSpeakers(): void {
    emit({ type: 'speakers', ids: room.activeSpeakers.map(({ identity }) => identity) });
  }

  function tellRecording(): void {
    emit({ type: 'recording', active: room.isRecording });
  }

  function tellRoom(): void {
    emit({ type: 'room', metadata: room.metadata ?? '' });
  }

  /** LiveKit asks the browser as it connects, and so knows before there is anybody to hear. */
  function tellPlayback(): void {
    if (state !== 'out') emit({ type: 'playback', blocked: !room.canPlaybackAudio || playback.blocked });
  }

  /** Tells everything that is the case. */
  function tellAll(): void {
    const everyone: Participant[] = [room.localParticipant, ...room.remoteParticipants.values()];
    const present = new Set(everyone.map(({ identity }) => identity));
    tellRoom();
    for (const id of [...known.keys()]) if (!present.has(id)) tellLeft(id);
    for (const participant of everyone) {
      tellParticipant(participant);
      if (participant.isActive) tellReady(participant);
      for (const publication of participant.trackPublications.values()) {
        subscriptions.follow(publication, participant);
        tellTrack(publication, participant);
      }
      for (const source of [...(known.get(participant.identity) ?? [])]) {
        if (!participant.getTrackPublication(VENDOR_SOURCE[source])) tellTrackRemoved(participant.identity, source);
      }
      if (participant.connectionQuality !== VendorQuality.Unknown) tellQuality(participant);
    }
    if (room.activeSpeakers.length > 0) tellSpeakers();
    tellRecording();
  }

  // While the connection is broken nothing is told of the room: all of it is when it is back.

  const whenConnected =
    <Args extends unknown[]>(tell: (...args: Args) => void) =>
    (...args: Args): void => {
      if (state === 'connected') tell(...args);
    };

  /**
   * A new session begins by emptying the room, in the task in which "reconnecting" is said, but before it. So what
   * goes is told a moment later, and only if it is then still gone and the connection is whole.
   */
  const onGone =
    <Args extends unknown[]>(tell: (...args: Args) => void) =>
    (...args: Args): void =>
      queueMicrotask(() => whenConnected(tell)(...args));

  const onLeft = onGone((participant: Participant) => {
    if (!room.remoteParticipants.has(participant.identity)) tellLeft(participant.identity);
  });

  const onUnpublished = onGone(({ source: vendorSource }: TrackPublication, { identity }: Participant) => {
    const source = mapSource(vendorSource);
    if (source && !room.getParticipantByIdentity(identity)?.getTrackPublication(vendorSource)) tellTrackRemoved(identity, source);
  });

  const onTrack = whenConnected(tellTrack);

  const onReady = whenConnected(tellReady);
  const newcomers = createNewcomers(room, whenConnected(tellParticipant), onReady);
  const onParticipant = whenConnected((participant: Participant) => {
    if (!newcomers.has(participant)) tellParticipant(participant);
  });

  /** Shows a video track that has come wherever it is wanted. */
  function showTrack(track: Track, { identity }: Participant): void {
    if (track.source !== Track.Source.Camera && track.source !== Track.Source.ScreenShare) return;
    for (const element of attachments.of(identity, track.source)) track.attach(element);
  }

  function onReconnecting(): void {
    if (state !== 'connected') return;
    state = 'reconnecting';
    retryTimer = setTimeout(() => {
      onDisconnected();
      void room.disconnect(false);
    }, RETRY_TIME);
    emit({ type: 'reconnecting' });
  }

  function onReconnected(): void {
    if (state !== 'reconnecting') return;
    state = 'connected';
    clearTimeout(retryTimer);
    endTuning(room);
    subscriptions.renew();
    tellAll();
    emit({ type: 'reconnected' });
    for (const { resolve } of waiting) resolve();
    waiting.clear();
  }

  function onDisconnected(reason?: DisconnectReason): void {
    if (state === 'out') return;
    end();
    emit({ type: 'disconnected', reason: (reason !== undefined && END_REASON[reason]) || 'connection-lost' });
  }

  function end(): void {
    state = 'out';
    clearTimeout(retryTimer);
    known.clear();
    ready.clear();
    for (const { reject } of waiting) reject(notConnected());
    waiting.clear();
    void transcriptions?.then(({ clear }) => clear());
  }

  room
    .on(RoomEvent.ParticipantConnected, newcomers.add)
    .on(RoomEvent.ParticipantActive, (participant) => newcomers.has(participant) || onReady(participant))
    .on(RoomEvent.ParticipantDisconnected, onLeft)
    .on(RoomEvent.ParticipantNameChanged, (_, participant) => onParticipant(participant))
    .on(RoomEvent.ParticipantAttributesChanged, (_, participant) => onParticipant(participant))
    .on(RoomEvent.ParticipantPermissionsChanged, (_, participant) => onParticipant(participant))
    .on(RoomEvent.TrackPublished, (publication, participant) => {
      subscriptions.follow(publication, participant);
      newcomers.introduce(participant);
      onTrack(publication, participant);
    })
    .on(RoomEvent.TrackUnpublished, onUnpublished)
    .on(RoomEvent.TrackMuted, onTrack)
    .on(RoomEvent.TrackUnmuted, onTrack)
    .on(RoomEvent.LocalTrackPublished, (publication, participant) => {
      if (publication.track) {
        endMonitor(publication.track);
        showTrack(publication.track, participant);
      }
      onTrack(publication, participant);
    })
    .on(RoomEvent.LocalTrackUnpublished, (publication, participant) => {
      publication.track?.detach();
      onUnpublished(publication, participant);
    })
    .on(RoomEvent.TrackUnsubscribed, (track: RemoteTrack) => {
      if (track.kind === Track.Kind.Audio) playback.remove(track);
      else track.detach();
    })
    .on(RoomEvent.ActiveSpeakersChanged, whenConnected(tellSpeakers))
    .on(RoomEvent.RecordingStatusChanged, whenConnected(tellRecording))
    .on(RoomEvent.RoomMetadataChanged, whenConnected(tellRoom))
    .on(RoomEvent.ConnectionQualityChanged, whenConnected((_, participant) => tellQuality(participant)))
    .on(RoomEvent.AudioPlaybackStatusChanged, () => {
      if (room.canPlaybackAudio) playback.playAgain();
      tellPlayback();
    })
    .on(RoomEvent.DataReceived, (payload, participant, _kind, topic = '') => {
      if (payload.byteLength > TEXT_LIMIT) return log('warn', 'A packet that was too large is dropped.', { topic });
      const tell = () => tellData({ type: 'packet', topic, from: participant?.identity ?? null, payload });
      if (behind) void behind.then(tell);
      else tell();
    })
    .on(RoomEvent.SignalConnected, () => {
      // A limit, if there is one, comes with the transport; a page that nobody sees needs no pictures.
      if (early) hearConnected(room.engine, subscriptions.anticipate(!transport && !document.hidden));
      if (room.engine === heard) return;
      heard = room.engine;
      heard.on('tokenRefreshed', takeToken);
      // The first fresh one comes with the first answer, before this is said.
      takeToken((heard as unknown as { readonly token: string }).token);
    })
    // The first keeps the media flowing while only signalling is back to be had; for a person both are "reconnecting".
    .on(RoomEvent.SignalReconnecting, onReconnecting)
    .on(RoomEvent.Reconnecting, onReconnecting)
    .on(RoomEvent.Reconnected, onReconnected)
    .on(RoomEvent.Disconnected, onDisconnected);

  const link: Link = {
    get isOut() {
      return state === 'out';
    },
    get isBroken() {
      return state === 'reconnecting';
    },
    async whole() {
      if (state === 'out') throw notConnected();
      if (state === 'reconnecting') await new Promise<void>((resolve, reject) => waiting.add({ resolve, reject }));
    },
  };

  let loading: Promise<Data> | null = null;
  let hasData = false;
  /** Packets after the first text wait for the code that reads it: what was said first is told first. */
  let behind: Promise<void> | null = null;

  /** With the first: what has to be sent or read meanwhile waits for it, in its order. */
  function loadData(): Promise<Data> {
    loading ??= import('./data.js').then(
      ({ createData }) => {
        hasData = true;
        return createData(room, link, context, tellData);
      },
      (cause: unknown) => {
        loading = null;
        throw new VisioError('ENGINE_LOAD_FAILED', 'The code for texts and files could not be loaded.', { cause });
      },
    );
    return loading;
  }

  /** Tried once more, as nobody else would. */
  function receive(act: (data: Data) => void): void {
    const read = loadData()
      .catch(loadData)
      .then(act, () => log('warn', 'Data is dropped: the code that reads it could not be loaded.'));
    if (hasData) return;
    // A text that is whole is read within the task.
    const mine = (behind = read.then(() => new Promise<void>((resolve) => setTimeout(resolve))));
    void mine.then(() => {
      if (behind === mine) behind = null;
    });
  }

  for (const topic of context.textTopics ?? []) {
    room.registerTextStreamHandler(topic, (reader, { identity }) => receive((data) => data.receiveText(reader, identity)));
  }
  for (const topic of Object.keys(context.fileTopics ?? {})) {
    room.registerByteStreamHandler(topic, (reader, { identity }) => receive((data) => data.receiveFile(reader, identity)));
  }

  /** Fetched with the first: most calls have none. */
  function transcribe(act: (transcriptions: Transcriptions) => void): void {
    transcriptions ??= import('./transcription.js').then(({ createTranscriptions }) => createTranscriptions(room, log, tellData));
    transcriptions.then(act, () => {
      transcriptions = undefined;
      log('warn', 'A transcription is dropped: the code that reads it could not be loaded.');
    });
  }

  room.registerTextStreamHandler('lk.transcription', (reader, { identity }) => transcribe((it) => it.receiveStream(reader, identity)));
  room.on(RoomEvent.TranscriptionReceived, (segments, speaker) => transcribe((it) => it.receivePacket(segments, speaker?.identity ?? '')));

  // In a task of its own: the page may have something to show.
  const preparing = setTimeout(() => prepare(room.engine));

  return {
    /** For what the SDK does not offer. */
    room,

    async connect({ serverUrl, token: given, signal }: ConnectOptions): Promise<void> {
      const giveUp = () => void room.disconnect(false);
      signal.addEventListener('abort', giveUp, { once: true });
      try {
        if (signal.aborted) throw gaveUp();
        early = [];
        token = given;
        await room.connect(serverUrl, given, { autoSubscribe: false, maxRetries: 2, peerConnectionTimeout: 20_000 });
        if (signal.aborted) throw gaveUp();
        // Sent out again between the two.
        if (room.state === ConnectionState.Disconnected) throw new VisioError('ROOM_CLOSED', 'The server ended the connection at once.');
      } catch (cause) {
        early = null;
        throw signal.aborted ? gaveUp() : mapConnectError(cause, given);
      } finally {
        signal.removeEventListener('abort', giveUp);
      }
      state = 'connected';
      subscriptions.settle(firstPictures.end);
      endTuning(room);
      emit({ type: 'connected' });
      if (token !== given) emit({ type: 'token', token });
      tellAll();
      tellPlayback();
      for (const event of early ?? []) emit(event);
      early = null;
      // It broke between the two.
      if (room.state !== ConnectionState.Connected) onReconnecting();
    },

    setToken(fresh: string): void {
      token = fresh;
      // As if the server had given it: nothing else of livekit-client takes one during a call.
      if (state !== 'out') room.engine.client.onTokenRefresh?.(fresh);
    },

    async disconnect(): Promise<void> {
      // Tracks are the meeting's: do not stop them.
      await room.disconnect(false);
    },

    ...createPublishing(room, link),
    sendText: async (...args: Parameters<Data['sendText']>) => (await loadData()).sendText(...args),
    sendFile: async (...args: Parameters<Data['sendFile']>) => (await loadData()).sendFile(...args),
    setAttributes: async (...args: Parameters<Data['setAttributes']>) => (await loadData()).setAttributes(...args),
    sendPacket: async (...args: Parameters<Data['sendPacket']>) => (await loadData()).sendPacket(...args),

    attach(id: string, source: VideoSource, element: HTMLVideoElement): () => void {
      const trackNow = () => room.getParticipantByIdentity(id)?.getTrackPublication(VENDOR_SOURCE[source])?.track;
      const unwatch = watchSize(element);
      const end = attachments.add(id, source, element, () => {
        unwatch();
        trackNow()?.detach(element);
        element.srcObject = null;
        subscriptions.detached(id, source);
      });
      trackNow()?.attach(element);
      subscriptions.attached(id, source);
      return end;
    },

    takeVideo(id: string, source: VideoSource): HTMLVideoElement | undefined {
      const publication = room.getParticipantByIdentity(id)?.getTrackPublication(VENDOR_SOURCE[source]);
      return publication && firstPictures.take(publication);
    },

    /** What it needs of ours is given to it: what two chunks share becomes a third. */
    transport(): Promise<Transport> {
      transport ??= import('./transport.js').then(({ createTransport }) => createTransport(room, { mapSource, mapConnectError, gaveUp }));
      // The next one who asks tries again.
      transport.catch(() => (transport = undefined));
      return transport;
    },

    async startPlayback(): Promise<void> {
      await Promise.all([playback.play(), room.startAudio()]);
    },

    setSpeaker: playback.setSpeaker,

    dispose(): void {
      end();
      clearTimeout(preparing);
      firstPictures.end();
      attachments.clear();
      playback.dispose();
      subscriptions.end();
      void room.disconnect(false).finally(() => {
        room.removeAllListeners();
        // One that was only prepared is not LiveKit's to close: it was never connected.
        void (room.engine as typeof room.engine | undefined)?.cleanupPeerConnections();
      });
    },
  };
}

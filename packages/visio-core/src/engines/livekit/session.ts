/** The only place, with those it imports here, that knows livekit-client. */
import {
  DisconnectReason,
  LocalTrack,
  LogLevel,
  Room,
  RoomEvent,
  setLogLevel,
  Track,
  type LocalTrackPublication,
  type Participant,
  type RemoteTrack,
  type RemoteTrackPublication,
  type TrackPublication,
  type TrackPublishOptions,
} from 'livekit-client';
import type { ConnectOptions, EndReason, EngineContext, PublishOptions, TrackSource, VideoSource } from '../../engine/engine.js';
import { toVisioError, VisioError } from '../../errors/visio-error.js';
import { chooseVideoCodec } from './codec.js';
import { mapConnectError } from './map-error.js';
import { mapParticipant, mapQuality, mapSource, mapTrack } from './map-participant.js';

const VENDOR_SOURCE: Readonly<Record<TrackSource, Track.Source>> = {
  microphone: Track.Source.Microphone,
  camera: Track.Source.Camera,
  screen_share: Track.Source.ScreenShare,
  screen_share_audio: Track.Source.ScreenShareAudio,
};

const END_REASON: Readonly<Partial<Record<DisconnectReason, EndReason>>> = {
  [DisconnectReason.CLIENT_INITIATED]: 'left',
  [DisconnectReason.DUPLICATE_IDENTITY]: 'duplicate-identity',
  [DisconnectReason.PARTICIPANT_REMOVED]: 'removed',
  [DisconnectReason.ROOM_DELETED]: 'room-closed',
  [DisconnectReason.ROOM_CLOSED]: 'room-closed',
};

// It would write to the host's console at each step. Failures reach the host as errors.
setLogLevel(LogLevel.silent);

export type LiveKitSession = ReturnType<typeof createLiveKitSession>;

/** One LiveKit `Room`, told as engine events. Used for one call after the other. */
export function createLiveKitSession(context: EngineContext) {
  const { emit } = context;
  const room = new Room({
    // As La Suite Meet sets them, so that a mixed room behaves the same for both.
    adaptiveStream: true,
    dynacast: true,
    // Who opened a track stops it: the meeting.
    stopLocalTrackOnUnpublish: false,
  });
  const codec = chooseVideoCodec();
  /** Video elements by participant and source, whether or not there is something to show in them now. */
  const attached = new Map<string, Set<HTMLVideoElement>>();
  /** Who was told of; a full reconnection may drop people without a word. */
  const known = new Set<string>();
  let inCall = false;

  function tellParticipant(participant: Participant): void {
    known.add(participant.identity);
    emit({ type: 'participant', participant: mapParticipant(participant) });
  }

  function tellTrack(publication: TrackPublication, participant: Participant): void {
    const track = mapTrack(publication);
    if (track) emit({ type: 'track', id: participant.identity, track });
  }

  function tellTrackRemoved(publication: TrackPublication, participant: Participant): void {
    const source = mapSource(publication.source);
    if (source) emit({ type: 'track-removed', id: participant.identity, source });
  }

  function tellLeft(id: string): void {
    if (known.delete(id)) emit({ type: 'participant-left', id });
  }

  /** Tells everything that is the case. */
  function tellAll(): void {
    const everyone: Participant[] = [room.localParticipant, ...room.remoteParticipants.values()];
    const present = new Set(everyone.map(({ identity }) => identity));
    for (const id of [...known]) if (!present.has(id)) tellLeft(id);
    for (const participant of everyone) {
      tellParticipant(participant);
      for (const publication of participant.trackPublications.values()) tellTrack(publication, participant);
    }
  }

  const elementsOf = (participant: Participant, publication: TrackPublication) =>
    attached.get(key(participant.identity, publication.source)) ?? [];

  function onSubscribed(track: RemoteTrack, publication: RemoteTrackPublication, participant: Participant): void {
    if (track.kind === Track.Kind.Audio) track.attach();
    else for (const element of elementsOf(participant, publication)) track.attach(element);
    tellTrack(publication, participant);
  }

  function onUnsubscribed(track: RemoteTrack): void {
    track.detach();
  }

  room
    .on(RoomEvent.ParticipantConnected, (participant) => inCall && tellParticipant(participant))
    .on(RoomEvent.ParticipantDisconnected, (participant) => inCall && tellLeft(participant.identity))
    .on(RoomEvent.ParticipantNameChanged, (_, participant) => inCall && tellParticipant(participant))
    .on(RoomEvent.ParticipantAttributesChanged, (_, participant) => inCall && tellParticipant(participant))
    .on(RoomEvent.ParticipantPermissionsChanged, (_, participant) => inCall && tellParticipant(participant))
    .on(RoomEvent.TrackPublished, (publication, participant) => inCall && tellTrack(publication, participant))
    .on(RoomEvent.TrackUnpublished, (publication, participant) => inCall && tellTrackRemoved(publication, participant))
    .on(RoomEvent.LocalTrackPublished, (publication, participant) => inCall && tellTrack(publication, participant))
    .on(RoomEvent.LocalTrackUnpublished, (publication, participant) => inCall && tellTrackRemoved(publication, participant))
    .on(RoomEvent.TrackMuted, (publication, participant) => inCall && tellTrack(publication, participant))
    .on(RoomEvent.TrackUnmuted, (publication, participant) => inCall && tellTrack(publication, participant))
    .on(RoomEvent.TrackSubscribed, onSubscribed)
    .on(RoomEvent.TrackUnsubscribed, onUnsubscribed)
    .on(RoomEvent.ActiveSpeakersChanged, (speakers) => emit({ type: 'speakers', ids: speakers.map(({ identity }) => identity) }))
    .on(RoomEvent.ConnectionQualityChanged, (quality, participant) =>
      emit({ type: 'quality', id: participant.identity, quality: mapQuality(quality) }),
    )
    .on(RoomEvent.AudioPlaybackStatusChanged, () => emit({ type: 'playback', blocked: !room.canPlaybackAudio }))
    // The first keeps the media flowing while only signalling is back to be had; for a person both are "reconnecting".
    .on(RoomEvent.SignalReconnecting, () => inCall && emit({ type: 'reconnecting' }))
    .on(RoomEvent.Reconnecting, () => inCall && emit({ type: 'reconnecting' }))
    .on(RoomEvent.Reconnected, () => {
      tellAll();
      emit({ type: 'reconnected' });
    })
    .on(RoomEvent.Disconnected, (reason) => {
      if (!inCall) return;
      inCall = false;
      known.clear();
      emit({ type: 'disconnected', reason: (reason !== undefined && END_REASON[reason]) || 'connection-lost' });
    });

  function publicationOf(source: TrackSource): LocalTrackPublication | undefined {
    return room.localParticipant.getTrackPublication(VENDOR_SOURCE[source]);
  }

  async function publishOptions(source: TrackSource): Promise<TrackPublishOptions> {
    return {
      source: VENDOR_SOURCE[source],
      ...(source === 'camera' || source === 'screen_share' ? { videoCodec: await codec } : {}),
      ...(source === 'screen_share_audio' ? { dtx: false, red: false } : {}),
    };
  }

  return {
    /** For what the SDK does not offer. */
    room,

    prepare(serverUrl: string): void {
      void room.prepareConnection(serverUrl).catch(() => undefined);
    },

    async connect({ serverUrl, token, signal }: ConnectOptions): Promise<void> {
      const giveUp = () => void room.disconnect();
      signal.addEventListener('abort', giveUp, { once: true });
      try {
        await room.connect(serverUrl, token, { maxRetries: 2, peerConnectionTimeout: 20_000 });
        inCall = true;
        emit({ type: 'connected' });
        tellAll();
        emit({ type: 'playback', blocked: !room.canPlaybackAudio });
      } catch (cause) {
        throw mapConnectError(cause, token);
      } finally {
        signal.removeEventListener('abort', giveUp);
      }
    },

    async disconnect(): Promise<void> {
      // Tracks are the meeting's: do not stop them.
      await room.disconnect(false);
    },

    async publish(source: TrackSource, track: MediaStreamTrack, { muted = false }: PublishOptions = {}): Promise<void> {
      try {
        const publication = publicationOf(source);
        if (publication?.track) {
          await publication.track.replaceTrack(track, true);
          if (publication.isMuted !== muted) await (muted ? publication.mute() : publication.unmute());
        } else {
          if (source === 'screen_share' && track.contentHint === '') track.contentHint = 'detail';
          const created = await room.localParticipant.publishTrack(track, await publishOptions(source));
          if (muted) await created.mute();
        }
      } catch (cause) {
        throw toVisioError(cause, 'PUBLISH_FAILED');
      }
    },

    async unpublish(source: TrackSource): Promise<void> {
      const { track } = publicationOf(source) ?? {};
      if (track instanceof LocalTrack) await room.localParticipant.unpublishTrack(track, false);
    },

    async setMuted(source: TrackSource, muted: boolean): Promise<void> {
      const publication = publicationOf(source);
      if (!publication) throw new VisioError('PUBLISH_FAILED', `Nothing is published as ${source}.`);
      await (muted ? publication.mute() : publication.unmute());
    },

    attach(id: string, source: VideoSource, element: HTMLVideoElement): () => void {
      const vendorSource = VENDOR_SOURCE[source];
      const trackNow = () => room.getParticipantByIdentity(id)?.getTrackPublication(vendorSource)?.track;
      const elements = attached.get(key(id, vendorSource)) ?? new Set();
      attached.set(key(id, vendorSource), elements.add(element));
      trackNow()?.attach(element);
      return () => {
        elements.delete(element);
        if (elements.size === 0) attached.delete(key(id, vendorSource));
        trackNow()?.detach(element);
        element.srcObject = null;
      };
    },

    async startPlayback(): Promise<void> {
      await room.startAudio();
    },

    async setSpeaker(deviceId: string): Promise<void> {
      try {
        await room.switchActiveDevice('audiooutput', deviceId);
      } catch (cause) {
        throw new VisioError('DEVICE_UNSUPPORTED', 'This browser cannot choose the speaker.', { cause, device: 'speaker' });
      }
    },

    dispose(): void {
      inCall = false;
      attached.clear();
      void room.disconnect(false);
      room.removeAllListeners();
    },
  };
}

function key(id: string, source: Track.Source): string {
  return `${source}/${id}`;
}

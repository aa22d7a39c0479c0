/** How much of the others' video is received. Which of it is wanted at all is told elsewhere, by subscriptions. */
import { RoomEvent, Track, VideoQuality, type RemoteParticipant, type RemoteTrackPublication, type Room } from 'livekit-client';
import type { ReceiveLimit, Transport } from '../../engine/transport.js';

/** Pictures a second: enough to see who speaks, and to read along. */
const LOW_RATE = { camera: 15, screen: 5 };

/** What a publication was asked for. Protected there: what was once set can be set otherwise, but not be taken back. */
interface Asked {
  requestedDisabled: boolean | undefined;
  requestedMaxQuality: VideoQuality | undefined;
  fps: number | undefined;
  videoDimensionsAdaptiveStream: Track.Dimensions | undefined;
}

export function createReception(room: Room): Pick<Transport, 'setReceiveLimit' | 'setPreferred'> {
  let limit: ReceiveLimit = 'all';
  let preferred: string | null = null;
  /** How large those are seen that are asked for in full size. */
  const sizes = new WeakMap<RemoteTrackPublication, Track.Dimensions | undefined>();
  const limited = new WeakSet<RemoteTrackPublication>();

  /** LiveKit's adaptive stream may ask for less than what is seen needs, but for no more: its size is kept from it meanwhile. */
  function hideSize(publication: RemoteTrackPublication, isHidden: boolean): void {
    if (isHidden === sizes.has(publication)) return;
    const asked = publication as unknown as Asked;
    if (isHidden) {
      sizes.set(publication, asked.videoDimensionsAdaptiveStream);
      Object.defineProperty(publication, 'videoDimensionsAdaptiveStream', {
        configurable: true,
        get: () => undefined,
        set: (size: Track.Dimensions | undefined) => void sizes.set(publication, size),
      });
    } else {
      Object.defineProperty(publication, 'videoDimensionsAdaptiveStream', { configurable: true, writable: true, value: sizes.get(publication) });
      sizes.delete(publication);
    }
  }

  function apply(publication: RemoteTrackPublication, participant: RemoteParticipant): void {
    if (publication.kind !== Track.Kind.Video || !publication.isDesired) return;
    const isPreferred = participant.identity === preferred && publication.source === Track.Source.Camera;
    if (limit === 'all' && !isPreferred && !limited.has(publication)) return;
    limited.add(publication);
    hideSize(publication, isPreferred);
    const isLow = limit === 'low' && !isPreferred;
    const isScreen = publication.source === Track.Source.ScreenShare;
    const asked = publication as unknown as Asked;
    // `undefined` leaves it to what is seen, as LiveKit's adaptive stream tells; a text on a screen stays sharp.
    asked.requestedDisabled = limit === 'none' ? true : undefined;
    asked.requestedMaxQuality = isPreferred ? VideoQuality.HIGH : isLow && !isScreen ? VideoQuality.LOW : undefined;
    // To the server 0 is no limit.
    asked.fps = isLow ? LOW_RATE[isScreen ? 'screen' : 'camera'] : 0;
    publication.emitTrackUpdate();
  }

  room.on(RoomEvent.TrackPublished, apply).on(RoomEvent.TrackSubscribed, (_, publication, participant) => apply(publication, participant));

  function applyAll(): void {
    for (const participant of room.remoteParticipants.values()) {
      for (const publication of participant.videoTrackPublications.values()) apply(publication as RemoteTrackPublication, participant);
    }
  }

  return {
    async setReceiveLimit(next) {
      limit = next;
      applyAll();
    },
    async setPreferred(id) {
      preferred = id;
      applyAll();
    },
  };
}

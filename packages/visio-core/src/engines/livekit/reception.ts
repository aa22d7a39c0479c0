/** How much of the others' video is received. Which of it is wanted at all is told elsewhere, by subscriptions. */
import { RoomEvent, Track, VideoQuality, type RemoteTrackPublication, type Room } from 'livekit-client';
import type { ReceiveLimit } from '../../engine/transport.js';

/** Pictures a second: enough to see who speaks, and to read along. */
const LOW_RATE = { camera: 15, screen: 5 };

/** What a publication was asked for. Protected there: what was once set can be set otherwise, but not be taken back. */
interface Asked {
  requestedDisabled: boolean | undefined;
  requestedMaxQuality: VideoQuality | undefined;
  fps: number | undefined;
}

export function createReception(room: Room): (limit: ReceiveLimit) => Promise<void> {
  let limit: ReceiveLimit = 'all';
  const limited = new WeakSet<RemoteTrackPublication>();

  function apply(publication: RemoteTrackPublication): void {
    if (publication.kind !== Track.Kind.Video || !publication.isDesired) return;
    if (limit === 'all' && !limited.has(publication)) return;
    limited.add(publication);
    const isScreen = publication.source === Track.Source.ScreenShare;
    const asked = publication as unknown as Asked;
    // `undefined` leaves it to what is seen, as LiveKit's adaptive stream tells; a text on a screen stays sharp.
    asked.requestedDisabled = limit === 'none' ? true : undefined;
    asked.requestedMaxQuality = limit === 'low' && !isScreen ? VideoQuality.LOW : undefined;
    // To the server 0 is no limit.
    asked.fps = limit === 'low' ? LOW_RATE[isScreen ? 'screen' : 'camera'] : 0;
    publication.emitTrackUpdate();
  }

  room.on(RoomEvent.TrackPublished, apply).on(RoomEvent.TrackSubscribed, (_, publication) => apply(publication));

  return async (next) => {
    limit = next;
    for (const { videoTrackPublications } of room.remoteParticipants.values()) {
      for (const publication of videoTrackPublications.values()) apply(publication as RemoteTrackPublication);
    }
  };
}

/** What of the room is received: all sound, and the video that something shows. */
import { RemoteTrackPublication, Track, TrackEvent, type Participant, type RemoteTrack, type Room, type TrackPublication } from 'livekit-client';
import type { Attachments } from '../../engine/attachments.js';
import type { VideoSource } from '../../engine/engine.js';
import { createAsk, type Publication, type SubscribingClient } from './ask.js';
import { VENDOR_SOURCE } from './map-participant.js';

/**
 * How long, in milliseconds, a video that nothing shows any more stays subscribed, so that who turns a page and turns
 * back waits for nothing. `adaptiveStream` has the server pause it long before.
 */
const LINGER = 2_000;

/** How many videos are asked for before anything shows them: as many as a first page has in most rooms. */
const AHEAD = 9;

/** Called with each track that has come. */
export type OnSubscribed = (track: RemoteTrack, publication: RemoteTrackPublication, participant: Participant) => void;

export function createSubscriptions(room: Room, attachments: Attachments, onSubscribed: OnSubscribed) {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const heard = new WeakSet<RemoteTrackPublication>();
  /** What was asked for since the connection was whole. */
  let asked = new WeakSet<TrackPublication>();
  const ask = createAsk(() => (room.engine as typeof room.engine | undefined)?.client as unknown as SubscribingClient | undefined);
  /** Videos that will be seen as soon as there is a call to see. */
  const ahead = new Map<TrackPublication, Participant>();

  function isWanted(publication: TrackPublication, id: string): boolean {
    const { kind, source } = publication;
    if (kind === Track.Kind.Audio || ahead.has(publication)) return true;
    return (source === Track.Source.Camera || source === Track.Source.ScreenShare) && attachments.of(id, source).length > 0;
  }

  function follow(publication: TrackPublication | undefined, participant: Participant | undefined): void {
    if (!(publication instanceof RemoteTrackPublication) || !participant) return;
    if (!heard.has(publication)) {
      heard.add(publication);
      // Not the room's event: LiveKit 2.23 holds that back while an attempt to reconnect still ends, and then for ever.
      publication.on(TrackEvent.Subscribed, (track: RemoteTrack) => onSubscribed(track, publication, participant));
    }
    const wanted = isWanted(publication, participant.identity);
    if (wanted !== publication.isDesired || (wanted && !publication.isSubscribed && !asked.has(publication))) {
      asked.add(publication);
      ask(publication as unknown as Publication, wanted);
    }
  }

  function renew(): void {
    asked = new WeakSet();
  }

  function followSource(identity: string, source: VideoSource): void {
    const participant = room.getParticipantByIdentity(identity);
    follow(participant?.getTrackPublication(VENDOR_SOURCE[source]), participant);
  }

  return {
    /** Call for each publication that comes. */
    follow,

    /**
     * Call as soon as it is known who is there: all sound comes with the connection then, and not a round trip after it.
     * So do the pictures that a first page will show, if `withVideo`. Tells whether there was anything to ask for.
     */
    anticipate(withVideo: boolean): boolean {
      renew();
      let isAsking = false;
      for (const participant of room.remoteParticipants.values()) {
        for (const publication of participant.trackPublications.values()) {
          if (withVideo && ahead.size < AHEAD && publication.kind === Track.Kind.Video && !publication.isMuted) ahead.set(publication, participant);
          follow(publication, participant);
          isAsking ||= asked.has(publication);
        }
      }
      return isAsking;
    },

    /** Call when the call is there: what was asked for ahead and is not shown in a moment is given up. Then calls `then`. */
    settle(then: () => void): void {
      const timer = setTimeout(() => {
        timers.delete(timer);
        const asked = [...ahead];
        ahead.clear();
        for (const each of asked) follow(...each);
        then();
      }, LINGER);
      timers.add(timer);
    },

    /** Call when a broken connection is back: what was asked for meanwhile can have got lost, and is asked for again if it has not come. */
    renew,

    /** Call when an element is to show this. */
    attached: followSource,

    /** Call when an element shows this no more. */
    detached(id: string, source: VideoSource): void {
      const timer = setTimeout(() => {
        timers.delete(timer);
        followSource(id, source);
      }, LINGER);
      timers.add(timer);
    },

    end(): void {
      timers.forEach(clearTimeout);
      timers.clear();
    },
  };
}

/**
 * livekit-client hears of an element's size in this window only. One that is in another, as in document
 * picture-in-picture, is watched there. Returns what ends that.
 */
export function watchSize(element: HTMLVideoElement & { handleResize?: () => void }): () => void {
  const view = element.ownerDocument.defaultView;
  if (!view || view === window) return () => undefined;
  const observer = new view.ResizeObserver(() => element.handleResize?.());
  observer.observe(element);
  return () => observer.disconnect();
}

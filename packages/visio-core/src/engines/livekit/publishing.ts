/** What the local participant publishes. */
import {
  LocalAudioTrack,
  LocalTrack,
  LocalVideoTrack,
  RoomEvent,
  Track,
  type LocalTrackPublication,
  type Room,
  type TrackPublishOptions,
} from 'livekit-client';
import { SCREEN_RATE, type PublishOptions, type ScreenHint, type TrackSource } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';
import { chooseVideoCodec } from './codec.js';
import { notConnected, type Link } from './link.js';
import { mapPublishError } from './map-error.js';
import { VENDOR_SOURCE } from './map-participant.js';

/** Bits a second for a screen of 1920 × 1080, as LiveKit's own presets have them. */
const SCREEN_BITRATE: Readonly<Record<ScreenHint, number>> = { text: 2_500_000, motion: 5_000_000 };

export function createPublishing(room: Room, link: Link) {
  const codec = chooseVideoCodec();
  let screenHint: ScreenHint = 'text';

  room.on(RoomEvent.LocalTrackPublished, ({ source, track }) => {
    // With VP9 LiveKit forces `motion` on every screen, and does so again with each new session.
    if (source === Track.Source.ScreenShare && track) track.mediaStreamTrack.contentHint = screenHint;
  });

  function publicationOf(source: TrackSource): LocalTrackPublication | undefined {
    return room.localParticipant.getTrackPublication(VENDOR_SOURCE[source]);
  }

  async function publishOptions(source: TrackSource): Promise<TrackPublishOptions> {
    return {
      source: VENDOR_SOURCE[source],
      ...(source === 'camera' || source === 'screen_share' ? { videoCodec: await codec } : {}),
      ...(source === 'screen_share' ? { screenShareEncoding: screenEncoding(), degradationPreference: degradation() } : {}),
      ...(source === 'screen_share_audio' ? { dtx: false, red: false } : {}),
    };
  }

  const screenEncoding = () => ({ maxBitrate: SCREEN_BITRATE[screenHint], maxFramerate: SCREEN_RATE[screenHint], priority: 'medium' as const });
  const degradation = () => (screenHint === 'text' ? 'maintain-resolution' : 'balanced');

  /** Brings what is sent of a screen in line with `screenHint`. */
  async function tuneScreen(publication: LocalTrackPublication): Promise<void> {
    const { track } = publication;
    if (!(track instanceof LocalVideoTrack)) return;
    track.mediaStreamTrack.contentHint = screenHint;
    const encoding = screenEncoding();
    const before = publication.options?.screenShareEncoding?.maxBitrate ?? encoding.maxBitrate;
    // What LiveKit publishes it with from now on: for a changed size, and in a new session.
    Object.assign(publication.options ?? {}, { screenShareEncoding: encoding, degradationPreference: degradation() });
    for (const sender of [track.sender, ...[...track.simulcastCodecs.values()].map((codec) => codec.sender)]) {
      const parameters = sender?.getParameters();
      for (const each of parameters?.encodings ?? []) {
        each.maxFramerate = encoding.maxFramerate;
        // Each layer keeps its share.
        if (each.maxBitrate) each.maxBitrate *= encoding.maxBitrate / before;
      }
      if (parameters) await sender?.setParameters(parameters);
    }
    await track.setDegradationPreference(degradation());
  }

  async function publishNew(source: TrackSource, track: MediaStreamTrack, muted: boolean): Promise<void> {
    // Made here, and not by `publishTrack`, so that it can be muted before the room hears of it.
    const local = track.kind === 'audio' ? new LocalAudioTrack(track, undefined, true) : new LocalVideoTrack(track, undefined, true);
    if (muted) await local.mute();
    // Their own declarations do not agree under `exactOptionalPropertyTypes`.
    await room.localParticipant.publishTrack(local as LocalTrack, await publishOptions(source));
  }

  async function replace(published: LocalTrack, track: MediaStreamTrack, muted: boolean): Promise<void> {
    // In this order nothing is heard or seen that is to be muted.
    if (muted) await published.mute();
    if (published.mediaStreamTrack !== track) await published.replaceTrack(track, true);
    if (!muted) await published.unmute();
  }

  return {
    async publish(source: TrackSource, track: MediaStreamTrack, { muted = false, hint = 'text' }: PublishOptions = {}): Promise<void> {
      await link.whole();
      try {
        const publication = publicationOf(source);
        if (source === 'screen_share') screenHint = hint;
        if (!publication?.track) return await publishNew(source, track, muted);
        await replace(publication.track, track, muted);
        if (source === 'screen_share') await tuneScreen(publication);
      } catch (cause) {
        // The connection broke on the way: the server may never have heard of it.
        if (link.isBroken) return this.publish(source, track, { muted, hint });
        throw mapPublishError(cause);
      }
    },

    async unpublish(source: TrackSource): Promise<void> {
      if (link.isOut) return;
      await link.whole();
      const { track } = publicationOf(source) ?? {};
      if (track instanceof LocalTrack) await room.localParticipant.unpublishTrack(track, false);
    },

    async setMuted(source: TrackSource, muted: boolean): Promise<void> {
      if (link.isOut) throw notConnected();
      // Silence does not wait: media may still flow while signalling is broken.
      if (muted) await publicationOf(source)?.mute();
      await link.whole();
      const publication = publicationOf(source);
      if (!publication) throw new VisioError('PUBLISH_FAILED', `Nothing is published as ${source}.`);
      await (muted ? publication.mute() : publication.unmute());
    },
  };
}

/** What the local participant publishes. */
import {
  LocalAudioTrack,
  LocalTrack,
  LocalVideoTrack,
  type LocalTrackPublication,
  type Room,
  type TrackPublishOptions,
} from 'livekit-client';
import type { PublishOptions, TrackSource } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';
import { chooseVideoCodec } from './codec.js';
import { notConnected, type Link } from './link.js';
import { mapPublishError } from './map-error.js';
import { VENDOR_SOURCE } from './map-participant.js';
import type { Screens } from './screens.js';

export function createPublishing(room: Room, link: Link) {
  const codec = chooseVideoCodec();
  let screens: Promise<Screens> | null = null;

  const loadScreens = () =>
    (screens ??= import('./screens.js').then(
      ({ createScreens }) => createScreens(room),
      (cause: unknown) => {
        screens = null;
        throw cause;
      },
    ));

  function publicationOf(source: TrackSource): LocalTrackPublication | undefined {
    return room.localParticipant.getTrackPublication(VENDOR_SOURCE[source]);
  }

  async function publishOptions(source: TrackSource): Promise<TrackPublishOptions> {
    return {
      source: VENDOR_SOURCE[source],
      ...(source === 'camera' || source === 'screen_share' ? { videoCodec: await codec } : {}),
      ...(source === 'screen_share' ? (await loadScreens()).options(await codec) : {}),
      ...(source === 'screen_share_audio' ? { dtx: false, red: false } : {}),
    };
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
        const screen = source === 'screen_share' ? await loadScreens() : null;
        screen?.setHint(hint);
        if (!publication?.track) return await publishNew(source, track, muted);
        await replace(publication.track, track, muted);
        await screen?.tune(publication);
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

/** How a screen is sent: fetched with the first one that is shared. */
import { LocalVideoTrack, RoomEvent, Track, type LocalTrackPublication, type Room, type TrackPublishOptions, type VideoCodec } from 'livekit-client';
import type { ScreenHint } from '../../engine/engine.js';
import { SCREEN_RATE } from '../../engine/screen-rate.js';

/** Bits a second for a screen of 1920 × 1080, as LiveKit's own presets have them. */
const BITRATE: Readonly<Record<ScreenHint, number>> = { text: 2_500_000, motion: 5_000_000 };

export type Screens = ReturnType<typeof createScreens>;

export function createScreens(room: Room) {
  let hint: ScreenHint = 'text';

  room.on(RoomEvent.LocalTrackPublished, ({ source, track }) => {
    // With VP9 LiveKit forces `motion` on every screen, and does so again with each new session.
    if (source === Track.Source.ScreenShare && track) track.mediaStreamTrack.contentHint = hint;
  });

  function options(codec?: VideoCodec) {
    return {
      screenShareEncoding: { maxBitrate: BITRATE[hint], maxFramerate: SCREEN_RATE[hint], priority: 'medium' },
      // With VP9 livekit-client 2.23 sends two sizes, and tells the server of one: it then forwards the small one for good.
      ...(codec === 'vp9' ? { simulcast: false } : {}),
      degradationPreference: hint === 'text' ? 'maintain-resolution' : 'balanced',
    } as const satisfies TrackPublishOptions;
  }

  return {
    setHint(next: ScreenHint): void {
      hint = next;
    },

    /** To publish a screen with. */
    options,

    /** Brings what is sent of a screen in line with the hint. */
    async tune({ track, options: published = {} }: LocalTrackPublication): Promise<void> {
      if (!(track instanceof LocalVideoTrack)) return;
      track.mediaStreamTrack.contentHint = hint;
      const { screenShareEncoding: encoding, degradationPreference } = options();
      const before = published.screenShareEncoding?.maxBitrate ?? encoding.maxBitrate;
      // What LiveKit sends it with from now on: in another size, and in a new session.
      Object.assign(published, options());
      for (const sender of [track.sender, ...[...track.simulcastCodecs.values()].map((codec) => codec.sender)]) {
        const parameters = sender?.getParameters();
        for (const each of parameters?.encodings ?? []) {
          each.maxFramerate = encoding.maxFramerate;
          // Each layer keeps its share.
          if (each.maxBitrate) each.maxBitrate *= encoding.maxBitrate / before;
        }
        if (parameters) await sender?.setParameters(parameters);
      }
      await track.setDegradationPreference(degradationPreference);
    },
  };
}

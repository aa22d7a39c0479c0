/** How much of the own video is sent. */
import { LocalVideoTrack, RoomEvent, Track, VideoQuality, type Room } from 'livekit-client';
import type { PublishLimit } from '../../engine/transport.js';

/** Of the one camera picture that is sent: lines, pictures a second, bits a second. */
const CAMERA = { height: 360, rate: 15, bitrate: 200_000 };
/** A screen keeps its size, so that text can be read. */
const SCREEN = { rate: 5, bitrate: 400_000 };

type Encoding = Pick<RTCRtpEncodingParameters, 'maxBitrate' | 'maxFramerate' | 'scaleResolutionDownBy'>;

export function createPublishLimit(room: Room): (limit: PublishLimit) => Promise<void> {
  let limit: PublishLimit = 'all';
  /** What the senders that are limited now had before. */
  const before = new WeakMap<RTCRtpSender, readonly Encoding[]>();

  async function apply(track: LocalVideoTrack, isScreen: boolean): Promise<void> {
    const { sender } = track;
    if (!sender || (limit === 'all' && !before.has(sender))) return;
    const layers = sender.getParameters().encodings.length;
    if (layers > 1) await limitLayers(track);
    await limitEncodings(sender, isScreen, layers, track.mediaStreamTrack.getSettings().height ?? 720);
  }

  /** The server asks for layers whenever another size is watched: it is kept from the larger ones. */
  async function limitLayers(track: LocalVideoTrack): Promise<void> {
    // An own property in the way of the class's method; without it that is used again.
    delete (track as Partial<LocalVideoTrack>).setPublishingLayers;
    if (limit === 'low') {
      const all = track.setPublishingLayers.bind(track);
      track.setPublishingLayers = (isSvc, qualities) => {
        for (const quality of qualities) quality.enabled &&= (quality.quality as number) === (VideoQuality.LOW as number);
        return all(isSvc, qualities);
      };
    }
    track.setPublishingQuality(limit === 'low' ? VideoQuality.LOW : VideoQuality.HIGH);
  }

  async function limitEncodings(sender: RTCRtpSender, isScreen: boolean, layers: number, height: number): Promise<void> {
    const parameters = sender.getParameters();
    const { encodings } = parameters;
    const usual = before.get(sender) ?? encodings.map((encoding): Encoding => ({ ...encoding }));
    encodings.forEach((encoding, i) => {
      // Of several layers the smallest alone is left, and small enough.
      const size = layers === 1 && !isScreen ? { scaleResolutionDownBy: Math.max(1, height / CAMERA.height) } : {};
      const { rate, bitrate } = isScreen ? SCREEN : CAMERA;
      const lowest = Math.min(bitrate, usual[i]?.maxBitrate ?? bitrate);
      for (const name of ['maxBitrate', 'maxFramerate', 'scaleResolutionDownBy'] as const) {
        if (usual[i]?.[name] === undefined) delete encoding[name];
        else encoding[name] = usual[i][name];
      }
      if (limit === 'low') Object.assign(encoding, { maxBitrate: lowest, maxFramerate: rate, ...size });
    });
    if (limit === 'low') before.set(sender, usual);
    else before.delete(sender);
    await sender.setParameters(parameters);
  }

  async function applyAll(): Promise<void> {
    const publications = [...room.localParticipant.videoTrackPublications.values()];
    await Promise.all(
      publications.map(({ track, source }) => (track instanceof LocalVideoTrack ? apply(track, source === Track.Source.ScreenShare) : undefined)),
    );
  }

  // What fails here is sent in full: that is no reason to fail a publication.
  room.on(RoomEvent.LocalTrackPublished, () => void applyAll().catch(() => undefined));

  return async (next) => {
    limit = next;
    await applyAll();
  };
}

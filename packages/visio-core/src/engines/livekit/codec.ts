import type { VideoCodec } from 'livekit-client';

/**
 * The best video codec that this machine encodes fluently: VP9, whose layers let one stream serve every size of
 * tile, or VP8. LiveKit sends a VP8 copy to a receiver that cannot decode VP9.
 */
export async function chooseVideoCodec(): Promise<VideoCodec> {
  const offered = globalThis.RTCRtpSender?.getCapabilities?.('video')?.codecs ?? [];
  if (!offered.some(({ mimeType }) => mimeType.toLowerCase() === 'video/vp9')) return 'vp8';
  try {
    const info = await navigator.mediaCapabilities.encodingInfo({
      type: 'webrtc',
      video: { contentType: 'video/VP9', width: 1280, height: 720, bitrate: 1_700_000, framerate: 30 },
    });
    return info.supported && info.smooth ? 'vp9' : 'vp8';
  } catch {
    return 'vp8';
  }
}

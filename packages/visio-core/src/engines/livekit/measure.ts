/** How much can be sent and received: measured with a few seconds of video that is hard to compress. */
import { LocalVideoTrack, Room, Track, type LocalTrack } from 'livekit-client';
import type { Bandwidth, BandwidthOptions, TransportCounters } from '../../engine/transport.js';
import type { Enter } from './probe.js';

/** Milliseconds in which a browser finds out what it may send, and in which what arrives is counted. */
const WARM_UP = 4_000;
const COUNTING = 2_000;
/** Bits a second: more than the best camera picture of a call. */
const MOST = 3_000_000;

export async function measure({ receiverToken, ...options }: BandwidthOptions, enter: Enter, readCounters: (room: Room) => Promise<TransportCounters>): Promise<Bandwidth> {
  const sender = new Room();
  const receiver = new Room();
  const noise = createNoise();
  try {
    if (!(await enter(sender, options))) return { up: null, down: null };
    const canReceive = receiverToken !== undefined && (await enter(receiver, { ...options, token: receiverToken }, { autoSubscribe: true }).catch(() => false));
    // Their own declarations do not agree under `exactOptionalPropertyTypes`.
    const track = new LocalVideoTrack(noise.track, undefined, true) as LocalTrack;
    await sender.localParticipant.publishTrack(track, {
      source: Track.Source.Camera,
      simulcast: false,
      videoCodec: 'vp8',
      videoEncoding: { maxBitrate: MOST, maxFramerate: 30 },
    });
    await pause(WARM_UP, options.signal);
    const before = canReceive ? await readCounters(receiver) : null;
    await pause(COUNTING, options.signal);
    const after = canReceive ? await readCounters(receiver) : null;
    const { availableOutgoing, tracks } = await readCounters(sender);
    // Firefox does not tell what it believes: then there is what it sent.
    const sent = (tracks.find(({ direction }) => direction === 'sent')?.bytes ?? 0) * 8;
    return {
      up: availableOutgoing ?? (sent > 0 ? (sent / (WARM_UP + COUNTING)) * 1000 : null),
      down: before && after ? (received(after) - received(before)) * 8 / ((after.at - before.at) / 1000) || null : null,
    };
  } finally {
    noise.end();
    await Promise.all([sender.disconnect(), receiver.disconnect()]);
  }
}

function received({ connections }: TransportCounters): number {
  return connections.reduce((total, { bytesReceived }) => total + bytesReceived, 0);
}

/** A picture of grey dots, another each time. */
function createNoise(): { track: MediaStreamTrack; end: () => void } {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 360;
  const context = canvas.getContext('2d')!;
  const picture = context.createImageData(canvas.width, canvas.height);
  const dots = new Uint32Array(picture.data.buffer);
  const draw = () => {
    for (let i = 0; i < dots.length; i++) dots[i] = 0xff000000 | ((Math.random() * 0xff) << 8);
    context.putImageData(picture, 0, 0);
  };
  draw();
  const timer = setInterval(draw, 40);
  const [track] = canvas.captureStream(25).getVideoTracks();
  return {
    track: track!,
    end() {
      clearInterval(timer);
      track!.stop();
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      reject(new DOMException('Given up.', 'AbortError'));
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

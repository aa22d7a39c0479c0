// People who are in a room with real media, by LiveKit's client for Node: silent microphones that are on, and cameras
// that show something that moves, in two sizes.
import {
  AudioSource,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoCodec,
  VideoFrame,
  VideoSource,
} from '@livekit/rtc-node';

/** Of a camera: small and slow, so that one machine can encode them all beside the pages that are measured. */
export const CAMERA = { width: 640, height: 360, rate: 8, bitrate: 180_000 };

/** How many different pictures a camera has. */
const PICTURES = 4;

/**
 * @param {import('./server.mjs').BenchServer} server
 * @param {string} room
 * @param {{ count: number, camera: boolean }} options
 */
export async function enterPeople(server, room, { count, camera }) {
  const pictures = camera ? Array.from({ length: PICTURES }, (_, i) => draw(i)) : [];
  const people = [];
  for (let i = 0; i < count; i++) people.push(await enter(server, room, i, camera));
  let frame = 0;
  const timer = setInterval(() => {
    frame++;
    people.forEach(({ video }, i) => video?.captureFrame(pictures[(frame + i) % PICTURES]));
  }, 1000 / CAMERA.rate);
  return {
    async close() {
      clearInterval(timer);
      await Promise.all(people.map(({ room }) => room.disconnect()));
    },
  };
}

/**
 * @param {import('./server.mjs').BenchServer} server
 * @param {string} roomName
 * @param {number} number
 * @param {boolean} camera
 */
async function enter(server, roomName, number, camera) {
  const { url, token } = await server.access(`Person ${number + 1}`, roomName);
  const room = new Room();
  await room.connect(url, token, { autoSubscribe: false, dynacast: true });
  const microphone = LocalAudioTrack.createAudioTrack('microphone', new AudioSource(48_000, 1));
  await room.localParticipant?.publishTrack(microphone, new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE }));
  if (!camera) return { room };
  const video = new VideoSource(CAMERA.width, CAMERA.height);
  await room.localParticipant?.publishTrack(
    LocalVideoTrack.createVideoTrack('camera', video),
    new TrackPublishOptions({
      source: TrackSource.SOURCE_CAMERA,
      simulcast: true,
      videoCodec: VideoCodec.VP8,
      videoEncoding: { maxBitrate: BigInt(CAMERA.bitrate), maxFramerate: CAMERA.rate },
    }),
  );
  return { room, video };
}

/** A grey picture with a light square at the `number`th of its places. @param {number} number */
function draw(number) {
  const { width, height } = CAMERA;
  const data = new Uint8Array((width * height * 3) / 2).fill(128);
  const side = height / 3;
  for (let y = side; y < 2 * side; y++) data.fill(220, y * width + number * side, y * width + (number + 1) * side);
  return new VideoFrame(data, width, height, VideoBufferType.I420);
}

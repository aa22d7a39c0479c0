// How a page without a library joins: what the raw page and the plain DOM floor share.
import { LogLevel, Room, RoomEvent, setLogLevel } from 'livekit-client';
import { connected, credentials, roomOptions, stage } from './contract.js';

// As ours does: at its usual level, the client spends a quarter of a large room's entry on lines that nobody reads.
setLogLevel(LogLevel.silent);

/**
 * @param {(room: Room) => void} prepare called before it connects
 * @returns {Pick<import('./contract.js').BenchPage, 'lobby' | 'join' | 'direct' | 'room'>}
 */
export function bareRoom(prepare) {
  /** @type {Room} */
  let room;
  /** @type {import('./contract.js').Entry} */
  let entry;

  async function join() {
    room = new Room(roomOptions);
    prepare(room);
    room.on(RoomEvent.TrackSubscribed, (track) => track.kind === 'audio' && track.attach());
    await room.connect(entry.url, entry.token);
    connected();
    // The bench may leave before that is done.
    if (entry.devices) room.localParticipant.enableCameraAndMicrophone().catch(() => undefined);
  }

  return {
    async lobby(options) {
      entry = options;
      if (!entry.devices) return;
      const video = document.createElement('video');
      Object.assign(video, { muted: true, autoplay: true });
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });
      stage.append(video);
    },
    join,
    async direct(devices) {
      entry = { devices, ...(await credentials()) };
      await join();
    },
    room: async () => room,
  };
}

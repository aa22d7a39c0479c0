// livekit-client alone: what joining costs before anything is shown, but for one picture.
import { RoomEvent } from 'livekit-client';
import { bareRoom } from './bare-room.js';
import { offer, stage } from './contract.js';

offer({
  ...bareRoom((room) => {
    room.on(RoomEvent.TrackSubscribed, (track) => {
      if (track.kind !== 'video') return;
      const video = track.attach();
      video.style.width = '640px';
      stage.append(video);
    });
  }),
  shown: () => [],
  turn: () => undefined,
  openChat: async () => undefined,
  closeChat: () => undefined,
  lastMessage: () => '',
});

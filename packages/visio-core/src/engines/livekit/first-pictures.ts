/** Pictures that came as one connected. They begin to run while the call is drawn, which takes about as long. */
import type { TrackPublication } from 'livekit-client';

export function createFirstPictures() {
  const running = new Map<TrackPublication, HTMLVideoElement>();

  return {
    /** LiveKit would hear of an element that nobody sees, and have the server pause its picture: it hears of it with `attach`. */
    begin(publication: TrackPublication, track: MediaStreamTrack): void {
      const video = document.createElement('video');
      video.muted = video.autoplay = video.playsInline = true;
      video.srcObject = new MediaStream([track]);
      running.set(publication, video);
    },

    /** For the first who asks. */
    take(publication: TrackPublication): HTMLVideoElement | undefined {
      const video = running.get(publication);
      running.delete(publication);
      return video;
    },

    /** Ends those that nobody took. */
    end(): void {
      for (const video of running.values()) video.srcObject = null;
      running.clear();
    },
  };
}

/** The sound of everyone in one `<audio>`: a browser pays for each player for as long as it plays (decision 20). */
import { TrackEvent, type RemoteTrack } from 'livekit-client';
import { VisioError } from '../../errors/visio-error.js';
import { mapMediaError } from '../../media/media-error.js';

/** @param onChange called when the browser begins to hold the sound back, or no longer does */
export function createPlayback(onChange: () => void) {
  const element = new Audio();
  const voices = new Set<RemoteTrack>();
  let stream: MediaStream | null = null;
  /** What the stream began with. It stays in it: see `remove`. */
  let first: MediaStreamTrack | null = null;
  let blocked = false;

  function setBlocked(next: boolean): void {
    if (next === blocked) return;
    blocked = next;
    onChange();
  }

  async function play(): Promise<void> {
    if (!stream) return;
    try {
      await element.play();
      setBlocked(false);
    } catch (cause) {
      // Nothing is left to be heard, or it was asked for again.
      if (cause instanceof DOMException && cause.name === 'AbortError') return;
      setBlocked(true);
      throw cause;
    }
  }

  function playAgain(): void {
    if (!document.hidden) void play().catch(() => undefined);
  }

  // By a key of the keyboard or a telephone call, for instance. A telephone that shows another app may pause it, too.
  element.addEventListener('pause', playAgain);
  document.addEventListener('visibilitychange', playAgain);

  function clear(): void {
    voices.clear();
    element.srcObject = stream = first = null;
    setBlocked(false);
  }

  return {
    /** Whether the browser holds the sound back until a person clicks. */
    get blocked() {
      return blocked;
    },

    add(voice: RemoteTrack): void {
      const track = voice.mediaStreamTrack;
      voices.add(voice);
      enable(voice);
      voice.on(TrackEvent.Muted, enable);
      if (stream) {
        stream.addTrack(track);
        // Chromium plays what was in the stream when it last looked, and looks when the volume changes.
        element.volume = 0.99;
        element.volume = 1;
      } else {
        first = track;
        element.srcObject = stream = new MediaStream([track]);
      }
      void play().catch(() => undefined);
    },

    remove(voice: RemoteTrack): void {
      voice.off(TrackEvent.Muted, enable);
      if (!voices.delete(voice)) return;
      if (voices.size === 0) clear();
      // Without the first, Chromium begins anew: 20 ms without sound, and then on the speaker that it began with.
      else if (voice.mediaStreamTrack === first) enable(voice);
      else stream?.removeTrack(voice.mediaStreamTrack);
    },

    /** Call it in a click. Rejects with the browser's error when it is refused. */
    play,

    /** For what may have changed the browser's mind. */
    playAgain,

    async setSpeaker(deviceId: string): Promise<void> {
      if (!('setSinkId' in element)) throw new VisioError('DEVICE_UNSUPPORTED', 'This browser cannot choose the speaker.', { device: 'speaker' });
      try {
        await element.setSinkId(deviceId);
      } catch (cause) {
        throw mapMediaError(cause, 'speaker');
      }
    },

    dispose(): void {
      document.removeEventListener('visibilitychange', playAgain);
      clear();
    },
  };
}

/** Of one who is muted, LiveKit disables the track, in which nothing comes anyway. Chromium plays no track of a stream in which one is disabled. */
function enable({ mediaStreamTrack }: RemoteTrack): void {
  mediaStreamTrack.enabled = true;
}

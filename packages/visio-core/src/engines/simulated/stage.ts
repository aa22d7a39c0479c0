import { Attachments } from '../../engine/attachments.js';
import type { TrackSource, VideoSource } from '../../engine/engine.js';
import type { Picture } from './pictures.js';
import { seedOf } from './random.js';
import { LOCAL_ID, type Room } from './room.js';
import type { Senses } from './senses.js';

export interface StageOptions {
  readonly seed: number;
  readonly room: Room;
  /** `null` until loaded; call `showAll` then. */
  readonly senses: () => Senses | null;
  readonly isConnected: () => boolean;
  /** Whether the others' video is received at all; call `showAll` when that changes. */
  readonly receivesVideo: () => boolean;
  /** What the local participant publishes. */
  readonly localTrack: (source: TrackSource) => MediaStreamTrack | undefined;
}

export type Stage = ReturnType<typeof createStage>;

/** What is seen and heard of the others. A picture exists while an element shows it, a voice while it speaks. */
export function createStage({ seed, room, senses, isConnected, receivesVideo, localTrack }: StageOptions) {
  const attachments = new Attachments();
  const shown = new Map<string, Picture>();
  const voices = new Map<string, () => void>();

  /** Brings the elements for one source in line with what is published. */
  function show(id: string, source: VideoSource): void {
    const published = isConnected() ? room.members.get(id)?.tracks.get(source) : undefined;
    const elements = attachments.of(id, source);
    let track = published && localTrack(source);
    if (id !== LOCAL_ID) track = pictureOf(id, source, published !== undefined && elements.length > 0 && receivesVideo(), published?.muted ?? true)?.track;
    for (const element of elements) showIn(element, track);
  }

  function pictureOf(id: string, source: VideoSource, wanted: boolean, muted: boolean): Picture | undefined {
    const name = `${source}/${id}`;
    let picture = shown.get(name);
    if (!wanted) {
      picture?.end();
      shown.delete(name);
      return undefined;
    }
    // Nothing is drawn of a camera that has not been on yet.
    const ready = senses();
    if (!picture && !muted && ready) {
      picture = openPicture(ready, id, source);
      shown.set(name, picture);
    }
    picture?.setPaused(muted);
    return picture;
  }

  function openPicture({ pictures, portrait, slides }: Senses, id: string, source: VideoSource): Picture {
    const look = seedOf(id) + seed;
    const upright = source === 'camera' && room.members.get(id)?.person.upright;
    return pictures.open({
      paint: source === 'camera' ? portrait(look, look, () => room.isSpeaking(id)) : slides(look),
      aspectRatio: upright ? 9 / 16 : 16 / 9,
      width: () => Math.max(...attachments.of(id, source).map(({ clientWidth }) => clientWidth)) * devicePixelRatio,
    });
  }

  return {
    attach(id: string, source: VideoSource, element: HTMLVideoElement): () => void {
      const end = attachments.add(id, source, element, () => {
        showIn(element, undefined);
        show(id, source);
      });
      show(id, source);
      return end;
    },

    show(id: string, source: TrackSource): void {
      if (source === 'camera' || source === 'screen_share') show(id, source);
    },

    /** Whether there is a picture of this, paused or not. */
    receives: (id: string, source: VideoSource) => shown.has(`${source}/${id}`),

    showAll(): void {
      for (const [source, id] of attachments.wishes) show(id, source);
    },

    /** Lets exactly these be heard. */
    hear(ids: readonly string[]): void {
      for (const [id, silence] of voices) {
        if (ids.includes(id)) continue;
        silence();
        voices.delete(id);
      }
      const ready = senses();
      for (const id of ids) {
        if (ready && id !== LOCAL_ID && !voices.has(id)) voices.set(id, ready.sound.say(seedOf(id) + seed));
      }
    },

    end(): void {
      attachments.clear();
    },
  };
}

function showIn(element: HTMLVideoElement, track: MediaStreamTrack | undefined): void {
  const now = element.srcObject instanceof MediaStream ? element.srcObject.getTracks()[0] : undefined;
  if (now === track) return;
  element.autoplay = true;
  element.playsInline = true;
  element.muted = true;
  element.srcObject = track ? new MediaStream([track]) : null;
}

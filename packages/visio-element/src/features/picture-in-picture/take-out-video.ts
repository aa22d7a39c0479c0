import { effect, untracked } from 'visio-core/reactive';
import type { MeetingView } from '../../base/visio-element.js';
import { hueOf, initials } from '../../ui/avatar/avatar.js';
import { castOf } from './cast.js';

/**
 * For browsers that take out a video, and no more: that of who speaks, or of the screen that is shared. It follows them
 * until the video is back. Where there is none, their initials are drawn.
 */
export async function takeOutVideo(view: MeetingView): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  video.playsInline = true;
  video.tabIndex = -1;
  video.ariaHidden = 'true';
  // Beside the page: inside of a shadow root nobody, the engine included, is told which element was taken out. It has a
  // size, because engines send what the size of an element asks for.
  const style = { position: 'fixed', inset: '0 auto auto 0', 'inline-size': '640px', 'block-size': '360px', opacity: '0', 'pointer-events': 'none', 'z-index': '-1' };
  for (const [name, value] of Object.entries(style)) video.style.setProperty(name, value);
  document.body.append(video);

  const end = follow(view, video);
  const remove = () => {
    end();
    video.remove();
  };
  video.addEventListener('leavepictureinpicture', remove, { once: true });
  try {
    if (video.readyState === 0) await new Promise((resolve) => video.addEventListener('loadedmetadata', resolve, { once: true }));
    await video.requestPictureInPicture();
  } catch (cause) {
    remove();
    throw cause;
  }
  return video;
}

/** Shows whoever is large in a small place in `video`. */
function follow({ meeting, watching, translator }: MeetingView, video: HTMLVideoElement): () => void {
  const cast = castOf(meeting, watching, 0);
  let release: (() => void) | undefined;
  let shown = '';
  const stop = effect(() => {
    const { main } = cast.value;
    const person = main && meeting.roster.get(main.id).value;
    const track = main && person?.tracks[main.source];
    const hasVideo = Boolean(track && !track.muted);
    const next = `${main?.source} ${main?.id} ${hasVideo} ${hasVideo ? '' : person?.name}`;
    if (next === shown) return;
    shown = next;
    untracked(() => {
      release?.();
      release = main && hasVideo ? meeting.attach(main.id, main.source, video) : drawInitials(video, main?.id ?? '', person?.name || translator.peek().text('meeting.guest'));
    });
  });
  return () => {
    stop();
    release?.();
  };
}

function drawInitials(video: HTMLVideoElement, id: string, name: string): () => void {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [640, 360];
  const context = canvas.getContext('2d')!;
  const stream = canvas.captureStream();
  const draw = () => {
    context.fillStyle = `oklch(0.29 0.035 ${hueOf(id)})`;
    context.fillRect(0, 0, 640, 360);
    context.fillStyle = `oklch(0.44 0.105 ${hueOf(id)})`;
    context.beginPath();
    context.arc(320, 180, 80, 0, 7);
    context.fill();
    context.fillStyle = '#fff';
    context.font = '600 64px system-ui, sans-serif';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillText(initials(name), 320, 184);
  };
  draw();
  // A stream is sent what is drawn while somebody looks: the first picture alone may have come before.
  const timer = setInterval(draw, 1000);
  video.srcObject = stream;
  return () => {
    clearInterval(timer);
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  };
}

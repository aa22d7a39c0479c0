import type { VideoEffect } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';
import { drawBackground, isBackgroundName } from '../../media/effects/backgrounds.js';
import type { Painter } from './pictures.js';

/**
 * An effect without a model: it knows where a drawn person sits. Blurred is everything, and the person is put back as a
 * shape; good enough to see that an effect is on, and which.
 */
export async function drawEffect(camera: MediaStreamTrack, effect: VideoEffect) {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([camera]);
  void video.play().catch(() => undefined);
  let now = effect;
  let background = await load(effect);

  const paint: Painter = (c, width, height) => {
    c.save();
    if (now.kind === 'blur') c.filter = `blur(${(width / 60) * (0.3 + (now.strength ?? 0.5))}px)`;
    c.drawImage(background ?? video, 0, 0, width, height);
    c.restore();
    c.save();
    c.beginPath();
    c.ellipse(width / 2, height * 0.46, height * 0.24, height * 0.32, 0, 0, 7);
    c.ellipse(width / 2, height * 1.05, height * 0.5, height * 0.36, 0, 0, 7);
    c.clip('nonzero');
    c.drawImage(video, 0, 0, width, height);
    c.restore();
  };

  return {
    paint,
    async change(next: VideoEffect): Promise<void> {
      background = await load(next);
      now = next;
    },
    end(): void {
      video.srcObject = null;
    },
  };
}

async function load(effect: VideoEffect): Promise<CanvasImageSource | null> {
  if (effect.kind !== 'image') return null;
  const { image } = effect;
  if (typeof image !== 'string') {
    return createImageBitmap(image).catch((cause: unknown) => {
      throw new VisioError('INVALID_ARGUMENT', 'This file is no image that the browser can read.', { cause });
    });
  }
  if (isBackgroundName(image)) return drawBackground(image, 640, 360);
  const element = new Image();
  element.crossOrigin = 'anonymous';
  element.src = image;
  await element.decode().catch((cause: unknown) => {
    throw new VisioError('EFFECT_LOAD_FAILED', 'The background image could not be loaded.', { cause });
  });
  return element;
}

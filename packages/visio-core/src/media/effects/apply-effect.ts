/** The one place that knows @livekit/track-processors, and MediaPipe in it. */
import { BackgroundTransformer, ProcessorWrapper, setLogLevel, supportsBackgroundProcessors } from '@livekit/track-processors';
import type { EffectTrack, VideoEffect } from '../../engine/engine.js';
import { toVisioError, VisioError } from '../../errors/visio-error.js';
import { drawBackground, isBackgroundName } from './backgrounds.js';

/** The version of MediaPipe that track-processors brings, and the name of its folder: two that differ do not work together. */
export const MEDIAPIPE_VERSION = '0.10.14';

/** Milliseconds for code, model and the first picture. */
const PATIENCE = 45_000;

/** Its logger would write to the host's console. Failures reach the host as errors. */
const SILENT = 5;

type Effect = Exclude<VideoEffect, { kind: 'none' }>;

/**
 * Pictures are worked on between everything else that the page does. However slow the machine, a share of its time is left
 * for that: after each picture so many times as long as it took, without and with a graphics card.
 */
const REST = { CPU: 2, GPU: 0.5 } as const;

/** What is worked on where there is no graphics card. */
const SMALL: MediaTrackConstraints = { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 15 } };

class ConsiderateTransformer extends BackgroundTransformer {
  rest = 0;
  #resting = 0;

  override async transform(frame: VideoFrame, controller: TransformStreamDefaultController<VideoFrame>): Promise<void> {
    const start = performance.now();
    if (start < this.#resting) return frame.close();
    await super.transform(frame, controller);
    const end = performance.now();
    this.#resting = end + (end - start) * this.rest;
  }
}

/** Numbers effects: the library tells them apart by name, on the whole page. */
let count = 0;

export async function applyEffect(camera: MediaStreamTrack, effect: Effect, assets: string): Promise<EffectTrack> {
  setLogLevel(SILENT);
  if (!supportsBackgroundProcessors()) {
    throw new VisioError('EFFECT_UNSUPPORTED', 'This browser cannot work on the picture of a camera (WebGL 2 and WebCodecs are needed).', { device: 'camera' });
  }
  const folder = new URL(`mediapipe-${MEDIAPIPE_VERSION}`, assets).href;
  const delegate = hasGraphicsCard() ? 'GPU' : 'CPU';
  let seen = (): void => undefined;
  const firstPicture = new Promise<void>((resolve) => (seen = resolve));
  const transformer = new ConsiderateTransformer({
    segmenterOptions: { delegate },
    assetPaths: { tasksVisionFileSet: folder, modelAssetPath: `${folder}/selfie_segmenter_landscape.tflite` },
    onFrameProcessed: () => seen(),
  });
  // Else it lets the first picture through as it is.
  transformer.isFirstFrame = false;
  transformer.rest = REST[delegate];
  const processor = new ProcessorWrapper(transformer, `visio-effect-${++count}`);
  const element = document.createElement('video');
  element.muted = element.playsInline = true;
  // A copy, so that it may be smaller than what the person sees without an effect.
  const input = camera.clone();

  function end(): void {
    void processor.destroy().catch(() => undefined);
    processor.processedTrack?.stop();
    input.stop();
    element.srcObject = null;
  }

  async function change(next: Effect): Promise<void> {
    await transformer.update(await prepare(transformer, next));
  }

  try {
    Object.assign(transformer.options, await prepare(transformer, effect));
    if (delegate === 'CPU') await input.applyConstraints(SMALL).catch(() => undefined);
    element.srcObject = new MediaStream([input]);
    void element.play().catch(() => undefined);
    await within(PATIENCE, processor.init({ kind: 'video', track: input, element }));
    forgetScripts(folder);
    const track = processor.processedTrack;
    if (!track) throw new VisioError('EFFECT_UNSUPPORTED', 'No picture came of the effect.', { device: 'camera' });
    await within(PATIENCE, firstPicture);
    return { track, update: change, end };
  } catch (cause) {
    end();
    forgetScripts(folder);
    throw toVisioError(cause, 'EFFECT_LOAD_FAILED', { device: 'camera' });
  }
}

/** What the library is to be told of an effect. An image is given to it ready: it would fetch it by itself, and hide a failure. */
async function prepare(transformer: BackgroundTransformer, effect: Effect): Promise<{ blurRadius?: number; imagePath?: string }> {
  // It is told of both at each change, and takes a key that is there without a value for "not this".
  const none = { blurRadius: undefined, imagePath: undefined } as object;
  // In pixels; it takes no more than 64.
  if (effect.kind === 'blur') return { ...none, blurRadius: Math.round(8 + 48 * (effect.strength ?? 0.5)) };
  const imageData = await loadImage(effect.image);
  const path = `image-${++count}`;
  transformer.backgroundImageAndPath?.imageData.close();
  transformer.backgroundImageAndPath = { imageData, path };
  return { ...none, imagePath: path };
}

async function loadImage(image: string | Blob): Promise<ImageBitmap> {
  try {
    if (typeof image !== 'string') return await createImageBitmap(image);
    if (isBackgroundName(image)) return await createImageBitmap(drawBackground(image, 1280, 720));
    const element = new Image();
    element.crossOrigin = 'anonymous';
    element.src = image;
    await element.decode();
    return await createImageBitmap(element);
  } catch (cause) {
    if (typeof image !== 'string') throw new VisioError('INVALID_ARGUMENT', 'This file is no image that the browser can read.', { cause });
    throw new VisioError('EFFECT_LOAD_FAILED', 'The background image could not be loaded: its address, its CORS headers or the policy img-src forbid it.', { cause });
  }
}

/** Where pictures are computed on the processor, the model is several times faster there, too. */
function hasGraphicsCard(): boolean {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  const names = gl?.getExtension('WEBGL_debug_renderer_info');
  const renderer = gl && names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : '';
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return !/swiftshader|llvmpipe|software|basic render/i.test(renderer);
}

/** MediaPipe brings its code by a script element each time, and leaves it in the page. */
function forgetScripts(folder: string): void {
  for (const script of document.querySelectorAll('script')) if (script.src.startsWith(folder)) script.remove();
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new VisioError('EFFECT_LOAD_FAILED', 'The effect took too long to come.')), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

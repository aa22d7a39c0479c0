import type { EffectTrack, VideoEffect } from '../../engine/engine.js';
import { toVisioError, VisioError } from '../../errors/visio-error.js';
import { remember } from '../stored.js';
import { EFFECT_KEY, NO_EFFECT, type EffectStore } from './effects.js';
import { isImage } from './image.js';

export type EffectWork = ReturnType<typeof createEffectWork>;

export function createEffectWork({ context, current, wanted, assets, settled }: EffectStore) {
  const { media } = context.engine;
  let applied: { readonly camera: MediaStreamTrack; effect: VideoEffect; readonly result: EffectTrack } | null = null;
  let failure: VisioError | null = null;
  // Somebody else's text in the storage.
  if (!isEffect(current.peek())) current.value = wanted.value = NO_EFFECT;

  function release(): void {
    applied?.result.end();
    applied = null;
  }

  async function change(camera: MediaStreamTrack, effect: VideoEffect): Promise<void> {
    if (effect.kind === 'none') release();
    else if (applied?.camera === camera) await applied.result.update(effect);
    else {
      const result = await media.applyEffect(camera, effect, assetsFolder(assets));
      release();
      applied = { camera, effect, result };
    }
    if (applied) applied.effect = effect;
  }

  return {
    async apply(camera: MediaStreamTrack): Promise<MediaStreamTrack> {
      const effect = wanted.peek();
      const isDone = applied ? applied.camera === camera && applied.effect === effect : effect.kind === 'none';
      try {
        if (!isDone) await change(camera, effect);
        current.value = effect;
      } catch (cause) {
        failure = toVisioError(cause, 'EFFECT_LOAD_FAILED', { device: 'camera' });
        const hadAny = current.peek().kind !== 'none';
        if (hadAny && applied?.camera !== camera) {
          // Nothing is shown that was to be hidden, unless it is asked for again.
          current.value = wanted.value = NO_EFFECT;
          throw failure;
        }
        wanted.value = current.peek();
      }
      return applied?.result.track ?? camera;
    },

    release,

    async setEffect(effect: VideoEffect): Promise<VideoEffect> {
      if (!isEffect(effect)) throw new VisioError('INVALID_ARGUMENT', 'There is no such effect, or its file is no JPEG or PNG of at most 2 MB.');
      if (!media.canApplyEffects && effect.kind !== 'none') throw new VisioError('EFFECT_UNSUPPORTED', 'This browser has no effects.', { device: 'camera' });
      failure = null;
      wanted.value = effect;
      await settled();
      // With the camera off there is nothing to do it to.
      if (!applied && !failure) current.value = wanted.peek();
      if (failure) throw failure as VisioError;
      // A file is the person's own: it is not kept.
      remember(context.storage, EFFECT_KEY, effect.kind === 'image' && typeof effect.image !== 'string' ? NO_EFFECT : effect);
      return current.peek();
    },
  };
}

function isEffect(effect: Partial<Record<string, unknown>> & { kind?: unknown }): effect is VideoEffect {
  const { kind, image, strength = 0 } = effect;
  if (kind === 'image') return typeof image === 'string' || isImage(image);
  return kind === 'none' || (kind === 'blur' && typeof strength === 'number' && strength >= 0 && strength <= 1);
}

/** Default: beside this code. With no `URL` of `import.meta.url`: bundlers take the folder for a file to copy, and Next's fails. */
function assetsFolder(assets: string | undefined): string {
  return assets === undefined ? import.meta.url.replace(/[^/]*$/, 'assets/') : new URL(assets, globalThis.document?.baseURI).href;
}

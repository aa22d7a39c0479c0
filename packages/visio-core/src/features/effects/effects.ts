import type { VideoEffect } from '../../engine/engine.js';
import type { FeatureContext } from '../../meeting/context.js';
import { signal, type Command, type Readable, type Writable } from '../../reactive/index.js';
import { recall } from '../stored.js';
import type { BackgroundLibrary } from './library.js';
import type { EffectWork } from './work.js';

/** A background that the host offers besides ours. */
export interface BackgroundImage {
  /** Of the same origin, or with CORS headers. */
  readonly url: string;
  /** What it shows, in words. */
  readonly label: string;
}

/** What is done to the own camera's picture, in the lobby and in the call: nobody ever gets it without. */
export interface Effects {
  /** Whether this browser can do it. */
  readonly available: boolean;
  /** What is done, or will be when the camera is on. */
  readonly current: Readable<VideoEffect>;
  /**
   * Changes it; resolves to what it then is. The first use fetches about 3 MB of code and model (as they travel).
   * Rejects with `EFFECT_UNSUPPORTED`, `EFFECT_LOAD_FAILED` or `INVALID_ARGUMENT`, and then all stays as it was. When a
   * camera that starts cannot have its effect, it stays off with that error; started once more, it shows the plain picture.
   */
  readonly setEffect: Command<[effect: VideoEffect], VideoEffect>;
  /** Backgrounds of the host's. */
  readonly backgrounds: readonly BackgroundImage[];
  /** Those that the backend keeps for the person. Nothing is asked before its `refresh`. */
  library(): Promise<BackgroundLibrary>;
}

export interface EffectsOptions {
  /** Where effects' code and model lie. */
  readonly assets?: string | undefined;
  readonly backgrounds?: readonly BackgroundImage[] | undefined;
}

/** What stands between the camera and all who see it. */
export interface VideoFilter {
  /** Another value is another wish. */
  readonly wanted: Readable<VideoEffect>;
  /** The track to show instead of `camera`: the same for the same camera and kind of effect. */
  apply(camera: MediaStreamTrack): Promise<MediaStreamTrack>;
  /** The camera is closed. */
  release(): void;
}

/** What the work on effects, which is fetched with the first of them, reads and writes. */
export interface EffectStore extends EffectsOptions {
  readonly context: FeatureContext;
  readonly current: Writable<VideoEffect>;
  readonly wanted: Writable<VideoEffect>;
  /** Settles when the camera has followed the wish. */
  settled(): Promise<void>;
}

export const NO_EFFECT: VideoEffect = { kind: 'none' };
export const EFFECT_KEY = 'visio-effect';

export function createEffects(context: FeatureContext, options: EffectsOptions, settled: () => Promise<void>): Effects & { readonly filter: VideoFilter } {
  const available = context.engine.media.canApplyEffects;
  const remembered = recall(context.storage, EFFECT_KEY) as object as VideoEffect;
  // What else is wrong with it is seen before it is used.
  const first = available && ['blur', 'image'].includes(remembered.kind) ? remembered : NO_EFFECT;
  const current = signal(first);
  const wanted = signal(first);
  let work: EffectWork | null = null;
  let library: BackgroundLibrary | null = null;
  const load = async () => (work ??= (await import('./work.js')).createEffectWork({ ...options, context, current, wanted, settled }));

  return {
    available,
    current,
    backgrounds: options.backgrounds ?? [],
    library: async () => (library ??= (await import('./library.js')).createLibrary(context, current)),
    filter: {
      wanted,
      apply: async (camera) => (work || wanted.peek() !== NO_EFFECT ? (await load()).apply(camera) : camera),
      release: () => work?.release(),
    },
    setEffect: context.command({ name: 'setEffect', run: async (effect: VideoEffect) => (await load()).setEffect(effect) }),
  };
}

import type { FeatureContext } from '../../meeting/context.js';
import { signal, type Readable } from '../../reactive/index.js';
import { recall, remember } from '../stored.js';

/** How one sees oneself. The others never see a picture mirrored. */
export interface Mirror {
  /** Whether the own picture is shown as in a mirror. Default: true. Remembered where the meeting remembers devices. */
  readonly mirrored: Readable<boolean>;
  /** Mirrors one's own picture, or not. Others never see it mirrored. */
  setMirrored(mirrored: boolean): void;
}

const KEY = 'visio-self-view';

export function createMirror(context: FeatureContext): Mirror {
  const mirrored = signal(recall(context.storage, KEY)['mirrored'] !== false);
  return {
    mirrored,
    setMirrored(next) {
      mirrored.value = next;
      remember(context.storage, KEY, { mirrored: next });
    },
  };
}

import type { ConnectionQuality } from '../../engine/engine.js';
import type { FeatureContext } from '../../meeting/context.js';
import { signal, type Command, type Readable } from '../../reactive/index.js';
import type { LocalInput } from '../local-media/local-media.js';
import type { Notices } from '../notices/notices.js';
import type { QualityKeeper } from './keep.js';

/**
 * How much a meeting may carry. `low-data`: small pictures, few a second, both ways. `audio-only`: no video is
 * received, screens neither; one's own is sent as long as the camera is on.
 */
export type DataMode = 'normal' | 'low-data' | 'audio-only';

/** What helps when the own connection is bad. */
export type AdviceAction = 'camera-off' | 'low-data' | 'audio-only';

/** What to do about a bad connection. */
export interface QualityAdvice {
  readonly quality: 'poor' | 'lost';
  /** What may help now, what costs least first; may be empty. */
  readonly actions: readonly AdviceAction[];
}

/** The own connection, and what can be done about it. */
export interface Quality {
  /** The own connection, calmly: another judgement of the server's counts once it has held for some seconds. */
  readonly own: Readable<ConnectionQuality>;
  /** There while `own` is poor or lost, until it was followed or put away; again when it gets bad anew. */
  readonly advice: Readable<QualityAdvice | null>;
  /** Does what is advised; resolves to what `dataMode` then is. */
  readonly followAdvice: Command<[action: AdviceAction], DataMode>;
  /** Takes the advice away. */
  dismissAdvice(): void;
  /** Default: `normal`. Kept over calls of this meeting. */
  readonly dataMode: Readable<DataMode>;
  /** Resolves to the mode that then is. */
  readonly setDataMode: Command<[mode: DataMode], DataMode>;
}

export function createQuality(context: FeatureContext, camera: LocalInput, notices: Notices): Quality {
  const state = {
    own: signal<ConnectionQuality>('unknown'),
    advice: signal<QualityAdvice | null>(null),
    dataMode: signal<DataMode>('normal'),
  };
  let keeping: Promise<QualityKeeper> | undefined;

  /** Nearly all of it is fetched with the first judgement, some seconds into a call. */
  const keep = () => {
    keeping ??= import('./keep.js').then(({ createKeeper }) => createKeeper(context, state, camera, notices));
    // The next one who asks tries again.
    keeping.catch(() => (keeping = undefined));
    return keeping;
  };

  context.onEvent({
    quality({ id, quality }) {
      if (id === context.roster.localId.peek()) keep().then((keeper) => keeper.judge(quality)).catch(() => undefined);
    },
  });

  return {
    ...state,
    followAdvice: context.command({ name: 'followAdvice', run: async (action: AdviceAction) => (await keep()).follow(action) }),
    dismissAdvice: () => void keeping?.then((keeper) => keeper.dismiss()),
    setDataMode: context.command({ name: 'setDataMode', run: async (mode: DataMode) => (await keep()).setMode(mode) }),
  };
}

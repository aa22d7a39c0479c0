import type { ConnectionQuality } from '../../engine/engine.js';
import type { PublishLimit, ReceiveLimit } from '../../engine/transport.js';
import { VisioError } from '../../errors/visio-error.js';
import type { FeatureContext } from '../../meeting/context.js';
import { batch, signal, untracked, type Writable } from '../../reactive/index.js';
import type { LocalInput } from '../local-media/local-media.js';
import type { Notices } from '../notices/notices.js';
import type { AdviceAction, DataMode, QualityAdvice } from './quality.js';

/** Milliseconds for which a connection has to be bad, and to be good again, before that is said. */
export const BAD_FOR = 5_000;
export const GOOD_FOR = 10_000;

const LIMITS: Readonly<Record<DataMode, readonly [ReceiveLimit, PublishLimit]>> = {
  normal: ['all', 'all'],
  'low-data': ['low', 'low'],
  // What is still sent is of no use to one who saves: small, too.
  'audio-only': ['none', 'low'],
};

export interface QualityKeeper {
  judge(quality: ConnectionQuality): void;
  setMode(mode: DataMode): Promise<DataMode>;
  follow(action: AdviceAction): Promise<DataMode>;
  dismiss(): void;
}

interface State {
  readonly own: Writable<ConnectionQuality>;
  readonly advice: Writable<QualityAdvice | null>;
  readonly dataMode: Writable<DataMode>;
}

export function createKeeper(context: FeatureContext, { own, advice, dataMode }: State, camera: LocalInput, notices: Notices): QualityKeeper {
  /** The last judgement. */
  let now: ConnectionQuality = 'unknown';
  const dismissed = signal(false);
  let cancel: (() => void) | undefined;

  const isBad = (quality: ConnectionQuality) => quality === 'poor' || quality === 'lost';

  function settle(): void {
    cancel?.();
    cancel = undefined;
    batch(() => {
      // What was put away was this bad time, not the next.
      if (!isBad(now)) dismissed.value = false;
      own.value = now;
    });
  }

  function judge(quality: ConnectionQuality): void {
    now = quality;
    if (isBad(quality) === isBad(own.peek())) {
      // A waver within what is good, or within what is bad, and the end of one that was short.
      if (own.peek() !== quality) settle();
      cancel?.();
      cancel = undefined;
      return;
    }
    cancel ??= context.scope.timeout(settle, isBad(quality) ? BAD_FOR : GOOD_FOR);
  }

  async function setMode(mode: DataMode): Promise<DataMode> {
    if (!Object.hasOwn(LIMITS, mode)) throw new VisioError('INVALID_ARGUMENT', `There is no data mode "${String(mode)}".`);
    const [receive, publish] = LIMITS[mode];
    const transport = await context.engine.transport();
    await transport.setReceiveLimit(receive);
    await transport.setPublishLimit(publish);
    dataMode.value = mode;
    return mode;
  }

  function advise(): QualityAdvice | null {
    const quality = own.value;
    if (dismissed.value || (quality !== 'poor' && quality !== 'lost')) return null;
    const mode = dataMode.value;
    return {
      quality,
      actions: [
        ...(camera.enabled.value ? (['camera-off'] as const) : []),
        ...(mode === 'normal' ? (['low-data'] as const) : []),
        ...(mode === 'audio-only' ? [] : (['audio-only'] as const)),
      ],
    };
  }

  async function follow(action: AdviceAction): Promise<DataMode> {
    if (action === 'camera-off') await camera.setEnabled(false);
    else await setMode(action);
    dismissed.value = true;
    return dataMode.peek();
  }

  /** The notice of the bad time that is now. */
  let takeBack: (() => void) | undefined;

  function tell(now: QualityAdvice | null): void {
    if (!now) {
      takeBack?.();
      takeBack = undefined;
      return;
    }
    takeBack ??= notices.show({
      kind: 'quality',
      text: { key: `quality.advice.${now.actions.length > 0 ? '' : 'none.'}${now.quality}` },
      icon: 'signal-weak',
      sticky: true,
      // What costs least first; two fit beside the words.
      actions: now.actions.slice(0, 2).map((action) => ({
        label: { key: `quality.do.${action}` },
        run: () => void follow(action).catch(() => undefined),
      })),
    });
  }

  context.scope.effect(() => {
    const now = advise();
    untracked(() => {
      advice.value = now;
      tell(now);
    });
    return undefined;
  });

  context.onEvent({
    disconnected() {
      now = 'unknown';
      settle();
    },
  });

  return {
    judge,
    setMode,
    dismiss: () => void (dismissed.value = true),
    follow,
  };
}

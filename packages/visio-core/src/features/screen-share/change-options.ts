import type { Engine } from '../../engine/engine.js';
import { SCREEN_RATE } from '../../engine/screen-rate.js';
import { VisioError } from '../../errors/visio-error.js';
import type { ScreenShareOptions } from './screen-share.js';

/** Changes what is shared now, without a break, and returns the options that then hold. */
export async function changeOptions(
  engine: Engine,
  options: ScreenShareOptions,
  change: Partial<ScreenShareOptions>,
  shared: () => MediaStreamTrack | undefined,
): Promise<ScreenShareOptions> {
  const next = { ...options, ...change };
  const { hint } = next;
  if (!Object.hasOwn(SCREEN_RATE, hint)) throw new VisioError('INVALID_ARGUMENT', `There is no hint "${hint}".`);
  const video = shared();
  if (!video || hint === options.hint) return next;
  // What is sent is limited in any case; this spares the machine.
  await video.applyConstraints({ frameRate: { ideal: SCREEN_RATE[hint], max: SCREEN_RATE.motion } }).catch(() => undefined);
  await engine.publish('screen_share', video, { hint });
  // It may have been stopped on the way.
  if (shared() !== video) await engine.unpublish('screen_share');
  return next;
}

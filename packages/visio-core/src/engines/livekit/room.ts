/**
 * The way to LiveKit's own objects, for what a meeting does not offer.
 *
 * @module visio-core/engines/livekit/room
 */
import type { Room } from 'livekit-client';
import type { Engine } from '../../engine/engine.js';
import type { LiveKitEngine } from './index.js';

/**
 * The escape hatch: the LiveKit `Room` behind a meeting, or `null` when its engine is another or not loaded yet.
 * What is done with it is outside the SDK's promises; the meeting must still be left through the meeting. Its tracks do
 * not measure themselves: `currentBitrate` is 0, `getRTCStatsReport()` and `meeting.statistics` tell.
 */
export function livekitRoom(meeting: { readonly engine: Engine }): Room | null {
  // Not `instanceof`: the meeting may come from another copy of this package.
  return 'session' in meeting.engine ? (((meeting.engine as LiveKitEngine).session?.room as Room | undefined) ?? null) : null;
}

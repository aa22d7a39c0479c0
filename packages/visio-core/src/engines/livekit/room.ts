import type { Room } from 'livekit-client';
import type { Engine } from '../../engine/engine.js';
import { LiveKitEngine } from './index.js';

/**
 * The escape hatch: the LiveKit `Room` behind a meeting, or `null` when its engine is another or not loaded yet.
 * What is done with it is outside the SDK's promises; the meeting must still be left through the meeting.
 */
export function livekitRoom(meeting: { readonly engine: Engine }): Room | null {
  return meeting.engine instanceof LiveKitEngine ? (meeting.engine.session?.room ?? null) : null;
}

import type { RoomSettings } from '../../backends/backend.js';
import type { TrackSource } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';
import type { RoomState } from '../../meeting/room-state.js';

const LEVELS: readonly unknown[] = ['public', 'trusted', 'restricted'];
const SOURCES: readonly TrackSource[] = ['microphone', 'camera', 'screen_share', 'screen_share_audio'];

/** Throws `INVALID_ARGUMENT` for what makes no sense. */
export function checkSettings({ accessLevel, canPublish, everyoneCanMute }: RoomSettings): void {
  if (accessLevel !== undefined && !LEVELS.includes(accessLevel)) throw invalid('An access level is public, trusted or restricted.');
  if (canPublish !== undefined && !(Array.isArray(canPublish) && canPublish.every((source) => SOURCES.includes(source as TrackSource)))) {
    throw invalid('What may be published is a list of sources.');
  }
  if (everyoneCanMute !== undefined && typeof everyoneCanMute !== 'boolean') throw invalid('everyoneCanMute is true or false.');
}

function invalid(message: string): VisioError {
  return new VisioError('INVALID_ARGUMENT', message);
}

/** Whether any of these settings is to become another than it is. */
export function differs(now: RoomState, { accessLevel, canPublish, everyoneCanMute }: RoomSettings): boolean {
  const publishes = (source: TrackSource, list: readonly TrackSource[] | null) => list === null || list.includes(source);
  return (
    (accessLevel !== undefined && accessLevel !== now.accessLevel) ||
    (canPublish !== undefined && SOURCES.some((source) => publishes(source, canPublish) !== publishes(source, now.canPublish))) ||
    (everyoneCanMute !== undefined && everyoneCanMute !== now.everyoneCanMute)
  );
}

import type { RoomRole } from '../backends/backend.js';
import type { ParticipantInfo } from '../engine/engine.js';
import type { FeatureContext } from './context.js';

/** What someone is in a room that La Suite Meet keeps; `null` for those without a role, and in other rooms. */
export function roleOf(participant: Pick<ParticipantInfo, 'attributes'> | undefined): RoomRole | null {
  const role = participant?.attributes['room_role'];
  return role === 'owner' || role === 'administrator' || role === 'member' ? role : null;
}

/** Whether the local participant moderates: by their role in La Suite Meet, which may change, else by their token. Reads signals. */
export function isModerator({ roster, session }: FeatureContext): boolean {
  const role = roleOf(roster.get(roster.localId.value ?? '').value);
  return role ? role !== 'member' : session.value?.isRoomAdmin === true;
}

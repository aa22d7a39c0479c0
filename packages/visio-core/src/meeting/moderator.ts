import type { FeatureContext } from './context.js';

/** Whether the local participant moderates: by their role in La Suite Meet, or by their token. Reads signals. */
export function isModerator({ roster, session }: FeatureContext): boolean {
  const role = roster.get(roster.localId.value ?? '').value?.attributes['room_role'];
  return role === 'owner' || role === 'administrator' || session.value?.isRoomAdmin === true;
}

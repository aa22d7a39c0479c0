import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import { isModerator, roleOf } from '../../meeting/moderator.js';
import { NO_RIGHTS, type ModerationRights, type ModerationState } from './moderation.js';

/** Whether the local participant may mute others, and whether they moderate. Reads signals. */
export function mayOf(context: FeatureContext): readonly [mute: boolean, moderate: boolean] {
  const { connection, session, roomState } = context;
  const isOffered = isInCall(connection.state.value) && Boolean(session.value?.backend.moderation);
  const moderates = isOffered && isModerator(context);
  return [moderates || (isOffered && roomState.value.everyoneCanMute), moderates];
}

/** What may be done about one participant. Reads signals. La Suite Meet refuses what is left out here. */
export function rightsOf({ roster }: FeatureContext, { mayMute, moderates }: ModerationState, id: string): ModerationRights {
  const person = roster.get(id).value;
  if (!person || person.isLocal || !mayMute.value) return NO_RIGHTS;
  const isAble = moderates.value;
  const role = roleOf(person);
  return {
    mute: true,
    remove: isAble,
    // A role is kept with an account, and an owner's is nobody's to change.
    setRole: isAble && role !== 'owner' && person.kind === 'standard' && person.attributes['is_authenticated'] !== 'false',
    // Who moderates may publish everything, whatever is said.
    setCanPublish: isAble && role !== 'owner' && role !== 'administrator',
  };
}

import type { ParticipantInfo, TrackSource } from '../../engine/engine.js';
import type { TextKey } from '../../i18n/index.js';
import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import type { EventOf } from '../../meeting/events.js';
import { Limiter } from '../../meeting/limiter.js';
import { parseMeetPacket } from '../../meeting/meet-packet.js';
import { roleOf } from '../../meeting/moderator.js';
import type { NoticeText } from '../notices/notice.js';
import type { ModerationNews } from './moderation.js';

/** A source with a text of its own; the sound of a screen goes with the screen. */
type Told = Exclude<TrackSource, 'screen_share_audio'>;

const SOURCES: readonly Told[] = ['microphone', 'camera', 'screen_share'];

/** How far apart the server's word that one was muted and a participant's that it was them may come, in milliseconds. */
const TOGETHER = 1_500;

/** What is known of someone, to tell what changed. */
type Known = Pick<ParticipantInfo, 'attributes' | 'canPublish'>;

/**
 * Tells what others did about this participant, and the facts of everyone's roles and rights. All of it is taken from the
 * server. La Suite Meet's packet `participantMuted`, which anyone can send, only adds a name to what the server said, and
 * `permissionsRemoved` adds nothing.
 */
export function tellOfOthers(context: FeatureContext, { notices, tell, imposed }: ModerationNews): void {
  const { connection, scope, there } = context;
  const known = new Map<string, Known>();
  for (const [id, person] of there()) known.set(id, person);

  const mutings = nameMutings(context, (name) => {
    show('microphone', name === null ? { key: 'moderation.muted' } : { key: 'moderation.mutedBy', values: { name } });
  });

  const shown = new Map<string, () => void>();

  /** Of each sort the latest. */
  function show(sort: string, text: NoticeText): void {
    shown.get(sort)?.();
    shown.set(sort, notices.show({ kind: 'moderation', text, icon: { path: SHIELD }, urgency: 'high' }));
  }

  function onTrack(event: EventOf<'track'>): void {
    const { source } = event.track;
    if (!imposed.has(event) || source === 'screen_share_audio') return;
    if (source === 'microphone') mutings.told();
    else show(source, { key: `moderation.stopped.${source}` });
  }

  function onParticipant({ id, isLocal, attributes, canPublish }: ParticipantInfo): void {
    const before = known.get(id);
    known.set(id, { attributes, canPublish });
    if (!before) return;
    const role = roleOf({ attributes });
    if (role !== roleOf(before)) {
      tell({ type: 'role-changed', participantId: id, role });
      if (isLocal) show('role', { key: `moderation.role.${moderates(role) ? 'given' : 'taken'}` });
    }
    if (canPublish.join() === before.canPublish.join()) return;
    tell({ type: 'permissions-changed', participantId: id, canPublish });
    if (isLocal) for (const source of SOURCES) tellRight(source, before.canPublish.includes(source), canPublish.includes(source));
  }

  function tellRight(source: Told, could: boolean, can: boolean): void {
    const key: TextKey = `moderation.${can ? 'given' : 'taken'}.${source}`;
    if (could !== can) show(source, { key });
  }

  context.onEvent({
    participant: ({ participant }) => onParticipant(participant),
    'participant-left': ({ id }) => known.delete(id),
    track: onTrack,
    packet(event) {
      if (parseMeetPacket(event)?.type === 'participantMuted') mutings.claimed(event.from);
    },
  });

  scope.effect(() => {
    if (isInCall(connection.state.value)) return undefined;
    known.clear();
    for (const takeBack of shown.values()) takeBack();
    shown.clear();
    return undefined;
  });
}

/** Puts together that one was muted and who says that they did it, in whichever order that comes. */
function nameMutings({ roster, scope }: FeatureContext, show: (name: string | null) => void) {
  const limiter = new Limiter(5, 1);
  let claim: { readonly name: string; readonly at: number } | null = null;
  let cancel: (() => void) | null = null;

  return {
    told(): void {
      const name = claim && performance.now() - claim.at < TOGETHER ? claim.name : null;
      claim = null;
      cancel?.();
      cancel = null;
      if (name !== null) return show(name);
      cancel = scope.timeout(() => {
        cancel = null;
        show(null);
      }, TOGETHER);
    },

    claimed(from: string | null): void {
      const person = from === null ? undefined : roster.get(from).peek();
      if (!person || person.isLocal || !limiter.allows('', Date.now())) return;
      const { name } = person;
      if (!cancel) return void (claim = { name, at: performance.now() });
      cancel();
      cancel = null;
      show(name);
    },
  };
}

function moderates(role: ReturnType<typeof roleOf>): boolean {
  return role === 'owner' || role === 'administrator';
}

const SHIELD = 'M12 3.5L19 6V11.5C19 15.8 16.1 18.9 12 20.5C7.9 18.9 5 15.8 5 11.5V6L12 3.5';

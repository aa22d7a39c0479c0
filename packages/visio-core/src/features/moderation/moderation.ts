import type { RoomSettings } from '../../backends/backend.js';
import type { EngineEvent, TrackSource } from '../../engine/engine.js';
import type { FeatureContext } from '../../meeting/context.js';
import { aboutPeople, lateCommand, latePart } from '../../meeting/late-part.js';
import type { RoomState } from '../../meeting/room-state.js';
import { computed, signal, type Command, type Readable } from '../../reactive/index.js';
import type { Fact } from '../facts/facts.js';
import type { LocalInput } from '../local-media/local-media.js';
import type { Notices } from '../notices/notices.js';
import type { ScreenShare } from '../screen-share/screen-share.js';

/** What the local participant may do about someone now. */
export interface ModerationRights {
  /** Mute their microphone, stop their camera or their shared screen. */
  readonly mute: boolean;
  readonly remove: boolean;
  /** Make them a moderator, or no longer. */
  readonly setRole: boolean;
  /** Say what they may publish. */
  readonly setCanPublish: boolean;
}

/** Of oneself, and while nobody moderates. */
export const NO_RIGHTS: ModerationRights = { mute: false, remove: false, setRole: false, setCanPublish: false };

/**
 * What a moderator may do about others, where the backend carries it. Each command resolves when the room was told, and
 * rejects with `NOT_ALLOWED` where it may not be done about this one, with `REQUEST_FAILED`, or with the backend's code.
 */
export interface Moderation {
  /** What may be done about someone; nothing about oneself. */
  rights(id: string): Readable<ModerationRights>;
  /**
   * Mutes what someone publishes under `source`: a microphone, a camera or a shared screen, with our client for as long
   * as they leave it so. Resolves to whether it is silent or dark. Enabled for moderators, and for everyone where
   * {@link RoomState.everyoneCanMute}.
   */
  readonly mute: Command<[id: string, source: TrackSource], boolean>;
  /** Mutes every microphone but one's own; resolves to those that could not be. Enabled for moderators. */
  readonly muteAll: Command<[], readonly string[]>;
  /** Sends someone out; resolves when they have left. Enabled for moderators. */
  readonly remove: Command<[id: string]>;
  /** Makes someone a moderator (`administrator`), or no longer (`member`). Enabled for moderators. */
  readonly setRole: Command<[id: string, role: 'administrator' | 'member'], 'administrator' | 'member'>;
  /** Says what someone may publish from now on; resolves to that. Enabled for moderators. */
  readonly setCanPublish: Command<[id: string, sources: readonly TrackSource[]], readonly TrackSource[]>;
  /**
   * Changes the room's settings: who comes in without waiting, what participants without a role may publish (those who
   * are there, too), whether everyone may mute. Resolves to the room's state. Enabled for moderators.
   */
  readonly setRoom: Command<[settings: RoomSettings], RoomState>;
}

/** The local media that others may mute. */
export interface ModeratedMedia {
  readonly microphone: LocalInput;
  readonly camera: LocalInput;
  readonly screenShare: ScreenShare;
  readonly notices: Notices;
  readonly tell: (fact: Fact) => void;
}

/** What is told of what others do. */
export interface ModerationNews extends Pick<ModeratedMedia, 'notices' | 'tell'> {
  /** Events that turned off what this participant had on. */
  readonly imposed: { has(event: EngineEvent): boolean };
}

/** What is known of one's rights; the desk keeps it. */
function createModerationState() {
  return { mayMute: signal(false), moderates: signal(false), rights: signal<(id: string) => ModerationRights>(() => NO_RIGHTS) };
}

export type ModerationState = ReturnType<typeof createModerationState>;

export function createModeration(context: FeatureContext, media: ModeratedMedia): Moderation {
  const state = createModerationState();
  const { moderates } = state;
  const { roster, scope, session } = context;
  /** As of before the burst of events that is being taken: what one turned off oneself is off before the server says so. */
  const wasOn: Partial<Record<TrackSource, boolean>> = {};
  const { microphone, camera, screenShare } = media;
  scope.effect(() => void Object.assign(wasOn, { microphone: microphone.wanted.value, camera: camera.wanted.value, screen_share: screenShare.enabled.value }));
  /** News of one's own media that was turned off, and not by oneself. */
  const imposed = new WeakSet<EngineEvent>();

  context.onEvent({
    track(event) {
      if (event.track.muted && event.id === roster.localId.peek() && wasOn[event.track.source]) imposed.add(event);
    },
  });
  const people = aboutPeople(context);
  const desk = latePart(context, async (its) => (await import('./desk.js')).createModerationDesk(its, state, { ...media, imposed }), {
    on: { ...people, track: (event) => imposed.has(event) || people.track(event), packet: ({ topic }) => topic === '' },
    when: () => session.value?.backend.moderation !== undefined,
  });
  return {
    rights: (id) => computed(() => state.rights.value(id)),
    mute: lateCommand(context, desk, 'muteParticipant', state.mayMute),
    muteAll: lateCommand(context, desk, 'muteEveryone', moderates),
    remove: lateCommand(context, desk, 'removeParticipant', moderates),
    setRole: lateCommand(context, desk, 'setRole', moderates),
    setCanPublish: lateCommand(context, desk, 'setCanPublish', moderates),
    setRoom: lateCommand(context, desk, 'setRoom', moderates),
  };
}

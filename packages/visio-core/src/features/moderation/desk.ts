import type { BackendModeration, RoomSettings, Session } from '../../backends/backend.js';
import type { TrackSource } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';
import { askServer, forEach } from '../../meeting/ask-server.js';
import type { FeatureContext } from '../../meeting/context.js';
import { encodeMeetPacket } from '../../meeting/meet-packet.js';
import { roleOf } from '../../meeting/moderator.js';
import type { RoomState } from '../../meeting/room-state.js';
import type { ModerationNews, ModerationRights, ModerationState } from './moderation.js';
import { mayOf, rightsOf } from './rights.js';
import { checkSettings, differs } from './settings.js';
import { tellOfOthers } from './told.js';

/** Knows what the local participant may do, and does it. */
export function createModerationDesk(context: FeatureContext, state: ModerationState, news: ModerationNews) {
  const { engine, roster, roomState, scope, session, log } = context;

  scope.effect(() => {
    [state.mayMute.value, state.moderates.value] = mayOf(context);
    return undefined;
  });
  state.rights.value = (id) => rightsOf(context, state, id);
  tellOfOthers(context, news);

  function server(id: string, right: keyof ModerationRights): [BackendModeration, Session] {
    if (roster.get(id).peek() && !state.rights.peek()(id)[right]) {
      throw new VisioError('NOT_ALLOWED', 'That may not be done about this participant.');
    }
    const call = session.peek()!;
    return [call.backend.moderation!, call];
  }

  const isSilent = (id: string, source: TrackSource) => roster.get(id).value?.tracks[source]?.muted ?? true;

  /** Without a word to them. */
  async function silence(id: string, source: TrackSource): Promise<void> {
    const track = roster.get(id).peek()?.tracks[source];
    if (!track || track.muted) return;
    const [backend, call] = server(id, 'mute');
    await askServer(context, () => backend.mute(id, track.id, call), () => isSilent(id, source));
  }

  /** For their notices: what they are told by the server does not say by whom. */
  function notify(type: 'participantMuted' | 'permissionsRemoved', to: readonly string[], data?: Readonly<Record<string, unknown>>): void {
    if (to.length === 0) return;
    engine.sendPacket(encodeMeetPacket(type, data), { to }).catch(() => log('warn', 'Someone could not be told who moderated them.'));
  }

  const mayPublish = (id: string, sources: readonly TrackSource[]) => {
    const now = roster.get(id).value?.canPublish;
    return !now || (now.length === sources.length && sources.every((source) => now.includes(source)));
  };

  /** Resolves to what they may no longer publish. */
  async function permit(id: string, sources: readonly TrackSource[]): Promise<readonly TrackSource[]> {
    const [backend, call] = server(id, 'setCanPublish');
    const before = roster.get(id).peek()?.canPublish ?? [];
    if (!mayPublish(id, sources)) await askServer(context, () => backend.setCanPublish(id, sources, call), () => mayPublish(id, sources));
    return before.filter((source) => !sources.includes(source));
  }

  /** Those who come later get it with their token; those who are there, one by one. */
  async function permitAll(sources: readonly TrackSource[]): Promise<void> {
    const removed = new Set<TrackSource>();
    const told: string[] = [];
    const all = roster.ids.peek().filter((id) => state.rights.peek()(id).setCanPublish);
    const failures = await forEach(all, async (id) => {
      const theirs = await permit(id, sources);
      if (theirs.length > 0) told.push(id);
      for (const source of theirs) removed.add(source);
    });
    notify('permissionsRemoved', told, { removedSources: [...removed] });
    if (failures.length > 0) throw failures[0]![1];
  }

  return {
    async muteParticipant(id: string, source: TrackSource): Promise<boolean> {
      const isNews = roster.get(id).peek()?.tracks[source]?.muted === false;
      await silence(id, source);
      // La Suite Meet's clients take it for the microphone.
      if (isNews && source === 'microphone') notify('participantMuted', [id]);
      return isSilent(id, source);
    },

    async muteEveryone(): Promise<readonly string[]> {
      const loud = roster.ids.peek().filter((id) => id !== roster.localId.peek() && roster.get(id).peek()?.tracks.microphone?.muted === false);
      const failures = await forEach(loud, (id) => silence(id, 'microphone'));
      const failed = failures.map(([id]) => id);
      notify('participantMuted', loud.filter((id) => !failed.includes(id)));
      if (failed.length > 0 && failed.length === loud.length) throw failures[0]![1];
      return failed;
    },

    async removeParticipant(id: string): Promise<void> {
      if (!roster.get(id).peek()) return;
      const [backend, call] = server(id, 'remove');
      await askServer(context, () => backend.remove(id, call), () => !roster.get(id).value);
    },

    async setRole(id: string, role: 'administrator' | 'member'): Promise<'administrator' | 'member'> {
      if (role !== 'administrator' && role !== 'member') throw new VisioError('INVALID_ARGUMENT', 'A role is administrator or member.');
      const [backend, call] = server(id, 'setRole');
      const has = () => (roleOf(roster.get(id).value) ?? 'member') === role;
      if (!has()) await askServer(context, () => backend.setRole(id, role, call), has);
      return role;
    },

    async setCanPublish(id: string, sources: readonly TrackSource[]): Promise<readonly TrackSource[]> {
      checkSettings({ canPublish: sources });
      const removedSources = await permit(id, sources);
      if (removedSources.length > 0) notify('permissionsRemoved', [id], { removedSources });
      return sources;
    },

    async setRoom(settings: RoomSettings): Promise<RoomState> {
      checkSettings(settings);
      const before = roomState.peek();
      const call = session.peek()!;
      if (differs(before, settings)) {
        // What nobody knew may have been so already: then no news comes of it, and the answer has to do.
        const isUnknown = settings.accessLevel !== undefined && before.accessLevel === null;
        const ask = () => call.backend.moderation!.setRoom(settings, call);
        await askServer(context, ask, () => isUnknown || !differs(roomState.value, settings));
      }
      if (settings.canPublish) await permitAll(settings.canPublish);
      return roomState.peek();
    },
  };
}

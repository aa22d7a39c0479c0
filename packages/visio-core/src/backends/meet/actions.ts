import { isVisioError } from '../../errors/visio-error.js';
import { INTERPRETER_ATTRIBUTE } from '../../features/interpreters/marked.js';
import type { Backend, RoomSettings, Session } from '../backend.js';
import { isRoomAdmin } from '../token.js';
import type { Ask, Api } from './http.js';
import { expectDone, parseRoomBody, parseWaiting } from './parse.js';

type Body = Readonly<Record<string, unknown>>;

/** What can be done in a room that a Visio keeps. */
export function roomActions(api: Api): Omit<Backend, 'credentials' | 'rooms' | 'backgrounds'> {
  const pathOf = ({ roomId, room }: Session, action: string) => `rooms/${encodeURIComponent(roomId ?? room)}/${action === '' ? '' : `${action}/`}`;

  /** As who is signed in. */
  async function post(session: Session, action: string, body: Body, rest: Partial<Ask> = {}): Promise<unknown> {
    return (await api({ method: 'POST', path: pathOf(session, action), body, ...rest })).body;
  }

  /** As the participant that the LiveKit token names. */
  async function postAsParticipant(session: Session, action: string, body: Body, rest: Partial<Ask> = {}): Promise<void> {
    expectDone(await post(session, action, body, { bearer: session.token, ...rest }), 'status', 'success');
  }

  async function updateParticipant(session: Session, identity: string, changes: Body): Promise<void> {
    expectDone(await post(session, 'update-participant', { participant_identity: identity, ...changes }), 'status', 'success');
  }

  async function decide(session: Session, id: string, isAllowed: boolean): Promise<void> {
    expectDone(await post(session, 'enter', { participant_id: id, allow_entry: isAllowed }), 'message');
  }

  return {
    hands: {
      setRaised: (raised, session) => postAsParticipant(session, 'toggle-hand', { raised }),
      lower: (identity, session) => updateParticipant(session, identity, { attributes: { handRaisedAt: '' } }),
    },

    rename: (name, session) => postAsParticipant(session, 'rename', { name }),

    waitingRoom: {
      async list(session, signal) {
        return parseWaiting((await api({ method: 'GET', path: pathOf(session, 'waiting-participants'), signal })).body);
      },
      admit: (id, session) => decide(session, id, true),
      deny: (id, session) => decide(session, id, false),
    },

    moderation: {
      // With a LiveKit token beside it a session counts for nothing. Who moderates asks by the session; all others by
      // the token. A role that was given or taken during the call shows in neither, so the other way is tried once.
      async mute(identity, trackId, session) {
        const body = { participant_identity: identity, track_sid: trackId };
        const asModerator = async () => expectDone(await post(session, 'mute-participant', body), 'status', 'success');
        const asParticipant = () => postAsParticipant(session, 'mute-participant', body);
        const [first, second] = isRoomAdmin(session.token) ? [asModerator, asParticipant] : [asParticipant, asModerator];
        try {
          await first();
        } catch (cause) {
          if (!isVisioError(cause) || cause.code !== 'NOT_ALLOWED') throw cause;
          await second();
        }
      },

      async remove(identity, session) {
        expectDone(await post(session, 'remove-participant', { participant_identity: identity }), 'status', 'success');
      },

      async setRole(identity, role, session) {
        expectDone(await post(session, 'update-participant-role', { participant_identity: identity, role }), 'role', role);
      },

      // An empty list of sources would be all of them to LiveKit. Data stays allowed: it carries the chat.
      setCanPublish: (identity, sources, session) =>
        updateParticipant(session, identity, {
          permission: { can_subscribe: true, can_publish: sources.length > 0, can_publish_data: true, can_publish_sources: sources },
        }),

      setInterpreter: (identity, isInterpreter, session) =>
        updateParticipant(session, identity, { attributes: { [INTERPRETER_ATTRIBUTE]: isInterpreter ? 'true' : '' } }),

      async setRoom(settings, session) {
        const path = pathOf(session, '');
        const configuration = await configurationWith(path, settings);
        const { accessLevel } = settings;
        const body = { ...(accessLevel && { access_level: accessLevel }), ...(configuration && { configuration }) };
        parseRoomBody((await api({ method: 'PATCH', path, body })).body);
      },
    },

    recording: {
      async start(mode, { transcribe, language }, session) {
        const options = { ...(transcribe !== undefined && { transcribe }), ...(language !== undefined && { language }) };
        expectDone(await post(session, 'start-recording', { mode, options }, { codes: { 404: 'FEATURE_OFF' } }), 'message');
      },
      async stop(session) {
        expectDone(await post(session, 'stop-recording', {}), 'message');
      },
    },

    captions: {
      start: (session) => postAsParticipant(session, 'start-subtitle', {}, { codes: { 404: 'FEATURE_OFF' } }),
    },
  };

  /** A configuration is replaced as a whole: what is not to change is asked for before. */
  async function configurationWith(path: string, { canPublish, everyoneCanMute }: RoomSettings): Promise<Body | null> {
    if (canPublish === undefined && everyoneCanMute === undefined) return null;
    const now = parseRoomBody((await api({ method: 'GET', path })).body);
    const sources = canPublish ?? now.canPublish;
    const mute = everyoneCanMute ?? now.everyoneCanMute;
    return { ...(sources && { can_publish_sources: sources }), ...(mute !== null && { everyone_can_mute: mute }) };
  }
}

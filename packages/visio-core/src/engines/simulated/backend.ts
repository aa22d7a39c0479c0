import type { Backend, BackendModeration, BackendWaitingRoom, Credentials, RoomSettings, WaitingPerson } from '../../backends/backend.js';
import type { TrackSource } from '../../engine/engine.js';
import { encodeJson } from '../../engine/json.js';
import { VisioError } from '../../errors/visio-error.js';
import { INTERPRETER_ATTRIBUTE } from '../../features/interpreters/marked.js';
import type { Director } from './scenario.js';

/** What a {@link simulatedBackend} is asked, as tests look at it: the method and what was given. */
export type BackendCall = readonly [method: string, ...args: readonly unknown[]];

/** A backend with all parts, whose room is the simulated one. */
export interface SimulatedBackend extends Backend {
  readonly waitingRoom: BackendWaitingRoom;
  readonly moderation: BackendModeration;
  /** Asked of it so far. */
  readonly calls: readonly BackendCall[];
  /** Who waits; for moderators. */
  readonly waiting: readonly WaitingPerson[];
  /** Someone comes to wait: the room is told, as by La Suite Meet's server. Resolves to whether they were let in. */
  knock(person: WaitingPerson): Promise<boolean>;
  /** Someone no longer waits. */
  goAway(id: string): void;
  /** What requests are answered with: `null` does what is asked. May be for some only. Default: `null`. */
  failWith(failure: ((...call: BackendCall) => Error | null) | Error | null): void;
  /** Whether the next to join wait, and until what: the returned functions let them in or turn them away. */
  holdBack(): { letIn(): void; refuse(): void };
}

/** A backend with La Suite Meet's rules for the room of a simulated engine, whose {@link Director} does what is asked. */
export function simulatedBackend(director: () => Director): SimulatedBackend {
  const calls: BackendCall[] = [];
  const queue = new Map<string, { person: WaitingPerson; decide: (isIn: boolean) => void }>();
  let settings: RoomSettings = {};
  let failure: ((...call: BackendCall) => Error | null) | null = null;
  let gate: Promise<void> | null = null;

  async function note(...call: BackendCall): Promise<void> {
    calls.push(call);
    const error = failure?.(...call);
    if (error) throw error;
  }

  function decide(id: string, isIn: boolean): void {
    const found = queue.get(id);
    if (!found) throw new VisioError('REQUEST_FAILED', 'They do not wait.');
    queue.delete(id);
    found.decide(isIn);
  }

  return {
    calls,
    get waiting() {
      return [...queue.values()].map(({ person }) => person);
    },

    async credentials({ onWaiting, signal }): Promise<Credentials> {
      if (gate) {
        onWaiting?.();
        const given = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new VisioError('COMMAND_DISABLED', 'Given up.'))));
        await Promise.race([gate, given]);
      }
      return { serverUrl: 'wss://simulated', token: 'any' };
    },

    hands: {
      async setRaised(raised) {
        await note('setRaised', raised);
        director().setHandRaised('local', raised);
      },
      async lower(id) {
        await note('lower', id);
        director().setHandRaised(id, false);
      },
    },

    waitingRoom: {
      async list() {
        await note('list');
        return [...queue.values()].map(({ person }) => person);
      },
      async admit(id) {
        await note('admit', id);
        decide(id, true);
      },
      async deny(id) {
        await note('deny', id);
        decide(id, false);
      },
    },

    moderation: {
      async mute(id, trackId) {
        await note('mute', id, trackId);
        const track = Object.values(director().see(id)?.tracks ?? {}).find((each) => each.id === trackId);
        if (track) director().mute(id, track.source);
      },
      async remove(id) {
        await note('remove', id);
        director().leave(id);
      },
      async setRole(id, role) {
        await note('setRole', id, role);
        director().setAttributes(id, { room_role: role });
      },
      async setCanPublish(id, sources) {
        await note('setCanPublish', id, sources);
        director().setPermissions(id, sources);
      },
      async setInterpreter(id, isInterpreter) {
        await note('setInterpreter', id, isInterpreter);
        director().setAttributes(id, { [INTERPRETER_ATTRIBUTE]: isInterpreter ? 'true' : '' });
      },
      async setRoom(change) {
        await note('setRoom', change);
        settings = { ...settings, ...change };
        director().setRoomMetadata(metadataOf(settings));
      },
    },

    knock(person) {
      return new Promise((resolve) => {
        queue.set(person.id, { person, decide: resolve });
        director().sendPacket(null, encodeJson({ type: 'participantWaiting' }));
      });
    },
    goAway: (id) => void queue.delete(id),
    failWith(next) {
      failure = typeof next === 'function' ? next : next && (() => next);
    },
    holdBack() {
      let [letIn, refuse]: [() => void, (cause: unknown) => void] = [() => undefined, () => undefined];
      const opened = new Promise<void>((resolve, reject) => ([letIn, refuse] = [resolve, reject]));
      opened.catch(() => undefined);
      gate = opened;
      const open = (end: () => void) => () => {
        gate = null;
        end();
      };
      return { letIn: open(() => letIn()), refuse: open(() => refuse(new VisioError('ENTRY_REFUSED', 'Nobody let them in.'))) };
    },
  };
}

/** The room's settings as La Suite Meet keeps them with a LiveKit room. */
function metadataOf({ accessLevel, canPublish, everyoneCanMute }: RoomSettings): object {
  const sources: readonly TrackSource[] | undefined = canPublish;
  return {
    ...(accessLevel && { access_level: accessLevel }),
    configuration: {
      ...(sources && { can_publish_sources: sources }),
      ...(everyoneCanMute !== undefined && { everyone_can_mute: everyoneCanMute }),
    },
  };
}

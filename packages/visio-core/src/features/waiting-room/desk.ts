import type { BackendWaitingRoom, WaitingPerson } from '../../backends/backend.js';
import { toVisioError, VisioError } from '../../errors/visio-error.js';
import type { VisioErrorCode } from '../../errors/codes.js';
import { forEach } from '../../meeting/ask-server.js';
import { cleanName } from '../../meeting/clean-name.js';
import { isInCall } from '../../meeting/connection.js';
import type { CallSession, FeatureContext } from '../../meeting/context.js';
import { parseMeetPacket } from '../../meeting/meet-packet.js';
import { isModerator } from '../../meeting/moderator.js';
import { computed, untracked, type Scope } from '../../reactive/index.js';
import type { Fact } from '../facts/facts.js';
import type { WaitingState } from './waiting-room.js';

/** How long after an answer it is asked again, while someone waits, in milliseconds: as La Suite Meet does. */
const PACE = 1_000;

/** After a failure it is asked again twice as late each time, and no more after so many: until there is news. */
const RETRIES = 5;

/** Asking again would be refused again. */
const FINAL: readonly VisioErrorCode[] = ['FEATURE_OFF', 'NOT_ALLOWED', 'SIGN_IN_REQUIRED', 'COOKIES_BLOCKED'];

/** More than this wait in no room that anyone moderates; the others come up as these are let in. */
const LIMIT = 500;

/** Longer than any backend's, in characters. */
const ID_LENGTH = 200;

/** Asks who waits for as long as one moderates a call, and decides about them. */
export function createWaitingDesk(context: FeatureContext, { people, enabled }: WaitingState, tell: (fact: Fact) => void) {
  const { connection, scope, session, log } = context;
  const call = computed(() => (isInCall(connection.state.value) && isModerator(context) && session.value?.backend.waitingRoom ? session.value : null));
  /** `null` while nobody may ask. */
  let watch: ReturnType<typeof watchList> | null = null;
  /** How much has been decided: what was asked before a decision does not know of it. */
  let decisions = 0;

  scope.effect(() => {
    const now = call.value;
    return untracked(() => (now ? begin(now) : undefined));
  });

  context.onEvent({
    packet(event) {
      // Anyone can send a packet, but only the server without a name.
      if (event.from === null && parseMeetPacket(event)?.type === 'participantWaiting') watch?.knock();
    },
    // While the connection was broken someone may have knocked unheard.
    reconnected: () => watch?.knock(),
  });

  /** Returns what ends it. */
  function begin(now: CallSession): () => void {
    const own = scope.child();
    watch = watchList(own, now);
    enabled.value = true;
    void watch.look();
    return () => {
      own.end();
      watch = null;
      enabled.value = false;
      people.value = [];
    };
  }

  function watchList(own: Scope, now: CallSession) {
    let asking: Promise<void> | null = null;
    let again: Promise<void> | null = null;
    let cancel: (() => void) | null = null;
    let isNews = false;
    let failures = 0;

    async function ask(): Promise<void> {
      const asOf = decisions;
      const wasNews = isNews;
      isNews = false;
      try {
        const list = await now.backend.waitingRoom!.list(now, own.signal);
        if (own.ended) return;
        failures = 0;
        if (asOf === decisions) take(list);
        // La Suite Meet says that someone knocks a moment before its list has them.
        if (people.peek().length > 0 || isNews || wasNews) later(PACE);
      } catch (cause) {
        if (own.ended) return;
        const { code } = toVisioError(cause, 'REQUEST_FAILED');
        log('warn', 'Who waits could not be asked.', { code });
        if (FINAL.includes(code)) failures = Infinity;
        else if (failures < RETRIES) later(PACE * 2 ** ++failures);
      }
    }

    function later(ms: number): void {
      cancel?.();
      cancel = own.timeout(() => {
        cancel = null;
        void start();
      }, ms);
    }

    function start(): Promise<void> {
      again = null;
      cancel?.();
      cancel = null;
      const step = ask().finally(() => {
        if (asking === step) asking = null;
      });
      return (asking = step);
    }

    return {
      /** Resolves when an answer has come that was asked for from now on. */
      look: () => (asking ? (again ??= asking.then(start)) : start()),
      /** Someone may have come. However often that is said, it is asked no faster than while someone waits. */
      knock(): void {
        isNews = true;
        if (failures === RETRIES) failures = 0;
        if (!asking && !cancel && failures !== Infinity) void start();
      },
    };
  }

  function take(list: readonly WaitingPerson[]): void {
    const before = people.peek();
    const next = clean(list);
    const isSame = next.length === before.length && next.every(({ id, name }, i) => id === before[i]!.id && name === before[i]!.name);
    if (isSame) return;
    people.value = next;
    for (const person of next) if (!before.some(({ id }) => id === person.id)) tell({ type: 'person-waiting', person });
  }

  async function decide(what: 'admit' | 'deny', id: string): Promise<void> {
    const now = call.peek();
    if (!now) throw new VisioError('COMMAND_DISABLED', 'Nobody can be let in now.');
    const person = people.peek().find((each) => each.id === id) ?? { id, name: '' };
    await (now.backend.waitingRoom as BackendWaitingRoom)[what](id, now).catch((cause) => {
      throw toVisioError(cause, 'REQUEST_FAILED');
    });
    decisions++;
    if (call.peek() !== now) return;
    people.value = people.peek().filter((each) => each.id !== id);
    tell({ type: what === 'admit' ? 'person-admitted' : 'person-refused', person });
  }

  /** Decides, and has the list as the server then has it. */
  const after = async (decision: Promise<unknown>): Promise<readonly WaitingPerson[]> => {
    try {
      await decision;
    } finally {
      await watch?.look();
    }
    return people.peek();
  };

  return {
    admit: (id: string) => after(decide('admit', id)),
    deny: (id: string) => after(decide('deny', id)),
    admitAll: () =>
      after(
        forEach(people.peek(), ({ id }) => decide('admit', id)).then(([failure]) => {
          if (failure) throw failure[1];
        }),
      ),
  };
}

/** What a backend tells, as far as it can be shown: it is text of strangers. */
function clean(list: readonly WaitingPerson[]): readonly WaitingPerson[] {
  const found = new Map<string, WaitingPerson>();
  for (const { id, name } of list.slice(0, LIMIT)) {
    if (typeof id !== 'string' || id === '' || id.length > ID_LENGTH || found.has(id)) continue;
    found.set(id, { id, name: typeof name === 'string' ? cleanName(name) : '' });
  }
  return [...found.values()];
}

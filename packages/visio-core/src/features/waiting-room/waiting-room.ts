import type { WaitingPerson } from '../../backends/backend.js';
import type { FeatureContext } from '../../meeting/context.js';
import { lateCommand, latePart } from '../../meeting/late-part.js';
import { signal, type Command, type Readable } from '../../reactive/index.js';
import type { Fact } from '../facts/facts.js';

/**
 * Those who wait before the door, for moderators, where the backend has a waiting room. Who waits themselves is told by
 * `connection.state`: `waiting`.
 */
export interface WaitingRoom {
  /** First come first; nobody for who does not moderate. */
  readonly people: Readable<readonly WaitingPerson[]>;
  /** Lets someone in; resolves to those who still wait. Enabled for moderators. */
  readonly admit: Command<[id: string], readonly WaitingPerson[]>;
  /** Turns someone away; resolves to those who still wait. Enabled as `admit`. */
  readonly deny: Command<[id: string], readonly WaitingPerson[]>;
  /** Lets everyone in who waits now; resolves to those who still wait. Enabled as `admit`. */
  readonly admitAll: Command<[], readonly WaitingPerson[]>;
}

/** What is known of them; the desk keeps it. */
function createWaitingState() {
  return { people: signal<readonly WaitingPerson[]>([]), enabled: signal(false) };
}

export type WaitingState = ReturnType<typeof createWaitingState>;

export function createWaitingRoom(context: FeatureContext, tell: (fact: Fact) => void): WaitingRoom {
  const state = createWaitingState();
  const desk = latePart(context, async (its) => (await import('./desk.js')).createWaitingDesk(its, state, tell), {
    when: () => context.session.value?.backend.waitingRoom !== undefined,
  });
  return {
    people: state.people,
    admit: lateCommand(context, desk, 'admit', state.enabled),
    deny: lateCommand(context, desk, 'deny', state.enabled),
    admitAll: lateCommand(context, desk, 'admitAll', state.enabled),
  };
}

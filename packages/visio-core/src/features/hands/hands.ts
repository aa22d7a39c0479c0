import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import { lateCommand, latePart } from '../../meeting/late-part.js';
import type { Notices } from '../notices/notices.js';
import { computed, KeyedStore, mapped, signal, type Command, type Readable } from '../../reactive/index.js';

/** The participant attribute that tells of a raised hand, as in La Suite Meet: since when, in ISO 8601, or nothing. */
export const HAND_ATTRIBUTE = 'handRaisedAt';

/** Raised hands. They go up and down when the server says so. */
export interface Hands {
  /** Who has a raised hand, in the order of raising. */
  readonly queue: Readable<readonly string[]>;
  /** Since when someone's hand is up, in milliseconds since the epoch by the clock of who raised it; `null` when it is down. */
  raisedAt(id: string): Readable<number | null>;
  /** Someone's place in the queue, from 1; `null` when their hand is down. */
  position(id: string): Readable<number | null>;
  /** Whether one's own is up. */
  readonly raised: Readable<boolean>;
  /** Whether one has spoken since the hand is up, and stopped: it may have done its work. See {@link Hands.keepRaised}. */
  readonly offersLowering: Readable<boolean>;
  /** Puts an end to `offersLowering`, until one has spoken again. */
  keepRaised(): void;
  /**
   * Raises or lowers one's own hand; resolves to what it then is. Enabled when the backend carries hands, or the token
   * lets participants set their own attributes. Rejects with `NOT_ALLOWED` or `REQUEST_FAILED`.
   */
  readonly setRaised: Command<[raised: boolean], boolean>;
  /** Raises it when it is down, and lowers it when it is up. Resolves to whether it is raised. */
  toggle(): Promise<boolean>;
  /** Lowers someone's hand; resolves to whether it is up. Enabled for moderators, when the backend carries it. */
  readonly lower: Command<[id: string], boolean>;
  /** Lowers everyone's; resolves to those that are up again. Enabled as `lower`. */
  readonly lowerAll: Command<[], readonly string[]>;
}

/** What is known of hands; the desk keeps it. */
export function createHandsState() {
  return {
    ids: signal<readonly string[]>([]),
    raisedAt: new KeyedStore<string, number>(),
    places: new KeyedStore<string, number>(),
    offersLowering: signal(false),
    mayLower: signal(false),
  };
}

export type HandsState = ReturnType<typeof createHandsState>;

export function createHands(context: FeatureContext, notices: Notices): Hands {
  const { connection, roster, session } = context;
  const state = createHandsState();
  const local = computed(() => roster.localId.value ?? '');
  const raised = computed(() => state.raisedAt.get(local.value).value !== undefined);
  const desk = latePart(context, async (its) => (await import('./desk.js')).createHandsDesk(its, state, hands, notices), {
    on: { participant: ({ participant }) => Boolean(participant.attributes[HAND_ATTRIBUTE]) },
    when: () => session.value?.backend.hands !== undefined,
  });

  const setRaised = lateCommand(
    context,
    desk,
    'setHandRaised',
    computed(
      () =>
        isInCall(connection.state.value) &&
        (Boolean(session.value?.backend.hands) || (roster.get(local.value).value?.canSetAttributes ?? false)),
    ),
  );

  const hands: Hands = {
    queue: state.ids,
    raisedAt: (id) => mapped(state.raisedAt.get(id), (at) => at ?? null),
    position: (id) => mapped(state.places.get(id), (place) => place ?? null),
    raised,
    offersLowering: state.offersLowering,
    keepRaised: () => void (state.offersLowering.value = false),
    setRaised,
    toggle: () => setRaised(!raised.peek()),
    lower: lateCommand(context, desk, 'lowerHand', state.mayLower),
    lowerAll: lateCommand(context, desk, 'lowerAllHands', state.mayLower),
  };
  return hands;
}

import { toVisioError, VisioError } from '../../errors/visio-error.js';
import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import { isModerator } from '../../meeting/moderator.js';
import { batch, untracked } from '../../reactive/index.js';
import type { Notices } from '../notices/notices.js';
import type { Hands, HandsState } from './hands.js';
import { keepQueue } from './queue.js';
import { watchTurn } from './turn.js';

/** The participant attribute that tells of a raised hand, as in La Suite Meet: since when, in ISO 8601, or nothing. */
const ATTRIBUTE = 'handRaisedAt';

/** How long the room may take to tell of what the server has taken, in milliseconds. */
const PATIENCE = 10_000;

/** How many hands are lowered at the same time. */
const AT_ONCE = 5;

/** Keeps what is known of hands, and asks for them to go up and down. */
export function createHandsDesk(context: FeatureContext, state: HandsState, hands: Hands, notices: Notices) {
  const { engine, connection, roster, scope, session } = context;
  const { raisedAt } = state;
  const set = keepQueue(state);
  const take = (id: string, attributes: Readonly<Record<string, string>>) => set(id, attributes[ATTRIBUTE] ?? '');

  context.onEvent((event) => {
    switch (event.type) {
      case 'participant':
        take(event.participant.id, event.participant.attributes);
        break;
      case 'participant-left':
        set(event.id, '');
        break;
      case 'disconnected':
        for (const id of state.ids.peek()) set(id, '');
        break;
      default:
    }
  });
  // Those who were there before this was.
  batch(() => {
    for (const id of roster.ids.peek()) take(id, roster.get(id).peek()!.attributes);
  });

  scope.effect(() => {
    state.mayLower.value = isInCall(connection.state.value) && Boolean(session.value?.backend.hands?.lower) && isModerator(context);
  });
  watchTurn(context, hands.raised, state.offersLowering);
  scope.effect(() => (hands.offersLowering.value ? untracked(offer) : undefined));

  /** Returns what takes it back. */
  function offer(): () => void {
    const { setRaised, keepRaised } = hands;
    return notices.show({
      kind: 'hand-offer',
      text: { key: 'hand.offer' },
      actions: [
        { label: { key: 'control.hand.lower' }, run: () => void setRaised(false).catch(() => undefined) },
        { label: { key: 'hand.keep' }, run: keepRaised },
      ],
      sticky: true,
    });
  }

  async function askServer(id: string, up: boolean): Promise<void> {
    const call = session.peek();
    const carrier = call?.backend.hands;
    try {
      if (id !== roster.localId.peek()) await carrier!.lower!(id, call!);
      else if (carrier) await carrier.setRaised(up, call!);
      else await engine.setAttributes({ [ATTRIBUTE]: up ? new Date().toISOString() : '' });
    } catch (cause) {
      throw toVisioError(cause, 'REQUEST_FAILED');
    }
  }

  /** Waits until the room is told. */
  function whenTold(id: string, up: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting = scope.child();
      waiting.timeout(() => {
        waiting.end();
        reject(new VisioError('REQUEST_FAILED', 'The room was not told of the hand.'));
      }, PATIENCE);
      waiting.effect(() => {
        if ((raisedAt.get(id).value !== undefined) !== up) return;
        waiting.end();
        resolve();
      });
    });
  }

  /** Resolves to whether the hand is up. */
  async function ask(id: string, up: boolean): Promise<boolean> {
    if (raisedAt.has(id) !== up) {
      await askServer(id, up);
      await whenTold(id, up);
    }
    return up;
  }

  return {
    ask,

    async lowerAll(): Promise<readonly string[]> {
      const rest = [...state.ids.peek()];
      const work = async () => {
        for (let id = rest.shift(); id !== undefined; id = rest.shift()) await ask(id, false);
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      return state.ids.peek();
    },
  };
}

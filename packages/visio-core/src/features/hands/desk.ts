import { askServer, forEach } from '../../meeting/ask-server.js';
import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import { isModerator } from '../../meeting/moderator.js';
import { batch, untracked } from '../../reactive/index.js';
import type { Notices } from '../notices/notices.js';
import { HAND_ATTRIBUTE, type Hands, type HandsState } from './hands.js';
import { keepQueue } from './queue.js';
import { watchTurn } from './turn.js';

/** Keeps what is known of hands, and asks for them to go up and down. */
export function createHandsDesk(context: FeatureContext, state: HandsState, hands: Hands, notices: Notices) {
  const { engine, connection, roster, scope, session } = context;
  const { raisedAt } = state;
  const set = keepQueue(state);
  const take = (id: string, attributes: Readonly<Record<string, string>>) => set(id, attributes[HAND_ATTRIBUTE] ?? '');

  context.onEvent({
    participant: ({ participant }) => take(participant.id, participant.attributes),
    'participant-left': ({ id }) => set(id, ''),
    disconnected() {
      for (const id of state.ids.peek()) set(id, '');
    },
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

  async function request(id: string, up: boolean): Promise<void> {
    const call = session.peek();
    const carrier = call?.backend.hands;
    if (id !== roster.localId.peek()) await carrier!.lower!(id, call!);
    else if (carrier) await carrier.setRaised(up, call!);
    else await engine.setAttributes({ [HAND_ATTRIBUTE]: up ? new Date().toISOString() : '' });
  }

  /** Resolves to whether the hand is up. */
  async function ask(id: string, up: boolean): Promise<boolean> {
    const isTold = () => (raisedAt.get(id).value !== undefined) === up;
    if (raisedAt.has(id) !== up) await askServer(context, () => request(id, up), isTold);
    return up;
  }

  return {
    setHandRaised: (up: boolean) => ask(roster.localId.peek()!, up),

    lowerHand: (id: string) => ask(id, false),

    async lowerAllHands(): Promise<readonly string[]> {
      const [failure] = await forEach(state.ids.peek(), (id) => ask(id, false));
      if (failure) throw failure[1];
      return state.ids.peek();
    },
  };
}

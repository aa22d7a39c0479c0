import { VisioError } from '../../errors/visio-error.js';
import type { FeatureContext } from '../../meeting/context.js';
import { Limiter } from '../../meeting/limiter.js';
import { encodeMeetPacket, parseMeetPacket, type MeetPacket } from '../../meeting/meet-packet.js';
import type { Writable } from '../../reactive/index.js';
import { cleanSender } from '../chat/wire.js';
import { SHOWN_KEY, type Reaction, type ReactionEmoji } from './reactions.js';

/** How many may be sent in a second: as in La Suite Meet. */
const SENT_PER_SECOND = 10;

/** How many reactions are at hand. */
const KEPT = 50;

export interface ReactionsState {
  readonly recent: Writable<readonly Reaction[]>;
  readonly dropped: Writable<number>;
  readonly shown: Writable<boolean>;
}

/** Sends and receives reactions. */
export function createExchange(
  context: FeatureContext,
  emojis: readonly ReactionEmoji[],
  { recent, dropped, shown }: ReactionsState,
) {
  const { engine, roster, storage } = context;
  // A network may bring at once what was sent over a second.
  const ofOne = new Limiter(2 * SENT_PER_SECOND, SENT_PER_SECOND);
  // More than anyone could see.
  const ofAll = new Limiter(100, 50);
  /** When the last ones were sent, oldest first. */
  const sentAt: number[] = [];
  let count = 0;

  const isEmoji = (value: unknown): value is ReactionEmoji => emojis.includes(value as ReactionEmoji);

  function add(emoji: ReactionEmoji, from: string, isLocal: boolean): Reaction {
    const reaction = { id: ++count, emoji, from, name: cleanSender(roster.get(from).peek()?.name ?? ''), isLocal, at: Date.now() };
    recent.value = [...recent.peek(), reaction].slice(-KEPT);
    return reaction;
  }

  function receive({ type, data: { emoji }, from }: MeetPacket): void {
    if (type !== 'reactionReceived' || !isEmoji(emoji) || from === null || from === roster.localId.peek()) return;
    const now = Date.now();
    if (ofOne.allows(from, now) && ofAll.allows('', now)) add(emoji, from, false);
    else dropped.value++;
  }

  context.onEvent({
    packet(event) {
      const packet = parseMeetPacket(event);
      if (packet) receive(packet);
    },
    disconnected() {
      recent.value = [];
      dropped.value = 0;
      ofOne.clear();
    },
  });

  try {
    shown.value = storage?.getItem(SHOWN_KEY) !== 'false';
  } catch {
    // The browser may forbid it.
  }

  return {
    async setShown(next: boolean): Promise<boolean> {
      shown.value = next;
      try {
        storage?.setItem(SHOWN_KEY, String(next));
      } catch {
        // Full or forbidden: it holds for this meeting.
      }
      return next;
    },

    async send(emoji: ReactionEmoji): Promise<Reaction> {
      if (!isEmoji(emoji)) throw new VisioError('INVALID_ARGUMENT', 'There is no such reaction.');
      const now = Date.now();
      while (sentAt.length > 0 && now - sentAt[0]! >= 1_000) sentAt.shift();
      if (sentAt.length >= SENT_PER_SECOND) throw new VisioError('TOO_FAST', `One may react ${SENT_PER_SECOND} times a second.`);
      sentAt.push(now);
      const reaction = add(emoji, roster.localId.peek()!, true);
      await engine.sendPacket(encodeMeetPacket('reactionReceived', { emoji }));
      return reaction;
    },
  };
}

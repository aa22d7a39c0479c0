import type { FeatureContext } from '../../meeting/context.js';
import { whenKept, latePart } from '../../meeting/late-part.js';
import { computed, signal, type Command, type Readable } from '../../reactive/index.js';

/** Where it is kept whether this person wants to see reactions. */
export const SHOWN_KEY = 'visio-reactions-shown';

/** La Suite Meet's names: what other names mean is not known there, nor here. */
const emojis = [
  'thumbs-up',
  'thumbs-down',
  'clapping-hands',
  'red-heart',
  'face-with-tears-of-joy',
  'face-with-open-mouth',
  'party-popper',
  'folded-hands',
] as const;

/** La Suite Meet’s names of reactions. */
export type ReactionEmoji = (typeof emojis)[number];

/** Someone reacted. */
export interface Reaction {
  /** Counts up over the life of the meeting. */
  readonly id: number;
  readonly emoji: ReactionEmoji;
  /** The participant's identity. */
  readonly from: string;
  /** Their name at that time; may be empty. Text from the network. */
  readonly name: string;
  readonly isLocal: boolean;
  /** When it was sent or came, in milliseconds since the epoch. */
  readonly at: number;
}

/** Reactions, one's own among them, as La Suite Meet carries them. */
export interface Reactions {
  /** What one can react with, in the order in which to offer it. */
  readonly emojis: readonly ReactionEmoji[];
  /** The last in the order in which they came, at most 50. Several may have come since it last changed. */
  readonly recent: Readable<readonly Reaction[]>;
  /** The very last, or `null`. */
  readonly latest: Readable<Reaction | null>;
  /** How many were passed over because one person, or all together, sent too many. */
  readonly dropped: Readable<number>;
  /** Whether this person wants to see reactions. Default: true, or as remembered from the first call on. */
  readonly shown: Readable<boolean>;
  /** Changes that; resolves to what it then is. It is remembered where the meeting has a storage. */
  readonly setShown: Command<[shown: boolean], boolean>;
  /**
   * Reacts, and shows it here at once. Resolves when it is on its way. Rejects with `TOO_FAST` after ten within a
   * second, and with `INVALID_ARGUMENT` when it is none of `emojis`; then nothing was sent.
   */
  readonly send: Command<[emoji: ReactionEmoji], Reaction>;
}

export function createReactions(context: FeatureContext): Reactions {
  const recent = signal<readonly Reaction[]>([]);
  const dropped = signal(0);
  const shown = signal(true);
  const exchange = latePart(context, async (its) => (await import('./exchange.js')).createExchange(its, emojis, { recent, dropped, shown }), {
    on: { packet: ({ topic }) => topic === '', ...whenKept(context, SHOWN_KEY) },
  });

  return {
    emojis,
    recent,
    latest: computed(() => recent.value.at(-1) ?? null),
    dropped,
    shown,
    setShown: context.command({
      name: 'setReactionsShown',
      run: async (next: boolean) => (await exchange()).setShown(next),
    }),
    send: context.command({
      name: 'sendReaction',
      // What waited for a broken connection would come long after what it was about.
      enabled: computed(() => context.connection.state.value === 'connected'),
      run: async (emoji: ReactionEmoji) => (await exchange()).send(emoji),
    }),
  };
}

import type { FeatureContext } from '../../meeting/context.js';
import { whenKept, lateCommand, latePart } from '../../meeting/late-part.js';
import { signal, type Command, type Readable } from '../../reactive/index.js';
import { REAL_TIME_TEXT_TOPIC } from './topic.js';

/** Where it is kept whether others see what this person writes. */
export const ENABLED_KEY = 'visio-real-time-text';

/** What someone is writing at this moment, and has not sent. */
export interface LiveLine {
  /** The participant's identity. */
  readonly from: string;
  /** All of it as it stands now; at most 2,000 characters, of more the end. Text from the network. */
  readonly text: string;
}

/**
 * Real-time text (EN 301 549, 6.2): others see a message of the chat letter by letter while it is being written, what is
 * taken back included. What is sent in the end is a message of the chat, in place of the line that grew into it, and
 * reaches apps that know no real-time text, too.
 */
export interface RealTimeText {
  /** Whether others see what this person writes. Default: false, or as remembered from the first call on. */
  readonly enabled: Readable<boolean>;
  /** Changes that; resolves to what it then is. It is remembered where the meeting has a storage. */
  readonly setEnabled: Command<[enabled: boolean], boolean>;
  /** What others are writing, in the order in which they began; at most 20. */
  readonly lines: Readable<readonly LiveLine[]>;
  /** How many changes were passed over because their sender, or all together, sent too many. */
  readonly dropped: Readable<number>;
  /**
   * Tells what stands in the field now; empty once it was sent or given up. Where real-time text is enabled it is on its
   * way after at most 300 milliseconds.
   */
  write(text: string): void;
}

export function createRealTimeText(context: FeatureContext): RealTimeText {
  const draft = signal('');
  const shown = { enabled: signal(false), lines: signal<readonly LiveLine[]>([]), dropped: signal(0) };
  const typing = latePart(context, async (its) => (await import('./typing.js')).createTyping(its, { ...shown, draft }), {
    on: { text: ({ topic }) => topic === REAL_TIME_TEXT_TOPIC, ...whenKept(context, ENABLED_KEY) },
  });

  return {
    ...shown,
    setEnabled: lateCommand(context, typing, 'setRealTimeTextEnabled'),
    write: (text) => void (draft.value = text),
  };
}

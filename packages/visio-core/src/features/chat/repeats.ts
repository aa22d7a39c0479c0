import type { FeatureContext } from '../../meeting/context.js';

/** How far back, in milliseconds, one's own messages are sent again to those whose connection was broken. */
const KEPT_TIME = 90_000;

/** Before a break is noticed, what is sent goes nowhere: this much before it, in milliseconds, is sent again. */
const UNNOTICED = 15_000;

/** Those who come back within this time, in milliseconds, get it together. */
const GATHER = 300;

export interface OwnMessage {
  readonly id: string;
  readonly text: string;
  /** When it was sent, in milliseconds since the epoch. */
  readonly at: number;
  readonly file?: OwnFile;
}

export interface OwnFile {
  readonly id: string;
  readonly name: string;
  readonly blob: Blob;
  /** Whether it is still on its way to everyone. */
  isMoving: boolean;
}

/**
 * A room keeps no messages: who had to join anew because their connection was broken has missed what was sent
 * meanwhile. Its sender sends that again, under the same id, so that nobody sees it twice: in other clients, too, the
 * same id takes the place of the former.
 */
export function createRepeats(
  context: FeatureContext,
  own: readonly OwnMessage[],
  send: (message: OwnMessage, to?: readonly string[]) => Promise<unknown>,
): void {
  const { roster, scope } = context;
  /** When each one's session began, by the server's clock. */
  const sessions = new Map<string, number>();
  /** Who has a new session, until they can get data; and then, until it is sent. */
  const renewed = new Set<string>();
  const returned = new Set<string>();
  let brokenAt = 0;
  let isRenewed = false;

  async function repeat(since: number, to?: readonly string[]): Promise<void> {
    try {
      for (const message of [...own]) if (message.at >= since || message.file?.isMoving) await send(message, to);
    } catch {
      // Broken again, or over. After a break this is done anew.
    }
  }

  function noteSession(id: string, joinedAt: number): void {
    const before = sessions.get(id);
    sessions.set(id, joinedAt);
    if (before === undefined || before === joinedAt) return;
    if (id === roster.localId.peek()) isRenewed = true;
    else renewed.add(id);
  }

  function noteReady(id: string): void {
    if (!renewed.delete(id)) return;
    if (returned.size === 0) scope.timeout(repeatToReturned, GATHER);
    returned.add(id);
  }

  function repeatToReturned(): void {
    const to = [...returned].filter((id) => roster.get(id).peek());
    returned.clear();
    if (to.length > 0) void repeat(Date.now() - KEPT_TIME, to);
  }

  context.onEvent({
    connected() {
      sessions.clear();
      renewed.clear();
    },
    participant: ({ participant }) => noteSession(participant.id, participant.joinedAt),
    'participant-ready': ({ id }) => noteReady(id),
    reconnecting() {
      brokenAt = Date.now();
      isRenewed = false;
    },
    reconnected() {
      if (isRenewed) void repeat(brokenAt - UNNOTICED);
    },
  });

  // Those who were there before this was.
  for (const id of roster.ids.peek()) {
    const person = roster.get(id).peek();
    if (person) sessions.set(id, person.joinedAt);
  }
}

import type { FeatureContext } from '../../meeting/context.js';

/** How long one's own messages are at hand for those whose connection was broken, in milliseconds, and how many. */
const KEPT_TIME = 90_000;
const KEPT = 50;

/** Before a break is noticed, what is sent goes nowhere: this much before it, in milliseconds, is sent again. */
const UNNOTICED = 15_000;

/** Those who come back within this time, in milliseconds, get it together. */
const GATHER = 300;

/**
 * A room keeps no messages: who had to join anew because their connection was broken has missed what was sent
 * meanwhile. Its sender sends that again, under the same id, so that nobody sees it twice: in other clients, too, the
 * same id takes the place of the former.
 */
export function createRepeats(context: FeatureContext, send: (id: string, text: string, to?: readonly string[]) => Promise<unknown>) {
  const { roster, scope } = context;
  /** When each one's session began, by the server's clock. */
  const sessions = new Map<string, number>();
  let own: { id: string; text: string; at: number }[] = [];
  let returned = new Set<string>();
  let brokenAt = 0;
  let isRenewed = false;

  async function repeat(since: number, to?: readonly string[]): Promise<void> {
    try {
      for (const { id, text, at } of own) if (at >= since) await send(id, text, to);
    } catch {
      // Broken again, or over. After a break this is done anew.
    }
  }

  function noteSession(id: string, joinedAt: number): void {
    const before = sessions.get(id);
    sessions.set(id, joinedAt);
    if (before === undefined || before === joinedAt) return;
    if (id === roster.localId.peek()) {
      isRenewed = true;
      return;
    }
    if (returned.size === 0) {
      scope.timeout(() => {
        const to = [...returned].filter((one) => roster.get(one).peek());
        returned = new Set();
        if (to.length > 0) void repeat(Date.now() - KEPT_TIME, to);
      }, GATHER);
    }
    returned.add(id);
  }

  context.onEvent((event) => {
    switch (event.type) {
      case 'connected':
        sessions.clear();
        own = [];
        break;
      case 'participant':
        noteSession(event.participant.id, event.participant.joinedAt);
        break;
      case 'reconnecting':
        brokenAt = Date.now();
        isRenewed = false;
        break;
      case 'reconnected':
        if (isRenewed) void repeat(brokenAt - UNNOTICED);
        break;
      default:
    }
  });

  return {
    /** Keeps a message that was sent just now. */
    note(id: string, text: string): void {
      const at = Date.now();
      own = [...own.filter((message) => message.at > at - KEPT_TIME), { id, text, at }].slice(-KEPT);
    },
  };
}

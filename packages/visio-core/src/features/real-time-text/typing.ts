import type { TextEvent } from '../../engine/engine.js';
import type { FeatureContext } from '../../meeting/context.js';
import { Limiter } from '../../meeting/limiter.js';
import type { Readable, Writable } from '../../reactive/index.js';
import { CHAT_TOPIC } from '../chat/topics.js';
import { cleanText } from '../chat/wire.js';
import { ENABLED_KEY, type LiveLine } from './real-time-text.js';
import { REAL_TIME_TEXT_TOPIC } from './topic.js';

/** What is written within this time goes together, in milliseconds: as RFC 4103 has it. EN 301 549 allows 500. */
const BUFFER_TIME = 300;

/** How often a line that stands is told again, in milliseconds: for who has lost it, or was not ready for it. */
const REPEAT_TIME = 5_000;

/** The longest line that is sent and shown, in characters: as long as a message. Of more, the end counts. */
const LINE_LIMIT = 2_000;

/** How many lines are shown: more nobody follows. */
const LINES = 20;

interface TypingState {
  readonly enabled: Writable<boolean>;
  readonly lines: Writable<readonly LiveLine[]>;
  readonly dropped: Writable<number>;
  /** What stands in this person's field. */
  readonly draft: Readable<string>;
}

/**
 * Sends and receives lines as they are being written. Each text has the whole line, not what changed in it: texts of one
 * sender come in their order, so the last one that came is what stands there, whatever was lost before it, and who comes
 * later has all of it with the next one.
 */
export function createTyping(context: FeatureContext, { enabled, lines, dropped, draft }: TypingState) {
  const { engine, roster, scope, storage } = context;
  // One sends less than four a second; a network may bring together what was sent over some seconds.
  const ofOne = new Limiter(20, 5);
  const ofAll = new Limiter(200, 100);
  /** What others have of this person's line. */
  let told = '';
  let isSending = false;
  let cancel: (() => void) | null = null;
  let cancelRepeat: (() => void) | null = null;

  const wanted = (): string => (enabled.peek() ? lastOf(draft.peek()) : '');

  function plan(): void {
    if (wanted() !== told) cancel ??= scope.timeout(send, BUFFER_TIME);
  }

  async function send(): Promise<void> {
    cancel = null;
    // While the connection is broken sending waits, and what is written meanwhile goes as one with the next.
    if (isSending) return;
    isSending = true;
    told = wanted();
    // What cannot be sent is no reason to try again: the next letter brings all of it.
    await engine.sendText(REAL_TIME_TEXT_TOPIC, told).catch(() => undefined);
    isSending = false;
    cancelRepeat?.();
    cancelRepeat = told === '' ? null : scope.timeout(repeat, REPEAT_TIME);
    plan();
  }

  function repeat(): void {
    if (told === '') return;
    told = '';
    plan();
  }

  function put(from: string, text: string): void {
    const shown = lines.peek();
    if (text === '') {
      const left = shown.filter((line) => line.from !== from);
      if (left.length < shown.length) lines.value = left;
    } else if (shown.some((line) => line.from === from)) lines.value = shown.map((line) => (line.from === from ? { from, text } : line));
    else lines.value = [...shown, { from, text }].slice(-LINES);
  }

  function receive({ from, topic, text }: TextEvent): void {
    if (from === roster.localId.peek()) return;
    // What was sent stands in the chat from now on.
    if (topic === CHAT_TOPIC) put(from, '');
    if (topic !== REAL_TIME_TEXT_TOPIC) return;
    const now = Date.now();
    if (ofOne.allows(from, now) && ofAll.allows('', now)) put(from, lastOf(cleanText(text.slice(-LINE_LIMIT))));
    else dropped.value++;
  }

  context.onEvent({
    text: receive,
    'participant-left': ({ id }) => put(id, ''),
    // Who comes later has nothing of the line yet.
    'participant-ready': repeat,
    disconnected() {
      cancel?.();
      cancelRepeat?.();
      cancel = cancelRepeat = null;
      told = '';
      lines.value = [];
      dropped.value = 0;
      ofOne.clear();
    },
  });

  try {
    enabled.value = storage?.getItem(ENABLED_KEY) === 'true';
  } catch {
    // The browser may forbid it.
  }
  scope.effect(() => {
    void draft.value;
    plan();
    return undefined;
  });

  return {
    async setRealTimeTextEnabled(next: boolean): Promise<boolean> {
      enabled.value = next;
      plan();
      try {
        storage?.setItem(ENABLED_KEY, String(next));
      } catch {
        // Full or forbidden: it holds for this meeting.
      }
      return next;
    },
  };
}

/** The end of a line that is too long, without half a character before it. */
function lastOf(text: string): string {
  return text.slice(-LINE_LIMIT).replace(/^[\udc00-\udfff]/u, '');
}

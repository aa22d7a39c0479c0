import { VisioError } from '../../errors/visio-error.js';
import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import { computed, signal, type Command, type Readable } from '../../reactive/index.js';
import { Limiter } from './limiter.js';
import { MessageLog, type ChatMessage } from './log.js';
import type { OwnMessage } from './repeats.js';
import { CHAT_TOPIC, cleanSender, cleanText, decodeLegacy, encodeLegacy, LEGACY_CHAT_TOPIC, parse, type WireMessage } from './wire.js';

/** The longest message that can be written, in characters: as in La Suite Meet. */
const MESSAGE_LIMIT = 2_000;

/** How many of one's own messages are at hand to be sent again. */
const OWN_KEPT = 50;

/** How far a sender's clock may be off, in milliseconds, before ours is believed instead. */
const CLOCK_TOLERANCE = 600_000;

/** The room's chat. Nothing of it is kept after the meeting. */
export interface Chat {
  /** All messages in the order in which they came, at most the last 10,000. */
  readonly ids: Readable<readonly string[]>;
  /** A message over time; changes only with what concerns this one. */
  get(id: string): Readable<ChatMessage | undefined>;
  /** How many messages of others nobody has seen here; see {@link Chat.watch}. */
  readonly unread: Readable<number>;
  /** The latest message of someone else, or `null`. */
  readonly latest: Readable<ChatMessage | null>;
  /** How many messages were passed over because their sender sent too many. */
  readonly dropped: Readable<number>;
  readonly maxLength: number;
  /**
   * Sends a message; resolves to it when it is on its way. Meanwhile it is in the list, as `sending`. While the
   * connection is broken it waits. Rejects with `INVALID_ARGUMENT` when it is empty or longer than `maxLength`.
   */
  readonly send: Command<[text: string], ChatMessage>;
  /** Sends a message that failed once more. */
  readonly retry: Command<[id: string], ChatMessage>;
  /** Tells that someone sees the messages, until the returned function is called: none is unread. */
  watch(): () => void;
  /** Everything as plain text, a line for each message, times in this computer's zone. */
  exportText(): string;
}

export function createChat(context: FeatureContext): Chat {
  const { engine, connection, roster, log: write } = context;
  const log = new MessageLog();
  const limiter = new Limiter();
  const unread = signal(0);
  const latest = signal<ChatMessage | null>(null);
  const dropped = signal(0);
  const watchers = new Set<symbol>();
  const enabled = computed(() => isInCall(connection.state.value) && roster.localId.value !== null);
  /** What was sent last, for those who miss it. */
  const own: OwnMessage[] = [];
  let hasRepeats = false;
  /** The end of what is being sent: messages leave in the order in which they were written. */
  let line: Promise<unknown> = Promise.resolve();
  /** Whether the next call goes on with this one's messages. */
  let goesOn = false;

  function receive(from: string, message: WireMessage | null): void {
    if (!message || from === roster.localId.peek()) return;
    const key = keyOf(from, message.id);
    const known = log.peek(key);
    // The same again is a second carrier, or a repetition after a break.
    if (known?.text === message.text) return;
    const now = Date.now();
    if (!limiter.allows(from, now)) {
      if (dropped.peek() % 1_000 === 0) write('warn', 'Someone sends too many messages: some are dropped.');
      dropped.value++;
      return;
    }
    if (known) return log.change(key, { text: message.text, edited: true });
    const sentAt = Math.abs(message.timestamp - now) < CLOCK_TOLERANCE ? Math.min(message.timestamp, now) : now;
    const name = cleanSender(roster.get(from).peek()?.name ?? '');
    latest.value = log.add(key, { from, name, isLocal: false, text: message.text, sentAt, state: 'sent' });
    if (watchers.size === 0) unread.value++;
  }

  context.onEvent((event) => {
    switch (event.type) {
      case 'text':
        if (event.topic === CHAT_TOPIC) receive(event.from, parse(event));
        break;
      case 'packet':
        if (event.topic === LEGACY_CHAT_TOPIC && event.from !== null) receive(event.from, decodeLegacy(event.payload));
        break;
      case 'connected':
        if (!goesOn) clear();
        goesOn = false;
        own.length = 0;
        void loadRepeats();
        break;
      case 'disconnected':
        goesOn = event.reason === 'connection-lost';
        break;
      default:
    }
  });

  /** Nobody has missed anything yet, so the way into the call does not wait for it. */
  async function loadRepeats(): Promise<void> {
    if (hasRepeats) return;
    hasRepeats = true;
    try {
      const { createRepeats } = await import('./repeats.js');
      createRepeats(context, own, (id, text, to) => engine.sendText(CHAT_TOPIC, text, { id, ...(to && { to }) }));
    } catch {
      hasRepeats = false;
    }
  }

  function clear(): void {
    log.clear();
    limiter.clear();
    unread.value = 0;
    latest.value = null;
    dropped.value = 0;
  }

  async function deliver(key: string, streamId: string): Promise<ChatMessage> {
    const { text } = log.peek(key)!;
    log.change(key, { state: 'sending' });
    const sending = line.then(() => engine.sendText(CHAT_TOPIC, text, { id: streamId }));
    line = sending.catch(() => undefined);
    try {
      await sending;
    } catch (cause) {
      log.change(key, { state: 'failed' });
      throw cause;
    }
    log.change(key, { state: 'sent' });
    own.push({ id: streamId, text, at: Date.now() });
    if (own.length > OWN_KEPT) own.shift();
    const legacy = encodeLegacy({ id: streamId, text, timestamp: Date.now() });
    line = line
      .then(() => engine.sendPacket(legacy, { topic: LEGACY_CHAT_TOPIC }))
      // The message itself is there: only clients from before text streams miss it.
      .catch(() => write('warn', 'A message could not be sent for older clients.'));
    return log.peek(key)!;
  }

  return {
    ids: log.ids,
    get: (id) => log.get(id),
    unread,
    latest,
    dropped,
    maxLength: MESSAGE_LIMIT,
    send: context.command({
      name: 'sendMessage',
      enabled,
      async run(text: string) {
        const clean = cleanText(text).trim();
        if (clean === '' || clean.length > MESSAGE_LIMIT) {
          throw new VisioError('INVALID_ARGUMENT', `A message has between 1 and ${MESSAGE_LIMIT} characters.`);
        }
        const from = roster.localId.peek()!;
        const name = cleanSender(roster.get(from).peek()?.name ?? '');
        const streamId = crypto.randomUUID();
        const { id } = log.add(keyOf(from, streamId), { from, name, isLocal: true, text: clean, sentAt: Date.now(), state: 'sending' });
        return deliver(id, streamId);
      },
    }),
    retry: context.command({
      name: 'retryMessage',
      enabled,
      async run(id: string) {
        const message = log.peek(id);
        if (message?.state !== 'failed') throw new VisioError('INVALID_ARGUMENT', 'There is no such message that failed.');
        return deliver(id, streamIdOf(message));
      },
    }),
    watch() {
      const key = Symbol('watch');
      watchers.add(key);
      unread.value = 0;
      return () => void watchers.delete(key);
    },
    exportText: () => log.ids.peek().map((id) => lineOf(log.peek(id)!)).join('\n'),
  };
}

/** A sender can take another's stream id, so both make the key. */
function keyOf(from: string, streamId: string): string {
  return `${from}\n${streamId}`;
}

function streamIdOf({ id, from }: ChatMessage): string {
  return id.slice(from.length + 1);
}

/** `[2026-11-23 16:05] Alice: text`; further lines are set in, so that none can pass for a message. */
function lineOf({ sentAt, name, from, text }: ChatMessage): string {
  const date = new Date(sentAt);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `[${day} ${two(date.getHours())}:${two(date.getMinutes())}] ${name || cleanSender(from)}: ${text.replaceAll('\n', '\n    ')}`;
}

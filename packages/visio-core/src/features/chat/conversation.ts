import type { EngineEvent } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';
import type { FeatureContext } from '../../meeting/context.js';
import { Limiter } from '../../meeting/limiter.js';
import { batch } from '../../reactive/index.js';
import type { ChatState } from './chat.js';
import { MessageLog, type ChatMessage } from './log.js';
import { createRepeats, type OwnMessage } from './repeats.js';
import { CHAT_TOPIC, cleanSender, cleanText, decodeLegacy, encodeLegacy, LEGACY_CHAT_TOPIC, parse, type WireMessage } from './wire.js';

/** What one person may write at once, and each second after that. */
const BURST = 5_000;
const PER_SECOND = 20;

/** How many of one's own messages are at hand to be sent again. */
const OWN_KEPT = 50;

/** How far a sender's clock may be off, in milliseconds, before ours is believed instead. */
const CLOCK_TOLERANCE = 600_000;

export type Conversation = ReturnType<typeof createConversation>;

/**
 * What a chat does once a call is there: it receives, sends and exports. Outlives calls. Begins with the events that
 * came before it; `lost` more were too many to keep.
 */
export function createConversation(context: FeatureContext, state: ChatState, events: readonly EngineEvent[], lost: number) {
  const { engine, roster, log: write } = context;
  const { unread, latest, dropped, maxLength } = state;
  const log = new MessageLog(undefined, state.messages);
  const limiter = new Limiter(BURST, PER_SECOND);
  /** What was sent last, for those who miss it. */
  const own: OwnMessage[] = [];
  /** The end of what is being sent: messages leave in the order in which they were written. */
  let line: Promise<unknown> = Promise.resolve();
  /** Whether the next call goes on with this one's messages. */
  let goesOn = false;

  createRepeats(context, own, (id, text, to) => engine.sendText(CHAT_TOPIC, text, { id, ...(to && { to }) }));

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
    if (state.watchers.size === 0) unread.value++;
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

  function handle(event: EngineEvent): void {
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
        break;
      case 'disconnected':
        goesOn = event.reason === 'connection-lost';
        break;
      default:
    }
  }

  batch(() => {
    events.forEach(handle);
    dropped.value += lost;
  });

  return {
    handle,

    async send(text: string): Promise<ChatMessage> {
      const clean = cleanText(text).trim();
      if (clean === '' || clean.length > maxLength) {
        throw new VisioError('INVALID_ARGUMENT', `A message has between 1 and ${maxLength} characters.`);
      }
      const from = roster.localId.peek();
      // The call ended while this code was fetched.
      if (from === null) throw new VisioError('COMMAND_DISABLED', 'The meeting is not connected.');
      const name = cleanSender(roster.get(from).peek()?.name ?? '');
      const streamId = crypto.randomUUID();
      const { id } = log.add(keyOf(from, streamId), { from, name, isLocal: true, text: clean, sentAt: Date.now(), state: 'sending' });
      return deliver(id, streamId);
    },

    async retry(id: string): Promise<ChatMessage> {
      const message = log.peek(id);
      if (message?.state !== 'failed') throw new VisioError('INVALID_ARGUMENT', 'There is no such message that failed.');
      return deliver(id, streamIdOf(message));
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

import type { EngineEvent, SendTextOptions } from '../../engine/engine.js';
import { toVisioError, VisioError } from '../../errors/visio-error.js';
import { cleanName } from '../../meeting/clean-name.js';
import type { FeatureContext } from '../../meeting/context.js';
import { Limiter } from '../../meeting/limiter.js';
import { batch } from '../../reactive/index.js';
import type { ChatState } from './chat.js';
import { cleanFileName, withTrueType, type ChatFile } from './files.js';
import { MessageLog, type ChatMessage } from './log.js';
import { createRepeats, type OwnFile, type OwnMessage } from './repeats.js';
import type { ChatSearch, createSearch } from './search.js';
import { createTransfers, type Transfer } from './transfers.js';
import { CHAT_TOPIC, cleanText, decodeLegacy, encodeLegacy, keyOf, LEGACY_CHAT_TOPIC, parse, type WireMessage } from './wire.js';

/** What one person may write at once, and each second after that. */
const BURST = 5_000;
const PER_SECOND = 20;

/** How many of one's own messages are at hand to be sent again. */
const OWN_KEPT = 50;

/** How far a sender's clock may be off, in milliseconds, before ours is believed instead. */
const CLOCK_TOLERANCE = 600_000;

export type Conversation = ReturnType<typeof createConversation>;

/**
 * What a chat does once there is a message: it receives, sends and exports. Outlives calls. Begins with the events that
 * came before it; `lost` more were too many to keep.
 */
export function createConversation(context: FeatureContext, state: ChatState, events: readonly EngineEvent[], lost: number) {
  const { engine, roster, log: write } = context;
  const { unread, latest, dropped, maxLength, fileLimit } = state;
  const log = new MessageLog(undefined, state.messages);
  const limiter = new Limiter(BURST, PER_SECOND);
  /** What was sent last, for those who miss it. */
  const own: OwnMessage[] = [];
  /** The end of what is being sent: messages leave in the order in which they were written. */
  let line: Promise<unknown> = Promise.resolve();
  const transfers = createTransfers(engine, log, state);
  let search: Promise<ReturnType<typeof createSearch>> | null = null;
  /** Whether the next call goes on with this one's messages. */
  let goesOn = false;

  createRepeats(context, own, async ({ id, text, file }, to) => {
    await engine.sendText(CHAT_TOPIC, text, { ...textOptions(id, file), ...(to && { to }) });
    // One that is on its way begins again by itself, but never for those who come back.
    if (file && (to || !file.isMoving)) transfers.send(file, to ? { to } : {}).catch(() => undefined);
  });

  function receive(from: string, message: WireMessage | null, attachments?: readonly string[]): void {
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
    const name = roster.get(from).peek()?.name ?? '';
    const files = transfers.announce(from, key, attachments);
    latest.value = log.add(key, { from, name, isLocal: false, text: message.text, files, sentAt, state: 'sent' });
    if (state.watchers.size === 0) unread.value++;
  }

  function clear(): void {
    log.clear();
    limiter.clear();
    transfers.clear();
    unread.value = 0;
    latest.value = null;
    dropped.value = 0;
  }

  async function deliver(key: string, streamId: string): Promise<ChatMessage> {
    const { text, files } = log.peek(key)!;
    const file = ownFile(files);
    log.change(key, { state: 'sending' });
    const transfer = file && transfers.begin(key, file);
    try {
      const sending = line.then(() => engine.sendText(CHAT_TOPIC, text, textOptions(streamId, file)));
      line = sending.catch(() => undefined);
      await sending;
      own.push({ id: streamId, text, at: Date.now(), ...(file && { file }) });
      if (own.length > OWN_KEPT) own.shift();
      if (transfer) await move(transfer);
    } catch (cause) {
      transfer?.fail();
      log.change(key, { state: 'failed' });
      throw cause;
    } finally {
      transfer?.end();
    }
    log.change(key, { state: 'sent' });
    const legacy = encodeLegacy({ id: streamId, text, timestamp: Date.now() });
    line = line
      .then(() => engine.sendPacket(legacy, { topic: LEGACY_CHAT_TOPIC }))
      // The message itself is there: only clients from before text streams miss it.
      .catch(() => write('warn', 'A message could not be sent for older clients.'));
    return log.peek(key)!;
  }

  /** Moves a file of one's own; what is at hand to be sent again tells how that went. */
  async function move({ file, move }: Transfer): Promise<void> {
    try {
      await move();
    } catch (cause) {
      // Nobody gets it by a repetition either.
      own.splice(own.findIndex((message) => message.file === file) >>> 0, 1);
      throw cause;
    }
    file.isMoving = false;
    const index = own.findIndex((message) => message.file === file);
    if (index >= 0) own[index] = { ...own[index]!, at: Date.now() };
  }

  /** Puts a message of one's own into the list, and sends it. */
  function post(text: string, files: readonly ChatFile[] = []): Promise<ChatMessage> {
    const from = roster.localId.peek();
    // The call ended while code was fetched or a file was looked at.
    if (from === null) return Promise.reject(new VisioError('COMMAND_DISABLED', 'The meeting is not connected.'));
    const name = roster.get(from).peek()?.name ?? '';
    const streamId = crypto.randomUUID();
    const { id } = log.add(keyOf(from, streamId), { from, name, isLocal: true, text, files, sentAt: Date.now(), state: 'sending' });
    return deliver(id, streamId);
  }

  function handle(event: EngineEvent): void {
    switch (event.type) {
      case 'text':
        if (event.topic === CHAT_TOPIC) receive(event.from, parse(event), event.attachments);
        break;
      case 'file':
        if (event.topic === CHAT_TOPIC) transfers.receive(event);
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
      return post(clean);
    },

    async sendFile(file: File): Promise<ChatMessage> {
      if (file.size > fileLimit) throw new VisioError('INVALID_ARGUMENT', `A file has at most ${fileLimit} bytes.`);
      const blob = await withTrueType(file).catch((cause: unknown) => {
        throw new VisioError('INVALID_ARGUMENT', 'The file cannot be read.', { cause });
      });
      const name = cleanFileName(file.name) || 'file';
      return post(name, [Object.freeze({ id: crypto.randomUUID(), name, size: blob.size, state: 'waiting', progress: 0, blob })]);
    },

    async cancelFile(id: string): Promise<ChatMessage> {
      if (!transfers.cancel(id)) throw new VisioError('INVALID_ARGUMENT', 'There is no such file under way.');
      return log.peek(id)!;
    },

    async retry(id: string): Promise<ChatMessage> {
      const message = log.peek(id);
      if (message?.state !== 'failed') throw new VisioError('INVALID_ARGUMENT', 'There is no such message that failed.');
      return deliver(id, streamIdOf(message));
    },

    async search(text: string): Promise<ChatSearch> {
      search ??= import('./search.js').then(
        ({ createSearch }) => createSearch(log),
        (cause: unknown) => {
          search = null;
          throw toVisioError(cause, 'ENGINE_LOAD_FAILED');
        },
      );
      return (await search)(text);
    },

    exportText: () => log.ids.peek().map((id) => lineOf(log.peek(id)!)).join('\n'),
  };
}

/** The file of a message of one's own, as it is sent. */
function ownFile([file]: readonly ChatFile[]): OwnFile | undefined {
  return file?.blob ? { id: file.id, name: file.name, blob: file.blob, isMoving: true } : undefined;
}

function textOptions(id: string, file: OwnFile | undefined): SendTextOptions {
  return { id, ...(file && { attachments: [file.id] }) };
}

function streamIdOf({ id, from }: ChatMessage): string {
  return id.slice(from.length + 1);
}

/** `[2026-11-23 16:05] Alice: text`; further lines are set in, so that none can pass for a message. */
function lineOf({ sentAt, name, from, text: words, files }: ChatMessage): string {
  const date = new Date(sentAt);
  const names = files.filter((file) => file.name !== words).map((file) => `📎 ${file.name}`);
  const text = files.length > 0 && names.length < files.length ? [`📎 ${words}`, ...names].join('\n') : [words, ...names].join('\n');
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `[${day} ${two(date.getHours())}:${two(date.getMinutes())}] ${name || cleanName(from)}: ${text.replaceAll('\n', '\n    ')}`;
}

import type { EngineEvent, FileEvent, PacketEvent, TextEvent } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';
import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import { computed, KeyedStore, signal, type Command, type Readable, type Writable } from '../../reactive/index.js';
import type { Conversation } from './conversation.js';
import type { ChatMessage } from './log.js';
import type { ChatSearch } from './search.js';
import { CHAT_TOPIC, LEGACY_CHAT_TOPIC } from './topics.js';

/** The longest message that can be written, in characters: as in La Suite Meet. */
const MESSAGE_LIMIT = 2_000;

/** The largest file, in bytes, unless the host says otherwise. */
export const FILE_LIMIT = 10_000_000;

/** What may wait for the code that reads it, in characters; each event counts for some more than it has. */
const WAITING_LIMIT = 8_000_000;
const EVENT_SIZE = 200;

/** Milliseconds until code that could not be fetched is fetched again. */
const RETRY_TIME = 5_000;

/** How the chat of a meeting is. */
export interface ChatOptions {
  /** The most bytes that a file may have that is sent or received; 0: there are no files. Default: 10 MB. */
  readonly fileLimit?: number;
}

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
  /** The most characters of a message, as JavaScript counts them. */
  readonly maxLength: number;
  /**
   * Sends a message; resolves to it when it is on its way. Meanwhile it is in the list, as `sending`. While the
   * connection is broken it waits. Rejects with `INVALID_ARGUMENT` when it is empty or longer than `maxLength`, and
   * with `ENGINE_LOAD_FAILED` when the chat's code could not be fetched; then it is not in the list.
   */
  readonly send: Command<[text: string], ChatMessage>;
  /** Sends a message that failed once more. */
  readonly retry: Command<[id: string], ChatMessage>;
  /** The most bytes that a file may have; 0: there are no files. */
  readonly fileLimit: number;
  /**
   * Sends a file, as a message of its own; resolves to it when all of it is on its way. Meanwhile it is in the list, as
   * `sending`, and its file tells how far it is. Rejects with `INVALID_ARGUMENT` when it is larger than `fileLimit` or
   * cannot be read, and with `COMMAND_DISABLED` when it is cancelled. `retry` sends one that failed once more.
   */
  readonly sendFile: Command<[file: File], ChatMessage>;
  /** Gives up sending the file of a message. */
  readonly cancelFile: Command<[id: string], ChatMessage>;
  /** Tells that someone sees the messages, until the returned function is called: none is unread. */
  watch(): () => void;
  /**
   * Looks for a text of at most 200 characters in the messages. The code for it is fetched with the first search. Rejects
   * with `INVALID_ARGUMENT` for a longer one, and with `ENGINE_LOAD_FAILED` when that code could not be fetched.
   */
  search(text: string): Promise<ChatSearch>;
  /** Everything as plain text, a line for each message, times in this computer's zone. */
  exportText(): string;
}

/** What is there at once; the conversation, which comes with the first message, fills it. */
export interface ChatState {
  readonly messages: KeyedStore<string, ChatMessage>;
  readonly unread: Writable<number>;
  readonly latest: Writable<ChatMessage | null>;
  readonly dropped: Writable<number>;
  readonly maxLength: number;
  readonly fileLimit: number;
  /** Who sees the messages. */
  readonly watchers: ReadonlySet<symbol>;
}

/** The chat. What reads and writes messages is fetched with the first; what comes before that is there waits for it. */
export function createChat(context: FeatureContext, { fileLimit = FILE_LIMIT }: ChatOptions = {}, load = () => import('./conversation.js')): Chat {
  const { connection, roster, scope } = context;
  const watchers = new Set<symbol>();
  const state: ChatState = {
    messages: new KeyedStore(),
    unread: signal(0),
    latest: signal(null),
    dropped: signal(0),
    maxLength: MESSAGE_LIMIT,
    fileLimit,
    watchers,
  };
  const enabled = computed(() => isInCall(connection.state.value) && roster.localId.value !== null);
  let conversation: Conversation | null = null;
  let loading: Promise<Conversation> | null = null;
  let cancelRetry: (() => void) | undefined;
  /** What came before there was a conversation, in order, how much it is, and how many were too many. */
  const waiting: EngineEvent[] = [];
  let size = 0;
  let lost = 0;

  function open(): Promise<Conversation> {
    cancelRetry?.();
    loading ??= load().then(
      ({ createConversation }) => {
        return (conversation = createConversation(context, state, waiting.splice(0), lost));
      },
      (cause: unknown) => {
        loading = null;
        cancelRetry = scope.timeout(tryOpen, RETRY_TIME);
        throw new VisioError('ENGINE_LOAD_FAILED', 'The chat could not be loaded.', { cause });
      },
    );
    return loading;
  }

  /** For nobody who waits, so that nobody is told when it fails. */
  function tryOpen(): void {
    open().catch(() => undefined);
  }

  /** In the same task when it can be: what is sent is in the list at once. */
  function run<T>(act: (conversation: Conversation) => Promise<T>): Promise<T> {
    return conversation ? act(conversation) : open().then(act);
  }

  const onData = (event: TextEvent | PacketEvent | FileEvent) => {
    if (conversation) return conversation.handle(event);
    if (event.topic !== CHAT_TOPIC && event.topic !== LEGACY_CHAT_TOPIC) return;
    size += EVENT_SIZE + lengthOf(event);
    if (size > WAITING_LIMIT) lost++;
    else waiting.push(event);
    tryOpen();
  };
  const onCall = (event: EngineEvent) => {
    if (conversation) conversation.handle(event);
    else if (waiting.length > 0) waiting.push(event);
  };
  context.onEvent({ text: onData, packet: onData, file: onData, connected: onCall, disconnected: onCall });

  return {
    ids: state.messages.keys,
    get: (id) => state.messages.get(id),
    unread: state.unread,
    latest: state.latest,
    dropped: state.dropped,
    maxLength: MESSAGE_LIMIT,
    send: context.command({ name: 'sendMessage', enabled, run: (text: string) => run((it) => it.send(text)) }),
    retry: context.command({ name: 'retryMessage', enabled, run: (id: string) => run((it) => it.retry(id)) }),
    fileLimit,
    sendFile: context.command({
      name: 'sendFile',
      enabled: fileLimit > 0 ? enabled : computed(() => false),
      run: (file: File) => run((it) => it.sendFile(file)),
    }),
    cancelFile: context.command({ name: 'cancelFile', enabled, run: (id: string) => run((it) => it.cancelFile(id)) }),
    watch() {
      const key = Symbol('watch');
      watchers.add(key);
      state.unread.value = 0;
      // Whoever sees the messages may soon write one.
      if (enabled.peek()) tryOpen();
      return () => void watchers.delete(key);
    },
    search: (text) => run((it) => it.search(text)),
    exportText: () => conversation?.exportText() ?? '',
  };
}

function lengthOf(event: TextEvent | PacketEvent | FileEvent): number {
  if (event.type === 'file') return event.state === 'received' ? event.data.size : 0;
  return (event.type === 'text' ? event.text : event.payload).length;
}

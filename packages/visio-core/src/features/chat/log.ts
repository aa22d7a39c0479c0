import { KeyedStore, signal, type Readable } from '../../reactive/index.js';
import type { ChatFile } from './files.js';

/** A message, as of now. Frozen: each change makes a new one. */
export interface ChatMessage {
  /** Unique in the log. */
  readonly id: string;
  /** The identity of who wrote it. */
  readonly from: string;
  /** What they were called then; may be empty. Text from the network. */
  readonly name: string;
  readonly isLocal: boolean;
  /** Text from the network, and no markup. Of a message that is only a file: the file's name, for clients without files. */
  readonly text: string;
  /** The files that go with it. */
  readonly files: readonly ChatFile[];
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
  /** Whether its sender changed it afterwards. */
  readonly edited: boolean;
  /** Whether the room has it; one's own are `sending` at first. */
  readonly state: 'sending' | 'sent' | 'failed';
  /** Whether it begins what one person wrote without a pause. */
  readonly startsGroup: boolean;
}

/** How many messages are kept; the oldest go. */
const LOG_LIMIT = 10_000;

/** Messages of one person that follow each other within this time, in milliseconds, are one group. As in La Suite Meet. */
const GROUP_TIME = 60_000;

export type NewMessage = Omit<ChatMessage, 'id' | 'startsGroup' | 'edited' | 'files'> & Partial<Pick<ChatMessage, 'files'>>;

const NO_FILES: readonly ChatFile[] = Object.freeze([]);

/** All messages in the order in which they came. A change of one tells only those who watch that one. */
export class MessageLog {
  readonly #messages: KeyedStore<string, ChatMessage>;
  readonly #limit: number;
  readonly #edits = signal(0);
  #last: ChatMessage | undefined;

  constructor(limit = LOG_LIMIT, messages = new KeyedStore<string, ChatMessage>()) {
    this.#limit = limit;
    this.#messages = messages;
  }

  get ids(): Readable<readonly string[]> {
    return this.#messages.keys;
  }

  /** How often what a message says was changed; not how it is on its way. */
  get edits(): Readable<number> {
    return this.#edits;
  }

  get size(): number {
    return this.#messages.size;
  }

  get(id: string): Readable<ChatMessage | undefined> {
    return this.#messages.get(id);
  }

  peek(id: string): ChatMessage | undefined {
    return this.#messages.peek(id);
  }

  add(id: string, message: NewMessage): ChatMessage {
    const last = this.#last;
    const follows = last?.from === message.from && last.name === message.name && message.sentAt - last.sentAt < GROUP_TIME;
    const added = Object.freeze({ id, edited: false, files: NO_FILES, startsGroup: !follows, ...message });
    this.#last = added;
    this.#messages.set(id, added);
    if (this.#messages.size > this.#limit) this.#messages.delete(this.#messages.first!);
    return added;
  }

  change(id: string, change: Partial<Pick<ChatMessage, 'text' | 'edited' | 'state' | 'files'>>): void {
    const message = this.#messages.peek(id);
    if (!message) return;
    const changed = Object.freeze({ ...message, ...change });
    this.#messages.set(id, changed);
    if (changed.text !== message.text || changed.files.some(({ name }, index) => name !== message.files[index]?.name)) this.#edits.value++;
  }

  clear(): void {
    this.#messages.clear();
    this.#last = undefined;
  }
}

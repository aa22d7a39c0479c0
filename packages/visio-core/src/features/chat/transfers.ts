import type { Engine, FileEvent, SendFileOptions } from '../../engine/engine.js';
import { rejectsWith } from '../../engine/files.js';
import type { ChatState } from './chat.js';
import { cleanFileName, FILES_A_MESSAGE, Store, withTrueType, type ChatFile } from './files.js';
import type { MessageLog } from './log.js';
import type { OwnFile } from './repeats.js';
import { CHAT_TOPIC, ID_LIMIT, keyOf } from './wire.js';

/** In place of the message of a file that has come. */
const RECEIVED = '';

/** How often one is told at most how far a file of one's own is. */
const PROGRESS_STEPS = 50;

/** A file of one's own on its way to everyone. */
export interface Transfer {
  readonly file: OwnFile;
  /** Sends its bytes; rejects when it is given up, too. */
  move(): Promise<void>;
  /** It, or its message, did not go. */
  fail(): void;
  /** From here on it cannot be given up. */
  end(): void;
}

/** The bytes of a conversation's files, both ways; how each of them is stands in its message. */
export function createTransfers(engine: Engine, log: MessageLog, { dropped, fileLimit }: Pick<ChatState, 'dropped' | 'fileLimit'>) {
  /** The messages of files that are still to come. */
  const announced = new Map<string, string>();
  /** What gives up a file of one's own, by its message. */
  const underWay = new Map<string, AbortController>();
  /** The end of what is being sent: one after the other, beside the messages. */
  let line: Promise<unknown> = Promise.resolve();
  const store = new Store();

  function change(key: string, id: string, changes: Partial<Omit<ChatFile, 'id'>>): void {
    const files = log.peek(key)?.files.map((file) => (file.id === id ? Object.freeze({ ...file, ...changes }) : file));
    if (files) log.change(key, { files });
  }

  /** Keeps the bytes of a file that is whole, as long as there is room. */
  function keep(from: string, key: string, id: string, blob: Blob): void {
    change(key, id, { state: 'ready', progress: 1, size: blob.size, blob });
    for (const released of store.add(from, `${key}\t${id}`, blob.size)) {
      const [message, file] = released.split('\t') as [string, string];
      change(message, file, { state: 'released', blob: null });
    }
  }

  /** What is known of the files that a message tells of. */
  function announce(from: string, key: string, attachments: readonly string[] = []): readonly ChatFile[] {
    if (fileLimit === 0) return [];
    const ids = [...new Set(attachments.slice(0, FILES_A_MESSAGE))].filter((id) => id !== '' && id.length <= ID_LIMIT && !id.includes('\t'));
    return ids.map((id) => {
      announced.set(keyOf(from, id), key);
      return Object.freeze({ id, name: '', size: null, state: 'waiting', progress: 0, blob: null } as const);
    });
  }

  function receive(event: FileEvent): void {
    const { from, id } = event;
    const key = announced.get(keyOf(from, id));
    // It is there already: its sender repeats it for others.
    if (key === RECEIVED) return;
    if (key === undefined) {
      // A file that no message told of.
      if (event.state !== 'receiving') dropped.value++;
      return;
    }
    const about = { name: cleanFileName(event.name) || id, size: event.size };
    if (event.state === 'receiving') {
      change(key, id, { ...about, state: 'moving', progress: Math.min(1, event.received / (event.size || Infinity)) });
    } else if (event.state === 'dropped') {
      change(key, id, { ...about, state: event.reason === 'too-large' ? 'too-large' : 'failed' });
    } else {
      announced.set(keyOf(from, id), RECEIVED);
      const { name } = about;
      void withTrueType(event.data).then((blob) => {
        change(key, id, { name });
        keep(from, key, id, blob);
      });
    }
  }

  /** Of one's own files one moves at a time: the second of the same id would spoil the first. */
  function send({ id, name, blob }: OwnFile, options: Omit<SendFileOptions, 'id' | 'name'>): Promise<unknown> {
    const sending = line.then(() => engine.sendFile(CHAT_TOPIC, blob, { id, name, ...options }));
    line = sending.catch(() => undefined);
    return sending;
  }

  /** From here on the file of the message `key` is under way, and can be given up. */
  function begin(key: string, file: OwnFile): Transfer {
    const { id, blob } = file;
    const stop = new AbortController();
    const { signal } = stop;
    underWay.set(key, stop);
    change(key, id, { state: 'waiting', progress: 0 });

    return {
      file,
      async move() {
        const step = Math.max(1, blob.size / PROGRESS_STEPS);
        let told = 0;
        const onProgress = (sent: number) => {
          if (Math.abs(sent - told) < step || signal.aborted) return;
          told = sent;
          change(key, id, { state: 'moving', progress: sent / blob.size });
        };
        // One that is given up before its turn does not wait for it.
        await Promise.race([send(file, { signal, onProgress }), rejectsWith(signal)]);
        keep(log.peek(key)!.from, key, id, blob);
      },
      fail: () => change(key, id, { state: signal.aborted ? 'cancelled' : 'failed', progress: 0 }),
      end: () => void underWay.delete(key),
    };
  }

  return {
    announce,
    receive,
    send,
    begin,
    /** Gives up the file of a message; tells whether there was one. */
    cancel(key: string): boolean {
      const stop = underWay.get(key);
      stop?.abort();
      return stop !== undefined;
    },
    clear(): void {
      announced.clear();
      store.clear();
    },
  };
}

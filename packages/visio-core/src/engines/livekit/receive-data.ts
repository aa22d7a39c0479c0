/** What others send to the local participant as streams: texts and files. */
import type { TextStreamHandler } from 'livekit-client';
import { TEXT_LIMIT, type EngineContext, type FileEvent, type TextEvent } from '../../engine/engine.js';
import { createFileReceiving } from './files.js';
import { readAll } from './read-all.js';

/** How many texts of one sender may be under way at once. What comes beyond is dropped. */
const PENDING_LIMIT = 5_000;

/** Keeps what one sender sent in its order: a short text must not overtake a long one, nor a file its text. */
export interface Lines {
  /** Calls `act` after what this sender sent before. */
  add(from: string, act: () => void | Promise<void>): void;
  /** Whether too much of this sender is waiting. */
  isFull(from: string): boolean;
}

/** Reads the texts and files of the context's topics, and tells of them. */
export function createReceiving(context: EngineContext, tell: (event: TextEvent | FileEvent) => void) {
  const { log } = context;
  const waiting = new Map<string, { pending: number; last: Promise<unknown> }>();

  const lines: Lines = {
    add(from, act) {
      const line = waiting.get(from) ?? { pending: 0, last: Promise.resolve() };
      waiting.set(from, line);
      line.pending++;
      line.last = line.last.then(act).finally(() => {
        if (--line.pending === 0) waiting.delete(from);
      });
    },
    isFull: (from) => (waiting.get(from)?.pending ?? 0) >= PENDING_LIMIT,
  };

  return {
    receiveText(reader: Parameters<TextStreamHandler>[0], from: string): void {
      const { id, topic, timestamp, attributes = {}, attachedStreamIds: attachments } = reader.info;
      if (lines.isFull(from)) {
        log('warn', 'Too many texts at once: one is dropped.', { topic });
        void readText(reader, 0);
        return;
      }
      // Reading begins at once, telling waits for those before.
      const reading = readText(reader, TEXT_LIMIT);
      lines.add(from, async () => {
        const text = await reading;
        if (text === null) log('warn', 'A text that was too long, or not whole, is dropped.', { topic });
        else tell({ type: 'text', topic, from, id, text, timestamp, attributes, ...(attachments?.length && { attachments }) });
      });
    },
    receiveFile: createFileReceiving(context, lines, tell),
  };
}

async function readText(reader: AsyncIterable<string>, limit: number): Promise<string | null> {
  let text: string | null = '';
  const end = await readAll(reader, (chunk) => {
    if (text !== null) text = text.length + chunk.length > limit ? null : text + chunk;
  });
  // Its sender went, or what they sent is no text.
  return end === 'whole' ? text : null;
}

import type { Room, TextStreamHandler } from 'livekit-client';
import { TEXT_LIMIT, type EngineContext, type TextEvent } from '../../engine/engine.js';

/** How many texts of one sender may be under way at once. What comes beyond is dropped. */
const PENDING_LIMIT = 5_000;

type Reader = Parameters<TextStreamHandler>[0];

/** Tells each text of these topics once it is whole. */
export function receiveTexts(room: Room, { log, textTopics = [] }: EngineContext, tell: (event: TextEvent) => void): void {
  for (const topic of textTopics) {
    /** Of each sender, the end of what is being read: a short text must not overtake a long one. */
    const lines = new Map<string, { pending: number; last: Promise<void> }>();
    room.registerTextStreamHandler(topic, (reader, { identity: from }) => {
      const line = lines.get(from) ?? { pending: 0, last: Promise.resolve() };
      if (line.pending >= PENDING_LIMIT) return log('warn', 'Too many texts at once: one is dropped.', { topic });
      lines.set(from, line);
      line.pending++;
      // Reading begins at once, telling waits for those before.
      const reading = read(reader);
      const { id, timestamp, attributes = {} } = reader.info;
      line.last = line.last.then(async () => {
        const text = await reading;
        if (text === null) log('warn', 'A text that was too long, or not whole, is dropped.', { topic });
        else tell({ type: 'text', topic, from, id, text, timestamp, attributes });
        if (--line.pending === 0) lines.delete(from);
      });
    });
  }
}

async function read(reader: Reader): Promise<string | null> {
  let text = '';
  try {
    for await (const chunk of reader) {
      text += chunk;
      if (text.length > TEXT_LIMIT) return null;
    }
    return text;
  } catch {
    // Its sender went, or what they sent is no text.
    return null;
  }
}

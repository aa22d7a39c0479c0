/** Files that are sent and received as byte streams. */
import type { ByteStreamHandler, Room } from 'livekit-client';
import type { EngineContext, FileEvent, FileProgress, SendFileOptions } from '../../engine/engine.js';
import { FILES_AT_ONCE, givenUp, rejectsWith } from '../../engine/files.js';
import { readAll } from './read-all.js';
import type { Lines } from './receive-data.js';

/** How much of a file comes between two words about it: a part of it, and at least as many bytes. */
const TELL_PART = 1 / 25;
const TELL_BYTES = 60_000;

/** A file is read in pieces of this many bytes. */
const PIECE = 60_000;

/** LiveKit's number for the channel that loses nothing; it exports no name for it. */
const RELIABLE = 0;

/** Receives files so that never too many are under way. */
export function createFileReceiving({ fileTopics = {} }: EngineContext, lines: Lines, tell: (event: FileEvent) => void) {
  /** How many of each sender are. */
  const counts = new Map<string, number>();

  return async (reader: Parameters<ByteStreamHandler>[0], from: string): Promise<void> => {
    const { id, topic, name, size = null } = reader.info;
    const limit = fileTopics[topic] ?? 0;
    const say = (progress: FileProgress) => lines.add(from, () => tell({ type: 'file', topic, from, id, name, size, ...progress }));
    const ofSender = counts.get(from) ?? 0;
    const ofAll = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const isTooMany = ofSender >= FILES_AT_ONCE.sender || ofAll >= FILES_AT_ONCE.all;
    if (isTooMany || (size ?? 0) > limit) {
      // Told once that nobody wants it, read so that nothing piles up, and thrown away.
      if (!lines.isFull(from)) say({ state: 'dropped', reason: isTooMany ? 'too-many' : 'too-large' });
      await readAll(reader, () => undefined);
      return;
    }
    counts.set(from, ofSender + 1);
    say({ state: 'receiving', received: 0 });
    const end = await readFile(reader, size, limit, say);
    const left = counts.get(from)! - 1;
    if (left > 0) counts.set(from, left);
    else counts.delete(from);
    say(end);
  };
}

async function readFile(
  reader: AsyncIterable<Uint8Array>,
  size: number | null,
  limit: number,
  say: (progress: FileProgress) => void,
): Promise<FileProgress> {
  const most = Math.min(limit, size ?? limit);
  const step = Math.max(TELL_BYTES, most * TELL_PART);
  let parts: Uint8Array<ArrayBuffer>[] | null = [];
  let received = 0;
  let told = 0;
  const end = await readAll(reader, (chunk) => {
    received += chunk.byteLength;
    if (received > most) parts = null;
    if (!parts) return;
    parts.push(chunk as Uint8Array<ArrayBuffer>);
    if (received - told < step || received === most) return;
    told = received;
    say({ state: 'receiving', received });
  });
  if (!parts || end === 'too-long') return { state: 'dropped', reason: 'too-large' };
  // A sender whose connection breaks after the last byte brings no end; with the length declared, none is needed.
  const isWhole = size === null ? end === 'whole' : received === size;
  if (!isWhole) return { state: 'dropped', reason: 'incomplete' };
  return { state: 'received', data: new Blob(parts) };
}

/** Sends a file, from its beginning again in each new session. `deliver` waits for a connection that is whole. */
export async function sendFile(
  room: Room,
  ready: () => Promise<void>,
  deliver: (send: () => Promise<void>) => Promise<void>,
  topic: string,
  file: Blob,
  options: SendFileOptions & { readonly id: string },
): Promise<void> {
  const { signal } = options;
  if (signal?.aborted) throw givenUp();
  const sending = (async () => {
    for (let isSent = false; !isSent && !signal?.aborted; ) {
      await deliver(async () => {
        const session = room.localParticipant.sid;
        try {
          isSent = await sendPieces(room, ready, topic, file, options);
        } catch (cause) {
          // The session ended under it: in the new one it begins again.
          if (room.localParticipant.sid === session) throw cause;
        }
      });
    }
    if (signal?.aborted) throw givenUp();
  })();
  // Nobody who gives up waits for a broken connection.
  await (signal ? Promise.race([sending, rejectsWith(signal)]) : sending);
}

/** Sends the bytes of a file; `false` when the session ended on the way, so that the others have only a part of it. */
async function sendPieces(
  room: Room,
  ready: () => Promise<void>,
  topic: string,
  file: Blob,
  { id, name = '', to, onProgress, signal }: SendFileOptions & { readonly id: string },
): Promise<boolean> {
  const { localParticipant } = room;
  const session = localParticipant.sid;
  const writer = await localParticipant.streamBytes({
    topic,
    streamId: id,
    name,
    totalSize: file.size,
    ...(to && { destinationIdentities: [...to] }),
  });
  try {
    for (let sent = 0; sent < file.size && !signal?.aborted; onProgress?.(sent)) {
      const piece = await read(file, sent);
      // What is written into a broken connection would be kept whole, and lost with the session.
      await ready();
      if (localParticipant.sid !== session) return false;
      await writer.write(piece);
      sent += piece.byteLength;
    }
    // What still waits in the channel goes with its session.
    while (localParticipant.sid === session && room.engine.dataChannelForKind(RELIABLE)?.bufferedAmount) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await ready();
    }
  } finally {
    // Whoever has begun to read it ends, in whatever session: the same id could not be opened anew.
    await ready();
    await writer.close();
  }
  return localParticipant.sid === session;
}

/** The piece of `file` that begins at `start`. */
async function read(file: Blob, start: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(start, start + PIECE).arrayBuffer());
}

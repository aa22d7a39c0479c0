import { DataStreamError, DataStreamErrorReason } from 'livekit-client';

/**
 * Reads to the end, whatever comes: what nobody reads LiveKit keeps. Beyond the length that was declared LiveKit throws at
 * each chunk, and for ever at the end; from there on the stream below its reader is read, and thrown away.
 */
export async function readAll<T>(reader: AsyncIterable<T>, take: (chunk: T) => void): Promise<'whole' | 'broken' | 'too-long'> {
  try {
    for await (const chunk of reader) take(chunk);
    return 'whole';
  } catch (cause) {
    if (!(cause instanceof DataStreamError) || cause.reason !== DataStreamErrorReason.LengthExceeded) return 'broken';
  }
  await drain((reader as { readonly reader?: unknown }).reader);
  return 'too-long';
}

/** LiveKit 2.23 has no public way to it. */
async function drain(stream: unknown): Promise<void> {
  if (!(stream instanceof ReadableStream)) return;
  const chunks = stream.getReader();
  try {
    while (!(await chunks.read()).done);
  } catch {
    // Its sender went.
  }
}

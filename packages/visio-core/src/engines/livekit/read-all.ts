import { DataStreamError, DataStreamErrorReason } from 'livekit-client';

/**
 * Reads to the end, whatever comes: what nobody reads LiveKit keeps. At each chunk beyond the length that was declared
 * LiveKit throws, and can be read on after it.
 */
export async function readAll<T>(reader: AsyncIterable<T>, take: (chunk: T) => void): Promise<'whole' | 'broken' | 'too-long'> {
  for (let isTooLong = false; ; ) {
    try {
      for await (const chunk of reader) take(chunk);
      return isTooLong ? 'too-long' : 'whole';
    } catch (cause) {
      const goesOn = cause instanceof DataStreamError && cause.reason === DataStreamErrorReason.LengthExceeded;
      if (!goesOn) return isTooLong ? 'too-long' : 'broken';
      isTooLong = true;
    }
  }
}

import { VisioError } from '../errors/visio-error.js';

/** How many files an engine receives at once, of one sender and of all. What comes beyond is dropped. */
export const FILES_AT_ONCE = { sender: 4, all: 16 } as const;

/** What sending rejects with when its `AbortSignal` is aborted. */
export function givenUp(): VisioError {
  return new VisioError('COMMAND_DISABLED', 'Sending was given up.');
}

/** Rejects so once `signal` is aborted, and never resolves. */
export function rejectsWith(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(givenUp()), { once: true }));
}

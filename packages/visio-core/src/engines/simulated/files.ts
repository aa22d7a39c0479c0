import type { EngineContext, EngineEvent, FileEvent, FileProgress, SendFileOptions } from '../../engine/engine.js';
import { FILES_AT_ONCE, givenUp, rejectsWith } from '../../engine/files.js';
import { LOCAL_ID } from './room.js';
import type { FileListener, SimulatedFileOptions } from './scenario.js';

/** In how many steps a file moves, how long one takes at least, and how many bytes move in a millisecond. */
const STEPS = 10;
const STEP_TIME = 15;
const SPEED = 4_000;

export interface FilesOptions {
  readonly context: EngineContext;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly tell: (event: EngineEvent) => void;
  /** Waits for a connection that is whole, and so many milliseconds. */
  readonly answer: (ms: number) => Promise<void>;
  readonly isPresent: (id: string) => boolean;
  readonly receivers: (to?: readonly string[]) => readonly string[];
}

/** Files that are sent and received, as a real connection would bring them. */
export function createFiles({ context, after, tell, answer, isPresent, receivers }: FilesOptions) {
  const listeners = new Set<FileListener>();
  const underWay = new Map<string, number>();
  let count = 0;

  /** Waits as `answer` does, unless it is given up. */
  async function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted) throw givenUp();
    const waiting = answer(ms);
    if (!signal) return waiting;
    // Whoever gave up hears no more of it.
    waiting.catch(() => undefined);
    await Promise.race([waiting, rejectsWith(signal)]);
  }

  async function move(file: Blob, onProgress: SendFileOptions['onProgress'], signal: AbortSignal | undefined): Promise<void> {
    for (let step = 1; step <= STEPS; step++) {
      await wait(Math.max(STEP_TIME, file.size / SPEED / STEPS), signal);
      onProgress?.(Math.round((file.size * step) / STEPS));
    }
    if (signal?.aborted) throw givenUp();
  }

  return {
    async send(topic: string, file: Blob, { id = crypto.randomUUID(), name = '', to, onProgress, signal }: SendFileOptions = {}): Promise<string> {
      await wait(0, signal);
      const say = (progress: FileProgress) => {
        for (const listener of [...listeners]) listener({ type: 'file', topic, from: LOCAL_ID, id, name, size: file.size, ...progress }, receivers(to));
      };
      say({ state: 'receiving', received: 0 });
      try {
        await move(file, onProgress, signal);
      } catch (cause) {
        say({ state: 'dropped', reason: 'incomplete' });
        throw cause;
      }
      say({ state: 'received', data: new Blob([file]) });
      return id;
    },

    receive(from: string, topic: string, file: Blob, options: SimulatedFileOptions = {}): string {
      const { id = `file-${++count}`, name = '', size = file.size, to, ms = 0, breaks = false } = options;
      const limit = context.fileTopics?.[topic] ?? 0;
      if (limit === 0 || from === LOCAL_ID || !isPresent(from) || to?.includes(LOCAL_ID) === false) return id;
      const say = (progress: FileProgress) => tell({ type: 'file', topic, from, id, name, size, ...progress } as FileEvent);
      const ofSender = underWay.get(from) ?? 0;
      const ofAll = [...underWay.values()].reduce((sum, each) => sum + each, 0);
      if (ofSender >= FILES_AT_ONCE.sender || ofAll >= FILES_AT_ONCE.all) say({ state: 'dropped', reason: 'too-many' });
      else if ((size ?? 0) > limit) say({ state: 'dropped', reason: 'too-large' });
      else {
        underWay.set(from, ofSender + 1);
        say({ state: 'receiving', received: 0 });
        step(1);
      }
      return id;

      function step(number: number): void {
        if (ms === 0) return end(false);
        after(ms / STEPS, () => {
          const isBroken = !isPresent(from) || (breaks && number >= STEPS / 2);
          if (isBroken || number === STEPS) return end(isBroken);
          say({ state: 'receiving', received: Math.round((file.size * number) / STEPS) });
          step(number + 1);
        });
      }

      function end(isBroken: boolean): void {
        underWay.set(from, underWay.get(from)! - 1);
        if (file.size > Math.min(limit, size ?? limit)) say({ state: 'dropped', reason: 'too-large' });
        else if (isBroken || breaks || file.size < (size ?? 0)) say({ state: 'dropped', reason: 'incomplete' });
        else say({ state: 'received', data: new Blob([file]) });
      }
    },

    onFile(listener: FileListener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    clear(): void {
      underWay.clear();
    },
  };
}

export type Files = ReturnType<typeof createFiles>;

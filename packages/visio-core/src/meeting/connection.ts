import type { EndReason } from '../engine/engine.js';
import type { VisioError } from '../errors/visio-error.js';
import { batch, signal, type Readable } from '../reactive/index.js';

/**
 * Where a meeting is in its life.
 *
 * ```text
 * idle ─► lobby ─► joining ─► connected ⇄ reconnecting
 *   └──────────────►─┘│ ▲ │         └─────┬─────┘
 *                 waiting │               ▼
 *                      └► failed ◄────── left      (both ─► lobby, joining)
 * ```
 */
export type ConnectionState = 'idle' | 'lobby' | 'joining' | 'waiting' | 'connected' | 'reconnecting' | 'left' | 'failed';

const NEXT: Readonly<Record<ConnectionState, readonly ConnectionState[]>> = {
  idle: ['lobby', 'joining'],
  lobby: ['joining', 'left', 'idle'],
  joining: ['waiting', 'connected', 'failed', 'left'],
  // Until someone lets the person in.
  waiting: ['joining', 'failed', 'left'],
  connected: ['reconnecting', 'left', 'failed'],
  reconnecting: ['connected', 'left', 'failed'],
  left: ['lobby', 'joining', 'idle'],
  failed: ['lobby', 'joining', 'idle', 'left'],
};

/** Where a meeting is between its lobby and its end. */
export interface Connection {
  readonly state: Readable<ConnectionState>;
  /** Why the state is `failed`; `null` otherwise. */
  readonly error: Readable<VisioError | null>;
  /** Why the last connection ended; `null` while there is none that did. */
  readonly endReason: Readable<EndReason | null>;
}

export interface ConnectionMachine extends Connection {
  /** Goes to `state`. Returns false, and changes nothing, when there is no way there. */
  go(state: ConnectionState, outcome?: { error?: VisioError; reason?: EndReason }): boolean;
}

export function createConnection(): ConnectionMachine {
  const state = signal<ConnectionState>('idle');
  const error = signal<VisioError | null>(null);
  const endReason = signal<EndReason | null>(null);
  return {
    state,
    error,
    endReason,
    go(next, outcome = {}) {
      if (!NEXT[state.peek()].includes(next)) return false;
      batch(() => {
        error.value = outcome.error ?? null;
        endReason.value = outcome.reason ?? null;
        state.value = next;
      });
      return true;
    },
  };
}

/** Whether one is on the way in. */
export function isEntering(state: ConnectionState): boolean {
  return state === 'joining' || state === 'waiting';
}

/** Whether there is a room on the other side. */
export function isInCall(state: ConnectionState): boolean {
  return state === 'connected' || state === 'reconnecting';
}

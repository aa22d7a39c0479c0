import type { EngineFactory } from '../../engine/engine.js';
import { livekitEngine } from '../../engines/livekit/index.js';
import type { CheckReport } from './check.js';
import type { ConnectionCheckOptions } from './run.js';

/**
 * Checks a connection without a meeting: for a page of one's own about what may be in the way. `createEngine` is
 * LiveKit by default. Never rejects because something is blocked: that is what the report tells.
 *
 * ```ts
 * const report = await checkConnection({ serverUrl: 'wss://livekit.example', token });
 * const blocked = report.steps.filter(({ state }) => state === 'failed');
 * ```
 */
export async function checkConnection(options: ConnectionCheckOptions, createEngine: EngineFactory = livekitEngine()): Promise<CheckReport> {
  const { check } = await import('./run.js');
  return check(options, createEngine);
}

/**
 * A meeting without a server and without a camera, for tests, stories, demos and for building an interface: other
 * people with drawn video and voices, moved by a scenario, by a clock that can be made to stand still.
 *
 * ```ts
 * const meeting = createMeeting({
 *   engine: simulatedEngine({ scenario: 'team-9' }),
 *   backend: staticBackend('wss://simulated', 'any'),
 * });
 * await meeting.join();
 * simulatedDirector(meeting)?.speak('camille-laurent', 3_000);
 * ```
 *
 * Any server address and any token will do, but for these words in the token: `invalid`, `expired` (refused, with
 * `INVALID_TOKEN` and `EXPIRED_TOKEN`) and `viewer` (may publish nothing); and in the address: `unreachable`
 * (`SERVER_UNREACHABLE`) and `blocked` (`MEDIA_BLOCKED`).
 *
 * @module visio-core/engines/simulated
 */
import type { Engine, EngineFactory } from '../../engine/engine.js';
import { createSimulatedEngine, type SimulatedOptions } from './engine.js';
import type { Director } from './scenario.js';

/** An engine of equal rank with LiveKit's. */
export function simulatedEngine(options: SimulatedOptions = {}): EngineFactory {
  return (context) => createSimulatedEngine(context, options);
}

/** Who moves a meeting's simulated room; `null` when its engine is another. */
export function simulatedDirector(meeting: { readonly engine: Engine }): Director | null {
  return 'director' in meeting.engine ? (meeting.engine as Engine & { director: Director }).director : null;
}

export { simulatedBackend, type BackendCall, type SimulatedBackend } from './backend.js';
export { createClock, createManualClock, type ManualClock, type SimulatedClock } from './clock.js';
export type { SimulatedEngine, SimulatedOptions } from './engine.js';
export type { Random } from './random.js';
export { defineScenario, type CaptionOptions, type Cue, type DataListener, type DeniableDevice, type Director, type FileListener, type Person, type Scenario, type ScreenChoice, type Seen, type SimulatedFileOptions } from './scenario.js';
export type { SimulatedNetwork } from './transport.js';
export { scenarioNames, type ScenarioName } from './scenarios.js';

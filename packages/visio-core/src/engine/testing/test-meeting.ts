import { vi } from 'vitest';
import { staticBackend } from '../../backends/static.js';
import { simulatedEngine, type Director, type Scenario, type SimulatedEngine } from '../../engines/simulated/index.js';
import { createMeeting, type Meeting, type MeetingOptions } from '../../meeting/create-meeting.js';
// Fetched on the way in, in the world's time: a test's clock does not wait for it.
import '../../meeting/entry.js';
import type { Engine } from '../engine.js';
import { FakeMedia } from './fake-media.js';

export interface TestMeeting {
  readonly meeting: Meeting;
  readonly media: FakeMedia;
  readonly director: Director;
  /** The engine's methods, to look at or to replace. */
  readonly engine: Engine;
}

export interface TestMeetingOptions extends Omit<MeetingOptions, 'engine'> {
  readonly scenario?: Scenario;
  readonly token?: string;
  readonly serverUrl?: string;
}

/** A meeting on the simulated engine, alone in its room, with devices of the test's own. Wants vitest's fake timers. */
export function createTestMeeting({ scenario = {}, token = 'any', serverUrl = 'wss://simulated', ...options }: TestMeetingOptions = {}): TestMeeting {
  const media = new FakeMedia();
  const made: { engine?: Engine; director?: Director } = {};
  const meeting = createMeeting({
    backend: staticBackend(serverUrl, token),
    ...options,
    engine(context) {
      const engine = simulatedEngine({ scenario })(context) as SimulatedEngine;
      made.director = engine.director;
      made.engine = { ...engine, media };
      return made.engine;
    },
  });
  return { meeting, media, director: made.director!, engine: made.engine! };
}

/** Lets the simulation's time pass, and with it every update. */
export async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

/** Waits for a command that takes the engine's time. */
export async function during<T>(command: Promise<T>): Promise<T> {
  // A rejection meanwhile is for the caller.
  command.catch(() => undefined);
  await pass(100);
  return command;
}

/** Joins, and lets microphone and camera arrive. */
export async function enter({ meeting }: TestMeeting): Promise<void> {
  const joined = meeting.join();
  // Code on the way in takes the world's time.
  await vi.dynamicImportSettled();
  await pass(500);
  await joined;
  // What comes beside the way in takes the world's time: the devices follow it.
  await pass(100);
}

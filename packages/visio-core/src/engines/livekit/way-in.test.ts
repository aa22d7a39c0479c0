import { EventEmitter } from 'events';
import { EngineEvent, type Room } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hearConnected } from './way-in.js';

type Engine = Room['engine'];

/** What `hearConnected` uses of LiveKit's engine, with an offer sent and not answered. What is real is tested in `livekit.browser-test.ts`. */
function createEngine(mode = 'publisher-only') {
  const publisher = Object.assign(new EventEmitter(), { latestOfferId: 1, latestAcknowledgedOfferId: 0 });
  let found!: () => void;
  let lost!: (cause: Error) => void;
  const looked = new Promise<void>((resolve, reject) => {
    found = resolve;
    lost = reject;
  });
  const fake = Object.assign(new EventEmitter(), { pcManager: { publisher, mode }, isClosed: false, waitForPCInitialConnection: () => looked });
  const engine = fake as unknown as Engine;
  return {
    engine,
    fake,
    found,
    lost,
    connected: () => fake.emit(EngineEvent.Connected),
    answer(id: number) {
      publisher.latestAcknowledgedOfferId = id;
      publisher.emit('offerAnswered', id);
    },
  };
}

/** Someone on the way in, with LiveKit's first offer on its way. */
function enter(isAsking: boolean, { mode, abort }: { mode?: string; abort?: AbortController } = {}) {
  const created = createEngine(mode);
  hearConnected(created.engine, isAsking);
  return { ...created, waiting: created.engine.waitForPCInitialConnection(20_000, abort) };
}

/** What became of it, once all that can be done at once is done. */
async function outcomeOf(waiting: Promise<void>): Promise<string> {
  return Promise.race([waiting.then(() => 'connected', ({ message }: Error) => message), vi.advanceTimersByTimeAsync(0).then(() => 'waits')]);
}

describe('hearConnected', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('goes on with the connection, and not with the next look at it', async () => {
    const { connected, waiting } = enter(false);
    expect(await outcomeOf(waiting)).toBe('waits');
    connected();
    expect(await outcomeOf(waiting)).toBe('connected');
  });

  it('waits for the answer that the first pictures come with, where there are some', async () => {
    const { connected, answer, waiting } = enter(true);
    answer(1);
    connected();
    expect(await outcomeOf(waiting)).toBe('waits');
    answer(2);
    expect(await outcomeOf(waiting)).toBe('connected');
  });

  it('waits for no answer of a server that makes the offers itself', async () => {
    const { connected, waiting } = enter(true, { mode: 'subscriber-primary' });
    connected();
    expect(await outcomeOf(waiting)).toBe('connected');
  });

  it('waits for that answer no longer than a moment', async () => {
    const { connected, waiting } = enter(true);
    connected();
    await vi.advanceTimersByTimeAsync(99);
    expect(await outcomeOf(waiting)).toBe('waits');
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcomeOf(waiting)).toBe('connected');
  });

  it('goes on with a look that finds it connected', async () => {
    const { found, waiting } = enter(false);
    found();
    expect(await outcomeOf(waiting)).toBe('connected');
  });

  it('fails as the look does', async () => {
    const { lost, waiting } = enter(true);
    lost(new Error('could not establish pc connection'));
    expect(await outcomeOf(waiting)).toBe('could not establish pc connection');
  });

  it('fails when joining is given up while it waits for an answer', async () => {
    const abort = new AbortController();
    const { connected, answer, waiting } = enter(true, { abort });
    connected();
    expect(await outcomeOf(waiting)).toBe('waits');
    abort.abort();
    answer(2);
    expect(await outcomeOf(waiting)).toBe('The connection ended while it was made.');
  });

  it('fails when the server ends the connection meanwhile', async () => {
    const { fake, connected, answer, waiting } = enter(true);
    connected();
    expect(await outcomeOf(waiting)).toBe('waits');
    fake.isClosed = true;
    answer(2);
    expect(await outcomeOf(waiting)).toBe('The connection ended while it was made.');
  });
});

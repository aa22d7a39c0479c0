import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effect, signal } from '../reactive/index.js';
import type { EngineEvent } from './engine.js';
import { Ingest } from './ingest.js';

const left = (id: string): EngineEvent => ({ type: 'participant-left', id });

/** An ingest with someone who reads what it wrote. */
function createReader() {
  const handled = signal<readonly string[]>([]);
  const ingest = new Ingest((event) => {
    if (event.type === 'participant-left') handled.value = [...handled.peek(), event.id];
  });
  const updates: string[] = [];
  effect(() => void updates.push(handled.value.join('')));
  updates.length = 0;
  return { ingest, updates };
}

describe('Ingest', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('hands a burst on as one update, at the end of its task', async () => {
    const { ingest, updates } = createReader();
    for (const id of 'abc') ingest.push(left(id));
    expect(updates).toEqual([]);
    await Promise.resolve();
    expect(updates).toEqual(['abc']);
  });

  it('gathers what follows within a frame into the next update', async () => {
    const { ingest, updates } = createReader();
    ingest.push(left('a'));
    await Promise.resolve();
    ingest.push(left('b'));
    await vi.advanceTimersByTimeAsync(5);
    ingest.push(left('c'));
    await vi.advanceTimersByTimeAsync(5);
    expect(updates).toEqual(['a']);
    await vi.advanceTimersByTimeAsync(10);
    expect(updates).toEqual(['a', 'abc']);
  });

  it('lets the first event after a quiet moment through at once again', async () => {
    const { ingest, updates } = createReader();
    ingest.push(left('a'));
    await vi.advanceTimersByTimeAsync(100);
    ingest.push(left('b'));
    await Promise.resolve();
    expect(updates).toEqual(['a', 'ab']);
  });

  it('never updates more often than once a frame, however fast events come', async () => {
    const { ingest, updates } = createReader();
    for (let i = 0; i < 160; i++) {
      ingest.push(left('x'));
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(updates.length).toBeLessThanOrEqual(11);
    await vi.advanceTimersByTimeAsync(20);
    expect(updates.at(-1)).toHaveLength(160);
  });

  it('hands on what waits when told to, in order', async () => {
    const { ingest, updates } = createReader();
    ingest.push(left('a'));
    ingest.push(left('b'));
    ingest.flush();
    expect(updates).toEqual(['ab']);
    await vi.advanceTimersByTimeAsync(50);
    expect(updates).toEqual(['ab']);
  });

  it('is silent after its end', async () => {
    const { ingest, updates } = createReader();
    ingest.push(left('a'));
    ingest.end();
    ingest.push(left('b'));
    ingest.flush();
    await vi.advanceTimersByTimeAsync(50);
    expect(updates).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClock, createManualClock } from './clock.js';

describe('createManualClock', () => {
  it('stands still until told', async () => {
    const clock = createManualClock(1_000);
    const run = vi.fn();
    clock.after(10, run);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(clock.now()).toBe(1_000);
    expect(run).not.toHaveBeenCalled();
  });

  it('runs what falls due in order of time, then of making, each at its own time', async () => {
    const clock = createManualClock(0);
    const seen: string[] = [];
    const note = (name: string) => () => seen.push(`${name} ${clock.now()}`);
    clock.after(20, note('c'));
    clock.after(10, note('a'));
    clock.after(10, note('b'));
    clock.after(21, note('late'));
    await clock.advance(20);
    expect(seen).toEqual(['a 10', 'b 10', 'c 20']);
    expect(clock.now()).toBe(20);
    await clock.advance(1);
    expect(seen.at(-1)).toBe('late 21');
  });

  it('lets promises settle between, and runs what they start', async () => {
    const clock = createManualClock(0);
    const wait = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve));
    const seen: number[] = [];
    const walk = async () => {
      for (let i = 0; i < 3; i++) {
        await wait(5);
        await Promise.resolve().then(() => Promise.resolve());
        seen.push(clock.now());
      }
    };
    void walk();
    await clock.advance(15);
    expect(seen).toEqual([5, 10, 15]);
  });

  it('does not run what was prevented, even by what falls due at the same time', async () => {
    const clock = createManualClock();
    const run = vi.fn();
    let cancel: () => void = () => undefined;
    clock.after(10, () => cancel());
    cancel = clock.after(10, run);
    await clock.advance(50);
    expect(run).not.toHaveBeenCalled();
  });
});

describe('createClock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('goes as fast as it is told', () => {
    const clock = createClock({ speed: 10 });
    const start = clock.now();
    const run = vi.fn();
    clock.after(1_000, run);
    clock.after(1_000, run)();
    vi.advanceTimersByTime(99);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(1);
    expect(clock.now() - start).toBe(1_000);
  });
});

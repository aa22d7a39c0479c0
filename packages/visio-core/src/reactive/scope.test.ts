import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Scope, signal } from './index.js';

describe('Scope', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('ends what it owns, last come first', () => {
    const scope = new Scope();
    const ended: string[] = [];
    scope.own(() => ended.push('first'));
    scope.own(() => ended.push('second'));
    scope.end();
    scope.end();
    expect(ended).toEqual(['second', 'first']);
    expect(scope.signal.aborted).toBe(true);
  });

  it('releases something early, and then not again', () => {
    const scope = new Scope();
    const release = vi.fn();
    const early = scope.own(release);
    early();
    early();
    scope.end();
    expect(release).toHaveBeenCalledTimes(1);
  });

  it('ends at once what is started too late', () => {
    const scope = new Scope();
    scope.end();
    const release = vi.fn();
    scope.own(release);
    expect(release).toHaveBeenCalledTimes(1);
    const run = vi.fn();
    scope.timeout(run, 10);
    vi.advanceTimersByTime(20);
    expect(run).not.toHaveBeenCalled();
  });

  it('runs effects until it ends', () => {
    const scope = new Scope();
    const value = signal(1);
    const seen: number[] = [];
    scope.effect(() => void seen.push(value.value) as undefined);
    value.value = 2;
    scope.end();
    value.value = 3;
    expect(seen).toEqual([1, 2]);
  });

  it('listens until it ends', () => {
    const scope = new Scope();
    const target = new EventTarget();
    const listener = vi.fn();
    scope.listen(target, 'knock', listener);
    target.dispatchEvent(new Event('knock'));
    scope.end();
    target.dispatchEvent(new Event('knock'));
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('calls a timeout once, unless it is cancelled or the scope ends', () => {
    const scope = new Scope();
    const [runs, cancelled, late] = [vi.fn(), vi.fn(), vi.fn()];
    scope.timeout(runs, 10);
    scope.timeout(cancelled, 10)();
    scope.timeout(late, 30);
    vi.advanceTimersByTime(20);
    scope.end();
    vi.advanceTimersByTime(20);
    expect([runs, cancelled, late].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 0]);
  });

  it('ends its children, and forgets those that ended before it', () => {
    const scope = new Scope();
    const [early, late] = [scope.child(), scope.child()];
    const released = vi.fn();
    early.own(released);
    late.own(released);
    early.end();
    expect(released).toHaveBeenCalledTimes(1);
    expect(scope.ended).toBe(false);
    scope.end();
    expect(released).toHaveBeenCalledTimes(2);
    expect(late.ended).toBe(true);
  });
});

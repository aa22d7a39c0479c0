import { describe, expect, it, vi } from 'vitest';
import { VisioError } from '../errors/visio-error.js';
import { defineCommand, signal } from './index.js';

describe('defineCommand', () => {
  it('is a function with a name, that gives what it did', async () => {
    const add = defineCommand({ name: 'add', run: async (a: number, b: number) => a + b });
    expect(add.name).toBe('add');
    expect(add.enabled.value).toBe(true);
    await expect(add(1, 2)).resolves.toBe(3);
  });

  it('rejects with COMMAND_DISABLED while it may not be called, and does not run', async () => {
    const enabled = signal(false);
    const run = vi.fn(async () => undefined);
    const command = defineCommand({ name: 'go', enabled, run });
    await expect(command()).rejects.toMatchObject({ code: 'COMMAND_DISABLED' });
    expect(run).not.toHaveBeenCalled();
    enabled.value = true;
    await command();
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('asks the host each time, with the arguments, and rejects with VETOED', async () => {
    const allow = vi.fn((_name: string, [wanted]: readonly [boolean]) => wanted);
    const run = vi.fn(async (wanted: boolean) => wanted);
    const command = defineCommand({ name: 'set', allow, run });
    await expect(command(false)).rejects.toMatchObject({ code: 'VETOED' });
    expect(run).not.toHaveBeenCalled();
    await expect(command(true)).resolves.toBe(true);
    expect(allow.mock.calls).toEqual([
      ['set', [false]],
      ['set', [true]],
    ]);
  });

  it('does not ask the host about what may not be done anyway', async () => {
    const allow = vi.fn(() => true);
    const command = defineCommand({ name: 'go', enabled: signal(false), allow, run: async () => undefined });
    await command().catch(() => undefined);
    expect(allow).not.toHaveBeenCalled();
  });

  it('is pending until the last of its calls has ended', async () => {
    const ends: (() => void)[] = [];
    const command = defineCommand({ name: 'wait', run: () => new Promise<void>((end) => ends.push(end)) });
    const [first, second] = [command(), command()];
    ends[0]?.();
    await first;
    expect(command.pending.value).toBe(true);
    ends[1]?.();
    await second;
    expect(command.pending.value).toBe(false);
  });

  it('keeps the error of the last call until one succeeds; a veto is none', async () => {
    let failure: unknown = new VisioError('PUBLISH_FAILED', 'no');
    let allowed = true;
    const command = defineCommand({
      name: 'try',
      allow: () => allowed,
      run: async () => {
        if (failure) throw failure;
      },
    });
    await expect(command()).rejects.toBe(failure);
    expect(command.error.value).toBe(failure);
    expect(command.pending.value).toBe(false);

    allowed = false;
    await expect(command()).rejects.toMatchObject({ code: 'VETOED' });
    expect(command.error.value).toBe(failure);

    allowed = true;
    failure = undefined;
    await command();
    expect(command.error.value).toBeNull();
  });

  it('wraps what is no VisioError, with its cause', async () => {
    const cause = new TypeError('odd');
    const command = defineCommand({
      name: 'try',
      run: async () => {
        throw cause;
      },
    });
    await expect(command()).rejects.toMatchObject({ code: 'UNKNOWN', message: 'odd', cause });
  });
});

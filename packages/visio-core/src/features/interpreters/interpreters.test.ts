import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestMeeting, during, enter, pass } from '../../engine/testing/test-meeting.js';
import { simulatedBackend, type Director } from '../../engines/simulated/index.js';

const people = [{ name: 'Iris', camera: true }, { name: 'Jan', camera: true }, { name: 'Phone', kind: 'sip' }] as const;
const MARK = { 'visio.interpreter': 'true' };

describe('createInterpreters', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function open({ role = null as string | null, attributes = {} as Record<string, string> } = {}) {
    const made: { director?: Director } = {};
    const backend = simulatedBackend(() => made.director!);
    const test = createTestMeeting({ backend, microphone: false, camera: false, scenario: { people: people.map((person) => ({ ...person, ...(person.name === 'Iris' && { attributes }) })) } });
    made.director = test.director;
    await enter(test);
    await vi.dynamicImportSettled();
    if (role) test.director.setAttributes('local', { room_role: role });
    await pass(50);
    await vi.dynamicImportSettled();
    const { interpreters, layout, notices } = test.meeting;
    const offers = () => notices.items.value.filter(({ kind }) => kind === 'interpreter');
    const mark = async (id: string, is = true) => {
      test.director.setAttributes(id, { 'visio.interpreter': is ? 'true' : '' });
      await pass(50);
    };
    return { ...test, backend, interpreters, layout, offers, mark };
  }

  it('lets moderators mark someone, by the server, and no longer', async () => {
    const { interpreters, backend } = await open({ role: 'administrator' });
    expect(interpreters.mark.enabled.value).toBe(true);
    await expect(during(interpreters.mark('iris', true))).resolves.toBe(true);
    expect(interpreters.marked.value).toEqual(['iris']);
    await during(interpreters.mark('iris', true));
    await expect(during(interpreters.mark('iris', false))).resolves.toBe(false);
    expect(interpreters.marked.value).toEqual([]);
    expect(backend.calls.filter(([name]) => name === 'setInterpreter')).toEqual([['setInterpreter', 'iris', true], ['setInterpreter', 'iris', false]]);
    for (const id of ['nobody', 'phone']) await expect(during(interpreters.mark(id, true))).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    backend.failWith(new Error('down'));
    await expect(during(interpreters.mark('jan', true))).rejects.toMatchObject({ code: 'REQUEST_FAILED' });
  });

  it('lets nobody else, and nobody where the backend does not carry it', async () => {
    const { interpreters } = await open();
    expect(interpreters.mark.enabled.value).toBe(false);
    await expect(during(interpreters.mark('iris', true))).rejects.toMatchObject({ code: 'COMMAND_DISABLED' });
  });

  it('takes a mark for what the server says, and nothing else for one', async () => {
    const { interpreters, director, mark } = await open();
    for (const value of ['false', '1', 'TRUE', '']) {
      director.setAttributes('jan', { 'visio.interpreter': value });
      await pass(50);
      expect(interpreters.marked.value).toEqual([]);
    }
    await mark('jan');
    expect(interpreters.marked.value).toEqual(['jan']);
    director.leave('jan');
    await pass(50);
    expect(interpreters.marked.value).toEqual([]);
  });

  it('offers once, to those who come later, too, and keeps on the person’s choice only', async () => {
    const { interpreters, layout, offers, mark } = await open({ attributes: MARK });
    expect(interpreters.marked.value).toEqual(['iris']);
    expect([interpreters.kept.value, layout.interpreter.value]).toEqual([false, null]);
    expect(offers().map(({ text }) => text)).toEqual([{ key: 'interpreter.offer', values: { name: 'Iris' } }]);
    await mark('jan');
    expect(offers()).toHaveLength(1);
    offers()[0]!.actions![0]!.run();
    await vi.dynamicImportSettled();
    await pass(50);
    expect([interpreters.kept.value, layout.interpreter.value]).toEqual([true, 'iris']);
    await pass(50);
    expect(offers()).toHaveLength(0);
  });

  it('follows who takes over, who is seen, and who comes back', async () => {
    const { interpreters, layout, director, mark } = await open();
    await mark('iris');
    await during(interpreters.keep(true));
    expect(layout.interpreter.value).toBe('iris');
    await mark('jan');
    expect(layout.interpreter.value).toBe('iris');
    director.mute('iris', 'camera');
    await pass(50);
    expect(layout.interpreter.value).toBe('jan');
    await mark('jan', false);
    expect(layout.interpreter.value).toBe('iris');
    director.leave('iris');
    await pass(50);
    expect([interpreters.kept.value, layout.interpreter.value]).toEqual([true, 'iris']);
    director.join({ id: 'iris', name: 'Iris', camera: true });
    await pass(50);
    // A new session has no mark; whoever gave it may do so again.
    expect(layout.interpreter.value).toBe('iris');
    await mark('iris');
    await mark('iris', false);
    expect([interpreters.kept.value, layout.interpreter.value]).toEqual([true, null]);
    await mark('iris');
    expect(layout.interpreter.value).toBe('iris');
    await during(interpreters.keep(false));
    expect([interpreters.kept.value, layout.interpreter.value]).toEqual([false, null]);
  });

  it('ends when the person keeps another, and with the call', async () => {
    const { interpreters, layout, meeting, mark } = await open();
    await mark('iris');
    await during(interpreters.keep(true));
    await layout.setInterpreter('jan');
    expect([interpreters.kept.value, layout.interpreter.value]).toEqual([false, 'jan']);
    await during(interpreters.keep(true));
    expect([interpreters.kept.value, layout.interpreter.value]).toEqual([true, 'iris']);
    await during(meeting.leave());
    expect([interpreters.kept.value, layout.interpreter.value, interpreters.marked.value]).toEqual([false, null, []]);
  });

  it('does nothing that the host prevents', async () => {
    const { interpreters, layout, meeting, mark } = await open();
    await mark('iris');
    meeting.intercept((command) => command !== 'setInterpreter');
    await expect(during(interpreters.keep(true))).rejects.toMatchObject({ code: 'VETOED' });
    expect([interpreters.kept.value, layout.interpreter.value]).toEqual([false, null]);
  });

  it('tells who is marked that they are, and does not offer them to themselves', async () => {
    const { offers, mark } = await open();
    await mark('local');
    expect(offers().map(({ text }) => text)).toEqual([{ key: 'interpreter.you' }]);
  });

  it('marks again who comes back after a break, by whoever marked them', async () => {
    const { interpreters, director, backend } = await open({ role: 'owner' });
    await during(interpreters.mark('iris', true));
    director.leave('iris');
    await pass(2_000);
    director.join({ id: 'iris', name: 'Iris', camera: true });
    await pass(100);
    expect(interpreters.marked.value).toEqual(['iris']);
    expect(backend.calls.filter(([name]) => name === 'setInterpreter')).toHaveLength(2);
    await during(interpreters.mark('iris', false));
    director.leave('iris');
    await pass(2_000);
    director.join({ id: 'iris', name: 'Iris', camera: true });
    await pass(100);
    expect(interpreters.marked.value).toEqual([]);
  });

  it('asks for the picture in full size of whom one keeps, and of nobody else', async () => {
    const { meeting, layout, mark, interpreters } = await open();
    const transport = await meeting.engine.transport();
    const asked = vi.spyOn(transport, 'setPreferred');
    await mark('iris');
    expect(asked).not.toHaveBeenCalled();
    await during(interpreters.keep(true));
    await layout.setInterpreter('jan');
    await pass(10);
    await layout.setInterpreter(null);
    await pass(10);
    expect(asked.mock.calls).toEqual([['iris'], ['jan'], [null]]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WaitingPerson } from '../../backends/backend.js';
import { createTestMeeting, during, enter, pass } from '../../engine/testing/test-meeting.js';
import { simulatedBackend, type Director } from '../../engines/simulated/index.js';
import { VisioError } from '../../errors/visio-error.js';
import type { Fact } from '../facts/facts.js';

const ZOE: WaitingPerson = { id: 'z', name: 'Zoé' };
const YAN: WaitingPerson = { id: 'y', name: 'Yan' };
const KNOCK = new TextEncoder().encode('{"type":"participantWaiting"}');

describe('createWaitingRoom', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function open({ role = 'owner' as string | null, waiting = [] as readonly WaitingPerson[] } = {}) {
    const made: { director?: Director } = {};
    const backend = simulatedBackend(() => made.director!);
    const test = createTestMeeting({ backend, microphone: false, camera: false });
    made.director = test.director;
    for (const person of waiting) void backend.knock(person);
    const facts: Fact[] = [];
    test.meeting.facts.listen((fact) => {
      if (fact.type.startsWith('person-')) facts.push(fact);
    });
    await enter(test);
    await vi.dynamicImportSettled();
    if (role) test.director.setAttributes('local', { room_role: role });
    await pass(50);
    const { waitingRoom } = test.meeting;
    const asked = () => backend.calls.filter(([method]) => method === 'list').length;
    return { ...test, backend, waitingRoom, facts, asked, names: () => waitingRoom.people.value.map(({ name }) => name) };
  }

  it('is for moderators, and for as long as they are', async () => {
    const { waitingRoom, names, director, asked } = await open({ role: null, waiting: [ZOE] });
    await pass(5_000);
    expect([asked(), names(), waitingRoom.admit.enabled.value]).toEqual([0, [], false]);
    director.setAttributes('local', { room_role: 'administrator' });
    await pass(50);
    expect([names(), waitingRoom.admit.enabled.value, waitingRoom.admitAll.enabled.value]).toEqual([['Zoé'], true, true]);
    director.setAttributes('local', { room_role: 'member' });
    await pass(50);
    expect([names(), waitingRoom.admit.enabled.value]).toEqual([[], false]);
    const before = asked();
    await pass(10_000);
    expect(asked()).toBe(before);
  });

  it('is not offered by a backend without one', async () => {
    const test = createTestMeeting({ microphone: false, camera: false });
    await enter(test);
    await vi.dynamicImportSettled();
    test.director.setAttributes('local', { room_role: 'owner' });
    await pass(50);
    expect(test.meeting.waitingRoom.admit.enabled.value).toBe(false);
    await expect(test.meeting.waitingRoom.admit('z')).rejects.toMatchObject({ code: 'COMMAND_DISABLED' });
  });

  it('asks once, again when someone knocks, and each second while someone waits', async () => {
    const { backend, names, asked, facts } = await open();
    await pass(20_000);
    expect(asked()).toBe(1);
    void backend.knock(ZOE);
    await pass(50);
    expect([asked(), names()]).toEqual([2, ['Zoé']]);
    await pass(5_000);
    expect(asked()).toBe(7);
    void backend.knock(YAN);
    await pass(1_000);
    expect(names()).toEqual(['Zoé', 'Yan']);
    backend.goAway('z');
    backend.goAway('y');
    await pass(1_000);
    expect(names()).toEqual([]);
    const before = asked();
    await pass(20_000);
    expect(asked()).toBe(before);
    expect(facts).toEqual([{ type: 'person-waiting', person: ZOE }, { type: 'person-waiting', person: YAN }]);
  });

  it('believes nobody but the server that someone knocks, and is not driven by it', async () => {
    const { director, asked, names, backend } = await open();
    director.join({ name: 'Mallory' });
    await pass(50);
    for (let i = 0; i < 100; i++) director.sendPacket('mallory', KNOCK);
    await pass(10_000);
    expect(asked()).toBe(1);
    for (let i = 0; i < 100; i++) {
      director.sendPacket(null, KNOCK);
      await pass(10);
    }
    void backend.knock(ZOE);
    await pass(1_500);
    expect(names()).toEqual(['Zoé']);
    expect(asked()).toBeLessThan(8);
  });

  it('asks once more when someone knocks before the list has them', async () => {
    const { director, backend, asked, names } = await open();
    director.sendPacket(null, KNOCK);
    await pass(50);
    expect([asked(), names()]).toEqual([2, []]);
    vi.spyOn(backend.waitingRoom, 'list').mockResolvedValueOnce([ZOE]);
    await pass(1_000);
    expect(names()).toEqual(['Zoé']);
    await pass(20_000);
    const before = asked();
    await pass(20_000);
    expect(asked()).toBe(before);
  });

  it('asks again when the connection is back', async () => {
    const { director, backend, names } = await open();
    director.reconnect(1_000);
    void backend.knock(ZOE);
    await pass(2_000);
    expect(names()).toEqual(['Zoé']);
  });

  it('lets in, turns away, and lets everyone in', async () => {
    const { backend, waitingRoom, names, facts } = await open();
    const [zoe, yan] = [backend.knock(ZOE), backend.knock(YAN)];
    const others = [backend.knock({ id: 'a', name: '' }), backend.knock({ id: 'b', name: 'Bo' })];
    await pass(1_500);
    expect(await during(waitingRoom.admit('z'))).toMatchObject([YAN, { id: 'a' }, { id: 'b' }]);
    expect(await zoe).toBe(true);
    await during(waitingRoom.deny('y'));
    expect(await yan).toBe(false);
    expect(await during(waitingRoom.admitAll())).toEqual([]);
    expect(await Promise.all(others)).toEqual([true, true]);
    expect(names()).toEqual([]);
    expect(facts.slice(4).map((fact) => `${fact.type} ${'person' in fact && fact.person.id}`)).toEqual([
      'person-admitted z',
      'person-refused y',
      'person-admitted a',
      'person-admitted b',
    ]);
  });

  it('shows nobody anew who was decided about while it was asked', async () => {
    const { backend, waitingRoom, names } = await open();
    void backend.knock(ZOE);
    await pass(50);
    // An answer of before the decision, on its way for a long time.
    let answer: (people: readonly WaitingPerson[]) => void = () => undefined;
    const held = new Promise<readonly WaitingPerson[]>((resolve) => (answer = resolve));
    const list = vi.spyOn(backend.waitingRoom, 'list').mockReturnValueOnce(held);
    await pass(1_000);
    expect(list).toHaveBeenCalledTimes(1);
    const admitting = waitingRoom.admit('z');
    await pass(50);
    expect(names()).toEqual([]);
    answer([ZOE]);
    expect(await during(admitting)).toEqual([]);
    expect(names()).toEqual([]);
  });

  it('tells what went wrong, and still lets the others in', async () => {
    const { backend, waitingRoom, names } = await open();
    void backend.knock(ZOE);
    const yan = backend.knock(YAN);
    await pass(1_100);
    backend.failWith((method, id) => (method === 'admit' && id === 'z' ? new VisioError('TOO_MANY_REQUESTS', 'slow down') : null));
    await expect(during(waitingRoom.admitAll())).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(await yan).toBe(true);
    expect([names(), waitingRoom.admitAll.error.value?.code]).toEqual([['Zoé'], 'TOO_MANY_REQUESTS']);
    backend.failWith(new Error('what?'));
    await expect(during(waitingRoom.deny('z'))).rejects.toMatchObject({ code: 'REQUEST_FAILED' });
    expect(names()).toEqual(['Zoé']);
  });

  it('asks ever more seldom after failures, then no more until there is news', async () => {
    const { backend, asked, names, director } = await open();
    backend.failWith(new VisioError('BACKEND_FAILED', 'no'));
    void backend.knock(ZOE);
    await pass(50);
    expect(asked()).toBe(2);
    await pass(2_000);
    expect(asked()).toBe(3);
    await pass(600_000);
    expect(asked()).toBe(7);
    backend.failWith(null);
    director.sendPacket(null, KNOCK);
    await pass(50);
    expect(names()).toEqual(['Zoé']);
  });

  it('does not ask again where it is refused', async () => {
    const { backend, asked, director } = await open();
    backend.failWith(new VisioError('FEATURE_OFF', 'off'));
    void backend.knock(ZOE);
    await pass(600_000);
    director.sendPacket(null, KNOCK);
    await pass(600_000);
    expect(asked()).toBe(2);
  });

  it('ends with the call, also what is being asked', async () => {
    const { meeting, backend, asked, waitingRoom } = await open();
    void backend.knock(ZOE);
    let signal: AbortSignal | undefined;
    await pass(50);
    vi.spyOn(backend.waitingRoom, 'list').mockImplementationOnce((_, given) => {
      signal = given;
      return new Promise(() => undefined);
    });
    await pass(1_000);
    expect(signal?.aborted).toBe(false);
    const before = asked();
    await meeting.leave();
    expect([signal?.aborted, waitingRoom.people.value]).toEqual([true, []]);
    await pass(10_000);
    expect(asked()).toBe(before);
  });

  it('takes no more of what a backend tells than can be shown, and tells no change where there is none', async () => {
    const { backend, waitingRoom } = await open();
    const many = Array.from({ length: 700 }, (_, i) => ({ id: `p${i}`, name: 'x\u202ey'.repeat(200) }));
    vi.spyOn(backend.waitingRoom, 'list').mockImplementation(async () => [{ id: 'a', name: 'Ann' }, { id: 'a', name: 'Ann' }, { id: '', name: 'B' }, { id: 7 as never, name: 'C' }, ...many]);
    void backend.knock(ZOE);
    await pass(50);
    const { value } = waitingRoom.people;
    expect(value.slice(0, 2).map(({ id }) => id)).toEqual(['a', 'p0']);
    expect(value.length).toBeLessThanOrEqual(500);
    expect(value[1]!.name.length).toBeLessThan(110);
    expect(value[1]!.name).not.toContain('\u202e');
    await pass(3_000);
    expect(waitingRoom.people.value).toBe(value);
  });

  describe('as a notice', () => {
    it('says who wants to come in, with what to do, and goes with them', async () => {
      const { backend, meeting } = await open();
      const shown = () => meeting.notices.items.value.filter(({ kind }) => kind === 'waiting');
      const zoe = backend.knock(ZOE);
      await pass(100);
      expect(shown()).toMatchObject([{ text: { key: 'waiting.knocks', values: { name: 'Zoé' } }, sticky: true, about: 'people' }]);
      expect(shown()[0]!.actions!.map(({ label }) => label)).toEqual([{ key: 'people.admit' }, { key: 'people.deny' }]);
      const { id } = shown()[0]!;
      void backend.knock(YAN);
      await pass(1_100);
      expect(shown()).toMatchObject([{ id, text: { key: 'waiting.knocks.two', values: { name: 'Zoé', other: 'Yan' } } }]);
      expect(meeting.notices.latest.value).toMatchObject({ text: { key: 'waiting.knocks', values: { name: 'Yan' } } });
      void backend.knock({ id: 'a', name: '' });
      await pass(1_100);
      expect(shown()).toMatchObject([{ id, text: { key: 'waiting.knocks.many', values: { count: 3 } }, actions: [{ label: { key: 'people.admitAll' } }] }]);
      meeting.notices.dismiss(id);
      await pass(3_000);
      expect(shown()).toEqual([]);
      backend.goAway('a');
      backend.goAway('y');
      await pass(1_100);
      expect(shown()).toEqual([]);
      void backend.knock({ id: 'c', name: 'Cy' });
      await pass(1_100);
      expect(shown()).toHaveLength(1);
      shown()[0]!.actions![0]!.run();
      await pass(1_100);
      expect(await zoe).toBe(true);
      expect(shown()).toMatchObject([]);
    });
  });
});

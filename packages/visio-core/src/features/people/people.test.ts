import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestMeeting, during, enter, pass, type TestMeeting, type TestMeetingOptions } from '../../engine/testing/test-meeting.js';
import { simulatedBackend, type Director } from '../../engines/simulated/index.js';
import { effect } from '../../reactive/index.js';
import type { PeopleList } from './list.js';

const PEOPLE = [{ name: 'Cleo', microphone: true }, { name: 'Ada', microphone: true }, { name: 'Émile', microphone: true }, { name: 'Bob', microphone: true }];

interface Watched extends TestMeeting {
  readonly list: PeopleList;
}

async function watch(options: TestMeetingOptions = {}): Promise<Watched> {
  const test = createTestMeeting({ microphone: false, camera: false, displayName: 'Zoé', scenario: { people: PEOPLE }, ...options });
  await enter(test);
  // What keeps the hands comes once the call is there.
  await vi.dynamicImportSettled();
  const list = await test.meeting.people.watch({ language: 'fr', nameless: 'Invité' });
  return { ...test, list };
}

describe('createPeople', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('keeps everyone in order while they come, go and are renamed', async () => {
    const { meeting, director, list } = await watch();
    expect(list.ids.value).toEqual(['local', 'ada', 'bob', 'cleo', 'emile']);
    expect(meeting.people.count.value).toBe(5);
    director.join({ name: 'Dan' });
    director.join({ name: '', id: 'nameless' });
    director.leave('bob');
    director.rename('ada', 'Yves');
    await pass(50);
    expect(list.ids.value).toEqual(['local', 'cleo', 'dan', 'emile', 'nameless', 'ada']);
    expect(list.others.value).toEqual(list.ids.value);
    expect(list.hands.value).toEqual([]);
  });

  it('moves up who speaks, neither at a word nor at a pause', async () => {
    const { director, list } = await watch();
    director.speak('cleo', 1_500);
    await pass(5_000);
    expect(list.ids.value).toEqual(['local', 'ada', 'bob', 'cleo', 'emile']);
    director.speak('cleo', 10_000);
    director.speak('emile', 10_000);
    await pass(1_900);
    expect(list.ids.value[1]).toBe('ada');
    await pass(200);
    expect(list.ids.value).toEqual(['local', 'cleo', 'emile', 'ada', 'bob']);
    // A word within a minute keeps them there for a minute more.
    await pass(50_000);
    director.speak('emile', 100);
    await pass(30_000);
    expect(list.ids.value).toEqual(['local', 'emile', 'ada', 'bob', 'cleo']);
    await pass(40_000);
    expect(list.ids.value).toEqual(['local', 'ada', 'bob', 'cleo', 'emile']);
  });

  it('has those at the top who speak when it begins, and forgets who left', async () => {
    const test = createTestMeeting({ microphone: false, camera: false, scenario: { people: PEOPLE } });
    await enter(test);
    test.director.speak('emile', 60_000);
    await pass(50);
    const list = await test.meeting.people.watch({ language: 'fr' });
    expect(list.ids.value).toEqual(['local', 'emile', 'ada', 'bob', 'cleo']);
    test.director.leave('emile');
    await pass(50);
    test.director.join({ name: 'Émile', microphone: true });
    await pass(100_000);
    expect(list.ids.value).toEqual(['local', 'ada', 'bob', 'cleo', 'emile']);
  });

  it('has raised hands after oneself, as they were raised', async () => {
    const { director, list } = await watch();
    for (const id of ['emile', 'local', 'bob']) {
      director.setHandRaised(id, true);
      await pass(50);
    }
    expect(list.ids.value).toEqual(['local', 'emile', 'bob', 'ada', 'cleo']);
    expect([list.hands.value, list.others.value]).toEqual([['emile', 'local', 'bob'], ['ada', 'cleo']]);
    list.setQuery('b');
    expect([list.hands.value, list.others.value]).toEqual([['bob'], []]);
    list.setQuery('');
    director.leave('emile');
    director.setHandRaised('local', false);
    await pass(50);
    expect([list.hands.value, list.others.value]).toEqual([['bob'], ['local', 'ada', 'cleo']]);
  });

  it('tells of a burst once, and of nothing that does not move anyone', async () => {
    const { director, list } = await watch();
    let told = -1;
    const stop = effect(() => {
      void list.ids.value;
      told++;
    });
    for (let i = 0; i < 100; i++) director.join({ name: `Guest ${i}` });
    await pass(50);
    expect(told).toBe(1);
    director.mute('ada', 'microphone');
    director.setCamera('ada', true);
    director.quality('ada', 'poor');
    director.speak('bob', 1_000);
    director.setAttributes('bob', { any: 'thing' });
    await pass(5_000);
    expect(told).toBe(1);
    stop();
  });

  it('finds people by name, also among those who come', async () => {
    const { director, list } = await watch();
    list.setQuery('EMI');
    expect(list.ids.value).toEqual(['emile']);
    director.join({ name: 'Noémie' });
    director.join({ name: 'Paul' });
    director.rename('bob', 'Rémi');
    await pass(50);
    expect(list.ids.value).toEqual(['emile', 'noemie', 'bob']);
    list.setQuery('zoe');
    expect(list.ids.value).toEqual(['local']);
    list.setQuery(' ');
    expect(list.ids.value).toHaveLength(7);
  });

  it('is empty after the call, and full again in the next', async () => {
    const { meeting, list } = await watch();
    await during(meeting.leave());
    expect(list.ids.value).toEqual([]);
    const joined = meeting.join();
    await pass(500);
    await joined;
    expect(list.ids.value).toEqual(['local', 'ada', 'bob', 'cleo', 'emile']);
  });

  it('survives a reconnection with what happened meanwhile', async () => {
    const { director, list } = await watch();
    director.reconnect(2_000);
    director.leave('ada');
    director.join({ name: 'Dan' });
    await pass(3_000);
    expect(list.ids.value).toEqual(['local', 'bob', 'cleo', 'dan', 'emile']);
  });

  it('keeps nothing in order after the end, nor without a list', async () => {
    const { meeting, director, list } = await watch();
    const names = vi.spyOn(Intl.Collator.prototype, 'compare', 'get');
    list.end();
    director.join({ name: 'Dan' });
    director.speak('cleo', 30_000);
    await pass(10_000);
    expect(list.ids.value).toEqual(['local', 'ada', 'bob', 'cleo', 'emile']);
    expect(names).not.toHaveBeenCalled();
    const another = await meeting.people.watch({ language: 'fr' });
    expect(another.ids.value).toHaveLength(6);
    names.mockRestore();
    meeting.dispose();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('serves two readers, each in their alphabet and with their search', async () => {
    const { meeting, director, list } = await watch();
    const swedish = await meeting.people.watch({ language: 'sv' });
    director.join({ name: 'Åse' });
    await pass(50);
    list.setQuery('o');
    expect(swedish.ids.value).toEqual(['local', 'ada', 'bob', 'cleo', 'emile', 'ase']);
    expect(list.ids.value).toEqual(['local', 'bob', 'cleo']);
    list.end();
    director.leave('ase');
    await pass(50);
    expect(swedish.ids.value).toEqual(['local', 'ada', 'bob', 'cleo', 'emile']);
  });

  it('leaves out of the invited who has come: by identity where it is known, else by name', async () => {
    const { meeting, director, list } = await watch();
    const invited = [
      { name: 'emile' },
      { name: 'Ada', identity: 'ada@example.org' },
      { name: 'Dr Bob', identity: 'bob' },
      { name: 'Yara Nowak', email: 'yara@example.org' },
    ];
    meeting.people.setInvited(invited);
    const names = () => list.invited.value.map(({ name }) => name);
    expect(names()).toEqual(['Ada', 'Yara Nowak']);
    director.leave('emile');
    director.join({ name: 'YARA NOWAK' });
    await pass(50);
    expect(names()).toEqual(['emile', 'Ada']);
    list.setQuery('example.org');
    expect(names()).toEqual([]);
    director.rename('yara-nowak', 'Someone else');
    await pass(50);
    expect(names()).toEqual(['Yara Nowak']);
    expect(meeting.people.invited.value).toBe(invited);
  });

  it('finds those who wait to be let in, too', async () => {
    const made: { director?: Director } = {};
    const backend = simulatedBackend(() => made.director!);
    const { director, list } = await watch({ backend });
    made.director = director;
    for (const person of [{ id: 'a', name: 'Ada' }, { id: 'b', name: '' }, { id: 'c', name: 'Cleo' }]) void backend.knock(person);
    director.setAttributes('local', { room_role: 'owner' });
    await pass(50);
    expect(list.waiting.value.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    list.setQuery('invite');
    expect(list.waiting.value).toEqual([{ id: 'b', name: '' }]);
  });

  it('says how one is invited, as the host wants it', async () => {
    const { meeting } = await watch();
    expect(meeting.people.invitation.value).toBeNull();
    meeting.people.setInvitation({ url: 'https://example.org/room' });
    expect(meeting.people.invitation.value).toEqual({ url: 'https://example.org/room' });
  });
});

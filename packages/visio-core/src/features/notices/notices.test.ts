import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestMeeting, during, enter, pass, type TestMeeting, type TestMeetingOptions } from '../../engine/testing/test-meeting.js';
import { CHAT_TOPIC } from '../chat/wire.js';
import { DEFAULT_PREFERENCES, type Notice } from './notice.js';
import { play } from './sounds.js';

vi.mock('./sounds.js', () => ({ play: vi.fn(async () => undefined) }));

/** Alice and Bob were there before. */
async function inCall(options: TestMeetingOptions = {}): Promise<TestMeeting> {
  const test = createTestMeeting({ microphone: false, camera: false, scenario: { people: [{ name: 'Alice' }, { name: 'Bob' }] }, ...options });
  await enter(test);
  await vi.dynamicImportSettled();
  await pass(20);
  return test;
}

const crowd = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `Person ${i}` }));

/** A notice in a few words: its text's name and what fills it. */
function words({ text, from, aside }: Notice): string {
  const own = typeof text === 'string' ? text : [text.key, ...Object.values(text.values ?? {})].join(' ');
  return [from && `${from}:`, own, aside && `(${Object.values(aside.values ?? {}).join()})`].filter(Boolean).join(' ');
}

const told = ({ meeting }: TestMeeting) => meeting.notices.items.value.map(words);
const latest = ({ meeting }: TestMeeting) => meeting.notices.latest.value && words(meeting.notices.latest.value);

describe('createNotices', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.mocked(play).mockClear();
  });

  it('tells nothing of what was there before, and nothing of one’s own doings', async () => {
    const test = await inCall({ scenario: { people: [{ name: 'Alice', screen: true, attributes: { handRaisedAt: '2027-01-14T09:00:00+00:00' } }] } });
    await during(test.meeting.screenShare.setEnabled(true));
    test.director.setAttributes('local', { handRaisedAt: '2027-01-14T09:00:00+00:00' });
    void test.meeting.chat.send('mine');
    await pass(5_000);
    expect(told(test)).toEqual([]);
    expect(latest(test)).toBeNull();
  });

  it('tells who joins, once what comes with it is gathered, and for a while', async () => {
    const test = await inCall();
    test.director.join({ name: 'Eve' });
    await pass(700);
    expect(told(test)).toEqual([]);
    await pass(200);
    expect(told(test)).toEqual(['call.joined Eve']);
    expect(latest(test)).toBe('call.joined Eve');
    await pass(6_000);
    expect(told(test)).toEqual([]);
    expect(latest(test)).toBe('call.joined Eve');
  });

  it('groups those who come together, and those who follow', async () => {
    const test = await inCall();
    test.director.join({ name: 'Eve' });
    test.director.join({ name: 'Tom' });
    await pass(900);
    expect(told(test)).toEqual(['call.joined.two Eve Tom']);
    const { id } = test.meeting.notices.items.value[0]!;
    test.director.join({ name: 'Ina' });
    await pass(1_000);
    // Not more often than one can take in.
    expect(told(test)).toEqual(['call.joined.two Eve Tom']);
    await pass(1_600);
    expect(told(test)).toEqual(['call.joined.many 3']);
    expect(test.meeting.notices.items.value[0]!.id).toBe(id);
    // Of the earlier ones a voice has spoken.
    expect(latest(test)).toBe('call.joined Ina');
    await pass(6_100);
    test.director.join({ name: 'Mo' });
    await pass(900);
    expect(told(test)).toEqual(['call.joined Mo']);
    test.meeting.notices.dismiss(test.meeting.notices.items.value[0]!.id);
    await pass(1);
    expect(told(test)).toEqual([]);
    test.director.join({ name: 'Kim' });
    await pass(2_600);
    expect(told(test)).toEqual(['call.joined Kim']);
  });

  it('tells who leaves, and takes back what is no longer so', async () => {
    const test = await inCall();
    test.director.leave('alice');
    await pass(900);
    expect(told(test)).toEqual(['call.left Alice']);
    test.director.join({ name: 'Alice' });
    await pass(2_600);
    expect(told(test)).toEqual(['call.joined Alice']);
    test.director.leave('alice');
    await pass(2_600);
    expect(told(test)).toEqual(['call.left Alice']);
  });

  it('tells that the room is recorded, whatever one prefers and however many there are, and that it no longer is', async () => {
    const test = await inCall({ scenario: { people: crowd(1_000) } });
    await during(test.meeting.notices.setPreferences({ share: false, join: false, sayPeople: false }));
    test.director.setRecording(true);
    await pass(50);
    // Two parts are fetched, one after the other.
    for (let i = 0; i < 2; i++) await vi.dynamicImportSettled();
    await pass(50);
    expect(told(test)).toEqual(['recording.started']);
    expect(latest(test)).toBe('recording.started');
    expect(test.meeting.notices.items.value[0]).toMatchObject({ kind: 'recording', urgency: 'high', sticky: true });
    test.director.reconnect(500);
    await pass(12_100);
    expect(told(test)).toEqual(['recording.started']);
    test.director.setRecording(false);
    await pass(50);
    expect(told(test)).toEqual(['recording.stopped.screen_recording']);
    await pass(12_100);
    expect(told(test)).toEqual([]);
    test.director.setRecording(true);
    await pass(50);
    expect(told(test)).toEqual(['recording.started']);
    await during(test.meeting.leave());
    expect(told(test)).toEqual([]);
    expect(latest(test)).toBeNull();
  });

  it('tells nothing of what is undone at once', async () => {
    const test = await inCall();
    test.director.join({ name: 'Eve' });
    test.director.leave('bob');
    test.director.setAttributes('alice', { handRaisedAt: 'now' });
    await pass(100);
    test.director.leave('eve');
    test.director.join({ name: 'Bob' });
    test.director.setAttributes('alice', { handRaisedAt: '' });
    await pass(5_000);
    expect(told(test)).toEqual([]);
    expect(latest(test)).toBeNull();
  });

  it('tells who raises a hand, until it is lowered', async () => {
    const test = await inCall();
    test.director.setAttributes('alice', { handRaisedAt: 'now' });
    await pass(900);
    expect(told(test)).toEqual(['call.raised Alice']);
    expect(test.meeting.notices.items.value[0]).toMatchObject({ kind: 'hand', about: 'people' });
    test.director.setAttributes('bob', { handRaisedAt: 'now' });
    await pass(2_600);
    expect(told(test)).toEqual(['call.raised.two Alice Bob']);
    test.director.setAttributes('alice', { handRaisedAt: '' });
    await pass(2_600);
    expect(told(test)).toEqual(['call.raised Bob']);
    test.director.setAttributes('bob', { handRaisedAt: '' });
    await pass(2_600);
    expect(told(test)).toEqual([]);
  });

  it('tells who shares, and not that a mute changes', async () => {
    const test = await inCall();
    test.director.publish('alice', 'microphone');
    test.director.mute('alice', 'microphone');
    await pass(900);
    expect(told(test)).toEqual([]);
    test.director.share('alice');
    await pass(2_600);
    expect(told(test)).toEqual(['call.shares Alice']);
    test.director.stopShare('alice');
    await pass(2_600);
    expect(told(test)).toEqual([]);
  });

  it('tells of a message at once, of more together, and of none that is read', async () => {
    const test = await inCall();
    const write = (text: string, from = 'alice') => test.director.sendText(from, CHAT_TOPIC, text);
    write('x'.repeat(500));
    await pass(20);
    expect(told(test)).toEqual([`Alice: ${'x'.repeat(120)}…`]);
    expect(test.meeting.notices.items.value[0]).toMatchObject({ kind: 'message', about: 'chat' });
    for (let i = 0; i < 20; i++) write(`${i}`, 'bob');
    await pass(1_000);
    expect(told(test)).toHaveLength(1);
    await pass(1_600);
    expect(told(test)).toEqual(['Bob: 19 (21)']);
    const end = test.meeting.chat.watch();
    expect(told(test)).toEqual([]);
    write('read');
    await pass(5_000);
    expect(told(test)).toEqual([]);
    end();
    write('unread');
    await pass(20);
    expect(told(test)).toEqual(['Alice: unread']);
  });

  it('loses and doubles nothing over a reconnection', async () => {
    const test = await inCall();
    const { director } = test;
    director.setAttributes('bob', { handRaisedAt: 'now' });
    director.share('bob');
    await pass(7_000);
    director.reconnect(10_000);
    await pass(10);
    director.join({ name: 'Eve' });
    director.leave('alice');
    // As if told anew by the server.
    director.leave('bob');
    director.join({ name: 'Bob', screen: true, attributes: { handRaisedAt: 'now' } });
    await pass(9_000);
    expect(told(test)).toEqual([]);
    await pass(2_000);
    expect(told(test)).toEqual([]);
    // Cut off, too, and back a little later.
    director.leave('eve');
    await pass(2_000);
    director.join({ name: 'Eve' });
    await pass(3_000);
    expect(told(test)).toEqual(['call.joined Eve', 'call.left Alice']);
  });

  it('tells less in a large room', async () => {
    const [middling, large] = [await inCall({ scenario: { people: crowd(20) } }), await inCall({ scenario: { people: crowd(300) } })];
    for (const { director } of [middling, large]) {
      director.join({ name: 'Eve' });
      director.leave('person-1');
      director.share('person-2');
      director.setAttributes('person-3', { handRaisedAt: 'now' });
      director.sendText('person-4', CHAT_TOPIC, 'Hello');
    }
    await pass(900);
    expect(told(middling)).toEqual(['Person 4: Hello', 'call.joined.many 1', 'call.left.many 1', 'call.shares Person 2', 'call.raised Person 3']);
    expect(told(large)).toEqual(['call.shares Person 2', 'call.raised.many 1']);
    expect(play).not.toHaveBeenCalled();
  });

  it('plays a sound in a small room, unless it is switched off or the browser holds sound back', async () => {
    const test = await inCall();
    const { director, meeting } = test;
    director.join({ name: 'Eve' });
    await pass(900);
    await vi.dynamicImportSettled();
    expect(vi.mocked(play).mock.calls.map(([kind, speaker]) => [kind, speaker])).toEqual([['join', '']]);
    director.join({ name: 'Fifth' });
    await pass(2_600);
    expect(play).toHaveBeenCalledTimes(1);
    director.leave('fifth');
    director.blockPlayback();
    await pass(2_600);
    expect(play).toHaveBeenCalledTimes(1);
    await meeting.playback.start();
    await during(meeting.notices.setPreferences({ sounds: false }));
    director.setAttributes('bob', { handRaisedAt: 'now' });
    await pass(2_600);
    expect(play).toHaveBeenCalledTimes(1);
    await during(meeting.notices.setPreferences({ sounds: true }));
    director.share('bob');
    await pass(2_600);
    await vi.dynamicImportSettled();
    expect(play).toHaveBeenCalledTimes(2);
  });

  it('leaves out what the person does not want, and still says what it was', async () => {
    const test = await inCall();
    const { notices } = test.meeting;
    test.director.join({ name: 'Eve' });
    await pass(900);
    await expect(during(notices.setPreferences({ join: false }))).resolves.toMatchObject({ join: false, leave: true });
    expect(told(test)).toEqual([]);
    test.director.join({ name: 'Tom' });
    await pass(2_600);
    expect(told(test)).toEqual([]);
    expect(latest(test)).toBe('call.joined Tom');
    await during(notices.setPreferences({ join: true }));
    test.director.join({ name: 'Ina' });
    await pass(2_600);
    expect(told(test)).toEqual(['call.joined Ina']);
    await expect(during(notices.setPreferences({ join: 1 } as never))).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(during(notices.setPreferences({ other: true } as never))).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    test.meeting.intercept(() => false);
    await expect(during(notices.setPreferences({ hand: false }))).rejects.toMatchObject({ code: 'VETOED' });
  });

  it('remembers preferences where there is a storage, and believes only its own', async () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    const first = await inCall({ storage });
    await during(first.meeting.notices.setPreferences({ sounds: false, saySpeakers: true }));
    expect((await inCall({ storage })).meeting.notices.preferences.value).toMatchObject({ sounds: false, saySpeakers: true, join: true });
    for (const wrong of ['no JSON', '[1]', '{"join":"yes"}', '{"__proto__":true}', 'null']) {
      kept.set('visio-notices', wrong);
      expect((await inCall({ storage })).meeting.notices.preferences.value).toEqual(DEFAULT_PREFERENCES);
    }
    expect((await inCall()).meeting.notices.preferences.value.sounds).toBe(true);
  });

  it('shows what a host says, for its time, until it is taken back, or before any call', async () => {
    const test = createTestMeeting({ microphone: false, camera: false });
    const { notices } = test.meeting;
    const endEarly = notices.show({ text: 'never seen' });
    endEarly();
    notices.show({ text: 'The room closes at noon.', sticky: true, icon: { path: 'M0 0' } });
    const end = notices.show({ text: 'y'.repeat(1_000), urgency: 'high' });
    await vi.dynamicImportSettled();
    await pass(1);
    expect(told(test)).toEqual(['The room closes at noon.', `${'y'.repeat(300)}…`]);
    expect(notices.items.value[0]).toMatchObject({ kind: 'host', urgency: 'normal', sticky: true });
    expect(notices.latest.value).toBe(notices.items.value[1]);
    await pass(11_000);
    expect(told(test)).toHaveLength(2);
    await pass(1_100);
    expect(told(test)).toEqual(['The room closes at noon.']);
    end();
    expect(told(test)).toHaveLength(1);
  });

  it('holds notices while someone looks at them, and at most 20', async () => {
    const test = await inCall();
    const { notices } = test.meeting;
    for (let i = 0; i < 30; i++) notices.show({ text: `${i}` });
    await pass(1);
    expect(told(test)).toEqual(Array.from({ length: 20 }, (_, i) => `${i + 10}`));
    const release = notices.hold();
    await pass(60_000);
    expect(told(test)).toHaveLength(20);
    release();
    await pass(6_100);
    expect(told(test)).toEqual([]);
  });

  it('forgets the call with its end, and begins anew with the next', async () => {
    const test = await inCall();
    test.director.join({ name: 'Eve' });
    test.meeting.notices.show({ text: 'stays', sticky: true });
    await pass(900);
    expect(told(test)).toEqual(['stays', 'call.joined Eve']);
    test.director.leave('bob');
    await during(test.meeting.leave());
    await pass(3_000);
    expect(told(test)).toEqual(['stays']);
    await enter(test);
    await pass(3_000);
    expect(told(test)).toEqual(['stays']);
    test.director.leave('alice');
    await pass(900);
    expect(told(test)).toEqual(['stays', 'call.left Alice']);
  });

  it('looks only at who changed, however many there are', async () => {
    const test = await inCall({ scenario: { people: crowd(1_000) } });
    const get = vi.spyOn(test.meeting.roster, 'get');
    test.director.join({ name: 'Eve' });
    test.director.setAttributes('person-7', { colour: 'red' });
    await pass(900);
    expect(get.mock.calls.map(([id]) => id).sort()).toEqual(['eve', 'person-7']);
  });

  it('keeps the bounds of what people call themselves', async () => {
    const test = await inCall();
    test.director.join({ name: `\u202eevil\n${'x'.repeat(500)}`, id: 'eve' });
    await pass(900);
    const [notice] = told(test);
    expect(notice).toMatch(/^call\.joined evil x+…$/);
    expect(notice!.length).toBeLessThan(150);
  });
});

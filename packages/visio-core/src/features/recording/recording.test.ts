import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backend, Offers, RecordingMode } from '../../backends/backend.js';
import { decodeJson, encodeJson } from '../../engine/json.js';
import { createTestMeeting, during, enter, pass, type TestMeeting, type TestMeetingOptions } from '../../engine/testing/test-meeting.js';
import type { VisioErrorCode } from '../../errors/codes.js';
import { VisioError } from '../../errors/visio-error.js';
import type { Fact } from '../facts/facts.js';

const PEOPLE = [{ name: 'Bob' }, { name: 'Eve' }];

/** A backend that records as La Suite Meet's does, as far as the test lets it. */
function createServer(offers?: Offers) {
  const asked: unknown[] = [];
  const server = {
    asked,
    failure: null as Error | null,
    /** What the room is told once the server has taken it. */
    onStart: (mode: RecordingMode): unknown => ({ recording_mode: mode, recording_status: 'starting' }),
    test: null as TestMeeting | null,
    backend: {
      credentials: async () => ({ serverUrl: 'wss://simulated', token: 'any', ...(offers && { offers }) }),
      recording: {
        async start(mode, options) {
          asked.push(['start', mode, options]);
          if (server.failure) throw server.failure;
          server.test!.director.setRoomMetadata(server.onStart(mode) as object);
        },
        async stop() {
          asked.push(['stop']);
          if (server.failure) throw server.failure;
          server.test!.director.setRoomMetadata({ recording_mode: 'screen_recording', recording_status: 'saving' });
        },
      },
    } satisfies Backend,
  };
  return server;
}

describe('createRecording', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function inCall({ role = '', offers, ...options }: TestMeetingOptions & { role?: string; offers?: Offers } = {}) {
    const server = createServer(offers);
    const test = createTestMeeting({ microphone: false, camera: false, scenario: { people: PEOPLE }, backend: server.backend, ...options });
    server.test = test;
    await enter(test);
    await vi.dynamicImportSettled();
    if (role) test.director.setAttributes('local', { room_role: role });
    await pass(50);
    const facts: Fact[] = [];
    test.meeting.facts.listen((fact) => fact.type.startsWith('recording') && facts.push(fact));
    const packets: string[] = [];
    test.director.onData((data) => {
      if (data.type === 'packet') packets.push(String(decodeJson(data.payload)?.['type']));
    });
    return { ...test, server, facts, packets, ...test.meeting.recording };
  }

  const tell = ({ director }: TestMeeting, recording_status: string, recording_mode = 'screen_recording') =>
    director.setRoomMetadata({ recording_mode, recording_status });
  const ours = ({ meeting }: TestMeeting) => meeting.notices.items.peek().filter(({ kind }) => kind.startsWith('recording'));
  const notices = (test: TestMeeting) =>
    ours(test).map(({ text, sticky }) => `${typeof text === 'string' ? text : text.key}${sticky ? ' *' : ''}`);
  const code = (promise: Promise<unknown>) => promise.then(() => 'none', (error: VisioError) => error.code);

  it('says whether the room is recorded, over a broken connection, and forgets it with the call', async () => {
    const test = createTestMeeting();
    const { active, state } = test.meeting.recording;
    await enter(test);
    expect(active.value).toBe(false);
    test.director.setRecording(true);
    await pass(50);
    expect([active.value, state.value]).toEqual([true, { status: 'started', mode: null }]);
    test.director.reconnect(500);
    test.director.setRecording(false);
    await pass(100);
    expect(active.value).toBe(true);
    await pass(500);
    expect(active.value).toBe(false);
    test.director.setRecording(true);
    await pass(50);
    await test.meeting.leave();
    expect([active.value, state.value]).toEqual([false, { status: 'none', mode: null }]);
    await enter(test);
    expect(active.value).toBe(false);
  });

  it('takes the metadata and the flag together, as La Suite Meet does', async () => {
    const test = await inCall();
    const { state, director } = test;
    const seen: string[] = [];
    state.subscribe(({ status, mode }) => seen.push(`${status} ${mode}`));
    tell(test, 'starting', 'transcript');
    await pass(20);
    tell(test, 'started', 'transcript');
    await pass(20);
    expect(seen).toEqual(['none null', 'starting transcript']);
    director.setRecording(true);
    await pass(20);
    // The flag goes first: that is no new beginning.
    director.setRecording(false);
    await pass(20);
    tell(test, 'saving', 'transcript');
    await pass(20);
    director.setRoomMetadata({});
    await pass(20);
    tell(test, 'aborted');
    await pass(20);
    expect(seen.slice(2)).toEqual(['started transcript', 'saving transcript', 'none null', 'failed screen_recording']);
    // The flag is never hidden.
    director.setRecording(true);
    await pass(20);
    expect(seen.at(-1)).toBe('started null');
  });

  it('believes no packet', async () => {
    const test = await inCall({ role: 'owner' });
    const types = ['screenRecording', 'transcription'].flatMap((each) => ['Started', 'Stopped', 'LimitReached'].map((what) => each + what));
    for (const type of types) for (const from of ['bob', null]) test.director.sendPacket(from, encodeJson({ type }));
    await pass(50);
    expect(test.active.value).toBe(false);
    expect(test.state.value.status).toBe('none');
    expect(notices(test)).toEqual([]);
  });

  it('tells everyone how it goes, and what begins until they have taken note', async () => {
    const test = await inCall();
    const { director, facts } = test;
    tell(test, 'starting');
    await pass(50);
    expect(notices(test)).toEqual(['recording.starting.screen_recording *']);
    expect(test.meeting.notices.latest.peek()?.kind).toBe('recording');
    tell(test, 'started');
    director.setRecording(true);
    await pass(50);
    expect(notices(test)).toEqual(['recording.started.screen_recording *']);
    const [notice] = ours(test);
    expect(notice!.actions!.map(({ label }) => label)).toEqual([{ key: 'recording.understood' }, { key: 'control.leave' }]);
    tell(test, 'saving');
    director.setRecording(false);
    await pass(50);
    expect(notices(test)).toEqual(['recording.saved.screen_recording']);
    director.setRoomMetadata({});
    await pass(12_100);
    expect(notices(test)).toEqual([]);
    expect(facts).toEqual(
      ['starting', 'started', 'stopped', 'saving'].map((what) => ({ type: `recording-${what}`, mode: 'screen_recording' })),
    );
    notice!.actions![1]!.run();
    await pass(50);
    expect(test.meeting.connection.state.peek()).toBe('left');
  });

  it.each(['aborted', ''])('tells that one did not begin (%s)', async (status) => {
    const test = await inCall();
    tell(test, 'starting', 'transcript');
    await pass(20);
    tell(test, status, 'transcript');
    await pass(20);
    expect(notices(test)).toEqual(['recording.failed.transcript']);
    expect(test.facts.map(({ type }) => type)).toEqual(['recording-starting', 'recording-failed']);
    expect(test.facts.at(-1)).toEqual({ type: 'recording-failed', mode: 'transcript' });
  });

  it('tells that one broke off, and nothing of one that failed before one came', async () => {
    const test = await inCall();
    tell(test, 'started');
    test.director.setRecording(true);
    await pass(20);
    test.director.setRecording(false);
    tell(test, 'aborted');
    await pass(20);
    expect(notices(test)).toEqual(['recording.brokeOff.screen_recording']);
    await test.meeting.leave();
    tell(test, 'aborted');
    await enter(test);
    await pass(50);
    expect(notices(test)).toEqual([]);
    expect(test.held.value).toBe(false);
  });

  describe('holds back who comes into a recorded room', () => {
    async function comeLate(prepare: (test: TestMeeting) => void) {
      const test = createTestMeeting();
      const publish = vi.spyOn(test.engine, 'publish');
      prepare(test);
      await enter(test);
      await vi.dynamicImportSettled();
      await pass(50);
      return { ...test, publish, ...test.meeting.recording };
    }

    it.each<[string, (test: TestMeeting) => void]>([
      ['by the flag', ({ director }) => director.setRecording(true)],
      ['by the metadata', (test) => tell(test, 'starting')],
      ['by both', (test) => (tell(test, 'started', 'transcript'), test.director.setRecording(true))],
    ])('%s', async (_, prepare) => {
      const { meeting, held, publish, acknowledge, ...test } = await comeLate(prepare);
      expect(held.value).toBe(true);
      expect(publish).not.toHaveBeenCalled();
      expect([meeting.microphone.enabled.value, meeting.camera.enabled.value]).toEqual([false, false]);
      expect(notices({ ...test, meeting })).toEqual([]);
      await meeting.microphone.setEnabled(true);
      expect(publish).not.toHaveBeenCalled();
      acknowledge();
      await pass(100);
      expect(publish.mock.calls.map(([source]) => source).sort()).toEqual(['camera', 'microphone']);
      expect([meeting.microphone.enabled.value, meeting.camera.enabled.value]).toEqual([true, true]);
    });

    it('with what they turned off left off', async () => {
      const { meeting, publish, acknowledge } = await comeLate(({ director }) => director.setRecording(true));
      await Promise.all([meeting.microphone.setEnabled(false), meeting.camera.setEnabled(false)]);
      acknowledge();
      await pass(100);
      expect(publish).not.toHaveBeenCalled();
      expect(meeting.camera.track.value).toBeNull();
    });

    it('only until the recording ends, and only then', async () => {
      const { director, held, publish } = await comeLate(({ director }) => director.setRecording(true));
      director.reconnect(100);
      await pass(200);
      expect([held.value, publish.mock.calls.length]).toEqual([true, 0]);
      director.setRecording(false);
      await pass(100);
      expect([held.value, publish.mock.calls.length]).toEqual([false, 2]);
      director.setRecording(true);
      await pass(100);
      expect(held.value).toBe(false);
    });

    it.each(['saving', 'aborted'])('but not for one that is over (%s)', async (status) => {
      const { held, publish } = await comeLate((test) => tell(test, status));
      expect([held.value, publish.mock.calls.length]).toEqual([false, 2]);
    });

    it('again in the next call', async () => {
      const test = await comeLate(({ director }) => director.setRecording(true));
      test.acknowledge();
      await test.meeting.leave();
      expect(test.held.value).toBe(false);
      test.director.setRecording(true);
      await enter(test);
      expect(test.held.value).toBe(true);
    });
  });

  it('offers nothing that the room has not', async () => {
    const nobody = await inCall({ role: 'owner', backend: { credentials: async () => ({ serverUrl: 'wss://simulated', token: 'any' }) } });
    expect([nobody.modes.value, nobody.start.enabled.value, nobody.stop.enabled.value, nobody.request.enabled.value]).toEqual([[], false, false, false]);
    const off = await inCall({ role: 'owner', offers: { recording: [] } });
    expect([off.start.enabled.value, off.request.enabled.value]).toEqual([false, false]);
    const one = await inCall({ role: 'owner', offers: { recording: ['transcript'] } });
    expect(one.modes.value).toEqual(['transcript']);
    expect(await code(one.start('screen_recording'))).toBe('FEATURE_OFF');
    expect(await code(one.start('hologram' as RecordingMode))).toBe('INVALID_ARGUMENT');
    expect(one.server.asked).toEqual([]);
  });

  it('starts and stops when the room says so, and tells the official app', async () => {
    const test = await inCall({ role: 'administrator' });
    const { start, stop, server, packets, director } = test;
    expect([start.enabled.value, stop.enabled.value, test.request.enabled.value]).toEqual([true, false, false]);
    const starting = start('screen_recording', { transcribe: true });
    await pass(100);
    expect(await starting).toEqual({ status: 'starting', mode: 'screen_recording' });
    // Another one, of any kind, has to wait.
    expect([start.enabled.value, stop.enabled.value]).toEqual([false, true]);
    tell(test, 'started');
    director.setRecording(true);
    await pass(50);
    const stopping = stop();
    await pass(100);
    expect(await stopping).toEqual({ status: 'saving', mode: 'screen_recording' });
    expect(start.enabled.value).toBe(false);
    director.setRecording(false);
    director.setRoomMetadata({});
    await pass(50);
    expect([start.enabled.value, stop.enabled.value]).toEqual([true, false]);
    expect(server.asked).toEqual([['start', 'screen_recording', { transcribe: true }], ['stop']]);
    expect(packets).toEqual(['screenRecordingStarted', 'screenRecordingStopped']);
  });

  it.each<VisioErrorCode>(['ALREADY_ACTIVE', 'FEATURE_OFF', 'BACKEND_FAILED'])('rejects with what the server says (%s), and tells nobody', async (failure) => {
    const { start, server, packets } = await inCall({ role: 'owner' });
    server.failure = new VisioError(failure, 'no');
    expect(await code(start('transcript'))).toBe(failure);
    expect(start.error.value?.code).toBe(failure);
    expect(packets).toEqual([]);
  });

  it('rejects when it fails after the server took it, and when the room is told nothing', async () => {
    const test = await inCall({ role: 'owner' });
    test.server.onStart = (recording_mode) => ({ recording_mode, recording_status: 'aborted' });
    const failing = code(test.start('transcript'));
    await pass(100);
    expect(await failing).toBe('BACKEND_FAILED');
    // What is left of that does not stand in the way.
    test.server.onStart = (recording_mode) => ({ recording_mode, recording_status: 'starting' });
    const again = test.start('transcript');
    await pass(100);
    expect((await again).status).toBe('starting');
    test.director.setRoomMetadata({});
    test.server.onStart = () => ({});
    await pass(50);
    const silent = code(test.start('transcript'));
    await pass(10_100);
    expect(await silent).toBe('REQUEST_FAILED');
    expect(test.packets).toEqual(['transcriptionStarted']);
  });

  it('lets everyone else ask, and not too often', async () => {
    const test = await inCall();
    const { request, packets, start } = test;
    expect([start.enabled.value, request.enabled.value]).toEqual([false, true]);
    await during(request('transcript'));
    expect(await code(during(request('screen_recording')))).toBe('TOO_FAST');
    await pass(30_100);
    await during(request('screen_recording'));
    expect(packets).toEqual(['transcriptionRequested', 'screenRecordingRequested']);
    tell(test, 'starting');
    await pass(50);
    expect(request.enabled.value).toBe(false);
  });

  it('shows moderators who asks, starts it with a click, and bears a flood', async () => {
    const test = await inCall({ role: 'owner' });
    const { director, server, dropped } = test;
    const ask = (from: string | null, type = 'screenRecordingRequested') => director.sendPacket(from, encodeJson({ type }));
    ask('nobody');
    ask(null);
    await pass(50);
    expect(notices(test)).toEqual([]);
    for (let i = 0; i < 100; i++) ask('eve');
    ask('bob');
    await pass(50);
    expect(notices(test)).toEqual(['recording.asks.screen_recording *']);
    expect(dropped.value).toBe(98);
    const [notice] = ours(test);
    expect(notice!.text).toMatchObject({ values: { name: 'Bob' } });
    notice!.actions![0]!.run();
    await pass(100);
    expect(server.asked).toEqual([['start', 'screen_recording', {}]]);
    // It is answered: nobody asks any more.
    expect(notices(test)).toEqual(['recording.starting.screen_recording *']);
  });

  it('says nothing of requests to who could not follow them', async () => {
    const test = await inCall();
    test.director.sendPacket('bob', encodeJson({ type: 'transcriptionRequested' }));
    await pass(50);
    expect(notices(test)).toEqual([]);
  });

  it.each([['owner', ' *'], ['', '']])('tells that the longest duration is reached, if the server says so (%s)', async (role, sticky) => {
    const test = await inCall({ role });
    const { director } = test;
    const limit = (from: string | null) => director.sendPacket(from, encodeJson({ type: 'screenRecordingLimitReached' }));
    tell(test, 'started');
    director.setRecording(true);
    await pass(50);
    ours(test)[0]!.actions![0]!.run();
    limit('bob');
    await pass(50);
    expect(notices(test).some((each) => each.startsWith('recording.limit'))).toBe(false);
    tell(test, 'saving');
    director.setRecording(false);
    await pass(50);
    for (let i = 0; i < 10; i++) limit(null);
    await pass(50);
    expect(notices(test)).toEqual(['recording.saved.screen_recording', `recording.limit.screen_recording${sticky}`]);
  });
});

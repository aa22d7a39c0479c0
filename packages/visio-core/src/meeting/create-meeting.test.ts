import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backend } from '../backends/backend.js';
import { staticBackend } from '../backends/static.js';
import { createTestMeeting, during, enter, pass } from '../engine/testing/test-meeting.js';
import type { VisioErrorCode } from '../errors/codes.js';
import { VisioError } from '../errors/visio-error.js';
import { createMeeting } from './create-meeting.js';

describe('createMeeting', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('does nothing by itself', async () => {
    const { meeting, media } = createTestMeeting();
    await pass(1_000);
    expect(meeting.connection.state.value).toBe('idle');
    expect(media.tracks).toEqual([]);
    expect(media.listening).toBe(false);
  });

  it('can be made in Node with the real engine', () => {
    const meeting = createMeeting();
    expect(meeting.connection.state.value).toBe('idle');
    meeting.dispose();
  });

  describe('joining and leaving', () => {
    it('opens devices in the lobby, publishes them in the call, and closes all after it', async () => {
      const test = createTestMeeting();
      const { meeting, media, director } = test;
      meeting.openLobby();
      await pass(10);
      expect(meeting.connection.state.value).toBe('lobby');
      expect([meeting.microphone.enabled.value, meeting.camera.enabled.value]).toEqual([true, true]);
      expect(media.live).toHaveLength(2);

      const joining = meeting.join();
      expect(meeting.connection.state.value).toBe('joining');
      expect(meeting.join.pending.value).toBe(true);
      await pass(500);
      await expect(joining).resolves.toBe('connected');
      await pass(100);
      // The same tracks: nothing blinked.
      expect(media.tracks).toHaveLength(2);
      expect(director.see(director.localId)?.tracks).toMatchObject({ microphone: { muted: false }, camera: { muted: false } });

      const leaving = meeting.leave();
      expect(meeting.connection.state.value).toBe('left');
      expect(media.live).toEqual([]);
      await expect(leaving).resolves.toBe('left');
      expect(meeting.connection.endReason.value).toBe('left');
      expect(meeting.roster.ids.value).toEqual([]);
      expect(director.see(director.localId)).toBeUndefined();
      expect(media.listening).toBe(false);
    });

    it('knows everyone by the time it is connected', async () => {
      const test = createTestMeeting({ displayName: 'Ada', scenario: { people: [{ name: 'Grace', microphone: false }] } });
      await enter(test);
      const { roster } = test.meeting;
      expect(roster.ids.value).toEqual(['local', 'grace']);
      expect(roster.get('local').value?.name).toBe('Ada');
      expect(roster.get('grace').value?.tracks.microphone?.muted).toBe(true);
    });

    it('waits to be let in, with its devices open', async () => {
      let admit = () => {};
      const backend: Backend = {
        async credentials({ onWaiting }) {
          onWaiting!();
          await new Promise<void>((resolve) => (admit = resolve));
          return { serverUrl: 'wss://simulated', token: 'any', roomId: 'r-1', offers: { captions: false } };
        },
      };
      const { meeting, media } = createTestMeeting({ backend });
      const joining = meeting.join();
      await pass(5_000);
      expect(meeting.connection.state.value).toBe('waiting');
      expect(meeting.join.enabled.value).toBe(false);
      expect(media.live).toHaveLength(2);
      admit();
      await pass(1);
      expect(meeting.connection.state.value).toBe('joining');
      await pass(500);
      await expect(joining).resolves.toBe('connected');
    });

    it('gives up waiting when the person does, and says so when they are refused', async () => {
      const given = vi.fn();
      const backend: Backend = {
        credentials: ({ onWaiting, signal }) =>
          new Promise((_, reject) => {
            onWaiting!();
            signal.addEventListener('abort', () => (given(), reject(signal.reason)));
            setTimeout(() => reject(new VisioError('ENTRY_REFUSED', 'No.')), 9_000);
          }),
      };
      const { meeting, media } = createTestMeeting({ backend });
      const joining = meeting.join();
      await pass(1_000);
      await meeting.leave();
      await joining;
      expect([meeting.connection.state.value, given.mock.calls.length]).toEqual(['left', 1]);
      expect(media.live).toEqual([]);

      const again = meeting.join();
      const refused = expect(again).rejects.toMatchObject({ code: 'ENTRY_REFUSED' });
      await pass(9_000);
      await refused;
      expect(meeting.connection.state.value).toBe('failed');
    });

    it('joins without a lobby, and again after leaving', async () => {
      const test = createTestMeeting();
      await enter(test);
      await test.meeting.leave();
      await enter(test);
      expect(test.meeting.connection.state.value).toBe('connected');
      expect(test.media.live).toHaveLength(2);
    });

    it('joins again although the last leave is not through yet', async () => {
      const test = createTestMeeting();
      const { meeting, engine, director } = test;
      await enter(test);
      const disconnect = engine.disconnect.bind(engine);
      engine.disconnect = async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        await disconnect();
      };
      const leaving = meeting.leave();
      const joining = meeting.join();
      await pass(1_000);
      await leaving;
      await expect(joining).resolves.toBe('connected');
      expect(meeting.connection.state.value).toBe('connected');
      expect(director.see(director.localId)?.tracks.microphone?.muted).toBe(false);
    });

    it('leaves the lobby, and closes its devices', async () => {
      const { meeting, media } = createTestMeeting();
      meeting.openLobby();
      await pass(10);
      await meeting.leave();
      expect(meeting.connection.state.value).toBe('left');
      expect(media.live).toEqual([]);
    });

    it('gives up joining when told to leave, and stays out', async () => {
      const { meeting, media, director } = createTestMeeting();
      const joining = meeting.join();
      await pass(50);
      const leaving = meeting.leave();
      await expect(joining).resolves.toBe('left');
      await leaving;
      await pass(1_000);
      expect(meeting.connection.state.value).toBe('left');
      expect(meeting.join.error.value).toBeNull();
      expect(director.see(director.localId)).toBeUndefined();
      expect(media.live).toEqual([]);
    });

    it('gives up while it waits for the token, and tells the backend', async () => {
      let signal: AbortSignal | undefined;
      const backend: Backend = {
        credentials(request) {
          signal = request.signal;
          return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))));
        },
      };
      const { meeting } = createTestMeeting({ backend });
      const joining = meeting.join();
      await pass(10);
      await meeting.leave();
      expect(signal?.aborted).toBe(true);
      await expect(joining).resolves.toBe('left');
    });

    it('closes a device that opens only after it was left', async () => {
      const { meeting, media } = createTestMeeting();
      const open = media.hold();
      meeting.openLobby();
      await pass(10);
      await meeting.leave();
      open();
      await pass(10);
      expect(media.tracks.length).toBeGreaterThan(0);
      expect(media.live).toEqual([]);
    });

    it('closes a device that opens only after the meeting was disposed of', async () => {
      const { meeting, media } = createTestMeeting();
      const open = media.hold();
      meeting.openLobby();
      await pass(10);
      meeting.dispose();
      open();
      await pass(10);
      expect(media.tracks.length).toBeGreaterThan(0);
      expect(media.live).toEqual([]);
    });

    it('leaves join and leave to their time', async () => {
      const test = createTestMeeting();
      const { meeting } = test;
      expect([meeting.join.enabled.value, meeting.leave.enabled.value]).toEqual([true, false]);
      await expect(meeting.leave()).rejects.toMatchObject({ code: 'COMMAND_DISABLED' });
      await enter(test);
      expect([meeting.join.enabled.value, meeting.leave.enabled.value]).toEqual([false, true]);
      await expect(meeting.join()).rejects.toMatchObject({ code: 'COMMAND_DISABLED' });
    });
  });

  describe('what the host says', () => {
    it('asks interceptors before each command, and does as they say', async () => {
      const test = createTestMeeting();
      const { meeting } = test;
      const asked: string[] = [];
      const end = meeting.intercept((command, args) => {
        asked.push(`${command} ${JSON.stringify(args)}`);
        return command !== 'leave';
      });
      await enter(test);
      await during(meeting.camera.setEnabled(false));
      await expect(meeting.leave()).rejects.toMatchObject({ code: 'VETOED' });
      expect(meeting.connection.state.value).toBe('connected');
      expect(asked).toEqual(['join []', 'setCameraEnabled [false]', 'leave []']);
      end();
      await expect(meeting.leave()).resolves.toBe('left');
    });

    it('needs every interceptor’s consent', async () => {
      const { meeting } = createTestMeeting();
      meeting.intercept(() => true);
      meeting.intercept(() => false);
      await expect(meeting.join()).rejects.toMatchObject({ code: 'VETOED' });
      expect(meeting.connection.state.value).toBe('idle');
    });

    it('sends room and name to the backend, the name tidied and cut between characters', async () => {
      const credentials = vi.fn<Backend['credentials']>(async () => ({ serverUrl: 'https://simulated', token: 'any' }));
      const test = createTestMeeting({ backend: { credentials }, room: 'a', displayName: '  Ada \n Lovelace ' });
      await enter(test);
      expect(credentials.mock.calls[0]?.[0]).toMatchObject({ room: 'a', displayName: 'Ada Lovelace' });
      await test.meeting.leave();
      test.meeting.setRoom('b');
      test.meeting.setDisplayName('😀'.repeat(60));
      expect(test.meeting.displayName.value).toBe('😀'.repeat(50));
      await enter(test);
      expect(credentials.mock.calls[1]?.[0]).toMatchObject({ room: 'b', displayName: '😀'.repeat(50) });
    });

    it('takes a backend that comes later', async () => {
      const test = createTestMeeting();
      test.meeting.setBackend(null);
      await expect(test.meeting.join()).rejects.toMatchObject({ code: 'NO_CREDENTIALS' });
      test.meeting.setBackend(staticBackend('wss://simulated', 'any'));
      await enter(test);
      expect(test.meeting.connection.state.value).toBe('connected');
    });
  });

  describe('failures', () => {
    const cases: readonly [VisioErrorCode, Parameters<typeof createTestMeeting>[0]][] = [
      ['INVALID_TOKEN', { token: 'invalid' }],
      ['EXPIRED_TOKEN', { token: 'expired' }],
      ['NO_CREDENTIALS', { token: '' }],
      ['SERVER_UNREACHABLE', { serverUrl: 'wss://unreachable' }],
      ['MEDIA_BLOCKED', { serverUrl: 'wss://blocked' }],
      ['INVALID_SERVER_URL', { serverUrl: 'meet.example' }],
      ['TOKEN_REQUEST_FAILED', { backend: { credentials: () => Promise.reject(new Error('offline')) } }],
    ];

    it.each(cases)('fails with %s, and can try again', async (code, options) => {
      const test = createTestMeeting(options);
      const { meeting, media } = test;
      const refused = expect(meeting.join()).rejects.toMatchObject({ code });
      await pass(500);
      await refused;
      expect(meeting.connection.state.value).toBe('failed');
      expect(meeting.connection.error.value?.code).toBe(code);
      expect(meeting.connection.endReason.value).toBe('failed');
      expect(meeting.join.error.value?.code).toBe(code);
      expect(media.live).toEqual([]);

      meeting.setBackend(staticBackend('wss://simulated', 'any'));
      await enter(test);
      expect(meeting.connection.error.value).toBeNull();
      expect(meeting.join.error.value).toBeNull();
    });

    it('fails with what the engine could not load', async () => {
      const { meeting, engine } = createTestMeeting();
      engine.load = () => Promise.reject(new VisioError('ENGINE_LOAD_FAILED', 'no'));
      meeting.openLobby();
      await expect(meeting.join()).rejects.toMatchObject({ code: 'ENGINE_LOAD_FAILED' });
    });

    it.each([
      ['removed', 'PARTICIPANT_REMOVED'],
      ['duplicate-identity', 'DUPLICATE_IDENTITY'],
      ['room-closed', 'ROOM_CLOSED'],
      ['connection-lost', 'CONNECTION_LOST'],
    ] as const)('ends with %s as %s, and closes its devices', async (reason, code) => {
      const test = createTestMeeting();
      await enter(test);
      test.director.drop(reason);
      await pass(50);
      const { connection, roster } = test.meeting;
      expect([connection.state.value, connection.endReason.value, connection.error.value?.code]).toEqual(['failed', reason, code]);
      expect(roster.ids.value).toEqual([]);
      expect(test.media.live).toEqual([]);
    });

    it('is not connected to a room that it was sent out of as it came in', async () => {
      const test = createTestMeeting({ scenario: { script: (director) => director.drop('removed') } });
      const joining = test.meeting.join();
      await pass(500);
      await joining.catch(() => undefined);
      expect(test.meeting.connection.state.value).toBe('failed');
      expect(test.media.live).toEqual([]);
    });

    it('reconnects, and everyone is still there', async () => {
      const test = createTestMeeting({ scenario: { people: [{ name: 'Grace' }] } });
      const { meeting, director, media } = test;
      await enter(test);
      director.reconnect(2_000);
      await pass(100);
      expect(meeting.connection.state.value).toBe('reconnecting');
      expect(meeting.roster.count.value).toBe(2);
      await pass(2_000);
      expect(meeting.connection.state.value).toBe('connected');
      expect(media.tracks).toHaveLength(2);
      expect(director.see('local')?.tracks).toMatchObject({ microphone: { muted: false }, camera: { muted: false } });
    });
  });

  describe('hold', () => {
    it('lets the meeting live on for half a second without a holder, and then leave', async () => {
      const test = createTestMeeting();
      const { meeting, media } = test;
      const release = meeting.hold();
      await enter(test);
      release();
      await pass(499);
      expect(meeting.connection.state.value).toBe('connected');
      await pass(2);
      expect(meeting.connection.state.value).toBe('left');
      expect(media.live).toEqual([]);
      expect(meeting.disposed).toBe(false);
    });

    it('lets a holder that comes in time keep it', async () => {
      const test = createTestMeeting();
      const release = test.meeting.hold();
      await enter(test);
      release();
      await pass(300);
      const releaseAgain = test.meeting.hold();
      await pass(5_000);
      expect(test.meeting.connection.state.value).toBe('connected');
      releaseAgain();
      await pass(600);
      expect(test.meeting.connection.state.value).toBe('left');
    });

    it('needs the last holder to let go, and counts each once', async () => {
      const test = createTestMeeting();
      const [first, second] = [test.meeting.hold(), test.meeting.hold()];
      await enter(test);
      first();
      first();
      await pass(5_000);
      expect(test.meeting.connection.state.value).toBe('connected');
      second();
      await pass(600);
      expect(test.meeting.connection.state.value).toBe('left');
    });

    it('closes the lobby’s devices, too', async () => {
      const { meeting, media } = createTestMeeting();
      const release = meeting.hold();
      meeting.openLobby();
      await pass(10);
      expect(media.live).toHaveLength(2);
      release();
      await pass(600);
      expect(media.live).toEqual([]);
    });

    it('does not ask the host, who is gone as well', async () => {
      const test = createTestMeeting();
      const release = test.meeting.hold();
      await enter(test);
      test.meeting.intercept(() => false);
      release();
      await pass(600);
      expect(test.meeting.connection.state.value).toBe('left');
    });

    it('disposes of a meeting that was made to go with its last holder', async () => {
      const test = createTestMeeting({ disposeWhenReleased: true });
      const release = test.meeting.hold();
      await enter(test);
      release();
      await pass(600);
      expect(test.meeting.disposed).toBe(true);
      expect(test.media.live).toEqual([]);
      expect(test.director.see('local')).toBeUndefined();
    });

    it('lets a meeting live that was never held', async () => {
      const test = createTestMeeting();
      await enter(test);
      await pass(60_000);
      expect(test.meeting.connection.state.value).toBe('connected');
    });
  });

  it('ends everything on dispose, from any state', async () => {
    for (const reach of [async () => undefined, enter, async ({ meeting }: ReturnType<typeof createTestMeeting>) => meeting.openLobby()]) {
      const test = createTestMeeting();
      await reach(test);
      await pass(10);
      test.meeting.dispose();
      test.meeting.dispose();
      await pass(1_000);
      expect(test.media.live).toEqual([]);
      expect(test.media.listening).toBe(false);
      expect(test.director.see('local')).toBeUndefined();
    }
  });

  it('does not touch another meeting', async () => {
    const [first, second] = [createTestMeeting({ displayName: 'A' }), createTestMeeting({ displayName: 'B' })];
    await enter(first);
    await enter(second);
    first.director.join({ name: 'Grace' });
    await during(first.meeting.microphone.setEnabled(false));
    expect(first.meeting.roster.count.value).toBe(2);
    expect(second.meeting.roster.count.value).toBe(1);
    expect(first.meeting.microphone.enabled.value).toBe(false);
    expect(second.meeting.microphone.enabled.value).toBe(true);
    await first.meeting.leave();
    expect(second.meeting.connection.state.value).toBe('connected');
    expect(second.media.live).toHaveLength(2);
  });

  it('runs a thousand people in one update', async () => {
    const people = Array.from({ length: 999 }, (_, i) => ({ name: `Person ${i}`, id: `p${i}` }));
    const test = createTestMeeting({ scenario: { people } });
    const counts: number[] = [];
    test.meeting.roster.count.subscribe((count) => counts.push(count));
    await enter(test);
    expect(counts).toEqual([0, 1000]);
  });
});

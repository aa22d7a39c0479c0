import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CredentialsRequest } from '../../backends/backend.js';
import { createTestMeeting, enter, pass, type TestMeetingOptions } from '../../engine/testing/test-meeting.js';
import { VisioError } from '../../errors/visio-error.js';
import type { CheckReport } from './check.js';

await import('./run.js');
await import('../../engines/simulated/transport.js');

/** A token as it looks; signed by nobody. */
function token(identity: string, room: string): string {
  return `e30.${btoa(JSON.stringify({ sub: identity, video: { room } }))}.x`;
}

/** A backend that gives a token for whatever room it is asked for, to someone else each time. */
function openBackend(requests: CredentialsRequest[] = [], serverUrl = 'wss://livekit.example') {
  return {
    async credentials(request: CredentialsRequest) {
      requests.push(request);
      return { serverUrl, token: token(`someone-${requests.length}`, request.room) };
    },
  };
}

// It waits for locks of the browser, for which no time can be passed.
vi.mock('../../meeting/same-person.js', () => ({ claimPlace: async () => undefined }));

const states = ({ steps }: CheckReport) => Object.fromEntries(steps.map(({ name, state, reason }) => [name, reason ? `${state} ${reason}` : state]));

describe('A check', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function run(options: TestMeetingOptions & { arrange?: (test: ReturnType<typeof createTestMeeting>) => unknown } = {}) {
    const { arrange, ...rest } = options;
    const test = createTestMeeting({ backend: openBackend(), room: 'real', ...rest });
    await arrange?.(test);
    const running = test.meeting.check.start();
    await pass(10_000);
    return { ...test, report: await running };
  }

  it('tells that everything works, in order, by a room of its own', async () => {
    const requests: CredentialsRequest[] = [];
    const { meeting, media, report } = await run({ backend: openBackend(requests) });
    expect(states(report)).toEqual({
      signalling: 'passed',
      udp: 'passed',
      tcp: 'passed',
      turn: 'passed',
      microphone: 'passed',
      camera: 'passed',
      // Node plays no sound.
      speaker: 'skipped NOT_TESTABLE',
      bandwidth: 'passed',
    });
    expect(report.steps.at(-1)).toMatchObject({ up: 8_000_000, down: 24_000_000 });
    expect(requests.map(({ purpose, displayName }) => [purpose, displayName])).toEqual([
      ['check', ''],
      ['check', ''],
    ]);
    expect(requests[0]!.room).toMatch(/^check-/);
    expect(requests[1]!.room).toBe(requests[0]!.room);
    expect(meeting.connection.state.peek()).toBe('idle');
    expect(media.live).toEqual([]);
    expect(meeting.check.report.peek()).toBe(report);
    meeting.dispose();
  });

  it('names each way that is blocked, by itself', async () => {
    const { report, meeting } = await run({ arrange: ({ director }) => director.setNetwork({ blocked: ['udp'], relay: false }) });
    expect(states(report)).toMatchObject({ signalling: 'passed', udp: 'failed BLOCKED', tcp: 'passed', turn: 'skipped NOT_OFFERED', bandwidth: 'passed' });
    meeting.dispose();
  });

  it('does not blame the network for what the server does not have', async () => {
    const { report, meeting } = await run({ arrange: ({ director }) => director.setNetwork({ relay: false, tcp: false }) });
    expect(states(report)).toMatchObject({ udp: 'passed', tcp: 'skipped NOT_OFFERED', turn: 'skipped NOT_OFFERED' });
    meeting.dispose();
  });

  it('stops at a server that does not answer, and still looks at the devices', async () => {
    const { report, meeting } = await run({ backend: openBackend([], 'wss://unreachable.example:7443') });
    expect(states(report)).toMatchObject({
      signalling: 'failed SERVER_UNREACHABLE',
      udp: 'skipped NOT_REACHED',
      turn: 'skipped NOT_REACHED',
      bandwidth: 'skipped NOT_REACHED',
      microphone: 'passed',
    });
    expect(report.server).toBe('unreachable.example:7443');
    meeting.dispose();
  });

  it('tells why a device cannot be used', async () => {
    const { report, meeting } = await run({
      arrange: ({ media }) => media.failures.set('microphone', new VisioError('DEVICE_DENIED', 'no', { device: 'microphone' })),
    });
    expect(states(report)).toMatchObject({ microphone: 'failed DEVICE_DENIED', camera: 'passed', signalling: 'passed' });
    meeting.dispose();
  });

  it('sends no test video to a room that is someone’s', async () => {
    const backend = { credentials: async () => ({ serverUrl: 'wss://livekit.example', token: token('ada', 'real') }) };
    const { report, meeting } = await run({ backend });
    expect(states(report)).toMatchObject({ udp: 'passed', bandwidth: 'skipped NOT_OFFERED' });
    meeting.dispose();
  });

  it('asks for the meeting’s room when the backend knows no other', async () => {
    const rooms: string[] = [];
    const backend = {
      async credentials({ room }: CredentialsRequest) {
        rooms.push(room);
        if (room !== 'real') throw new Error('No such room.');
        return { serverUrl: 'wss://livekit.example', token: token('ada', room) };
      },
    };
    const { report, meeting } = await run({ backend });
    expect(rooms).toEqual([expect.stringMatching(/^check-/), 'real']);
    expect(states(report)).toMatchObject({ udp: 'passed' });
    meeting.dispose();
  });

  it('does not disturb a call', async () => {
    const requests: CredentialsRequest[] = [];
    const { report, meeting } = await run({ backend: openBackend(requests), arrange: enter });
    expect(requests.map(({ purpose }) => purpose)).toEqual([undefined]);
    expect(states(report)).toMatchObject({ signalling: 'passed', udp: 'passed', tcp: 'skipped IN_CALL', turn: 'skipped IN_CALL', bandwidth: 'passed' });
    expect(meeting.connection.state.peek()).toBe('connected');
    meeting.dispose();
  });

  it('can be given up, and started again', async () => {
    const { meeting } = createTestMeeting({ backend: openBackend() });
    const running = meeting.check.start();
    await pass(100);
    expect(meeting.check.start.pending.peek()).toBe(true);
    meeting.check.stop();
    await pass(5_000);
    expect(states(await running)).toMatchObject({ udp: 'skipped COMMAND_DISABLED' });
    const again = meeting.check.start();
    await pass(10_000);
    expect(states(await again)).toMatchObject({ udp: 'passed' });
    meeting.dispose();
  });

  it('reports no token, no name and no device', async () => {
    const { report, meeting } = await run({ displayName: 'Ada Lovelace' });
    const text = JSON.stringify(report);
    for (const secret of ['e30.', 'someone-', 'Ada', 'Microphone 1', 'check-']) expect(text).not.toContain(secret);
    meeting.dispose();
  });
});

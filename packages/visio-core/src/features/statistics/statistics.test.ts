import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestMeeting, enter, pass } from '../../engine/testing/test-meeting.js';

// What is fetched lazily comes before the clock stands still.
await import('./poll.js');
await import('../../engines/simulated/transport.js');

describe('Statistics', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are measured only while someone watches', async () => {
    const test = createTestMeeting({ scenario: { people: [{ name: 'Grace', microphone: true, camera: true }] } });
    const transport = vi.spyOn(test.engine, 'transport');
    await enter(test);
    await pass(5_000);
    expect(transport).not.toHaveBeenCalled();

    const reports: unknown[] = [];
    const stop = test.meeting.statistics.latest.subscribe((report) => report && reports.push(report));
    await pass(3_500);
    expect(reports.length).toBeGreaterThanOrEqual(3);
    stop();
    const looked = transport.mock.calls.length;
    await pass(5_000);
    expect(transport.mock.calls.length).toBe(looked);
    test.meeting.dispose();
  });

  it('tell of each track, both ways, and count up', async () => {
    const test = createTestMeeting({ scenario: { people: [{ name: 'Grace', microphone: true, camera: true }] } });
    await enter(test);
    const { latest } = test.meeting.statistics;
    const stop = latest.subscribe(() => undefined);
    await pass(2_500);
    const first = latest.peek()!;
    expect(first.tracks.map(({ direction, participantId, source }) => `${direction} ${participantId} ${source}`).sort()).toEqual([
      'received grace camera',
      'received grace microphone',
      'sent local camera',
      'sent local microphone',
    ]);
    expect(first.tracks.find(({ source, direction }) => source === 'camera' && direction === 'received')).toMatchObject({ bitrate: 1_500_000, width: 1280, codec: 'VP9' });
    await pass(1_000);
    expect(latest.peek()!.received.bytes).toBeGreaterThan(first.received.bytes);
    const leaving = test.meeting.leave();
    await pass(100);
    await leaving;
    expect(latest.peek()).toBeNull();
    stop();
    test.meeting.dispose();
  });

  it('run once, however often the first reader comes and goes', async () => {
    const test = createTestMeeting();
    await enter(test);
    const transport = vi.spyOn(test.engine, 'transport');
    const { latest } = test.meeting.statistics;
    for (let i = 0; i < 5; i++) latest.subscribe(() => undefined)();
    const stop = latest.subscribe(() => undefined);
    await pass(0);
    transport.mockClear();
    await pass(4_000);
    expect(transport.mock.calls.length).toBeLessThanOrEqual(4);
    stop();
    test.meeting.dispose();
  });
});

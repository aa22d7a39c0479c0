import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestMeeting, during, enter, pass } from '../../engine/testing/test-meeting.js';
import { BAD_FOR, GOOD_FOR } from './keep.js';

await import('../../engines/simulated/transport.js');
await import('../statistics/poll.js');
await import('../notices/rules.js');

describe('The own quality', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function inCall() {
    const test = createTestMeeting();
    await enter(test);
    await pass(2_000);
    return { ...test, ...test.meeting, judge: (quality: 'excellent' | 'good' | 'poor' | 'lost') => test.director.quality('local', quality) };
  }

  it('is told at once when it is good', async () => {
    const { quality, judge, dispose } = await inCall();
    expect(quality.own.peek()).toBe('excellent');
    judge('good');
    await pass(20);
    expect(quality.own.peek()).toBe('good');
    expect(quality.advice.peek()).toBeNull();
    dispose();
  });

  it('is bad only when it has been for a while, and good again only then', async () => {
    const { quality, judge, dispose } = await inCall();
    judge('poor');
    await pass(BAD_FOR - 100);
    expect(quality.own.peek()).toBe('excellent');
    judge('lost');
    await pass(200);
    expect(quality.advice.peek()).toEqual({ quality: 'lost', actions: ['camera-off', 'low-data', 'audio-only'] });
    judge('good');
    await pass(GOOD_FOR - 100);
    expect(quality.advice.peek()).not.toBeNull();
    await pass(200);
    expect(quality.own.peek()).toBe('good');
    expect(quality.advice.peek()).toBeNull();
    dispose();
  });

  it('does not mind a short dip, nor believe a short recovery', async () => {
    const { quality, judge, dispose } = await inCall();
    judge('poor');
    await pass(BAD_FOR / 2);
    judge('good');
    await pass(BAD_FOR * 2);
    expect(quality.own.peek()).toBe('good');
    judge('poor');
    await pass(BAD_FOR + 100);
    expect(quality.own.peek()).toBe('poor');
    judge('good');
    await pass(GOOD_FOR / 2);
    judge('poor');
    await pass(GOOD_FOR * 2);
    expect(quality.own.peek()).toBe('poor');
    dispose();
  });

  it('gives advice that is followed by one command, and then rests until it gets bad anew', async () => {
    const { meeting, quality, camera, judge, dispose } = await inCall();
    judge('poor');
    await pass(BAD_FOR + 100);
    await pass(100);
    expect(meeting.notices.items.peek()).toMatchObject([
      { kind: 'quality', text: { key: 'quality.advice.poor' }, actions: [{ label: { key: 'quality.do.camera-off' } }, { label: { key: 'quality.do.low-data' } }] },
    ]);
    await during(quality.followAdvice('camera-off'));
    expect(meeting.notices.items.peek()).toEqual([]);
    expect(camera.enabled.peek()).toBe(false);
    expect(quality.advice.peek()).toBeNull();
    judge('good');
    await pass(GOOD_FOR + 100);
    judge('poor');
    await pass(BAD_FOR + 100);
    expect(quality.advice.peek()?.actions).toEqual(['low-data', 'audio-only']);
    await during(quality.followAdvice('audio-only'));
    expect(quality.dataMode.peek()).toBe('audio-only');
    quality.dismissAdvice();
    expect(quality.advice.peek()).toBeNull();
    dispose();
  });

  it('forgets with the call, and keeps the mode', async () => {
    const { meeting, quality, judge } = await inCall();
    await during(quality.setDataMode('low-data'));
    judge('poor');
    await pass(BAD_FOR + 100);
    await during(meeting.leave());
    expect(quality.own.peek()).toBe('unknown');
    expect(quality.advice.peek()).toBeNull();
    expect(quality.dataMode.peek()).toBe('low-data');
    meeting.dispose();
  });

  it('has modes that lower what is received and sent', async () => {
    const { meeting, director, quality } = await inCall();
    const id = director.join({ name: 'Grace', camera: true });
    const stop = meeting.statistics.latest.subscribe(() => undefined);
    const camera = (direction: string) => meeting.statistics.latest.peek()!.tracks.find((track) => track.source === 'camera' && track.direction === direction)!;
    await pass(2_500);
    const before = { received: camera('received').bitrate!, sent: camera('sent').bitrate! };
    expect(camera('received').participantId).toBe(id);

    expect(await during(quality.setDataMode('low-data'))).toBe('low-data');
    await pass(2_500);
    expect(camera('received')).toMatchObject({ width: 320, height: 180 });
    expect(camera('received').bitrate).toBeLessThan(before.received / 4);
    expect(camera('sent').bitrate).toBeLessThan(before.sent / 4);

    await during(quality.setDataMode('audio-only'));
    await pass(2_500);
    expect(camera('received').bitrate).toBe(0);

    await during(quality.setDataMode('normal'));
    await pass(2_500);
    expect(camera('received').bitrate).toBeCloseTo(before.received, -2);
    await expect(during(quality.setDataMode('tiny' as 'normal'))).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    stop();
    meeting.dispose();
  });
});

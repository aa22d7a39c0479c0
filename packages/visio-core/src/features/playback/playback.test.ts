import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestMeeting, during, enter, pass } from '../../engine/testing/test-meeting.js';

describe('createPlayback', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says that sound is held back, and plays it on demand', async () => {
    const test = createTestMeeting();
    const { playback } = test.meeting;
    await enter(test);
    expect(playback.blocked.value).toBe(false);
    test.director.blockPlayback();
    await pass(50);
    expect(playback.blocked.value).toBe(true);
    await during(playback.start());
    await pass(50);
    expect(playback.blocked.value).toBe(false);
  });

  it('forgets it with the call', async () => {
    const test = createTestMeeting();
    await enter(test);
    test.director.blockPlayback();
    await pass(50);
    await test.meeting.leave();
    expect(test.meeting.playback.blocked.value).toBe(false);
  });
});

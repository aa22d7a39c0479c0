import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeJson } from '../../engine/json.js';
import { createTestMeeting, enter, pass } from '../../engine/testing/test-meeting.js';

describe('createRecording', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says whether the room is recorded, over a broken connection, and forgets it with the call', async () => {
    const test = createTestMeeting();
    const { active } = test.meeting.recording;
    await enter(test);
    expect(active.value).toBe(false);
    test.director.setRecording(true);
    await pass(50);
    expect(active.value).toBe(true);
    test.director.reconnect(500);
    test.director.setRecording(false);
    await pass(100);
    expect(active.value).toBe(true);
    await pass(500);
    expect(active.value).toBe(false);
    test.director.setRecording(true);
    await pass(50);
    await test.meeting.leave();
    expect(active.value).toBe(false);
    await enter(test);
    expect(active.value).toBe(false);
  });

  it('knows it as one comes in', async () => {
    const test = createTestMeeting();
    test.director.setRecording(true);
    await enter(test);
    expect(test.meeting.recording.active.value).toBe(true);
  });

  it('believes no packet', async () => {
    const test = createTestMeeting({ scenario: { people: [{ name: 'Bob' }] } });
    await enter(test);
    for (const type of ['screenRecordingStarted', 'transcriptionStarted']) {
      for (const from of ['bob', null]) test.director.sendPacket(from, encodeJson({ type }));
    }
    await pass(50);
    expect(test.meeting.recording.active.value).toBe(false);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Director } from '../../engines/simulated/index.js';
import { createTestMeeting, during, enter, pass } from '../../engine/testing/test-meeting.js';

const ALL = { noiseSuppression: true, echoCancellation: true, autoGainControl: true };
const isMuted = (director: Director) => director.see('local')?.tracks.microphone?.muted;

describe('the microphone’s processing', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is all on to begin with, and told to the browser when it opens', async () => {
    const { meeting, media } = createTestMeeting();
    expect(meeting.microphone.processing.value).toEqual(ALL);
    await meeting.microphone.setProcessing({ noiseSuppression: false });
    meeting.openLobby();
    await pass(10);
    expect(media.processing).toEqual([{ ...ALL, noiseSuppression: false }]);
  });

  it('changes on an open microphone, in mid-call', async () => {
    const test = createTestMeeting({ camera: false });
    await enter(test);
    const track = test.meeting.microphone.track.value;
    await expect(during(test.meeting.microphone.setProcessing({ echoCancellation: false }))).resolves.toEqual({ ...ALL, echoCancellation: false });
    expect(test.media.processing).toEqual([ALL, { ...ALL, echoCancellation: false }]);
    expect(test.meeting.microphone.track.value).toBe(track);
  });

  it('opens it anew where the browser cannot, and the room gets that one', async () => {
    const test = createTestMeeting({ camera: false });
    test.media.takesProcessing = false;
    await enter(test);
    const [before] = test.media.tracks;
    await during(test.meeting.microphone.setProcessing({ autoGainControl: false }));
    expect(test.media.processing).toEqual([ALL, { ...ALL, autoGainControl: false }]);
    expect([test.media.tracks.length, before?.readyState, isMuted(test.director)]).toEqual([2, 'ended', false]);
  });

  it('stays muted when it changes while muted', async () => {
    const test = createTestMeeting({ camera: false });
    test.media.takesProcessing = false;
    await enter(test);
    await during(test.meeting.microphone.setEnabled(false));
    await during(test.meeting.microphone.setProcessing({ autoGainControl: false }));
    expect([isMuted(test.director), test.meeting.microphone.enabled.value]).toEqual([true, false]);
    await during(test.meeting.microphone.setEnabled(true));
    expect(isMuted(test.director)).toBe(false);
    expect(test.media.processing.at(-1)).toEqual({ ...ALL, autoGainControl: false });
  });

  it('is remembered where the host says, and takes only what it knows', async () => {
    const items = new Map([['visio-microphone', '{"noiseSuppression":false,"echoCancellation":"no","latency":1}']]);
    const storage = { getItem: (key: string) => items.get(key) ?? null, setItem: (key: string, value: string) => void items.set(key, value) };
    const { meeting } = createTestMeeting({ storage });
    expect(meeting.microphone.processing.value).toEqual({ ...ALL, noiseSuppression: false });
    await meeting.microphone.setProcessing({ autoGainControl: false });
    expect(createTestMeeting({ storage }).meeting.microphone.processing.value).toEqual({ echoCancellation: true, noiseSuppression: false, autoGainControl: false });
  });
});

describe('holding to talk', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('turns a muted microphone on for as long as it is held', async () => {
    const test = createTestMeeting({ microphone: false, camera: false });
    await enter(test);
    const release = test.meeting.microphone.hold();
    await pass(100);
    expect(isMuted(test.director)).toBe(false);
    release();
    await pass(100);
    expect([isMuted(test.director), test.meeting.microphone.wanted.value]).toEqual([true, false]);
  });

  it('leaves one on that was on', async () => {
    const test = createTestMeeting({ camera: false });
    await enter(test);
    test.meeting.microphone.hold()();
    await pass(100);
    expect(isMuted(test.director)).toBe(false);
  });

  it('ends off, however short it was held', async () => {
    const test = createTestMeeting({ microphone: false, camera: false });
    await enter(test);
    for (let i = 0; i < 5; i++) {
      const release = test.meeting.microphone.hold();
      await pass(i * 5);
      release();
    }
    await pass(500);
    expect([test.meeting.microphone.wanted.value, test.meeting.microphone.enabled.value]).toEqual([false, false]);
    expect(test.media.live.every(() => !test.media.last.enabled)).toBe(true);
  });

  it('counts the last of several who hold it, and each once', async () => {
    const test = createTestMeeting({ microphone: false, camera: false });
    await enter(test);
    const [first, second] = [test.meeting.microphone.hold(), test.meeting.microphone.hold()];
    await pass(100);
    first();
    first();
    await pass(100);
    expect(isMuted(test.director)).toBe(false);
    second();
    await pass(100);
    expect(isMuted(test.director)).toBe(true);
  });

  it('leaves off what somebody turned off meanwhile', async () => {
    const test = createTestMeeting({ microphone: false, camera: false });
    await enter(test);
    const release = test.meeting.microphone.hold();
    await pass(100);
    await during(test.meeting.microphone.setEnabled(false));
    const setMuted = vi.spyOn(test.engine, 'setMuted');
    release();
    await pass(100);
    expect([setMuted.mock.calls, isMuted(test.director)]).toEqual([[], true]);
  });

  it('may be prevented by the host, and does nothing outside a call', async () => {
    const test = createTestMeeting({ microphone: false, camera: false });
    test.meeting.openLobby();
    await pass(10);
    test.meeting.microphone.hold();
    await pass(10);
    expect(test.media.tracks).toEqual([]);
    await enter(test);
    test.meeting.intercept((command) => command !== 'setMicrophoneEnabled');
    const release = test.meeting.microphone.hold();
    await pass(100);
    expect(test.meeting.microphone.enabled.value).toBe(false);
    release();
  });
});

describe('the mirror', () => {
  it('is there unless one does without, and is remembered', () => {
    const items = new Map<string, string>();
    const storage = { getItem: (key: string) => items.get(key) ?? null, setItem: (key: string, value: string) => void items.set(key, value) };
    const { meeting } = createTestMeeting({ storage });
    expect(meeting.camera.mirrored.value).toBe(true);
    meeting.camera.setMirrored(false);
    expect(createTestMeeting({ storage }).meeting.camera.mirrored.value).toBe(false);
  });
});

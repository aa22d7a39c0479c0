import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestMeeting, during, enter, pass, type TestMeeting, type TestMeetingOptions } from '../../engine/testing/test-meeting.js';
import { VisioError } from '../../errors/visio-error.js';

async function inCall(options: TestMeetingOptions = {}): Promise<TestMeeting> {
  const test = createTestMeeting({ microphone: false, camera: false, ...options });
  await enter(test);
  return test;
}

describe('createScreenShare', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('shares picture and sound, and stops', async () => {
    const { meeting, media, director } = await inCall();
    await expect(during(meeting.screenShare.setEnabled(true))).resolves.toBe(true);
    expect(Object.keys(director.see('local')?.tracks ?? {})).toEqual(['screen_share', 'screen_share_audio']);
    expect(meeting.roster.screenSharers.value).toEqual(['local']);
    expect(meeting.screenShare.track.value).not.toBeNull();

    await expect(during(meeting.screenShare.toggle())).resolves.toBe(false);
    expect(director.see('local')?.tracks).toEqual({});
    expect(media.live).toEqual([]);
    expect(meeting.screenShare.track.value).toBeNull();
  });

  it('can be used only in a call, by those who may', async () => {
    const test = createTestMeeting({ token: 'viewer' });
    expect(test.meeting.screenShare.available.value).toBe(false);
    await expect(test.meeting.screenShare.setEnabled(true)).rejects.toMatchObject({ code: 'COMMAND_DISABLED' });
    await enter(test);
    expect(test.meeting.screenShare.available.value).toBe(false);
    const { meeting } = await inCall();
    expect(meeting.screenShare.available.value).toBe(true);
    await meeting.leave();
    expect(meeting.screenShare.available.value).toBe(false);
  });

  it('shares nothing when the person cancels', async () => {
    const { meeting, media, director } = await inCall();
    media.failures.set('screen', new VisioError('DEVICE_DENIED', 'no', { device: 'screen' }));
    await expect(during(meeting.screenShare.setEnabled(true))).rejects.toMatchObject({ code: 'DEVICE_DENIED' });
    expect(meeting.screenShare.enabled.value).toBe(false);
    expect(director.see('local')?.tracks).toEqual({});
  });

  it('stops with the browser’s own button', async () => {
    const { meeting, media, director } = await inCall();
    await during(meeting.screenShare.setEnabled(true));
    media.tracks.find(({ id }) => id === 'screen')?.endBySystem();
    await pass(200);
    expect(meeting.screenShare.enabled.value).toBe(false);
    expect(media.live).toEqual([]);
    expect(director.see('local')?.tracks).toEqual({});
  });

  it('stops when a moderator takes it back', async () => {
    const { meeting, media, director } = await inCall();
    await during(meeting.screenShare.setEnabled(true));
    director.stopShare('local');
    await pass(200);
    expect(meeting.screenShare.enabled.value).toBe(false);
    expect(media.live).toEqual([]);
    expect(director.see('local')?.tracks).toEqual({});
  });

  for (const [held, stop] of [
    ['screen_share_audio', ({ director }: TestMeeting) => director.stopShare('local')],
    ['screen_share', ({ media }: TestMeeting) => media.tracks.find(({ id }) => id === 'screen')?.endBySystem()],
  ] as const) {
    it(`is taken back whole when it is stopped while ${held} is on its way`, async () => {
      const test = await inCall();
      const { meeting, media, director, engine } = test;
      const publish = engine.publish.bind(engine);
      let goOn!: () => void;
      const answer = new Promise<void>((resolve) => (goOn = resolve));
      vi.spyOn(engine, 'publish').mockImplementation(async (source, ...rest) => {
        if (source === held) await answer;
        return publish(source, ...rest);
      });
      const sharing = meeting.screenShare.setEnabled(true);
      await pass(100);
      stop(test);
      await pass(100);
      expect(meeting.screenShare.enabled.value).toBe(false);
      expect(media.live).toEqual([]);
      goOn();
      await pass(500);
      expect(await sharing).toBe(false);
      expect(director.see('local')?.tracks).toEqual({});
    });
  }

  it('closes what the server does not take', async () => {
    const { meeting, media, engine } = await inCall();
    vi.spyOn(engine, 'publish').mockRejectedValue(new VisioError('PUBLISH_FAILED', 'no'));
    await expect(during(meeting.screenShare.setEnabled(true))).rejects.toMatchObject({ code: 'PUBLISH_FAILED' });
    expect(meeting.screenShare.enabled.value).toBe(false);
    expect(media.live).toEqual([]);
  });

  it('closes a screen that was chosen after the call had ended', async () => {
    const { meeting, media } = await inCall();
    const choose = media.hold();
    const sharing = meeting.screenShare.setEnabled(true).catch((error: unknown) => error);
    await pass(10);
    await meeting.leave();
    choose();
    await pass(100);
    expect(await sharing).toMatchObject({ code: 'PUBLISH_FAILED' });
    expect(media.tracks).toHaveLength(2);
    expect(media.live).toEqual([]);
  });

  it('ends with the call, however it ends', async () => {
    for (const end of [
      async ({ meeting }: TestMeeting) => void (await during(meeting.leave())),
      async ({ director }: TestMeeting) => director.drop('room-closed'),
      async ({ meeting }: TestMeeting) => meeting.dispose(),
    ]) {
      const test = await inCall();
      await during(test.meeting.screenShare.setEnabled(true));
      await end(test);
      await pass(100);
      expect(test.media.live).toEqual([]);
      expect(test.meeting.screenShare.enabled.value).toBe(false);
    }
  });

  it('asks for what was chosen, and changes it while it is shared', async () => {
    const { meeting, media, engine } = await inCall();
    const publish = vi.spyOn(engine, 'publish');
    const { screenShare } = meeting;
    expect(screenShare.options.value).toEqual({ hint: 'text', sound: true });
    await expect(during(screenShare.setOptions({ hint: 'motion', sound: false }))).resolves.toEqual({ hint: 'motion', sound: false });
    expect(publish).not.toHaveBeenCalled();

    await during(screenShare.setEnabled(true));
    expect(media.screenOptions).toMatchObject({ hint: 'motion', sound: false });
    expect(publish.mock.calls).toEqual([['screen_share', media.last, { hint: 'motion' }]]);
    expect(media.last.contentHint).toBe('motion');
    expect(screenShare.hasSound.value).toBe(false);

    await expect(during(screenShare.setOptions({ hint: 'text' }))).resolves.toEqual({ hint: 'text', sound: false });
    expect(publish.mock.calls.at(-1)).toEqual(['screen_share', media.last, { hint: 'text' }]);
    expect(media.last).toMatchObject({ contentHint: 'text', constraints: { frameRate: { ideal: 15 } } });
    await during(screenShare.setOptions({ hint: 'text' }));
    expect(publish).toHaveBeenCalledTimes(2);
    expect(media.live).toEqual(['screen']);

    await expect(screenShare.setOptions({ hint: 'toString' as 'text' })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect(screenShare.options.value.hint).toBe('text');
  });

  it('keeps the former hint when the server does not take another', async () => {
    const { meeting, engine } = await inCall();
    await during(meeting.screenShare.setEnabled(true));
    vi.spyOn(engine, 'publish').mockRejectedValueOnce(new VisioError('PUBLISH_FAILED', 'no'));
    await expect(during(meeting.screenShare.setOptions({ hint: 'motion' }))).rejects.toMatchObject({ code: 'PUBLISH_FAILED' });
    expect(meeting.screenShare.options.value.hint).toBe('text');
    expect(meeting.screenShare.enabled.value).toBe(true);
  });

  it('shares nothing that was stopped while its hint changed', async () => {
    const { meeting, media, director } = await inCall();
    await during(meeting.screenShare.setEnabled(true));
    director.reconnect(500);
    await pass(20);
    const changing = meeting.screenShare.setOptions({ hint: 'motion' });
    await pass(20);
    media.tracks.find(({ id }) => id === 'screen')?.endBySystem();
    await pass(1_000);
    await changing;
    expect(meeting.screenShare.enabled.value).toBe(false);
    expect(director.see('local')?.tracks).toEqual({});
    expect(media.live).toEqual([]);
  });

  it('tells whether sound is shared, and whether the page shares itself', async () => {
    const { meeting, media } = await inCall();
    const { screenShare } = meeting;
    await during(screenShare.setEnabled(true));
    expect([screenShare.hasSound.value, screenShare.isSelf.value]).toEqual([true, false]);
    media.screenOptions.onSelf?.(true);
    expect(screenShare.isSelf.value).toBe(true);
    await during(screenShare.setEnabled(false));
    expect([screenShare.hasSound.value, screenShare.isSelf.value]).toEqual([false, false]);
  });

  it('can be prevented from being changed by the host', async () => {
    const { meeting } = await inCall();
    meeting.intercept((command) => command !== 'setScreenShareOptions');
    await expect(meeting.screenShare.setOptions({ hint: 'motion' })).rejects.toMatchObject({ code: 'VETOED' });
    expect(meeting.screenShare.options.value.hint).toBe('text');
  });

  it('is still shared after the connection came back', async () => {
    const { meeting, director } = await inCall();
    await during(meeting.screenShare.setEnabled(true));
    director.reconnect(1_000);
    await pass(1_500);
    expect(meeting.screenShare.enabled.value).toBe(true);
    expect(meeting.roster.screenSharers.value).toEqual(['local']);
  });
});

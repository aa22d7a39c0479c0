import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestMeeting, during, enter, pass } from '../../engine/testing/test-meeting.js';
import { VisioError } from '../../errors/visio-error.js';
import type { MeetingStorage } from '../../meeting/context.js';

function createStorage(content?: string) {
  const items = new Map<string, string>(content === undefined ? [] : [['visio-devices', content]]);
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  } satisfies MeetingStorage & { items: Map<string, string> };
}

describe('createDevices', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('lists devices by kind, from the lobby on', async () => {
    const { meeting, media } = createTestMeeting();
    await pass(10);
    expect(meeting.devices.cameras.value).toEqual([]);
    media.permissions.camera = 'prompt';
    meeting.openLobby();
    await pass(10);
    expect(meeting.devices.cameras.value.map(({ id }) => id)).toEqual(['cam-1', 'cam-2']);
    expect(meeting.devices.microphones.value.map(({ label }) => label)).toEqual(['Microphone 1', 'Microphone 2']);
    expect(meeting.devices.speakers.value).toEqual([]);
    expect([meeting.devices.permission('microphone').value, meeting.devices.permission('camera').value]).toEqual(['granted', 'prompt']);
  });

  it('follows what comes and goes, and tells nobody when nothing did', async () => {
    const { meeting, media } = createTestMeeting();
    meeting.openLobby();
    await pass(10);
    const lists: number[] = [];
    meeting.devices.cameras.subscribe((cameras) => lists.push(cameras.length));
    media.devices = [...media.devices];
    media.change();
    await pass(10);
    media.devices = media.devices.filter(({ id }) => id !== 'cam-2');
    media.change();
    await pass(10);
    expect(lists).toEqual([2, 1]);
    await meeting.leave();
    expect(media.listening).toBe(false);
  });

  it('opens the chosen device, and changes to another', async () => {
    const { meeting, media } = createTestMeeting({ camera: false });
    await meeting.devices.choose('microphone', 'mic-2');
    meeting.openLobby();
    await pass(10);
    expect(media.live).toEqual(['mic-2']);
    await during(meeting.devices.choose('microphone', 'mic-1'));
    expect(media.live).toEqual(['mic-1']);
    expect(meeting.devices.chosen('microphone').value).toBe('mic-1');
  });

  it('refuses a kind that does not exist', async () => {
    const { meeting } = createTestMeeting();
    await expect(meeting.devices.choose('nose' as 'camera', 'x')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('keeps the speaker it had when the new one cannot be used', async () => {
    const { meeting, engine } = createTestMeeting();
    await meeting.devices.choose('speaker', 'speaker-2');
    vi.spyOn(engine, 'setSpeaker').mockRejectedValue(new VisioError('DEVICE_UNSUPPORTED', 'no'));
    await expect(meeting.devices.choose('speaker', 'speaker-1')).rejects.toMatchObject({ code: 'DEVICE_UNSUPPORTED' });
    expect(meeting.devices.chosen('speaker').value).toBe('speaker-2');
  });

  it('tells the engine the speaker again with each call', async () => {
    const test = createTestMeeting();
    await test.meeting.devices.choose('speaker', 'speaker-2');
    const setSpeaker = vi.spyOn(test.engine, 'setSpeaker');
    await enter(test);
    await test.meeting.leave();
    await enter(test);
    expect(setSpeaker.mock.calls).toEqual([['speaker-2'], ['speaker-2']]);
  });

  describe('memory', () => {
    it('keeps choices where the host says, and takes them up again', async () => {
      const storage = createStorage();
      const first = createTestMeeting({ storage });
      await first.meeting.devices.choose('microphone', 'mic-2');
      await first.meeting.devices.choose('camera', 'cam-2');
      const second = createTestMeeting({ storage });
      second.meeting.openLobby();
      await pass(10);
      expect(second.media.live.toSorted()).toEqual(['cam-2', 'mic-2']);
    });

    it('writes nothing unless the host says where', async () => {
      const setItem = vi.fn();
      vi.stubGlobal('localStorage', { getItem: () => '{"camera":"cam-2"}', setItem });
      const { meeting } = createTestMeeting();
      await meeting.devices.choose('camera', 'cam-1');
      expect(setItem).not.toHaveBeenCalled();
      expect(createTestMeeting().meeting.devices.chosen('camera').value).toBe('');
      vi.unstubAllGlobals();
    });

    it('opens the default when the device it remembers is gone', async () => {
      const { meeting, media } = createTestMeeting({ storage: createStorage('{"camera":"cam-9"}'), microphone: false });
      meeting.openLobby();
      await pass(10);
      expect(media.live).toEqual(['default camera']);
    });

    it.each(['', 'nonsense', '{', 'null', '[]', '42', '"x"', '{"camera":42}', '{"camera":null,"microphone":{"toString":1}}', '{"__proto__":{"camera":"x"}}', '{"constructor":"x"}', `"${'x'.repeat(100_000)}"`])(
      'takes nothing from %.40s',
      (content) => {
        const { meeting } = createTestMeeting({ storage: createStorage(content) });
        expect([meeting.devices.chosen('camera').value, meeting.devices.chosen('microphone').value, meeting.devices.chosen('speaker').value]).toEqual(['', '', '']);
      },
    );

    it('bears a storage that throws', async () => {
      const forbidden = (): never => {
        throw new DOMException('no', 'SecurityError');
      };
      const { meeting } = createTestMeeting({ storage: { getItem: forbidden, setItem: forbidden } });
      await meeting.devices.choose('camera', 'cam-2');
      expect(meeting.devices.chosen('camera').value).toBe('cam-2');
    });
  });
});

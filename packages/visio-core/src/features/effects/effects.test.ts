import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { VideoEffect } from '../../engine/engine.js';
import { createTestMeeting, during, enter, pass } from '../../engine/testing/test-meeting.js';
import { VisioError } from '../../errors/visio-error.js';

const BLUR: VideoEffect = { kind: 'blur', strength: 0.7 };
const IMAGE: VideoEffect = { kind: 'image', image: 'hills' };

function createStorage(effect?: string) {
  const items = new Map<string, string>(effect === undefined ? [] : [['visio-effect', effect]]);
  return { items, getItem: (key: string) => items.get(key) ?? null, setItem: (key: string, value: string) => void items.set(key, value) };
}

const lost = () => new VisioError('EFFECT_LOAD_FAILED', 'no', { device: 'camera' });

describe('createEffects', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('puts the effect before what the lobby shows and the room gets, and takes it away', async () => {
    const test = createTestMeeting({ assets: 'https://host.example/visio/' });
    const { meeting, media, engine } = test;
    meeting.openLobby();
    await pass(10);
    await expect(during(meeting.effects.setEffect(BLUR))).resolves.toEqual(BLUR);
    expect(media.asked).toEqual([{ effect: BLUR, assets: 'https://host.example/visio/' }]);
    expect(meeting.camera.track.value?.id).toBe('default camera with blur');

    const publish = vi.spyOn(engine, 'publish');
    await enter(test);
    const cameras = () => publish.mock.calls.filter(([source]) => source === 'camera').map(([, track]) => track.id);
    expect(cameras()).toEqual(['default camera with blur']);

    await during(meeting.effects.setEffect({ kind: 'none' }));
    expect(cameras()).toEqual(['default camera with blur', 'default camera']);
    expect([media.effects.size, media.live]).toEqual([0, ['default microphone', 'default camera']]);
  });

  it('changes the effect without another track', async () => {
    const test = createTestMeeting();
    await enter(test);
    await during(test.meeting.effects.setEffect(BLUR));
    const track = test.meeting.camera.track.value;
    await during(test.meeting.effects.setEffect(IMAGE));
    expect(test.meeting.effects.current.value).toEqual(IMAGE);
    expect(test.meeting.camera.track.value).toBe(track);
    expect(test.media.asked.map(({ effect }) => effect)).toEqual([BLUR, IMAGE]);
  });

  it('follows another camera, and lets go of the one before', async () => {
    const test = createTestMeeting();
    const { meeting, media } = test;
    await enter(test);
    await during(meeting.effects.setEffect(BLUR));
    await during(meeting.devices.choose('camera', 'cam-2'));
    expect(meeting.camera.track.value?.id).toBe('cam-2 with blur');
    expect([...media.effects].map(({ id }) => id)).toEqual(['cam-2 with blur']);
    expect(media.live).toEqual(['default microphone', 'cam-2']);
  });

  it('is kept while the camera is off, and holds nothing then', async () => {
    const test = createTestMeeting();
    const { meeting, media } = test;
    await enter(test);
    await during(meeting.effects.setEffect(BLUR));
    await during(meeting.camera.setEnabled(false));
    expect([media.effects.size, meeting.effects.current.value]).toEqual([0, BLUR]);
    await expect(during(meeting.effects.setEffect(IMAGE))).resolves.toEqual(IMAGE);
    await during(meeting.camera.setEnabled(true));
    expect(meeting.camera.track.value?.id).toBe('default camera with image');
    await during(meeting.leave());
    expect([media.effects.size, media.live]).toEqual([0, []]);
  });

  it('ends with the camera that is pulled out, and is there again on the next', async () => {
    const test = createTestMeeting();
    await enter(test);
    await during(test.meeting.effects.setEffect(BLUR));
    test.media.tracks.find(({ id }) => id === 'default camera')!.endBySystem();
    await pass(100);
    expect([...test.media.effects].map(({ id }) => id)).toEqual(['default camera with blur']);
    expect(test.meeting.camera.enabled.value).toBe(true);
  });

  it('ends with the last of many wishes', async () => {
    const test = createTestMeeting();
    await enter(test);
    const { setEffect, current } = test.meeting.effects;
    await during(Promise.all([setEffect(BLUR), setEffect(IMAGE), setEffect({ kind: 'none' }), setEffect(IMAGE)]));
    expect([current.value, test.meeting.camera.track.value?.id, test.media.effects.size]).toEqual([IMAGE, 'default camera with image', 1]);
  });

  it('leaves all as it was when it cannot be had', async () => {
    const test = createTestMeeting();
    const { meeting, media } = test;
    await enter(test);
    media.effectFailure = lost();
    await expect(during(meeting.effects.setEffect(BLUR))).rejects.toMatchObject({ code: 'EFFECT_LOAD_FAILED' });
    expect([meeting.effects.current.value, meeting.camera.enabled.value, meeting.camera.track.value?.id]).toEqual([{ kind: 'none' }, true, 'default camera']);
    expect(meeting.effects.setEffect.error.value?.code).toBe('EFFECT_LOAD_FAILED');

    media.effectFailure = null;
    await during(meeting.effects.setEffect(BLUR));
    media.effectFailure = lost();
    await expect(during(meeting.effects.setEffect(IMAGE))).rejects.toMatchObject({ code: 'EFFECT_LOAD_FAILED' });
    expect([meeting.effects.current.value, meeting.camera.track.value?.id]).toEqual([BLUR, 'default camera with blur']);
  });

  it('shows nothing of a camera whose effect does not come, until it is turned on without', async () => {
    const { meeting, media } = createTestMeeting({ storage: createStorage(JSON.stringify(BLUR)) });
    media.effectFailure = lost();
    meeting.openLobby();
    await pass(10);
    expect([meeting.camera.track.value, meeting.camera.error.value?.code]).toEqual([null, 'EFFECT_LOAD_FAILED']);
    expect(media.live).toEqual(['default microphone']);
    await during(meeting.camera.setEnabled(true));
    expect([meeting.camera.track.value?.id, meeting.effects.current.value]).toEqual(['default camera', { kind: 'none' }]);
  });

  it('may be prevented by the host', async () => {
    const { meeting } = createTestMeeting();
    meeting.intercept((command) => command !== 'setEffect');
    await expect(meeting.effects.setEffect(BLUR)).rejects.toMatchObject({ code: 'VETOED' });
    expect(meeting.effects.current.value).toEqual({ kind: 'none' });
  });

  it.each([
    { kind: 'sparkle' },
    { kind: 'blur', strength: 2 },
    { kind: 'blur', strength: 'x' },
    { kind: 'image' },
    { kind: 'image', image: 7 },
    { kind: 'image', image: new Blob(['x'], { type: 'image/svg+xml' }) },
    { kind: 'image', image: new Blob(['x'.repeat(2 * 1024 * 1024 + 1)], { type: 'image/png' }) },
  ])('refuses %j', async (effect) => {
    const { meeting, media } = createTestMeeting();
    meeting.openLobby();
    await pass(10);
    await expect(meeting.effects.setEffect(effect as VideoEffect)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect(media.asked).toEqual([]);
  });

  describe('memory', () => {
    it('keeps the effect where the host says, but never the person’s own file', async () => {
      const storage = createStorage();
      await createTestMeeting({ storage }).meeting.effects.setEffect(IMAGE);
      expect(createTestMeeting({ storage }).meeting.effects.current.value).toEqual(IMAGE);
      await createTestMeeting({ storage }).meeting.effects.setEffect({ kind: 'image', image: new Blob(['x'], { type: 'image/png' }) });
      expect(createTestMeeting({ storage }).meeting.effects.current.value).toEqual({ kind: 'none' });
    });

    it.each(['', '{', 'null', '[]', '{"kind":"image","image":{}}', '{"kind":"blur","strength":-1}', '{"kind":"constructor"}'])('takes nothing from %s', async (content) => {
      const { meeting, media } = createTestMeeting({ storage: createStorage(content) });
      meeting.openLobby();
      await pass(10);
      expect([meeting.effects.current.value, meeting.camera.track.value?.id, media.asked]).toEqual([{ kind: 'none' }, 'default camera', []]);
    });
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestMeeting, during, enter, pass } from '../../engine/testing/test-meeting.js';
import { VisioError } from '../../errors/visio-error.js';

describe('createLocalInput', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  describe('in the lobby', () => {
    it('opens only what is wanted', async () => {
      const { meeting, media } = createTestMeeting({ camera: false });
      meeting.openLobby();
      await pass(10);
      expect(media.live).toEqual(['default microphone']);
      expect([meeting.camera.wanted.value, meeting.camera.enabled.value, meeting.camera.track.value]).toEqual([false, false, null]);
    });

    it('closes what is turned off, and the light with it', async () => {
      const { meeting, media } = createTestMeeting();
      meeting.openLobby();
      await pass(10);
      await expect(during(meeting.microphone.setEnabled(false))).resolves.toBe(false);
      await expect(during(meeting.camera.toggle())).resolves.toBe(false);
      expect(media.live).toEqual([]);
      await expect(during(meeting.camera.toggle())).resolves.toBe(true);
      expect(media.live).toEqual(['default camera']);
    });

    it('remembers a wish from before the lobby', async () => {
      const { meeting, media } = createTestMeeting();
      await expect(meeting.camera.setEnabled(false)).resolves.toBe(false);
      expect(media.tracks).toEqual([]);
      meeting.openLobby();
      await pass(10);
      expect(media.live).toEqual(['default microphone']);
    });

    it('says why it is off when access is refused, and comes on when it is allowed', async () => {
      const { meeting, media } = createTestMeeting();
      media.failures.set('camera', new VisioError('DEVICE_DENIED', 'no', { device: 'camera' }));
      meeting.openLobby();
      await pass(10);
      expect([meeting.camera.enabled.value, meeting.camera.wanted.value, meeting.camera.error.value?.code]).toEqual([false, false, 'DEVICE_DENIED']);
      // The one does not spoil the other.
      expect(meeting.microphone.enabled.value).toBe(true);
      await expect(during(meeting.camera.setEnabled(true))).rejects.toMatchObject({ code: 'DEVICE_DENIED' });
      media.failures.clear();
      await expect(during(meeting.camera.setEnabled(true))).resolves.toBe(true);
      expect(meeting.camera.error.value).toBeNull();
    });
  });

  describe('in a call', () => {
    it('closes a camera that is turned off, and publishes a new one when it is turned on', async () => {
      const test = createTestMeeting();
      const { meeting, media, director } = test;
      await enter(test);
      await expect(during(meeting.camera.setEnabled(false))).resolves.toBe(false);
      expect(media.live).toEqual(['default microphone']);
      expect(director.see('local')?.tracks.camera?.muted).toBe(true);

      await expect(during(meeting.camera.setEnabled(true))).resolves.toBe(true);
      expect(media.live).toEqual(['default microphone', 'default camera']);
      expect(director.see('local')?.tracks.camera?.muted).toBe(false);
      expect(meeting.camera.track.value?.enabled).toBe(true);
    });

    it('keeps a muted microphone open but silent', async () => {
      const test = createTestMeeting({ camera: false });
      const { meeting, media, director } = test;
      await enter(test);
      await expect(during(meeting.microphone.setEnabled(false))).resolves.toBe(false);
      expect(media.live).toEqual(['default microphone']);
      expect(media.last.enabled).toBe(false);
      expect(director.see('local')?.tracks.microphone?.muted).toBe(true);

      await expect(during(meeting.microphone.setEnabled(true))).resolves.toBe(true);
      expect(media.tracks).toHaveLength(1);
      expect(media.last.enabled).toBe(true);
      expect(director.see('local')?.tracks.microphone?.muted).toBe(false);
    });

    it('says that it is on only when the room has it', async () => {
      const test = createTestMeeting({ microphone: false, camera: false });
      await enter(test);
      const turning = test.meeting.camera.setEnabled(true);
      await pass(10);
      expect(test.meeting.camera.track.value).not.toBeNull();
      expect([test.meeting.camera.enabled.value, test.meeting.camera.setEnabled.pending.value]).toEqual([false, true]);
      await expect(during(turning)).resolves.toBe(true);
      expect([test.meeting.camera.enabled.value, test.meeting.camera.setEnabled.pending.value]).toEqual([true, false]);
    });

    it('never publishes a camera that was turned off while it opened', async () => {
      const test = createTestMeeting({ microphone: false, camera: false });
      const { meeting, media, engine } = test;
      await enter(test);
      const publish = vi.spyOn(engine, 'publish');
      const open = media.hold();
      const on = meeting.camera.setEnabled(true);
      await pass(10);
      const off = meeting.camera.setEnabled(false);
      open();
      await expect(during(off)).resolves.toBe(false);
      await on.catch(() => undefined);
      expect(publish).not.toHaveBeenCalled();
      expect(media.live).toEqual([]);
    });

    it('ends with the last of many wishes', async () => {
      const test = createTestMeeting();
      const { meeting, media, director } = test;
      await enter(test);
      for (let i = 0; i < 9; i++) {
        meeting.camera.toggle().catch(() => undefined);
        meeting.microphone.toggle().catch(() => undefined);
        await pass(7);
      }
      await pass(500);
      expect([meeting.camera.enabled.value, meeting.microphone.enabled.value]).toEqual([false, false]);
      expect(media.live).toEqual(['default microphone']);
      expect(director.see('local')?.tracks).toMatchObject({ camera: { muted: true }, microphone: { muted: true } });
    });

    it('changes to the chosen device without a gap', async () => {
      const test = createTestMeeting();
      const { meeting, media, director } = test;
      await enter(test);
      await during(meeting.devices.choose('camera', 'cam-2'));
      expect(media.live).toEqual(['default microphone', 'cam-2']);
      expect(meeting.camera.enabled.value).toBe(true);
      expect(director.see('local')?.tracks.camera?.muted).toBe(false);
    });

    it('follows a moderator’s mute, and can be unmuted again', async () => {
      const test = createTestMeeting();
      const { meeting, media, director } = test;
      await enter(test);
      director.mute('local', 'microphone');
      director.mute('local', 'camera');
      await pass(100);
      expect([meeting.microphone.enabled.value, meeting.microphone.wanted.value]).toEqual([false, false]);
      expect([meeting.camera.enabled.value, meeting.camera.wanted.value]).toEqual([false, false]);
      // The camera's light goes out; the microphone stays open, silent.
      expect(media.live).toEqual(['default microphone']);
      expect(media.tracks[0]?.enabled).toBe(false);
      await expect(during(meeting.microphone.toggle())).resolves.toBe(true);
      await expect(during(meeting.camera.toggle())).resolves.toBe(true);
    });

    it('closes what may no longer be published, and says so when asked', async () => {
      const test = createTestMeeting();
      const { meeting, media, director } = test;
      await enter(test);
      director.setPermissions('local', []);
      await pass(100);
      expect(media.live).toEqual([]);
      expect([meeting.microphone.wanted.value, meeting.camera.wanted.value]).toEqual([false, false]);
      await expect(during(meeting.microphone.setEnabled(true))).rejects.toMatchObject({ code: 'PUBLISH_NOT_ALLOWED' });
      expect(media.live).toEqual([]);
      director.setPermissions('local', ['microphone']);
      await pass(50);
      await expect(during(meeting.microphone.setEnabled(true))).resolves.toBe(true);
    });

    it('lets a viewer in, with everything closed', async () => {
      const test = createTestMeeting({ token: 'viewer' });
      await enter(test);
      expect(test.meeting.connection.state.value).toBe('connected');
      expect(test.meeting.microphone.error.value?.code).toBe('PUBLISH_NOT_ALLOWED');
      expect(test.media.live).toEqual([]);
    });

    it('takes the default when a device is pulled out', async () => {
      const test = createTestMeeting();
      const { meeting, media, director } = test;
      await enter(test);
      await during(meeting.devices.choose('camera', 'cam-2'));
      media.devices = media.devices.filter(({ id }) => id !== 'cam-2');
      media.last.endBySystem();
      await pass(500);
      expect(meeting.devices.chosen('camera').value).toBe('');
      expect(media.live).toEqual(['default microphone', 'default camera']);
      expect(meeting.camera.enabled.value).toBe(true);
      expect(director.see('local')?.tracks.camera?.muted).toBe(false);
    });

    it('says so when there is no other', async () => {
      const test = createTestMeeting();
      await enter(test);
      test.media.failures.set('camera', new VisioError('DEVICE_NOT_FOUND', 'no', { device: 'camera' }));
      test.media.last.endBySystem();
      await pass(500);
      expect(test.meeting.camera.error.value?.code).toBe('DEVICE_NOT_FOUND');
      expect([test.meeting.camera.enabled.value, test.meeting.camera.wanted.value]).toEqual([false, false]);
      expect(test.director.see('local')?.tracks.camera?.muted).not.toBe(false);
      expect(test.media.live).toEqual(['default microphone']);
    });

    it('goes off with the reason when the server does not take it', async () => {
      const test = createTestMeeting({ microphone: false, camera: false });
      const { meeting, media, engine } = test;
      await enter(test);
      const refuse = vi.spyOn(engine, 'publish').mockRejectedValue(new VisioError('PUBLISH_FAILED', 'no'));
      await expect(during(meeting.camera.setEnabled(true))).rejects.toMatchObject({ code: 'PUBLISH_FAILED' });
      expect([meeting.camera.enabled.value, meeting.camera.error.value?.code]).toEqual([false, 'PUBLISH_FAILED']);
      expect(media.live).toEqual([]);
      refuse.mockRestore();
      await expect(during(meeting.camera.setEnabled(true))).resolves.toBe(true);
    });

    it('is not spoilt by a call that ends while it works', async () => {
      const test = createTestMeeting({ camera: false });
      const { meeting, media } = test;
      await enter(test);
      await during(meeting.microphone.setEnabled(false));
      const turning = meeting.microphone.setEnabled(true).catch(() => undefined);
      await pass(5);
      await during(meeting.leave());
      await turning;
      expect(media.live).toEqual([]);
      expect([meeting.microphone.error.value, meeting.microphone.wanted.value]).toEqual([null, true]);
      await enter(test);
      expect(meeting.microphone.enabled.value).toBe(true);
    });

    it('can be turned off while the connection is broken', async () => {
      const test = createTestMeeting();
      const { meeting, media, director } = test;
      await enter(test);
      director.reconnect(3_000);
      await pass(100);
      meeting.microphone.setEnabled(false).catch(() => undefined);
      meeting.camera.setEnabled(false).catch(() => undefined);
      await pass(100);
      // At once on this side, whatever the server still thinks.
      expect(media.live).toEqual(['default microphone']);
      expect(media.tracks[0]?.enabled).toBe(false);
      await pass(4_000);
      expect(director.see('local')?.tracks).toMatchObject({ microphone: { muted: true }, camera: { muted: true } });
      expect([meeting.microphone.enabled.value, meeting.camera.enabled.value]).toEqual([false, false]);
    });
  });
});

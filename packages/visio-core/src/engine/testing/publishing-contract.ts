/** What every engine promises of the own devices and of what is published. Part of the contract. */
import { expect } from '@open-wc/testing';
import { exceptInFirefox, rejects, type Parts } from './harness.js';
import { advances, showVideo } from './video.js';
import { until } from './witness.js';

/** Where the test server has what effects are made of. */
const ASSETS = new URL('/assets/', location.href).href;

export function describePublishing(parts: () => Parts): void {
  describe('the own devices', () => {
    exceptInFirefox('works on the sound of a microphone as it is told, when it opens and later', async () => {
      const { engine, opened } = parts();
      const processing = { noiseSuppression: false, echoCancellation: true, autoGainControl: false };
      const track = await engine.media.open('microphone', '', { processing });
      opened.push(track);
      expect(track.getSettings()).to.include(processing);
      const other = { noiseSuppression: true, echoCancellation: false, autoGainControl: true };
      // Where the browser cannot change it, it says so, and nothing has changed.
      const changed = await engine.media.setProcessing(track, other);
      expect(track.getSettings()).to.include(changed ? other : processing);
      expect(track.readyState).to.equal('live');
    });

    exceptInFirefox('works on all of it unless told otherwise', async () => {
      const { open } = parts();
      expect((await open('microphone')).getSettings()).to.include({ noiseSuppression: true, echoCancellation: true, autoGainControl: true });
    });

    it('plays a test sound to its end, and says when there is no such speaker', async () => {
      const { engine } = parts();
      await engine.media.testSpeaker('');
      await rejects(engine.media.testSpeaker('no such speaker'), 'DEVICE_NOT_FOUND');
    });

    exceptInFirefox('shows a camera with an effect, to oneself and to the room, and lets go of it', async () => {
      const { room, engine, join, open } = parts();
      const me = await join();
      const guest = await room.invite('Grace');
      const camera = await open('camera');
      const result = await engine.media.applyEffect(camera, { kind: 'blur' }, ASSETS);
      expect(result.track).to.include({ kind: 'video', readyState: 'live' });
      expect(result.track === camera).to.equal(false);
      await engine.publish('camera', result.track);
      await until('the guest sees it', () => guest.sees(me)?.tracks.camera?.muted === false);
      const video = showVideo();
      video.muted = video.autoplay = true;
      video.srcObject = new MediaStream([result.track]);
      await advances(video, 'a blurred camera');
      await result.update({ kind: 'image', image: 'hills' });
      await advances(video, 'a camera before hills');
      result.end();
      expect([result.track.readyState, camera.readyState]).to.deep.equal(['ended', 'live']);
    });

    exceptInFirefox('says when an image cannot be had, and goes on with the effect that there is', async () => {
      const { engine, open } = parts();
      const result = await engine.media.applyEffect(await open('camera'), { kind: 'blur' }, ASSETS);
      await rejects(result.update({ kind: 'image', image: '/no/such/image.png' }), 'EFFECT_LOAD_FAILED');
      await rejects(result.update({ kind: 'image', image: new Blob(['no image'], { type: 'image/png' }) }), 'INVALID_ARGUMENT');
      expect(result.track.readyState).to.equal('live');
      result.end();
    });
  });

  describe('publishing', () => {
    it('shows microphone and camera to the others', async () => {
      const { room, engine, witness, join, open } = parts();
      const me = await join();
      const guest = await room.invite('Grace');
      await engine.publish('microphone', await open('microphone'));
      await engine.publish('camera', await open('camera'));
      // The engine has told by the time it has answered.
      expect(witness.track(me, 'microphone')?.muted).to.equal(false);
      expect(witness.track(me, 'camera')?.muted).to.equal(false);
      await until('the guest sees both', () => {
        const tracks = guest.sees(me)?.tracks;
        return tracks?.microphone?.muted === false && tracks.camera?.muted === false;
      });
      expect(guest.sees(me)?.tracks.camera?.dimensions?.width).to.be.greaterThan(0);
    });

    it('mutes and unmutes, here and there', async () => {
      const { room, engine, witness, join, open } = parts();
      const me = await join();
      const guest = await room.invite('Grace');
      await engine.publish('microphone', await open('microphone'));
      for (const muted of [true, false, true]) {
        await engine.setMuted('microphone', muted);
        expect(witness.track(me, 'microphone')?.muted).to.equal(muted);
        await until(`the guest sees it ${muted ? 'muted' : 'unmuted'}`, () => guest.sees(me)?.tracks.microphone?.muted === muted);
      }
    });

    it('publishes muted, never heard for a moment', async () => {
      const { room, engine, witness, join, open } = parts();
      const me = await join();
      const guest = await room.invite('Grace');
      const track = await open('microphone');
      await engine.publish('microphone', track, { muted: true });
      await until('the guest sees it muted', () => guest.sees(me)?.tracks.microphone?.muted === true);
      expect(witness.all('track').map((event) => event.track.muted)).to.not.include(false);
      expect(track.enabled).to.equal(false);
      await engine.setMuted('microphone', false);
      await until('the guest hears it', () => guest.sees(me)?.tracks.microphone?.muted === false);
      expect(track.enabled).to.equal(true);
    });

    it('replaces a track within one publication, unmuted unless told otherwise', async () => {
      const { room, engine, witness, opened, join, open } = parts();
      const me = await join();
      const guest = await room.invite('Grace');
      await engine.publish('camera', await open('camera'));
      await engine.setMuted('camera', true);
      await until('the guest sees it muted', () => guest.sees(me)?.tracks.camera?.muted === true);
      opened.at(-1)?.stop();
      await engine.publish('camera', await open('camera'));
      expect(witness.track(me, 'camera')?.muted).to.equal(false);
      await until('the guest sees it again', () => guest.sees(me)?.tracks.camera?.muted === false);
      await engine.publish('camera', await open('camera'), { muted: true });
      expect(witness.track(me, 'camera')?.muted).to.equal(true);
      expect(opened.at(-1)?.enabled).to.equal(false);
      await until('the guest sees it muted again', () => guest.sees(me)?.tracks.camera?.muted === true);
      expect(witness.all('track-removed')).to.deep.equal([]);
    });

    it('unpublishes, and leaves the track to its owner', async () => {
      const { room, engine, witness, join, open } = parts();
      const me = await join();
      const guest = await room.invite('Grace');
      const track = await open('microphone');
      await engine.publish('microphone', track);
      await until('the guest sees it', () => guest.sees(me)?.tracks.microphone);
      await engine.unpublish('microphone');
      expect(witness.track(me, 'microphone')).to.equal(undefined);
      await until('the guest sees it no more', () => !guest.sees(me)?.tracks.microphone);
      expect(track.readyState).to.equal('live');
      await engine.unpublish('microphone');
      await rejects(engine.setMuted('microphone', true), 'PUBLISH_FAILED');
    });

    exceptInFirefox('shares a screen, which goes when its track ends by itself', async () => {
      const { room, engine, witness, join, open } = parts();
      const me = await join();
      const guest = await room.invite('Grace');
      const track = await open('camera');
      await engine.publish('screen_share', track);
      await until('the guest sees the screen', () => guest.sees(me)?.tracks.screen_share);
      endBySystem(track);
      await until('the guest sees it no more', () => !guest.sees(me)?.tracks.screen_share);
      await until('its end is told', () => !witness.track(me, 'screen_share'));
    });

    it('changes the hint of a screen that is shared, without a break', async () => {
      const { room, engine, witness, join, open } = parts();
      const me = await join();
      const guest = await room.invite('Grace');
      const track = await open('camera');
      await engine.publish('screen_share', track, { hint: 'text' });
      await until('the guest sees the screen', () => guest.sees(me)?.tracks.screen_share);
      expect(track.contentHint).to.equal('text');
      const video = showVideo();
      engine.attach(me, 'screen_share', video);
      for (const hint of ['motion', 'text'] as const) {
        await engine.publish('screen_share', track, { hint });
        expect(track.contentHint).to.equal(hint);
        await advances(video, `a screen with the hint ${hint}`);
      }
      expect(witness.all('track-removed')).to.deep.equal([]);
      expect(guest.sees(me)?.tracks.screen_share?.muted).to.equal(false);
    });

    it('shares the sound of a screen beside it', async () => {
      const { room, engine, join, open } = parts();
      const me = await join();
      const guest = await room.invite('Grace');
      await engine.publish('screen_share', await open('camera'));
      await engine.publish('screen_share_audio', await open('microphone'));
      await until('the guest is told of both', () => guest.sees(me)?.tracks.screen_share && guest.sees(me)?.tracks.screen_share_audio);
      await engine.unpublish('screen_share_audio');
      await until('the guest is told that it is silent', () => !guest.sees(me)?.tracks.screen_share_audio);
      expect(guest.sees(me)?.tracks.screen_share?.muted).to.equal(false);
    });

    exceptInFirefox('keeps a camera that was unplugged, muted, for the next one', async () => {
      const { room, engine, witness, join, open } = parts();
      const me = await join();
      const guest = await room.invite('Grace');
      const track = await open('camera');
      await engine.publish('camera', track);
      endBySystem(track);
      await until('the guest sees it muted', () => guest.sees(me)?.tracks.camera?.muted === true);
      await until('it is told', () => witness.track(me, 'camera')?.muted === true);
    });

    it('tells when a moderator mutes one', async () => {
      const { room, engine, witness, join, open } = parts();
      const me = await join();
      await engine.publish('microphone', await open('microphone'));
      await room.moderator.mute(me, 'microphone');
      await until('the mute is told', () => witness.track(me, 'microphone')?.muted === true);
    });

    it('rejects what may not be published', async () => {
      const { engine, witness, join, open } = parts();
      const me = await join({ viewer: true });
      expect(witness.people.get(me)?.info.canPublish).to.deep.equal([]);
      const track = await open('microphone');
      await rejects(engine.publish('microphone', track), 'PUBLISH_NOT_ALLOWED');
      expect(track.readyState).to.equal('live');
      expect(witness.all('track')).to.deep.equal([]);
    });

    it('takes back what may no longer be published', async () => {
      const { room, engine, witness, join, open } = parts();
      const me = await join();
      await engine.publish('microphone', await open('microphone'));
      await engine.publish('camera', await open('camera'));
      await room.moderator.setCanPublish(me, ['microphone']);
      await until('the camera is gone', () => !witness.track(me, 'camera'));
      expect(witness.track(me, 'microphone')?.muted).to.equal(false);
    });
  });
}

/** As if unplugged, or as if the browser's own button stopped the share. */
function endBySystem(track: MediaStreamTrack): void {
  track.stop();
  track.dispatchEvent(new Event('ended'));
}

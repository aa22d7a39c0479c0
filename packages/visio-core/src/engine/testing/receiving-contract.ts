/** What every engine promises of what is seen and heard. Part of the contract. */
import { expect } from '@open-wc/testing';
import { exceptInFirefox, type Parts } from './harness.js';
import { advances, showVideo } from './video.js';
import { until } from './witness.js';

export function describeReceiving(parts: () => Parts): void {
  describe('seeing and hearing', () => {
    it('shows a camera that was on before', async () => {
      const { room, engine, join } = parts();
      const guest = await room.invite('Grace');
      await guest.publish('camera');
      await join();
      const video = showVideo();
      engine.attach(guest.id, 'camera', video);
      await advances(video, 'a camera that was on before');
    });

    it('shows a camera that comes late, goes off and on, and comes back with its owner', async () => {
      const { room, engine, witness, join } = parts();
      await join();
      const guest = await room.invite('Grace');
      await until('the guest is there', () => witness.people.has(guest.id));
      const video = showVideo();
      engine.attach(guest.id, 'camera', video);
      await guest.publish('camera');
      await advances(video, 'a late camera');
      await guest.setMuted('camera', true);
      await until('the camera is off', () => witness.track(guest.id, 'camera')?.muted);
      await guest.setMuted('camera', false);
      await advances(video, 'a camera turned on again');
      await guest.unpublish('camera');
      await until('the camera is gone', () => !witness.track(guest.id, 'camera'));
      await guest.publish('camera');
      await advances(video, 'a camera published again');
    });

    it('shows one video in two places, and lets go of one', async () => {
      const { room, engine, join } = parts();
      const guest = await room.invite('Grace');
      await guest.publish('camera');
      await join();
      const [first, second] = [showVideo(), showVideo()];
      const release = engine.attach(guest.id, 'camera', first);
      engine.attach(guest.id, 'camera', second);
      await advances(first, 'the first place');
      await advances(second, 'the second place');
      release();
      expect(first.srcObject).to.equal(null);
      await advances(second, 'the place that is left');
    });

    it('shows the latest wish in an element that is used again', async () => {
      const { room, engine, join } = parts();
      const guest = await room.invite('Grace');
      await guest.publish('camera');
      await guest.publish('screen_share');
      await join();
      const video = showVideo();
      const release = engine.attach(guest.id, 'camera', video);
      await advances(video, 'the camera');
      engine.attach(guest.id, 'screen_share', video);
      release();
      await advances(video, 'the screen');
    });

    it('receives what something shows, and nothing else', async () => {
      const { room, engine, join } = parts();
      const [grace, alan] = [await room.invite('Grace'), await room.invite('Alan')];
      await grace.publish('camera');
      await alan.publish('camera');
      await join();
      const received = () => [grace, alan].map(({ id }) => room.receives(engine, id, 'camera'));
      const [first, second] = [showVideo(), showVideo()];
      const releases = [engine.attach(grace.id, 'camera', first), engine.attach(grace.id, 'camera', second)];
      await advances(first, 'the one that is shown');
      // What a first page might show is asked for ahead, and given up when nothing shows it.
      await until('the other is received no more', () => !received()[1]);
      expect(received()).to.deep.equal([true, false]);

      // A page is turned: one comes, the other goes, but not while something still shows it.
      releases.pop()!();
      engine.attach(alan.id, 'camera', second);
      await advances(second, 'the other');
      expect(received()).to.deep.equal([true, true]);
      releases.pop()!();
      await until('the first is received no more', () => !received()[0]);
      expect(received()).to.deep.equal([false, true]);
      engine.attach(grace.id, 'camera', first);
      await advances(first, 'the first again');
    });

    it('receives nothing that is published while nothing shows it, and after a broken connection the same as before', async () => {
      const { room, engine, witness, join } = parts();
      const grace = await room.invite('Grace');
      await join();
      await grace.publish('camera');
      await grace.publish('screen_share');
      await until('both are told of', () => witness.track(grace.id, 'camera') && witness.track(grace.id, 'screen_share'));
      const video = showVideo();
      engine.attach(grace.id, 'screen_share', video);
      await advances(video, 'the screen');
      expect(room.receives(engine, grace.id, 'camera')).to.equal(false);
      await room.breakConnection(engine);
      await until('it is back', () => witness.all('reconnected').length > 0);
      await advances(video, 'the screen afterwards');
      expect(room.receives(engine, grace.id, 'camera')).to.equal(false);
    });

    it('shows what is published here, too', async () => {
      const { engine, join, open } = parts();
      const me = await join();
      const video = showVideo();
      const release = engine.attach(me, 'camera', video);
      await engine.publish('camera', await open('camera'));
      await advances(video, 'one’s own camera');
      release();
      expect(video.srcObject).to.equal(null);
    });

    it('empties what it filled when the call ends', async () => {
      const { room, engine, join } = parts();
      const guest = await room.invite('Grace');
      await guest.publish('camera');
      await join();
      const video = showVideo();
      const release = engine.attach(guest.id, 'camera', video);
      await advances(video, 'the camera');
      await engine.disconnect();
      await until('the element is empty', () => video.srcObject === null);
      release();
    });

    exceptInFirefox('tells who speaks', async () => {
      const { room, witness, join } = parts();
      await join();
      const guest = await room.invite('Grace');
      await guest.publish('microphone');
      guest.speak();
      await until('the guest is heard', () => witness.speakers.includes(guest.id));
      await guest.setMuted('microphone', true);
      await until('the guest is silent', () => !witness.speakers.includes(guest.id));
    });

    it('tells the quality of connections', async () => {
      const { engine, witness, join, open } = parts();
      const me = await join();
      await engine.publish('microphone', await open('microphone'));
      await until('one’s own quality is told', () => !['unknown', undefined].includes(witness.qualities.get(me)));
    });

    exceptInFirefox('tells that sound may play', async () => {
      const { engine, witness, join } = parts();
      await join();
      await until('it is told', () => witness.all('playback').at(-1)?.blocked === false);
      await engine.startPlayback();
      await engine.setSpeaker('');
    });
  });
}

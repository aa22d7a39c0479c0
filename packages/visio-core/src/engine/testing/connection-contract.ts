/** What every engine promises of a connection that breaks. Part of the contract. */
import { expect } from '@open-wc/testing';
import type { EngineEvent } from '../engine.js';
import type { Parts } from './harness.js';
import { advances, showVideo } from './video.js';
import { until } from './witness.js';

export function describeConnection(parts: () => Parts): void {
  describe('a broken connection', () => {
    it('comes back with everything published before, on both sides', async () => {
      const { room, engine, witness, join, open } = parts();
      const guest = await room.invite('Grace');
      await guest.publish('camera');
      const me = await join();
      await engine.publish('microphone', await open('microphone'));
      await engine.publish('camera', await open('camera'));
      await engine.setMuted('camera', true);
      const video = showVideo();
      engine.attach(guest.id, 'camera', video);
      await advances(video, 'the guest before');

      witness.events = [];
      await room.breakConnection(engine);
      await until('it is back', () => witness.all('reconnected').length > 0);
      expect(witness.all('reconnecting')).to.have.lengthOf(1);
      expect(witness.all('disconnected')).to.have.lengthOf(0);
      // Nobody goes because one's own line was cut.
      expect(only(witness.events, 'participant-left', 'track-removed')).to.deep.equal([]);
      expect(witness.track(me, 'microphone')?.muted).to.equal(false);
      expect(witness.track(me, 'camera')?.muted).to.equal(true);
      expect(witness.people.get(guest.id)?.tracks.has('camera')).to.equal(true);

      await advances(video, 'the guest afterwards');
      await until('the guest sees everything again', () => {
        const tracks = guest.sees(me)?.tracks;
        return tracks?.microphone?.muted === false && tracks.camera?.muted === true;
      });
      await engine.setMuted('microphone', true);
      await until('the guest sees the mute', () => guest.sees(me)?.tracks.microphone?.muted === true);
    });

    it('takes what is published meanwhile', async () => {
      const { room, engine, witness, join, open } = parts();
      const guest = await room.invite('Grace');
      const me = await join();
      const track = await open('microphone');
      await room.breakConnection(engine);
      await until('it is broken', () => witness.all('reconnecting').length > 0);
      await engine.publish('microphone', track);
      expect(witness.all('reconnected')).to.have.lengthOf(1);
      expect(witness.track(me, 'microphone')?.muted).to.equal(false);
      await until('the guest hears it', () => guest.sees(me)?.tracks.microphone?.muted === false);
    });

    it('is made anew with the token that was given last', async () => {
      const { room, engine, witness, join } = parts();
      await join();
      engine.setToken('invalid');
      await room.breakConnection(engine);
      await until('it is given up', () => witness.all('disconnected').length > 0);
      expect(witness.all('reconnected')).to.have.lengthOf(0);
    });

    it('can be left', async () => {
      const { room, engine, witness, join } = parts();
      await join();
      await room.breakConnection(engine);
      await until('it is broken', () => witness.all('reconnecting').length > 0);
      await engine.disconnect();
      expect(witness.all('disconnected')).to.deep.equal([{ type: 'disconnected', reason: 'left' }]);
      expect(witness.all('reconnected')).to.have.lengthOf(0);
    });
  });

  it('tells of a fresh token', async () => {
    const { room, engine, witness, join } = parts();
    const me = await join();
    const before = new Set(witness.all('token').map(({ token }) => token));
    await room.moderator.renewToken(me);
    await until('a fresh token is told', () => witness.all('token').some(({ token }) => token !== '' && !before.has(token)));
    engine.setToken(witness.all('token').at(-1)!.token);
    await room.breakConnection(engine);
    await until('it is back', () => witness.all('reconnected').length > 0);
  });
}

function only(events: readonly EngineEvent[], ...types: readonly EngineEvent['type'][]): readonly EngineEvent[] {
  return events.filter(({ type }) => types.includes(type));
}

/** What every engine promises of coming and going. Part of the contract. */
import { expect } from '@open-wc/testing';
import type { VisioErrorCode } from '../../errors/codes.js';
import { rejects, type EngineHarness, type Parts } from './harness.js';
import { until } from './witness.js';

export function describeJoining(parts: () => Parts, refused: EngineHarness['refused']): void {
  describe('joining and leaving', () => {
    it('tells of the connection, of oneself and of everyone there before connect resolves', async () => {
      const { room, witness, join } = parts();
      const guest = await room.invite('Grace');
      await guest.publish('microphone', { muted: true });
      const me = await join({ name: 'Ada' });

      expect(witness.events[0]).to.deep.equal({ type: 'connected' });
      const [local, other] = witness.all('participant').map(({ participant }) => participant);
      expect(local).to.include({ id: me, name: 'Ada', isLocal: true });
      expect(other).to.include({ id: guest.id, name: 'Grace', isLocal: false });
      expect(witness.track(guest.id, 'microphone')).to.include({ source: 'microphone', muted: true });
      expect(witness.all('connected')).to.have.lengthOf(1);
    });

    it('may publish everything, unless the token says otherwise', async () => {
      const { witness, join } = parts();
      const me = await join();
      expect(witness.people.get(me)?.info.canPublish).to.have.members(['microphone', 'camera', 'screen_share', 'screen_share_audio']);
    });

    it('tells who comes, with their tracks, and who goes', async () => {
      const { room, witness, join } = parts();
      await join();
      const guest = await room.invite('Grace');
      await until('the guest is told of', () => witness.people.has(guest.id));
      expect(witness.people.get(guest.id)?.info).to.include({ name: 'Grace', isLocal: false });
      await guest.publish('camera');
      await until('the guest’s camera is told of', () => witness.track(guest.id, 'camera')?.muted === false);
      expect(witness.all('participant').filter(({ participant }) => participant.id === guest.id), 'told once').to.have.lengthOf(1);
      await guest.leave();
      await until('the guest is gone', () => !witness.people.has(guest.id));
    });

    it('tells a change of name, of attributes and of rights', async () => {
      const { room, witness, join } = parts();
      const me = await join();
      await room.moderator.rename(me, 'Ada Lovelace');
      await until('the new name is told', () => witness.people.get(me)?.info.name === 'Ada Lovelace');
      await room.moderator.setAttributes(me, { hand: 'raised' });
      await until('the attribute is told', () => witness.people.get(me)?.info.attributes['hand'] === 'raised');
      await room.moderator.setCanPublish(me, ['microphone']);
      await until('the right is told', () => witness.people.get(me)?.info.canPublish.join() === 'microphone');
    });

    it('tells who calls by telephone and what is a program, and numbers in part', async () => {
      const { room, witness, join } = parts();
      const program = await room.invite('Notes', 'agent');
      await join();
      const caller = await room.invite('Phone +33612345612', 'sip');
      const info = (id: string) => witness.people.get(id)?.info;
      await until('both are told', () => info(program.id) && info(caller.id));
      expect([info(program.id)!.kind, info(program.id)!.name]).to.deep.equal(['agent', 'Notes']);
      expect([info(caller.id)!.kind, info(caller.id)!.name]).to.deep.equal(['sip', '+33 •• •• •• 12']);
      expect(info(witness.localId)!.kind).to.equal('standard');
      await room.moderator.rename(caller.id, 'Salle Vauban');
      await until('the name that the server gives is told', () => info(caller.id)!.name === 'Salle Vauban');
    });

    it('tells whether the room is recorded, as one comes and when it changes, over a break, too', async () => {
      const { room, engine, witness, join } = parts();
      await join();
      expect(witness.recording).to.equal(false);
      await room.setRecording(true);
      await until('the recording is told', () => witness.recording);
      expect(witness.people.size).to.equal(1);
      await room.breakConnection(engine);
      await until('the connection is back', () => witness.all('reconnected').length > 0);
      await until('the recording is still told', () => witness.recording);
      await room.setRecording(false);
      await until('its end is told', () => witness.recording === false);
    });

    it('tells one who comes late that the room is recorded', async () => {
      const { room, witness, join } = parts();
      await room.setRecording(true);
      await join();
      expect(witness.recording).to.equal(true);
    });

    it('tells what is kept with the room, as one comes and when it changes, over a break, too', async () => {
      const { room, engine, witness, join } = parts();
      await join();
      expect(witness.metadata).to.equal('');
      await room.moderator.setRoomMetadata('{"access_level":"trusted"}');
      await until('it is told', () => witness.metadata === '{"access_level":"trusted"}');
      await room.breakConnection(engine);
      await until('the connection is back', () => witness.all('reconnected').length > 0);
      expect(witness.metadata).to.equal('{"access_level":"trusted"}');
      await room.moderator.setRoomMetadata('');
      await until('its end is told', () => witness.metadata === '');
    });

    it('says "left" once after disconnect, and nothing more', async () => {
      const { room, engine, witness, join, open } = parts();
      await join();
      await engine.publish('microphone', await open('microphone'));
      await engine.disconnect();
      expect(witness.events.at(-1)).to.deep.equal({ type: 'disconnected', reason: 'left' });
      await engine.disconnect();
      await room.invite('Grace');
      expect(witness.all('disconnected')).to.have.lengthOf(1);
      expect(witness.events.at(-1)?.type).to.equal('disconnected');
    });

    it('joins again after having left', async () => {
      const { engine, witness, join, open } = parts();
      await join();
      await engine.disconnect();
      witness.events = [];
      const me = await join();
      expect(witness.events[0]).to.deep.equal({ type: 'connected' });
      await engine.publish('microphone', await open('microphone'));
      expect(witness.track(me, 'microphone')?.muted).to.equal(false);
    });

    it('tells when a moderator removes one', async () => {
      const { room, witness, join } = parts();
      await room.moderator.remove(await join());
      await until('the end is told', () => witness.all('disconnected').length > 0);
      expect(witness.all('disconnected')).to.deep.equal([{ type: 'disconnected', reason: 'removed' }]);
    });

    it('tells when the room is closed', async () => {
      const { room, witness, join } = parts();
      await join();
      await room.moderator.closeRoom();
      await until('the end is told', () => witness.all('disconnected').length > 0);
      expect(witness.all('disconnected')).to.deep.equal([{ type: 'disconnected', reason: 'room-closed' }]);
    });

    it('tells when the same identity joins from elsewhere', async () => {
      const { room, witness, join } = parts();
      await room.takePlaceOf(await join());
      await until('the end is told', () => witness.all('disconnected').length > 0);
      expect(witness.all('disconnected')).to.deep.equal([{ type: 'disconnected', reason: 'duplicate-identity' }]);
    });
  });

  describe('not joining', () => {
    for (const [code, credentials] of Object.entries(refused)) {
      it(`rejects with ${code}, and tells nothing`, async () => {
        const { engine, witness, join, connectOptions } = parts();
        const options = { ...(await connectOptions()), ...(await credentials()) };
        await rejects(engine.connect(options), code as VisioErrorCode);
        expect(witness.events).to.deep.equal([]);
        // It is not worn out by that.
        await join();
      });
    }

    it('rejects when given up beforehand', async () => {
      const { engine, witness, connectOptions } = parts();
      await rejects(engine.connect({ ...(await connectOptions()), signal: AbortSignal.abort() }), 'COMMAND_DISABLED');
      expect(witness.events).to.deep.equal([]);
    });

    it('rejects when given up on the way, and can then join', async () => {
      const { engine, witness, join, connectOptions } = parts();
      const attempt = new AbortController();
      const connecting = engine.connect({ ...(await connectOptions()), signal: attempt.signal });
      setTimeout(() => attempt.abort());
      await rejects(connecting, 'COMMAND_DISABLED');
      expect(witness.events).to.deep.equal([]);
      await join();
    });

    it('publishes nothing without a connection, and leaves the track alone', async () => {
      const { engine, witness, open } = parts();
      await engine.load();
      const track = await open('camera');
      await rejects(engine.publish('camera', track), 'COMMAND_DISABLED');
      await rejects(engine.setMuted('camera', true), 'COMMAND_DISABLED');
      await engine.unpublish('camera');
      await engine.disconnect();
      expect(track.readyState).to.equal('live');
      expect(witness.events).to.deep.equal([]);
    });
  });

  describe('the end', () => {
    it('leaves and is silent after dispose, and stops no track', async () => {
      const { room, engine, witness, join, open } = parts();
      const guest = await room.invite('Grace');
      const me = await join();
      const track = await open('camera');
      await engine.publish('camera', track);
      await until('the guest sees one', () => guest.sees(me));
      const { length } = witness.events;
      engine.dispose();
      await until('the guest sees one no more', () => !guest.sees(me));
      expect(witness.events).to.have.lengthOf(length);
      expect(track.readyState).to.equal('live');
    });

    it('can be disposed of at any time', async () => {
      const { engine, witness, connectOptions } = parts();
      const connecting = engine.connect(await connectOptions());
      engine.dispose();
      engine.dispose();
      await rejects(connecting, 'COMMAND_DISABLED');
      expect(witness.events).to.deep.equal([]);
    });
  });
}

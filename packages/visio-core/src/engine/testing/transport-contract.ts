/** What every engine promises of limits, counters and probes. Part of the contract suite, in a file of its own. */
import { expect } from '@open-wc/testing';
import type { Credentials } from '../../backends/backend.js';
import type { TrackCounters, TransportCounters } from '../transport.js';
import { provideParts, rejects, type EngineHarness } from './harness.js';
import { advances, showVideo } from './video.js';
import { until } from './witness.js';

export function describeTransportContract(name: string, harness: EngineHarness): void {
  describe(`${name} keeps the transport contract`, function () {
    this.timeout(90_000);

    const parts = provideParts(harness);

    async function publishCamera(): Promise<void> {
      const { engine, open } = parts();
      await engine.publish('camera', await open('camera'));
    }

    /** Counters as soon as `condition` holds for them. */
    async function counted(what: string, condition: (counters: TransportCounters) => boolean): Promise<TransportCounters> {
      const transport = await parts().engine.transport();
      return until(what, async () => {
        const counters = await transport.counters();
        return condition(counters) ? counters : null;
      });
    }

    const find = ({ tracks }: TransportCounters, direction: TrackCounters['direction'], source: string) =>
      tracks.find((track) => track.direction === direction && track.source === source);
    const bytes = (counters: TransportCounters, direction: TrackCounters['direction']) => find(counters, direction, 'camera')?.bytes ?? 0;

    const width = (now: TransportCounters) => find(now, 'received', 'camera')?.width ?? 0;

    /** A guest is seen large, and then received at the limit "low"; `full` is how wide they were. */
    async function receiveLow() {
      const { room, engine, join } = parts();
      const guest = await room.invite('Grace');
      await guest.publish('camera');
      await join();
      const transport = await engine.transport();
      const video = showVideo();
      video.style.cssText = 'display: block; width: 1280px; height: 720px';
      engine.attach(guest.id, 'camera', video);
      await advances(video, 'the guest');
      const full = width(await counted('it is large', (now) => width(now) >= 480));
      await transport.setReceiveLimit('low');
      await counted('it is small', (now) => width(now) > 0 && width(now) <= full / 2);
      return { guest, transport, video, full };
    }

    /** Whether a counter stands still for a second. */
    async function rests(read: () => Promise<number>): Promise<boolean> {
      const before = await read();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      return (await read()) === before;
    }

    it('counts nothing outside a call', async () => {
      const { engine } = parts();
      const { connections, tracks, path } = await (await engine.transport()).counters();
      expect(tracks).to.deep.equal([]);
      expect(path).to.equal(null);
      expect(connections.every(({ bytesSent }) => bytesSent === 0)).to.equal(true);
    });

    it('counts what goes each way, of whom and what, and goes on counting', async () => {
      const { room, engine, join } = parts();
      const guest = await room.invite('Grace');
      await guest.publish('camera');
      const me = await join();
      await publishCamera();
      const video = showVideo();
      engine.attach(guest.id, 'camera', video);
      await advances(video, 'the guest');
      const first = await counted('both ways are counted', (now) => bytes(now, 'sent') > 0 && bytes(now, 'received') > 0);
      expect(find(first, 'sent', 'camera')).to.include({ participantId: me, direction: 'sent' });
      expect(find(first, 'received', 'camera')).to.include({ participantId: guest.id, direction: 'received' });
      const later = await counted('both grow', (now) => bytes(now, 'sent') > bytes(first, 'sent') && bytes(now, 'received') > bytes(first, 'received'));
      expect(find(later, 'sent', 'camera')?.key).to.equal(find(first, 'sent', 'camera')?.key);
      const known = await counted('more is known', (now) => Boolean(find(now, 'received', 'camera')?.width && find(now, 'sent', 'camera')?.codec && now.path));
      expect(find(known, 'received', 'camera')).to.include.keys('height', 'framesPerSecond', 'jitter');
      expect(known.path?.protocol).to.be.oneOf(['udp', 'tcp']);
      expect(known.connections[0]!.bytesReceived).to.be.at.least(bytes(known, 'received'));
    });

    it('receives no video at the limit "none", whoever comes, and again without', async () => {
      const { room, engine, witness, join } = parts();
      const guest = await room.invite('Grace');
      await guest.publish('camera');
      await join();
      const transport = await engine.transport();
      const video = showVideo();
      engine.attach(guest.id, 'camera', video);
      await advances(video, 'the guest');
      await transport.setReceiveLimit('none');
      await until('nothing comes any more', () => rests(async () => bytes(await transport.counters(), 'received')));

      const other = await room.invite('Alan');
      await other.publish('camera');
      await until('the other’s camera is told of', () => witness.track(other.id, 'camera'));
      engine.attach(other.id, 'camera', showVideo());
      const all = async () => (await transport.counters()).tracks.reduce((sum, track) => sum + (track.direction === 'received' ? track.bytes : 0), 0);
      await until('nothing comes of the other either', () => rests(all));

      await transport.setReceiveLimit('all');
      await advances(video, 'the guest again');
    });

    it('receives small pictures at the limit "low", and larger ones without', async () => {
      const { transport, full } = await receiveLow();
      await transport.setReceiveLimit('all');
      await counted('it is large again', (now) => width(now) >= full);
    });

    it('receives whoever is preferred in full size, however small they are seen, and at the limit "low", too', async () => {
      const { guest, transport, video, full } = await receiveLow();
      video.style.cssText = 'display: block; width: 96px; height: 54px';
      await transport.setPreferred(guest.id);
      await counted('it is as large as it is sent', (now) => width(now) >= full);
      await transport.setPreferred(null);
      await counted('it is small again', (now) => width(now) > 0 && width(now) <= full / 2);
      await transport.setReceiveLimit('all');
    });

    it('sends less at the limit "low", also what is published later, and the former without', async () => {
      const { room, engine, join } = parts();
      const guest = await room.invite('Grace');
      const me = await join();
      const transport = await engine.transport();
      await transport.setPublishLimit('low');
      await publishCamera();
      await until('the guest sees it', () => guest.sees(me)?.tracks.camera);
      const height = (now: TransportCounters) => find(now, 'sent', 'camera')?.height ?? 0;
      await counted('it is small', (now) => height(now) > 0 && height(now) <= 360);
      await transport.setPublishLimit('all');
      await transport.setPublishLimit('low');
      await counted('it is small still', (now) => height(now) > 0 && height(now) <= 360);
    });

    it('finds ways that are open, and leaves the room again', async () => {
      const { room, engine, witness } = parts();
      const guest = await room.invite('Grace');
      const transport = await engine.transport();
      const credentials = await room.credentials({ name: 'Check' });
      const { signal } = new AbortController();
      let signalled = 0;
      const result = await transport.probe('udp', { ...credentials, signal, onSignalled: () => signalled++ });
      expect(result.connected).to.equal(true);
      expect(result.port).to.be.greaterThan(0);
      expect(signalled).to.equal(1);
      expect(witness.events).to.deep.equal([]);
      await guest.leave();
    });

    it('says that a server does not answer, or refuses', async () => {
      const { engine } = parts();
      const transport = await engine.transport();
      const { signal } = new AbortController();
      await rejects(transport.probe('udp', { ...(await harness.refused.SERVER_UNREACHABLE()), signal }), 'SERVER_UNREACHABLE');
      await rejects(transport.probe('udp', { ...(await harness.refused.INVALID_TOKEN()), signal }), 'INVALID_TOKEN');
    });

    it('measures both ways, and the way up alone with one token', async () => {
      const { room, engine } = parts();
      const transport = await engine.transport();
      const [mine, theirs]: Credentials[] = [await room.credentials({ name: 'One' }), await room.credentials({ name: 'Two' })];
      const { signal } = new AbortController();
      const both = await transport.measure({ ...mine!, receiverToken: theirs!.token, signal });
      expect(both.up).to.be.greaterThan(50_000);
      expect(both.down).to.be.greaterThan(50_000);
      expect((await transport.measure({ ...mine!, signal })).down).to.equal(null);
    });
  });
}

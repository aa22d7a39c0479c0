/**
 * What every engine promises, as tests. Each engine's own browser test calls {@link describeEngineContract} with a
 * harness that provides a room and someone else in it.
 */
import { expect } from '@open-wc/testing';
import type { Engine } from '../engine.js';
import { describeConnection } from './connection-contract.js';
import { describeData } from './data-contract.js';
import { describeFiles } from './files-contract.js';
import { TOPIC, type EngineHarness, type Parts, type TestRoom } from './harness.js';
import { describeJoining } from './joining-contract.js';
import { describePublishing } from './publishing-contract.js';
import { describeReceiving } from './receiving-contract.js';
import { describeTranscriptions } from './transcription-contract.js';
import { Witness } from './witness.js';

export function describeEngineContract(name: string, harness: EngineHarness): void {
  describe(`${name} keeps the engine contract`, function () {
    this.timeout(60_000);

    let room: TestRoom;
    let witness: Witness;
    let engine: Engine;
    let opened: MediaStreamTrack[] = [];
    /** What was told that cannot be, by the test in which it was. */
    const faults: string[] = [];

    beforeEach(async () => {
      room = await harness.openRoom();
      witness = new Witness(TOPIC);
      engine = room.createEngine(witness);
    });

    afterEach(async function () {
      engine.dispose();
      for (const track of opened) track.stop();
      opened = [];
      await room.close();
      document.querySelectorAll('video').forEach((video) => video.remove());
      // Not asserted here: after a hook that fails, mocha skips all other tests.
      faults.push(...witness.faults.map((fault) => `${this.currentTest?.title}: ${fault}`));
    });

    const connectOptions: Parts['connectOptions'] = async (options = {}) => {
      const { name = 'Ada' } = options;
      return { ...(await room.credentials({ ...options, name })), displayName: name, signal: new AbortController().signal };
    };

    const join: Parts['join'] = async (options) => {
      await engine.connect(await connectOptions(options));
      return witness.localId;
    };

    const open: Parts['open'] = async (kind) => {
      const track = await engine.media.open(kind, '');
      opened.push(track);
      return track;
    };

    const parts = (): Parts => ({ room, engine, witness, opened, join, connectOptions, open });
    describeJoining(parts, harness.refused);
    describePublishing(parts);
    describeReceiving(parts);
    describeData(parts);
    describeFiles(parts);
    describeTranscriptions(parts);
    describeConnection(parts);

    it('told nothing impossible in any of these tests', () => {
      expect(faults).to.deep.equal([]);
    });
  });
}

/**
 * What every engine promises, as tests. Each engine's own browser test calls {@link describeEngineContract} with a
 * harness that provides a room and someone else in it.
 */
import { expect } from '@open-wc/testing';
import { describeConnection } from './connection-contract.js';
import { describeData } from './data-contract.js';
import { describeFiles } from './files-contract.js';
import { provideParts, TOPIC, type EngineHarness } from './harness.js';
import { describeJoining } from './joining-contract.js';
import { describePublishing } from './publishing-contract.js';
import { describeReceiving } from './receiving-contract.js';
import { describeTranscriptions } from './transcription-contract.js';

export function describeEngineContract(name: string, harness: EngineHarness): void {
  describe(`${name} keeps the engine contract`, function () {
    this.timeout(60_000);

    const parts = provideParts(harness, TOPIC);
    /** What was told that cannot be, by the test in which it was. */
    const faults: string[] = [];

    // Not asserted here: after a hook that fails, mocha skips all other tests.
    afterEach(function () {
      faults.push(...parts().witness.faults.map((fault) => `${this.currentTest?.title}: ${fault}`));
    });

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

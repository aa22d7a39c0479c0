/** What every engine promises of transcriptions. Part of the contract. */
import { expect } from '@open-wc/testing';
import { SEGMENT_LIMIT } from '../engine.js';
import type { Parts } from './harness.js';
import { until } from './witness.js';

export function describeTranscriptions(parts: () => Parts): void {
  describe('transcriptions', () => {
    async function meet() {
      const { room, witness, join } = parts();
      await join();
      const guest = await room.invite('Grace');
      await until('the guest is there', () => witness.people.has(guest.id));
      return { room, witness, guest };
    }

    it('tells a segment as far as it is known, and when it is final', async () => {
      const { witness, guest } = await meet();
      await guest.transcribe(['Good'], { id: 'SG_1', final: false });
      await guest.transcribe(['Good morning'], { id: 'SG_1', final: false });
      await guest.transcribe(['Good morning, Zoé.'], { id: 'SG_1', final: true });
      await until('it is final', () => witness.all('transcription').some(({ final }) => final));
      const told = witness.all('transcription');
      expect(told.map(({ text }) => text).filter((text, index, all) => text !== all[index - 1])).to.deep.equal(['Good', 'Good morning', 'Good morning, Zoé.']);
      expect(told.every(({ from, segmentId }) => from === guest.id && segmentId === 'SG_1')).to.equal(true);
      expect(told.filter(({ final }) => final)).to.have.lengthOf(1);
    });

    it('tells what comes in pieces at each piece, all of it so far', async () => {
      const { witness, guest } = await meet();
      await guest.transcribe(['I', ' think', ' so'], { id: 'SG_1', final: true });
      await until('it is final', () => witness.all('transcription').some(({ final }) => final));
      const texts = witness.all('transcription').map(({ text, final }) => `${text}${final ? '.' : ''}`);
      expect(texts).to.deep.equal(['I', 'I think', 'I think so', 'I think so.']);
    });

    it('tells the beginning of what is too long, and all that comes after it', async () => {
      const { witness, guest } = await meet();
      await guest.transcribe(['x'.repeat(40_000)], { id: 'SG_long', final: true });
      await guest.transcribe(['short'], { id: 'SG_short', final: true });
      await until('the short one is final', () => witness.all('transcription').some(({ segmentId, final }) => final && segmentId === 'SG_short'));
      expect(witness.all('transcription').every(({ text }) => text.length <= SEGMENT_LIMIT)).to.equal(true);
      expect(witness.all('transcription').filter(({ final }) => final)).to.have.lengthOf(2);
    });

    it('tells nothing to who is in no call', async () => {
      const { witness, guest } = await meet();
      await parts().engine.disconnect();
      await guest.transcribe(['alone'], { id: 'SG_1', final: true });
      expect(witness.all('transcription')).to.deep.equal([]);
    });
  });
}

/** What every engine promises of texts, packets and attributes. Part of the contract. */
import { expect } from '@open-wc/testing';
import { PACKET_LIMIT, TEXT_LIMIT, type PacketEvent, type TextEvent } from '../engine.js';
import { rejects, TOPIC, type Guest, type Parts } from './harness.js';
import { until } from './witness.js';

export function describeData(parts: () => Parts): void {
  describe('data', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const words = (payload: Uint8Array) => new TextDecoder().decode(payload);
    const textsOf = (guest: Guest) => guest.received.flatMap((event) => (event.type === 'text' ? [event.text] : []));

    it('brings a text to the others once, as it was sent', async () => {
      const { room, engine, witness, join } = parts();
      const me = await join();
      const guest = await room.invite('Grace');
      await until('the guest is there', () => witness.people.has(guest.id));
      const text = 'Zoé says: 👋\n<b>"hello"</b>';
      const id = await engine.sendText(TOPIC, text, { attributes: { mood: 'good' } });
      const chosen = await engine.sendText(TOPIC, 'second', { id: 'chosen-id' });
      expect(chosen).to.equal('chosen-id');
      await until('both are there', () => guest.received.length >= 2);
      const [first, second] = guest.received as readonly TextEvent[];
      expect(first).to.deep.include({ type: 'text', topic: TOPIC, from: me, id, text, attributes: { mood: 'good' } });
      expect(first!.timestamp).to.be.greaterThan(0);
      expect(second).to.include({ id: 'chosen-id', text: 'second' });
      expect(guest.received).to.have.lengthOf(2);
    });

    it('tells what others send, in order, long or short', async () => {
      const { room, witness, join } = parts();
      await join();
      const guest = await room.invite('Grace');
      await until('the guest is there', () => witness.people.has(guest.id));
      const texts = Array.from({ length: 12 }, (_, i) => `${i} ${'long '.repeat(i % 3 === 0 ? 8_000 : 0)}`);
      const ids = await Promise.all(texts.map((text) => guest.sendText(TOPIC, text)));
      await until('all are told', () => witness.all('text').length === texts.length);
      expect(witness.all('text').map(({ text }) => text)).to.deep.equal(texts);
      expect(witness.all('text').map(({ id }) => id)).to.deep.equal(ids);
      expect(new Set(witness.all('text').map(({ from }) => from))).to.deep.equal(new Set([guest.id]));
    });

    it('brings a line letter by letter, the empty one too', async () => {
      const { room, engine, witness, join } = parts();
      await join();
      const guest = await room.invite('Grace');
      await until('the guest is there', () => witness.people.has(guest.id));
      const line = ['h', 'ha', 'h', 'hé', ''];
      for (const text of line) await guest.sendText(TOPIC, text);
      await until('all are told', () => witness.all('text').length === line.length);
      expect(witness.all('text').map(({ text }) => text)).to.deep.equal(line);
      for (const text of line) await engine.sendText(TOPIC, text);
      await until('all came to the guest', () => guest.received.length === line.length);
      expect(textsOf(guest)).to.deep.equal(line);
    });

    it('tells packets, with their topic or without, in order', async () => {
      const { room, engine, witness, join } = parts();
      const me = await join();
      const guest = await room.invite('Grace');
      await until('the guest is there', () => witness.people.has(guest.id));
      await guest.sendPacket(bytes('one'));
      await guest.sendPacket(bytes('two'), { topic: 'any-topic' });
      await until('both are told', () => witness.all('packet').length === 2);
      const told = witness.all('packet').map(({ topic, from, payload }) => [topic, from, words(payload)]);
      expect(told).to.deep.equal([['', guest.id, 'one'], ['any-topic', guest.id, 'two']]);
      await engine.sendPacket(bytes('three'));
      await engine.sendPacket(bytes('four'), { topic: 'any-topic' });
      await until('the guest has both', () => guest.received.length === 2);
      const got = (guest.received as readonly PacketEvent[]).map(({ topic, from, payload }) => [topic, from, words(payload)]);
      expect(got).to.deep.equal([['', me, 'three'], ['any-topic', me, 'four']]);
    });

    it('brings it to those it is for, and to nobody else', async () => {
      const { room, engine, witness, join } = parts();
      const me = await join();
      const [grace, alan] = [await room.invite('Grace'), await room.invite('Alan')];
      await until('both are there', () => witness.people.has(grace.id) && witness.people.has(alan.id));
      await engine.sendText(TOPIC, 'for nobody', { to: [] });
      await engine.sendPacket(bytes('for nobody'), { to: [] });
      await engine.sendText(TOPIC, 'for Grace', { to: [grace.id] });
      await engine.sendPacket(bytes('for Grace'), { to: [grace.id] });
      await engine.sendText(TOPIC, 'for all');
      await until('all have it', () => textsOf(alan).includes('for all') && textsOf(grace).includes('for all'));
      expect(alan.received).to.have.lengthOf(1);
      expect(grace.received).to.have.lengthOf(3);
      await grace.sendText(TOPIC, 'for Alan', { to: [alan.id] });
      await grace.sendText(TOPIC, 'for me', { to: [me] });
      await until('it is told', () => witness.all('text').length > 0);
      expect(witness.all('text').map(({ text }) => text)).to.deep.equal(['for me']);
    });

    it('passes over topics that nobody asked for, and what is too long', async () => {
      const { room, engine, witness, join } = parts();
      await join();
      const guest = await room.invite('Grace');
      await until('the guest is there', () => witness.people.has(guest.id));
      await guest.sendText('unasked', 'x');
      await rejects(engine.sendText(TOPIC, 'x'.repeat(TEXT_LIMIT + 1)), 'INVALID_ARGUMENT');
      await rejects(engine.sendPacket(new Uint8Array(PACKET_LIMIT + 1)), 'INVALID_ARGUMENT');
      await guest.sendText(TOPIC, 'é'.repeat(TEXT_LIMIT));
      await guest.sendText(TOPIC, 'last');
      await until('the last is told', () => witness.all('text').at(-1)?.text === 'last');
      expect(witness.all('text').map(({ text }) => text.length)).to.deep.equal([TEXT_LIMIT, 4]);
    });

    it('tells of everyone once that they can get data', async () => {
      const { room, engine, witness, join } = parts();
      const grace = await room.invite('Grace');
      await join();
      const alan = await room.invite('Alan');
      await until('both are told of', () => witness.all('participant-ready').length === 2);
      expect(witness.all('participant-ready').map(({ id }) => id)).to.deep.equal([grace.id, alan.id]);
      await engine.sendText(TOPIC, 'hello');
      await until('it arrives', () => grace.received.length === 1 && alan.received.length === 1);
    });

    it('is nothing outside a call', async () => {
      const { engine } = parts();
      await engine.load();
      await rejects(engine.sendText(TOPIC, 'x'), 'COMMAND_DISABLED');
      await rejects(engine.sendPacket(bytes('x')), 'COMMAND_DISABLED');
    });

    it('waits while the connection is broken, and then arrives once, in order', async () => {
      const { room, engine, witness, join } = parts();
      const guest = await room.invite('Grace');
      await join();
      await room.breakConnection(engine);
      await until('it is broken', () => witness.all('reconnecting').length > 0);
      const sending = [engine.sendText(TOPIC, 'first'), engine.sendText(TOPIC, 'second'), engine.sendPacket(bytes('third'))];
      expect(witness.all('reconnected')).to.have.lengthOf(0);
      await Promise.all(sending);
      expect(witness.all('reconnected')).to.have.lengthOf(1);
      await engine.sendText(TOPIC, 'fourth');
      await until('all have arrived', () => textsOf(guest).includes('fourth'));
      expect(textsOf(guest)).to.deep.equal(['first', 'second', 'fourth']);
      expect(guest.received.filter(({ type }) => type === 'packet')).to.have.lengthOf(1);
      await guest.sendText(TOPIC, 'and back');
      await until('it works both ways', () => witness.all('text').some(({ text }) => text === 'and back'));
    });

    it('is given up when the call ends', async () => {
      const { room, engine, witness, join } = parts();
      await join();
      await room.breakConnection(engine);
      await until('it is broken', () => witness.all('reconnecting').length > 0);
      const sending = engine.sendText(TOPIC, 'too late');
      const outcome = rejects(sending, 'COMMAND_DISABLED');
      await engine.disconnect();
      await outcome;
    });
  });

  describe('attributes', () => {
    it('sets one’s own, beside those that are there, and takes away what is empty', async () => {
      const { room, engine, witness, join } = parts();
      const me = await join({ ownAttributes: true });
      const attributes = () => witness.people.get(me)?.info.attributes;
      expect(witness.people.get(me)?.info.canSetAttributes).to.equal(true);
      await room.moderator.setAttributes(me, { role: 'guide' });
      await until('the other is told', () => attributes()?.['role'] === 'guide');
      await engine.setAttributes({ hand: 'raised', mood: 'good' });
      // The engine has told by the time it has answered.
      expect(attributes()).to.deep.equal({ role: 'guide', hand: 'raised', mood: 'good' });
      const guest = await room.invite('Grace');
      await engine.setAttributes({ hand: '' });
      expect(attributes()).to.deep.equal({ role: 'guide', mood: 'good' });
      await until('the guest knows it', () => guest.sees(me)?.attributes['mood'] === 'good' && !guest.sees(me)?.attributes['hand']);
    });

    it('rejects what may not be set', async () => {
      const { engine, witness, join } = parts();
      const me = await join();
      expect(witness.people.get(me)?.info.canSetAttributes).to.equal(false);
      await rejects(engine.setAttributes({ hand: 'raised' }), 'NOT_ALLOWED');
      expect(witness.people.get(me)?.info.attributes['hand']).to.equal(undefined);
    });

    it('sets none outside a call', async () => {
      const { engine } = parts();
      await engine.load();
      await rejects(engine.setAttributes({ hand: 'raised' }), 'COMMAND_DISABLED');
    });

    it('waits while the connection is broken', async () => {
      const { room, engine, witness, join } = parts();
      const me = await join({ ownAttributes: true });
      await room.breakConnection(engine);
      await until('it is broken', () => witness.all('reconnecting').length > 0);
      await engine.setAttributes({ hand: 'raised' });
      expect(witness.all('reconnected')).to.have.lengthOf(1);
      expect(witness.people.get(me)?.info.attributes['hand']).to.equal('raised');
    });
  });
}

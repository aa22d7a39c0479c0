/** What every engine promises of files. Part of the contract. */
import { expect } from '@open-wc/testing';
import type { FileEvent } from '../engine.js';
import { FILES_AT_ONCE } from '../files.js';
import { rejects, TOPIC, type Parts } from './harness.js';
import { FILE_LIMIT, until } from './witness.js';

export function describeFiles(parts: () => Parts): void {
  describe('files', () => {
    async function meet() {
      const { room, engine, witness, join } = parts();
      const me = await join();
      const guest = await room.invite('Grace');
      await until('the guest is there', () => witness.people.has(guest.id));
      return { room, engine, witness, join, me, guest };
    }

    const ended = (events: readonly FileEvent[]) => events.filter(({ state }) => state !== 'receiving');
    const blobOf = (events: readonly FileEvent[]) => events.flatMap((event) => (event.state === 'received' ? [event.data] : []))[0]!;

    it('brings a file to the others as it was, and tells how far it is', async () => {
      const { engine, me, guest } = await meet();
      const file = noise(400_000);
      const progress: number[] = [];
      const id = await engine.sendFile(TOPIC, file, { id: 'file-id', name: 'Zoé’s plan.pdf', onProgress: (sent) => progress.push(sent) });
      expect(id).to.equal('file-id');
      expect(progress.at(-1)).to.equal(file.size);
      expect(progress).to.deep.equal([...progress].sort((a, b) => a - b));
      await until('it is there', () => ended(guest.files).length === 1);
      const [begin] = guest.files;
      expect(begin).to.deep.equal({ type: 'file', topic: TOPIC, from: me, id, name: 'Zoé’s plan.pdf', size: file.size, state: 'receiving', received: 0 });
      expect(await hash(blobOf(guest.files))).to.equal(await hash(file));
      expect(blobOf(guest.files).type).to.equal('');
    });

    it('tells of a file that comes, from its beginning to its end, after the text that it belongs to', async () => {
      const { witness, guest } = await meet();
      const file = noise(FILE_LIMIT);
      await guest.sendText(TOPIC, 'long '.repeat(8_000), { attachments: ['a-file'] });
      await guest.sendFile(TOPIC, file, { id: 'a-file', name: 'a.bin' });
      await until('it is there', () => ended(witness.all('file')).length === 1);
      const told = witness.events.filter(({ type }) => type === 'text' || type === 'file');
      expect(told[0]).to.deep.include({ type: 'text', attachments: ['a-file'] });
      const events = witness.all('file');
      const received = events.flatMap((event) => (event.state === 'receiving' ? [event.received] : []));
      expect(received[0]).to.equal(0);
      expect(received.length).to.be.within(3, 30);
      expect(received).to.deep.equal([...received].sort((a, b) => a - b));
      expect(events.every(({ id, from, size }) => id === 'a-file' && from === guest.id && size === file.size)).to.equal(true);
      expect(await hash(blobOf(events))).to.equal(await hash(file));
    });

    it('brings an empty file, and one whose size was not said', async () => {
      const { witness, guest } = await meet();
      await guest.sendFile(TOPIC, new Blob([]), { name: 'empty' });
      await until('the empty one is there', () => ended(witness.all('file')).length === 1);
      expect(blobOf(witness.all('file')).size).to.equal(0);
      witness.events = [];
      const file = noise(100_000);
      await guest.sendFile(TOPIC, file, { size: null });
      await until('the other is there', () => ended(witness.all('file')).length === 1);
      expect(witness.all('file')[0]?.size).to.equal(null);
      expect(await hash(blobOf(witness.all('file')))).to.equal(await hash(file));
    });

    it('drops what is too large, as soon as that is known, and what is not what was said of it', async () => {
      const { witness, guest } = await meet();
      const drop = async (file: Blob, size: number | null | undefined) => {
        witness.events = [];
        await guest.sendFile(TOPIC, file, size === undefined ? {} : { size });
        await until('its end is told', () => ended(witness.all('file')).length === 1);
        return witness.all('file');
      };
      expect(await drop(noise(FILE_LIMIT + 1), undefined)).to.have.lengthOf(1);
      expect(witness.all('file')[0]).to.include({ state: 'dropped', reason: 'too-large', size: FILE_LIMIT + 1 });
      expect((await drop(noise(FILE_LIMIT + 1), null)).at(-1)).to.include({ state: 'dropped', reason: 'too-large' });
      expect((await drop(noise(200_000), 100_000)).at(-1)).to.include({ state: 'dropped', reason: 'too-large' });
      expect((await drop(noise(100_000), 200_000)).at(-1)).to.include({ state: 'dropped', reason: 'incomplete' });
      expect((await drop(noise(100_000), undefined)).at(-1)).to.include({ state: 'received' });
    });

    it('receives so many at once, and no more', async () => {
      const { witness, guest } = await meet();
      const files = Array.from({ length: FILES_AT_ONCE.sender + 2 }, () => noise(300_000));
      await Promise.all(files.map((file) => guest.sendFile(TOPIC, file)));
      await until('all have ended', () => ended(witness.all('file')).length === files.length);
      const tooMany = witness.all('file').filter((event) => event.state === 'dropped' && event.reason === 'too-many');
      expect(tooMany).to.have.lengthOf(2);
      await guest.sendFile(TOPIC, noise(10));
      await until('then the next one is', () => witness.all('file').at(-1)?.state === 'received');
    });

    it('passes over topics that nobody asked for, and sends to those it is for', async () => {
      const { room, engine, witness, guest } = await meet();
      const alan = await room.invite('Alan');
      await until('the other is there', () => witness.people.has(alan.id));
      await guest.sendFile('unasked', noise(10));
      await engine.sendFile(TOPIC, noise(10), { to: [] });
      await engine.sendFile(TOPIC, noise(10), { to: [alan.id] });
      await until('it is there', () => ended(alan.files).length === 1);
      await engine.sendFile(TOPIC, noise(10));
      await until('all have it', () => ended(alan.files).length === 2 && ended(guest.files).length === 1);
      expect(witness.all('file')).to.deep.equal([]);
    });

    it('can be given up', async () => {
      const { engine, guest } = await meet();
      const stop = new AbortController();
      const sending = engine.sendFile(TOPIC, noise(FILE_LIMIT), { signal: stop.signal, onProgress: () => stop.abort() });
      await rejects(sending, 'COMMAND_DISABLED');
      await until('the guest knows', () => ended(guest.files).length === 1);
      expect(ended(guest.files)[0]).to.include({ state: 'dropped', reason: 'incomplete' });
      await rejects(engine.sendFile(TOPIC, noise(10), { signal: stop.signal }), 'COMMAND_DISABLED');
    });

    it('is nothing outside a call, and waits while the connection is broken', async () => {
      const { engine } = parts();
      await engine.load();
      await rejects(engine.sendFile(TOPIC, noise(10)), 'COMMAND_DISABLED');
      const { room, witness, guest } = await meet();
      await room.breakConnection(engine);
      await until('it is broken', () => witness.all('reconnecting').length > 0);
      const file = noise(200_000);
      const stop = new AbortController();
      const givenUp = rejects(engine.sendFile(TOPIC, file, { signal: stop.signal }), 'COMMAND_DISABLED');
      const sending = engine.sendFile(TOPIC, file);
      stop.abort();
      await givenUp;
      expect(witness.all('reconnected')).to.have.lengthOf(0);
      await sending;
      expect(witness.all('reconnected')).to.have.lengthOf(1);
      await until('it is there', () => ended(guest.files).some(({ state }) => state === 'received'));
      expect(await hash(blobOf(guest.files))).to.equal(await hash(file));
    });

    it('begins again when the connection breaks on the way', async () => {
      const { room, engine, witness, guest } = await meet();
      const file = noise(FILE_LIMIT);
      const isBroken = until('it breaks', () => witness.all('reconnecting').length > 0);
      // Its second piece comes when the connection is broken: what is written into a whole one may have left before.
      const late = Object.assign(file.slice(), {
        slice: (start: number, end: number) => ({
          arrayBuffer: async () => {
            if (start > 0) await isBroken;
            return file.slice(start, end).arrayBuffer();
          },
        }),
      });
      let breaking: Promise<void> | undefined;
      await engine.sendFile(TOPIC, late, { id: 'again', onProgress: () => (breaking ??= room.breakConnection(engine)) });
      await isBroken;
      await until('it is there', () => ended(guest.files).some(({ state }) => state === 'received'));
      expect(guest.files.every(({ id }) => id === 'again')).to.equal(true);
      expect(await hash(blobOf(guest.files))).to.equal(await hash(file));
    });

    it('loses nothing that waits to leave when the connection breaks', async () => {
      const { room, engine, witness, guest } = await meet();
      const file = noise(FILE_LIMIT);
      let breaking: Promise<void> | undefined;
      await engine.sendFile(TOPIC, file, { onProgress: () => (breaking ??= room.breakConnection(engine)) });
      await until('it breaks', () => witness.all('reconnecting').length > 0);
      await until('it is there', () => ended(guest.files).some(({ state }) => state === 'received'));
      expect(await hash(blobOf(guest.files))).to.equal(await hash(file));
    });
  });
}

/** Bytes that no compression makes shorter. */
function noise(size: number): Blob {
  const bytes = new Uint8Array(size);
  for (let start = 0; start < size; start += 65_536) crypto.getRandomValues(bytes.subarray(start, start + 65_536));
  return new Blob([bytes]);
}

async function hash(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

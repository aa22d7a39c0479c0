import type { Participant, TextStreamHandler } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SEGMENT_LIMIT, type TranscriptionEvent } from '../../engine/engine.js';
import { createTranscriptions } from './transcription.js';

type Reader = Parameters<TextStreamHandler>[0];
type Attributes = Readonly<Record<string, string>>;

function person(identity: string, isAgent = false, tracks: readonly string[] = []): Participant {
  return { identity, isAgent, trackPublications: new Map(tracks.map((sid) => [sid, {}])) } as unknown as Participant;
}

/** A stream that is fed by hand. */
function openStream(id: string, attributes: Attributes) {
  const info = { id, attributes };
  const chunks: (string | null | Error)[] = [];
  let wake: () => void = () => undefined;
  const push = (chunk: string | null | Error) => {
    chunks.push(chunk);
    wake();
  };
  const reader = {
    info,
    async *[Symbol.asyncIterator]() {
      for (;;) {
        while (chunks.length === 0) await new Promise<void>((resolve) => (wake = resolve));
        const chunk = chunks.shift()!;
        if (chunk === null) return;
        if (chunk instanceof Error) throw chunk;
        yield chunk;
      }
    },
  };
  return {
    reader: reader as unknown as Reader,
    write: push,
    close(closing: Attributes = {}) {
      info.attributes = { ...info.attributes, ...closing };
      push(null);
    },
    breakOff: () => push(new Error('gone')),
  };
}

function start() {
  const people = new Map([person('me', false, ['TR_me']), person('ada', false, ['TR_ada']), person('bob', false, ['TR_bob']), person('agent', true, ['TR_agent'])].map((each) => [each.identity, each]));
  const { me, ...others } = Object.fromEntries(people);
  const told: TranscriptionEvent[] = [];
  const log = vi.fn();
  const transcriptions = createTranscriptions(
    {
      localParticipant: me,
      remoteParticipants: new Map(Object.entries(others)),
      getParticipantByIdentity: (identity: string) => people.get(identity),
    } as unknown as Parameters<typeof createTranscriptions>[0],
    log,
    (event) => told.push(event),
  );
  let count = 0;
  function open(from: string, attributes: Attributes = {}) {
    const stream = openStream(`stream-${++count}`, attributes);
    transcriptions.receiveStream(stream.reader, from);
    return stream;
  }
  /** As livekit-agents sends what a person says: a stream for each state of a segment. */
  async function state(from: string, segment: string, text: string, final: boolean, more: Attributes = {}) {
    const stream = open(from, { 'lk.segment_id': segment, 'lk.transcription_final': String(final), ...more });
    stream.write(text);
    stream.close();
    await settle();
  }
  const packet = (from: string, id: string, text: string, final: boolean, language = '') => transcriptions.receivePacket([{ id, text, final, language }], from);
  return { told, log, transcriptions, open, state, packet, texts: () => told.splice(0).map(({ from, segmentId, text, final }) => `${from} ${segmentId} ${text}${final ? '.' : ''}`) };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('createTranscriptions', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tells each state of a segment that comes as streams of its own', async () => {
    const { state, texts } = start();
    await state('ada', 'SG_1', 'Good', false);
    await state('ada', 'SG_1', 'Good morning', false);
    await state('ada', 'SG_1', 'Good morning!', true);
    expect(texts()).toEqual(['ada SG_1 Good', 'ada SG_1 Good morning', 'ada SG_1 Good morning!', 'ada SG_1 Good morning!.']);
  });

  it('adds up what comes in one stream, at each chunk, and ends as its end says', async () => {
    const { open, texts } = start();
    const stream = open('agent', { 'lk.segment_id': 'SG_1', 'lk.transcription_final': 'false' });
    for (const chunk of ['Hello', ' you', ' there']) {
      stream.write(chunk);
      await settle();
    }
    expect(texts()).toEqual(['agent SG_1 Hello', 'agent SG_1 Hello you', 'agent SG_1 Hello you there']);
    stream.close({ 'lk.transcription_final': 'true' });
    await settle();
    expect(texts()).toEqual(['agent SG_1 Hello you there.']);
  });

  it('ends what breaks off, and what says nothing of its end, and takes the stream for the segment when none is named', async () => {
    const { open, texts } = start();
    const broken = open('ada', { 'lk.transcription_final': 'false' });
    broken.write('I was');
    broken.breakOff();
    await settle();
    const plain = open('bob');
    plain.write('plain');
    plain.close();
    const empty = open('bob');
    empty.close();
    await settle();
    expect(texts()).toEqual(['ada stream-1 I was', 'ada stream-1 I was.', 'bob stream-2 plain', 'bob stream-2 plain.']);
  });

  it('tells what comes both ways once, whichever comes first', async () => {
    const { state, packet, texts } = start();
    packet('ada', 'SG_old', 'Good', false);
    await state('ada', 'SG_new', 'Good', false);
    packet('ada', 'SG_old', 'Good.', true);
    await state('ada', 'SG_new', 'Good.', true);
    await vi.advanceTimersByTimeAsync(1_000);
    packet('ada', 'SG_old2', 'Bye', true);
    expect(texts()).toEqual(['ada SG_new Good', 'ada SG_new Good.', 'ada SG_new Good..']);
  });

  it('tells packets where there are only those: the first a moment late, the others at once', async () => {
    const { packet, texts } = start();
    packet('ada', '1', 'One', false);
    packet('ada', '1', 'One', true);
    await vi.advanceTimersByTimeAsync(149);
    expect(texts()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(texts()).toEqual(['ada 1 One', 'ada 1 One.']);
    packet('ada', '2', 'Two', true);
    expect(texts()).toEqual(['ada 2 Two.']);
  });

  it('takes back an open segment of packets when streams come after all', async () => {
    const { packet, state, texts } = start();
    packet('ada', '1', 'One', false);
    await vi.advanceTimersByTimeAsync(150);
    texts();
    await state('ada', 'SG', 'One', false);
    packet('ada', '1', 'One', true);
    expect(texts()).toEqual(['ada 1 .', 'ada SG One']);
  });

  it('does not let one person’s streams silence the packets of another', async () => {
    const { packet, state, texts } = start();
    await state('bob', 'x', 'nonsense', true);
    texts();
    packet('ada', '1', 'One', true);
    await vi.advanceTimersByTimeAsync(150);
    expect(texts()).toEqual(['ada 1 One.']);
  });

  it('believes an agent of whose words they are, and a participant of their own alone', async () => {
    const { state, texts } = start();
    await state('agent', '1', 'a', true, { 'lk.transcribed_track_id': 'TR_ada' });
    await state('agent', '2', 'b', true, { 'lk.transcribed_track_id': 'TR_me' });
    await state('agent', '3', 'c', true, { 'lk.transcribed_track_id': 'TR_agent' });
    await state('agent', '4', 'd', true, { 'lk.transcribed_track_id': 'TR_nobody' });
    // A hidden agent has no identity here, or one that is not in the room.
    await state('', '5', 'e', true, { 'lk.transcribed_track_id': 'TR_bob' });
    await state('hidden', '6', 'f', true, { 'lk.transcribed_track_id': 'TR_bob' });
    await state('', '7', 'g', true);
    await state('bob', '8', 'h', true, { 'lk.transcribed_track_id': 'TR_ada' });
    expect(texts().filter((text) => text.endsWith('.'))).toEqual(['ada 1 a.', 'me 2 b.', 'agent 3 c.', 'agent 4 d.', 'bob 5 e.', 'bob 6 f.', ' 7 g.', 'bob 8 h.']);
  });

  it('tells what language it is only where that is one', async () => {
    const { packet, told } = start();
    packet('ada', '1', 'a', true, 'fr-FR');
    packet('ada', '2', 'b', true, '-');
    packet('ada', '3', 'c', true, '"><script>');
    await vi.advanceTimersByTimeAsync(150);
    expect(told.map(({ language }) => language)).toEqual(['fr-FR', undefined, undefined]);
  });

  it('keeps long ones and many within bounds, and reads them to their end', async () => {
    const { open, packet, told, log, state } = start();
    const long = open('ada', { 'lk.segment_id': 'x'.repeat(1_000) });
    for (let i = 0; i < 100; i++) long.write('y'.repeat(999));
    long.close();
    await settle();
    expect(told.length).toBeLessThanOrEqual(4);
    expect(told.every(({ text, segmentId }) => text.length <= SEGMENT_LIMIT && segmentId.length === 200)).toBe(true);
    expect(told.at(-1)).toMatchObject({ final: true });
    told.length = 0;

    const many = Array.from({ length: 200 }, () => open('bob'));
    for (const stream of many) stream.write('b');
    await settle();
    expect(told).toHaveLength(50);
    expect(log).toHaveBeenCalledTimes(150);
    await state('ada', 'other', 'still heard', true);
    expect(told.at(-1)).toMatchObject({ from: 'ada', text: 'still heard' });
    for (const stream of many) stream.close();
    await settle();
    await state('bob', 'next', 'heard again', true);
    expect(told.at(-1)).toMatchObject({ from: 'bob', text: 'heard again' });

    told.length = 0;
    for (let i = 0; i < 1_000; i++) packet('agent', String(i), 'z'.repeat(5_000), false);
    await vi.advanceTimersByTimeAsync(150);
    expect(told).toHaveLength(50);
    expect(told.every(({ text }) => text.length === SEGMENT_LIMIT)).toBe(true);
  });

  it('forgets which way they come when the call ends', async () => {
    const { packet, state, texts, transcriptions } = start();
    await state('ada', '1', 'a', true);
    packet('bob', '1', 'held', true);
    transcriptions.clear();
    await vi.advanceTimersByTimeAsync(150);
    texts();
    packet('ada', '2', 'b', true);
    await vi.advanceTimersByTimeAsync(150);
    expect(texts()).toEqual(['ada 2 b.']);
  });
});

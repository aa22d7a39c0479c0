/**
 * Transcriptions: text streams on `lk.transcription`, and the packet from before there were streams (`Transcription`).
 *
 * livekit-agents sends everything both ways, each with segment ids of its own: of a speaker whose streams come the packets
 * are passed over. A stream is a whole segment as far as it is known, and another one with the same segment id takes its
 * place; or it is open for as long as the segment lasts, and its chunks add up.
 *
 * LiveKit's server writes the sender's own identity into what a participant sends, but lets agents write another one into
 * their text streams, and passes on packets of agents alone (livekit-server, `handleReceivedDataMessage`). So nobody can put
 * words into another's mouth, but for agents, whose tokens the server makes. (A chunk of a stream that is open is not
 * checked so by livekit-client 2.23: who knows the stream's id can add to it.)
 */
import type { Participant, Room, TextStreamHandler, TranscriptionSegment } from 'livekit-client';
import { SEGMENT_LIMIT, type TranscriptionEvent } from '../../engine/engine.js';
import type { LogSink } from '../../log/logger.js';
import { readAll } from './read-all.js';

/** How many streams of one sender may be open at once. What comes beyond is dropped. */
const OPEN_LIMIT = 50;

/** How long the first packets of a speaker wait for a stream of theirs, in milliseconds, and how many do. */
const PATIENCE = 150;
const HELD_LIMIT = 50;

/** How many segments one packet may have. */
const SEGMENTS_A_PACKET = 20;

/** Of how many speakers it is known which way they come. */
const SPEAKERS_LIMIT = 1_000;

const ID_LIMIT = 200;

/** By which way the words of one speaker come. */
interface Way {
  hasStreams: boolean;
  /** Packets that wait for it to be known; `null` once it is. */
  held: TranscriptionEvent[] | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Segments of packets that are told and not final. */
  readonly open: Set<string>;
}

type Segment = Pick<TranscriptionSegment, 'id' | 'text' | 'final' | 'language'>;

export type Transcriptions = ReturnType<typeof createTranscriptions>;

export function createTranscriptions(
  room: Pick<Room, 'getParticipantByIdentity' | 'localParticipant' | 'remoteParticipants'>,
  log: LogSink,
  tell: (event: TranscriptionEvent) => void,
) {
  const ways = new Map<string, Way>();
  /** How many streams are open, by their sender. */
  const underWay = new Map<string, number>();

  /** Those who are not in the room are one: a packet does not say who they are. */
  function wayOf(from: string): Way {
    const key = room.getParticipantByIdentity(from) ? from : '';
    const known = ways.get(key);
    if (known) return known;
    if (ways.size >= SPEAKERS_LIMIT) clear();
    const way: Way = { hasStreams: false, held: null, timer: undefined, open: new Set() };
    ways.set(key, way);
    return way;
  }

  /** From here on a speaker's streams are told, and their packets are not. */
  function preferStreams(from: string): void {
    const way = wayOf(from);
    if (way.hasStreams) return;
    way.hasStreams = true;
    clearTimeout(way.timer);
    way.held = null;
    for (const segmentId of way.open) tell({ type: 'transcription', from, segmentId, text: '', final: true });
    way.open.clear();
  }

  function tellPacket(way: Way, event: TranscriptionEvent): void {
    if (event.final) way.open.delete(event.segmentId);
    else if (way.open.size < HELD_LIMIT) way.open.add(event.segmentId);
    tell(event);
  }

  /** An agent that does not say whose words it sends may name their track. */
  function speakerOf(sender: string, trackId: string | undefined): string {
    const participant: Participant | undefined = room.getParticipantByIdentity(sender);
    if (!trackId || (participant && (!participant.isAgent || participant.trackPublications.has(trackId)))) return sender;
    const owners: readonly Participant[] = [room.localParticipant, ...room.remoteParticipants.values()];
    return owners.find(({ trackPublications }) => trackPublications.has(trackId))?.identity ?? sender;
  }

  function clear(): void {
    for (const { timer } of ways.values()) clearTimeout(timer);
    ways.clear();
  }

  async function receiveStream(reader: Parameters<TextStreamHandler>[0], sender: string): Promise<void> {
    const count = underWay.get(sender) ?? 0;
    if (count >= OPEN_LIMIT) {
      log('warn', 'Too many transcriptions at once: one is dropped.');
      await readAll(reader, () => undefined);
      return;
    }
    underWay.set(sender, count + 1);
    const { 'lk.segment_id': id = '', 'lk.transcribed_track_id': trackId } = reader.info.attributes ?? {};
    const from = speakerOf(sender, trackId);
    const segmentId = (id || reader.info.id).slice(0, ID_LIMIT);
    let text = '';
    const end = await readAll(reader, (chunk) => {
      if (text.length >= SEGMENT_LIMIT) return;
      text = cut(text + chunk);
      preferStreams(from);
      tell({ type: 'transcription', from, segmentId, text, final: false });
    });
    if (underWay.get(sender) === 1) underWay.delete(sender);
    else underWay.set(sender, underWay.get(sender)! - 1);
    // What a stream is said to be when it ends counts. Of one that breaks off nothing more comes.
    const isFinal = end !== 'whole' || reader.info.attributes?.['lk.transcription_final'] !== 'false';
    if (isFinal && text !== '') tell({ type: 'transcription', from, segmentId, text, final: true });
  }

  function receivePacket(segments: readonly Segment[], from: string): void {
    const way = wayOf(from);
    if (way.hasStreams) return;
    for (const { id, text, final, language } of segments.slice(0, SEGMENTS_A_PACKET)) {
      const event: TranscriptionEvent = {
        type: 'transcription',
        from,
        segmentId: id.slice(0, ID_LIMIT),
        text: cut(text),
        final,
        // Kyutai's says "-" where it does not know.
        ...(/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(language) && { language }),
      };
      if (way.held) {
        if (way.held.length < HELD_LIMIT) way.held.push(event);
      } else if (way.timer === undefined) {
        way.held = [event];
        way.timer = setTimeout(() => {
          const held = way.held ?? [];
          way.held = null;
          for (const each of held) tellPacket(way, each);
        }, PATIENCE);
      } else {
        tellPacket(way, event);
      }
    }
  }

  return { receiveStream: (...args: Parameters<typeof receiveStream>) => void receiveStream(...args), receivePacket, clear };
}

/** At most {@link SEGMENT_LIMIT} characters, and no half of one at the end. */
function cut(text: string): string {
  if (text.length <= SEGMENT_LIMIT) return text;
  return text.slice(0, /[\ud800-\udbff]/.test(text.charAt(SEGMENT_LIMIT - 1)) ? SEGMENT_LIMIT - 1 : SEGMENT_LIMIT);
}

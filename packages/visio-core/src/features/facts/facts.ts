import type { RecordingMode, RoomRole, WaitingPerson } from '../../backends/backend.js';
import type { ConnectionQuality, EngineEvent, TrackInfo, TrackSource } from '../../engine/engine.js';
import { toVisioError } from '../../errors/visio-error.js';
import type { FeatureContext } from '../../meeting/context.js';
import type { Participant } from '../../meeting/roster.js';
import type { CaptionLine } from '../captions/caption.js';
import type { Chat } from '../chat/chat.js';
import type { ChatMessage } from '../chat/log.js';
import type { Hands } from '../hands/hands.js';
import type { Reaction, Reactions } from '../reactions/reactions.js';

interface RecordingFact {
  /** `null` when the server says only that the room is recorded. */
  readonly mode: RecordingMode | null;
}

/** Something that happened in the call, to others or to this participant, by its type and with what belongs to it. */
export interface FactMap {
  /** Someone came after this participant. */
  'participant-joined': { readonly participant: Participant };
  'participant-left': { readonly participantId: string };
  /** Someone renamed themselves, or their attributes or rights changed. */
  'participant-changed': { readonly participant: Participant };
  /** Someone began to publish a source, the local participant included. */
  'track-published': { readonly participantId: string; readonly track: TrackInfo };
  'track-muted': { readonly participantId: string; readonly track: TrackInfo };
  'track-unmuted': { readonly participantId: string; readonly track: TrackInfo };
  'track-unpublished': { readonly participantId: string; readonly source: TrackSource };
  /** Who speaks now, loudest first. */
  'speakers-changed': { readonly participantIds: readonly string[] };
  'quality-changed': { readonly participantId: string; readonly quality: ConnectionQuality };
  /** Someone else wrote in the chat. */
  'message-received': { readonly message: ChatMessage };
  'hand-raised': { readonly participantId: string };
  'hand-lowered': { readonly participantId: string };
  /** Someone reacted, this participant included. */
  'reaction-received': { readonly reaction: Reaction };
  /** Someone said something, and it is written down: a line that gets no more. Others' words: keep them with care. */
  caption: { readonly line: CaptionLine };
  /** A recording or transcript is about to begin. What was the case when one came says `meeting.recording.state`. */
  'recording-starting': RecordingFact;
  /** The room is recorded from now on. */
  'recording-started': RecordingFact;
  /** It no longer is. */
  'recording-stopped': RecordingFact;
  /** What was recorded is being put where it is kept. */
  'recording-saving': RecordingFact;
  /** It did not begin, or broke off. */
  'recording-failed': RecordingFact;
  /** Someone began to wait to be let in. Told to moderators only. */
  'person-waiting': { readonly person: WaitingPerson };
  /** This participant let someone in. */
  'person-admitted': { readonly person: WaitingPerson };
  /** This participant turned someone away. */
  'person-refused': { readonly person: WaitingPerson };
  /** Someone's role changed, this participant included; `null`: they have none. */
  'role-changed': { readonly participantId: string; readonly role: RoomRole | null };
  /** What someone may publish changed, this participant included. */
  'permissions-changed': { readonly participantId: string; readonly canPublish: readonly TrackSource[] };
}

/** Something that happened, by its `type`. */
export type Fact = { readonly [Type in keyof FactMap]: { readonly type: Type } & FactMap[Type] }[keyof FactMap];

/** What happens in a call, as it happens. What is the case is in the meeting's readables. */
export interface Facts {
  /** Calls `listener` with each fact from now on, until the returned function is called. What it throws stops nothing. */
  listen(listener: (fact: Fact) => void): () => void;
}

interface FactSources {
  readonly chat: Chat;
  readonly hands: Hands;
  readonly reactions: Reactions;
}

/**
 * Costs nothing while nobody listens, and then what happens, not how many people there are. `tell` is for features that
 * know of something first.
 */
export function createFacts(context: FeatureContext, { chat, hands, reactions }: FactSources): Facts & { readonly tell: (fact: Fact) => void } {
  const { roster, log } = context;
  const listeners = new Set<(fact: Fact) => void>();
  /** Who was there, and whether what they publish was muted, to tell news from what is told again. */
  const known = new Map<string, Map<TrackSource, boolean>>();
  let stop: (() => void) | null = null;

  function tell(fact: Fact): void {
    for (const listener of [...listeners]) {
      try {
        listener(fact);
      } catch (cause) {
        log('error', 'A listener failed.', { code: toVisioError(cause).code });
      }
    }
  }

  function note(id: string): Map<TrackSource, boolean> {
    const tracks = new Map<TrackSource, boolean>();
    known.set(id, tracks);
    return tracks;
  }

  function tellTrack(participantId: string, track: TrackInfo): void {
    const tracks = known.get(participantId) ?? note(participantId);
    const before = tracks.get(track.source);
    tracks.set(track.source, track.muted);
    if (before === undefined) tell({ type: 'track-published', participantId, track });
    else if (before !== track.muted) tell({ type: track.muted ? 'track-muted' : 'track-unmuted', participantId, track });
  }

  function handle(event: EngineEvent): void {
    switch (event.type) {
      case 'participant': {
        const { id, isLocal } = event.participant;
        const participant = roster.get(id).peek();
        if (!participant) return;
        const isNew = !known.has(id);
        if (isNew) note(id);
        // One's own coming is a state of the connection.
        if (!isNew) tell({ type: 'participant-changed', participant });
        else if (!isLocal) tell({ type: 'participant-joined', participant });
        break;
      }
      case 'participant-left':
        if (known.delete(event.id)) tell({ type: 'participant-left', participantId: event.id });
        break;
      case 'track':
        tellTrack(event.id, event.track);
        break;
      case 'track-removed':
        if (known.get(event.id)?.delete(event.source)) tell({ type: 'track-unpublished', participantId: event.id, source: event.source });
        break;
      case 'speakers':
        tell({ type: 'speakers-changed', participantIds: roster.speakers.peek() });
        break;
      case 'quality':
        tell({ type: 'quality-changed', participantId: event.id, quality: event.quality });
        break;
      case 'disconnected':
        known.clear();
        break;
      default:
    }
  }

  /** While the first people of a call are told, nobody is new. */
  let isEntering = false;
  context.onEvent((event) => {
    if (!stop) return;
    if (event.type === 'connected') {
      known.clear();
      isEntering = true;
      queueMicrotask(() => (isEntering = false));
    }
    if (isEntering) {
      if (event.type === 'participant') note(event.participant.id);
      if (event.type === 'track') (known.get(event.id) ?? note(event.id)).set(event.track.source, event.track.muted);
      return;
    }
    handle(event);
  });

  function start(): () => void {
    for (const id of roster.ids.peek()) {
      const tracks = note(id);
      for (const track of Object.values(roster.get(id).peek()?.tracks ?? {})) tracks.set(track.source, track.muted);
    }
    let latest = chat.latest.peek();
    let raised = hands.queue.peek();
    let last = reactions.recent.peek().at(-1)?.id ?? -1;
    const tellHands = (now: readonly string[]) => {
      for (const participantId of raised) if (!now.includes(participantId)) tell({ type: 'hand-lowered', participantId });
      for (const participantId of now) if (!raised.includes(participantId)) tell({ type: 'hand-raised', participantId });
    };
    const ends = [
      chat.latest.subscribe((message) => {
        if (message && message !== latest) tell({ type: 'message-received', message });
        latest = message;
      }),
      hands.queue.subscribe((now) => {
        // Those of a call that ended went with it.
        if (roster.localId.peek() !== null && !isEntering) tellHands(now);
        raised = now;
      }),
      reactions.recent.subscribe((now) => {
        for (const reaction of now) if (reaction.id > last) tell({ type: 'reaction-received', reaction });
        last = now.at(-1)?.id ?? last;
      }),
    ];
    return () => {
      for (const end of ends) end();
      known.clear();
    };
  }

  return {
    tell,
    listen(listener) {
      // The same function twice is two listeners.
      const own = (fact: Fact) => listener(fact);
      listeners.add(own);
      stop ??= start();
      return () => {
        listeners.delete(own);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}

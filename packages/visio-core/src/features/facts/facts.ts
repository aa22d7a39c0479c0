import type { RecordingMode, RoomRole, WaitingPerson } from '../../backends/backend.js';
import type { ConnectionQuality, TrackInfo, TrackSource } from '../../engine/engine.js';
import { toVisioError } from '../../errors/visio-error.js';
import type { LogSink } from '../../log/logger.js';
import type { Participant } from '../../meeting/roster.js';
import { signal } from '../../reactive/index.js';
import type { CaptionLine } from '../captions/caption.js';
import type { ChatMessage } from '../chat/log.js';
import type { Reaction } from '../reactions/reactions.js';

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
  /** Someone's connection became worse, or better again. Nothing is told of those who come with an excellent one. */
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

/** `tell` is for features that know of something first; `heard` is whether somebody listens. */
export function createFacts(log: LogSink) {
  let listeners: readonly ((fact: Fact) => void)[] = [];
  const heard = signal(false);
  return {
    heard,
    tell(fact: Fact): void {
      listeners.forEach((listener) => {
        try {
          listener(fact);
        } catch (cause) {
          log('error', 'A listener failed.', { code: toVisioError(cause).code });
        }
      });
    },
    listen(listener: (fact: Fact) => void) {
      // The same function twice is two listeners.
      const own = (fact: Fact) => listener(fact);
      // Another list: a fact that is being told is told to those who listened when it happened.
      listeners = [...listeners, own];
      heard.value = true;
      return () => {
        listeners = listeners.filter((other) => other !== own);
        heard.value = listeners.length > 0;
      };
    },
  };
}

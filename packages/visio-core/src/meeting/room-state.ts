import type { AccessLevel, RecordingMode, RoomSettings } from '../backends/backend.js';
import type { EngineEvent, TrackSource } from '../engine/engine.js';
import { signal, type Readable } from '../reactive/index.js';

/** What La Suite Meet says of a recording on its way; only with LiveKit's own flag it is sure that one runs. */
export interface RecordingProgress {
  readonly mode: RecordingMode;
  readonly status: 'starting' | 'started' | 'saving' | 'aborted';
}

/**
 * What the server keeps with the room, as La Suite Meet's backend writes it into LiveKit's room metadata. No participant
 * can change it. Until someone has changed it once, what the backend said as one joined.
 */
export interface RoomState {
  /** `null` while unknown. */
  readonly accessLevel: AccessLevel | null;
  /** What participants without a role may publish; `null`: everything. */
  readonly canPublish: readonly TrackSource[] | null;
  /** Default: true. */
  readonly everyoneCanMute: boolean;
  /** `null` when there is none. */
  readonly recording: RecordingProgress | null;
}

const NOTHING: RoomState = { accessLevel: null, canPublish: null, everyoneCanMute: true, recording: null };

export interface RoomStateStore {
  readonly state: Readable<RoomState>;
  handle(event: EngineEvent): void;
  /** Takes what the backend says: it holds for what the room itself does not tell. And what reads that. */
  give(settings: RoomSettings | undefined, parser: Parser): void;
}

type Parser = (metadata: string, given?: RoomSettings) => RoomState;

/** What reads the metadata comes with the way in: it is there before there is any. */
export function createRoomState(): RoomStateStore {
  const state = signal(NOTHING);
  let told = '';
  let given: RoomSettings | undefined;
  let parse: Parser | undefined;
  const read = () => {
    if (parse) state.value = parse(told, given);
  };
  return {
    state,
    handle(event) {
      const next = event.type === 'room' ? event.metadata : event.type === 'disconnected' ? '' : told;
      if (next === told) return;
      told = next;
      read();
    },
    give(settings, parser) {
      given = settings;
      parse = parser;
      read();
    },
  };
}

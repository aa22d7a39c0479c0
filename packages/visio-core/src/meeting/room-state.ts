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

/** More than a backend needs, in characters. */
const LIMIT = 65_536;

const NOTHING: RoomState = { accessLevel: null, canPublish: null, everyoneCanMute: true, recording: null };

const ACCESS: readonly unknown[] = ['public', 'trusted', 'restricted'] satisfies AccessLevel[];
const SOURCES: readonly unknown[] = ['microphone', 'camera', 'screen_share', 'screen_share_audio'] satisfies TrackSource[];
const MODES: readonly unknown[] = ['screen_recording', 'transcript'] satisfies RecordingMode[];
const STATUSES: readonly unknown[] = ['starting', 'started', 'saving', 'aborted'] satisfies RecordingProgress['status'][];

/** Text that is empty, `null` or no JSON at all says nothing; of the rest what makes sense is taken. */
export function parseRoomState(metadata: string, { accessLevel, canPublish, everyoneCanMute }: RoomSettings = {}): RoomState {
  const { configuration, access_level, recording_mode: mode, recording_status: status } = objectOf(metadata);
  const given = { can_publish_sources: canPublish, everyone_can_mute: everyoneCanMute };
  const { can_publish_sources: sources, everyone_can_mute } = configuration ? asObject(configuration) : given;
  return {
    accessLevel: ACCESS.includes(access_level) ? (access_level as AccessLevel) : (accessLevel ?? null),
    canPublish: Array.isArray(sources) ? (SOURCES.filter((source) => sources.includes(source)) as TrackSource[]) : null,
    everyoneCanMute: everyone_can_mute !== false,
    recording: MODES.includes(mode) && STATUSES.includes(status) ? ({ mode, status } as RecordingProgress) : null,
  };
}

export interface RoomStateStore {
  readonly state: Readable<RoomState>;
  handle(event: EngineEvent): void;
  /** Takes what the backend says: it holds for what the room itself does not tell. */
  give(settings: RoomSettings | undefined): void;
}

export function createRoomState(): RoomStateStore {
  const state = signal(NOTHING);
  let told = '';
  let given: RoomSettings | undefined;
  const take = (metadata: string) => {
    if (metadata === told) return;
    told = metadata;
    state.value = parseRoomState(metadata, given);
  };
  return {
    state,
    handle(event) {
      if (event.type === 'room') take(event.metadata);
      if (event.type === 'disconnected') take('');
    },
    give(settings) {
      given = settings;
      state.value = parseRoomState(told, given);
    },
  };
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  if (text.length > LIMIT) return {};
  try {
    return asObject(JSON.parse(text));
  } catch {
    return {};
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

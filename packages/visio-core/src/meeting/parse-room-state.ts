import type { AccessLevel, RecordingMode, RoomSettings } from '../backends/backend.js';
import type { TrackSource } from '../engine/engine.js';
import type { RecordingProgress, RoomState } from './room-state.js';

/** More than a backend needs, in characters. */
const LIMIT = 65_536;

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

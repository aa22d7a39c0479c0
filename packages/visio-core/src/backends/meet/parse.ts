/** What a Visio's API answers, checked. What is not as it should be is `BACKEND_FAILED`; what is new is left out. */
import { VisioError } from '../../errors/visio-error.js';
import type { TrackSource } from '../../engine/engine.js';
import type { AccessLevel, RecordingMode, WaitingPerson } from '../backend.js';

/** What an operator has turned on. */
export interface Config {
  readonly recording: readonly RecordingMode[];
  readonly captions: boolean;
  /** The number to call, or empty. */
  readonly phoneNumber: string;
  readonly connectionTest: boolean;
  /** How many background images a person may keep. */
  readonly backgrounds: number;
}

/** A way into a LiveKit room. */
export interface Entry {
  readonly url: string;
  readonly token: string;
}

export interface Room {
  /** `null`: the room exists nowhere but in LiveKit, and nothing can be done with it. */
  readonly id: string | null;
  readonly slug: string;
  readonly accessLevel: AccessLevel | null;
  readonly canPublish: readonly TrackSource[] | null;
  readonly everyoneCanMute: boolean | null;
  readonly pin: string;
  /** `null`: one is not let in yet. */
  readonly entry: Entry | null;
}

export interface LobbyPlace {
  readonly id: string;
  readonly status: 'waiting' | 'accepted' | 'denied';
  readonly entry: Entry | null;
}

/** How many of those who wait are listed. */
const WAITING_LIMIT = 500;
const NAME_LENGTH = 255;

const MODES = ['screen_recording', 'transcript'] as const satisfies RecordingMode[];
const LEVELS = ['public', 'trusted', 'restricted'] as const satisfies AccessLevel[];
const SOURCES = ['microphone', 'camera', 'screen_share', 'screen_share_audio'] as const satisfies TrackSource[];

type Json = Readonly<Record<string, unknown>>;

export function parseConfig(body: unknown): Config {
  const { recording, subtitle, telephony, diagnostics, background_image } = objectOf(body);
  const { is_enabled, available_modes } = partOf(recording);
  const { enabled, international_phone_number: number } = partOf(telephony);
  const { upload_is_enabled, max_count_by_user: most } = partOf(background_image);
  return {
    recording: is_enabled === true ? known(MODES, available_modes) : [],
    captions: partOf(subtitle)['enabled'] === true,
    phoneNumber: enabled === true ? textOf(number, 40) : '',
    connectionTest: partOf(diagnostics)['connection_test_enabled'] === true,
    backgrounds: upload_is_enabled === true && Number.isSafeInteger(most) ? Number(most) : 0,
  };
}

export function parseRoomBody(body: unknown): Room {
  const { id, slug, access_level, configuration, pin_code, livekit } = objectOf(body);
  const { can_publish_sources: sources, everyone_can_mute: mute } = partOf(configuration);
  if (typeof slug !== 'string' || slug === '' || slug.length > 200) throw wrong('a room without a name');
  if (id !== null && !isId(id)) throw wrong('a room without an id');
  return {
    id,
    slug,
    accessLevel: LEVELS.find((level) => level === access_level) ?? null,
    canPublish: Array.isArray(sources) ? known(SOURCES, sources) : null,
    everyoneCanMute: typeof mute === 'boolean' ? mute : null,
    pin: typeof pin_code === 'string' && /^\d{1,20}$/.test(pin_code) ? pin_code : '',
    entry: livekit === undefined || livekit === null ? null : parseEntry(livekit),
  };
}

export function parsePlace(body: unknown): LobbyPlace {
  const { id, status, livekit } = objectOf(body);
  if (!isId(id)) throw wrong('a place in the waiting room without an id');
  if (status === 'accepted') return { id, status, entry: parseEntry(livekit) };
  if (status === 'waiting' || status === 'denied') return { id, status, entry: null };
  throw wrong('no place in the waiting room');
}

export function parseWaiting(body: unknown): readonly WaitingPerson[] {
  const { participants } = objectOf(body);
  if (!Array.isArray(participants)) throw wrong('no list of who waits');
  return participants.slice(0, WAITING_LIMIT).flatMap((one: unknown) => {
    const { id, username, status } = partOf(one);
    return isId(id) && status === 'waiting' ? [{ id, name: textOf(username, NAME_LENGTH) }] : [];
  });
}

export function parseEntryBody(body: unknown): Entry {
  return parseEntry(objectOf(body)['livekit']);
}

function parseEntry(livekit: unknown): Entry {
  const { url, token } = partOf(livekit);
  if (typeof url !== 'string' || url.length > 2000 || typeof token !== 'string' || token === '' || token.length > 20_000) {
    throw wrong('no way into the LiveKit room');
  }
  return { url, token };
}

/** Whether what was asked for was done: its answer has `name`, as `value` where that is said. */
export function expectDone(body: unknown, name: string, value?: string): void {
  const said = objectOf(body)[name];
  if (value === undefined ? typeof said !== 'string' : said !== value) throw wrong(`no "${name}"`);
}

export function objectOf(body: unknown): Json {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw wrong('no JSON object');
  return body as Json;
}

export function partOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function known<T>(all: readonly T[], values: unknown): readonly T[] {
  return Array.isArray(values) ? all.filter((one) => values.includes(one)) : [];
}

export function textOf(value: unknown, length: number): string {
  return typeof value === 'string' ? value.slice(0, length) : '';
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value);
}

export function wrong(what: string): VisioError {
  return new VisioError('BACKEND_FAILED', `The backend answered with ${what}.`);
}

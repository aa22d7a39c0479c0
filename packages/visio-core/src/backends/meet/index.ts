import { isVisioError, VisioError } from '../../errors/visio-error.js';
import type { AccessLevel, Backend, CreatedRoom, Credentials, CredentialsRequest, KeptBackgrounds, Offers, RoomSettings } from '../backend.js';
import { roomActions } from './actions.js';
import { parseAddress, parseRoom, randomRoom } from './address.js';
import { createApi } from './http.js';
import { waitForEntry } from './lobby.js';
import { parseConfig, parseEntryBody, parseRoomBody, type Config, type Entry, type Room } from './parse.js';

/** How a Visio is asked. */
export interface MeetOptions {
  /** Who comes into rooms that are made here without waiting. Default: as the server has it. */
  readonly accessLevel?: AccessLevel;
  /** Milliseconds until an answer is no longer waited for. Default: 15,000. */
  readonly timeout?: number;
}

/** How long a server may take to say what it offers, in milliseconds; without an answer everything is tried. */
const CONFIG_TIME = 5000;

/** What La Suite Meet calls people without a name. */
const NO_NAME = 'Anonymous';

/** Failures that a person can get around in a tab of its own. */
const IN_A_TAB = ['COOKIES_BLOCKED', 'SIGN_IN_REQUIRED', 'BACKEND_UNREACHABLE'];

/**
 * The rooms of a Visio (La Suite Meet), by its API: joining by a room's name, id or address, the waiting room, hands,
 * names, moderation, recording, captions, and new rooms. Who is signed in to it is so here, if the browser sends its
 * cookies from this page; others are guests. The server has to let this page's origin ask: see `docs/guides/backends.md`.
 *
 * @param address Where the Visio is, or one of its rooms: `https://visio.example` or `https://visio.example/abc-defg-hij`.
 *   What is not such an address is told by {@link Backend.credentials}, as `INVALID_ROOM_URL`.
 */
export function meetBackend(address: string, { accessLevel, timeout = 15_000 }: MeetOptions = {}): Backend {
  let config: Promise<Config | null> | null = null;

  const open = () => {
    const { origin, room } = parseAddress(address);
    return { origin, room, api: createApi(origin, timeout) };
  };
  type Visio = ReturnType<typeof open>;

  /** Asked for once, beside the room; a server that does not say keeps nobody out. */
  function configOf({ api }: Visio): Promise<Config | null> {
    config ??= api({ method: 'GET', path: 'config/', timeout: Math.min(timeout, CONFIG_TIME), patience: 0 }).then(
      ({ body }) => parseConfig(body),
    ).catch(() => (config = null));
    return config;
  }

  async function getRoom({ api }: Visio, slug: string, { displayName, signal }: CredentialsRequest): Promise<Room> {
    const name = displayName === '' ? '' : `?${new URLSearchParams({ username: displayName })}`;
    const path = `rooms/${encodeURIComponent(slug)}/${name}`;
    const { body } = await api({ method: 'GET', path, signal, patience: 60, codes: { 404: 'ROOM_NOT_FOUND' } });
    return parseRoomBody(body);
  }

  async function enter(visio: Visio, slug: string, request: CredentialsRequest): Promise<Credentials> {
    const [config, room] = await Promise.all([configOf(visio), getRoom(visio, slug, request)]);
    const entry = room.entry ?? (await beLetIn(visio, room, request));
    return {
      serverUrl: entry.url,
      token: entry.token,
      ...(room.id === null ? { backend: { credentials } } : { roomId: room.id }),
      offers: offersOf(visio, room, config),
      settings: settingsOf(room),
    };
  }

  function beLetIn({ api }: Visio, { id }: Room, { purpose, displayName, signal, onWaiting }: CredentialsRequest): Promise<Entry> {
    if (id === null) throw new VisioError('BACKEND_FAILED', 'A room without an id lets nobody in.');
    // Only who wants to join may be shown as waiting to those inside.
    if (purpose) throw new VisioError('FEATURE_OFF', 'This room is not open to this person now.');
    return waitForEntry({ api, roomId: id, name: displayName || NO_NAME, signal, onWaiting });
  }

  /** A LiveKit room of its own, for some minutes; the room itself where the server offers none and one is let in. */
  async function enterCheck(visio: Visio, request: CredentialsRequest): Promise<Credentials> {
    if ((await configOf(visio))?.connectionTest !== false) {
      const { status, body } = await visio.api({ method: 'POST', path: 'diagnostics/connection/', body: {}, signal: request.signal, also: 404 });
      if (status !== 404) {
        const { url, token } = parseEntryBody(body);
        return { serverUrl: url, token };
      }
    }
    return enter(visio, roomOf(visio, request), request);
  }

  function roomOf({ origin, room }: Visio, request: CredentialsRequest): string {
    if (request.room !== '') return parseRoom(request.room, origin);
    if (room === '') throw new VisioError('INVALID_ROOM_URL', 'The address names a Visio, but no room.');
    return room;
  }

  async function credentials(request: CredentialsRequest): Promise<Credentials> {
    const visio = open();
    if (request.purpose === 'check') return enterCheck(visio, request);
    const slug = roomOf(visio, request);
    try {
      return await enter(visio, slug, request);
    } catch (cause) {
      if (!isVisioError(cause) || !IN_A_TAB.includes(cause.code)) throw cause;
      throw new VisioError(cause.code, cause.message, { cause, url: `${visio.origin}/${encodeURIComponent(slug)}` });
    }
  }

  async function create(signal: AbortSignal): Promise<CreatedRoom> {
    const { origin, api } = open();
    const make = async () => {
      const body = { name: randomRoom(), ...(accessLevel && { access_level: accessLevel }) };
      const reply = await api({ method: 'POST', path: 'rooms/', body, signal, also: 400 });
      return reply.status === 400 ? null : parseRoomBody(reply.body);
    };
    // The name is taken: another one is not, by all likelihood.
    const made = (await make()) ?? (await make());
    if (!made) throw new VisioError('REQUEST_FAILED', 'The server took no name for a new room.');
    return { url: `${origin}/${encodeURIComponent(made.slug)}`, room: made.slug };
  }

  async function backgrounds(signal: AbortSignal): Promise<KeptBackgrounds> {
    const visio = open();
    const [{ keptBackgrounds }, config] = await Promise.all([import('./backgrounds.js'), configOf(visio)]);
    return keptBackgrounds({ ...visio, most: config?.backgrounds, timeout, signal });
  }

  // Its API is asked for at the time: an address that is none is told when one joins.
  return { credentials, rooms: { create }, backgrounds, ...roomActions((ask) => open().api(ask)) };
}

function settingsOf({ accessLevel, canPublish, everyoneCanMute }: Room): RoomSettings {
  return {
    ...(accessLevel && { accessLevel }),
    ...(canPublish && { canPublish }),
    ...(everyoneCanMute !== null && { everyoneCanMute }),
  };
}

function offersOf({ origin }: { readonly origin: string }, { slug, id, pin }: Room, config: Config | null): Offers {
  const isKept = id !== null;
  return {
    ...(isKept ? config && { recording: config.recording, captions: config.captions } : { recording: [], captions: false }),
    invitation: `${origin}/${encodeURIComponent(slug)}`,
    ...(config && config.phoneNumber !== '' && pin !== '' && { dialIn: { number: config.phoneNumber, pin } }),
  };
}

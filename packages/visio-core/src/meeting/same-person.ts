/**
 * The same person in a meeting twice. LiveKit gives the place of an identity to whoever comes last, and sends the other
 * out without a word. Here the newcomer is asked first, and the other leaves by itself when the answer was to move.
 *
 * Tabs of one browser know each other by a lock of the browser's (Web Locks), whose name is a hash: neither the room nor
 * the identity is in it. Of other browsers and devices only the server knows, and it tells moderators only.
 */
import { VisioError } from '../errors/visio-error.js';
import { readToken } from '../backends/token.js';
import { isEntering, isInCall, type Connection } from './connection.js';

/** After these the person was told, and joining again is their answer. */
const TOLD: readonly unknown[] = ['ALREADY_IN_CALL', 'MOVED_ELSEWHERE', 'DUPLICATE_IDENTITY'];

/** How long another tab has to leave, in milliseconds. One that is frozen never does, and loses its place by the server. */
const LEAVING = 3000;

/** How long the server has to tell who is there, in milliseconds: joining waits for it. */
const ASKING = 1500;

export interface PlaceOptions {
  readonly serverUrl: string;
  readonly token: string;
  readonly isRoomAdmin: boolean;
  /** What the last call ended with. */
  readonly before: string | undefined;
  readonly connection: Connection;
  readonly signal: AbortSignal;
  /** Ends this call because another tab takes it over. */
  leave(): Promise<unknown>;
}

/**
 * Takes this person's place in the room for as long as the call lasts. Rejects with `ALREADY_IN_CALL` when they have it
 * elsewhere and were not told so yet. What cannot be found out keeps nobody from joining.
 */
export async function claimPlace(options: PlaceOptions): Promise<void> {
  const { sub: identity, video } = readToken(options.token);
  const room = (video as { room?: unknown } | null | undefined)?.room;
  if (typeof identity !== 'string' || identity === '' || typeof room !== 'string') return;

  const mayTake = TOLD.includes(options.before);
  if (!(await claimInBrowser(`${options.serverUrl}\n${room}\n${identity}`, mayTake, options))) throw alreadyThere();
  // Who lost the connection may still be listed for a while.
  if (mayTake || !options.isRoomAdmin || options.before === 'CONNECTION_LOST') return;
  if (await isListed(room, identity, options)) throw alreadyThere();
}

function alreadyThere(): VisioError {
  return new VisioError('ALREADY_IN_CALL', 'The same identity is in this room already. Join again to move the call here.');
}

/** Whether no other tab has the place, or it gave it away. */
async function claimInBrowser(place: string, mayTake: boolean, { connection, leave }: PlaceOptions): Promise<boolean> {
  const locks = globalThis.navigator?.locks as LockManager | undefined;
  // Only secure pages have them; and a frame without an origin of its own may not use them.
  if (!locks || !globalThis.crypto?.subtle) return true;
  const name = `visio-call-${await hash(place)}`;
  let release: (() => void) | null;
  const channel = new BroadcastChannel(name);
  try {
    release = await take(locks, name, { ifAvailable: true });
    if (!release && mayTake) {
      channel.postMessage('move');
      release = await take(locks, name, { signal: AbortSignal.timeout(LEAVING) }).catch(() => take(locks, name, { steal: true }));
    }
  } catch {
    channel.close();
    return true;
  }
  if (!release) {
    channel.close();
    return false;
  }

  let isMoving = false;
  const letGo = () => {
    channel.close();
    release();
  };
  channel.onmessage = ({ data }) => {
    if (data !== 'move' || isMoving) return;
    isMoving = true;
    // Only then the other tab goes in.
    void leave().finally(letGo);
  };
  const over = connection.state.subscribe((state) => {
    if (isEntering(state) || isInCall(state)) return;
    if (!isMoving) letGo();
    // Not now: when joining was given up meanwhile, we are told before `subscribe` has returned.
    queueMicrotask(() => over());
  });
  return true;
}

/** Resolves to what gives the lock back, or to `null` when it could not be had at once. */
function take(locks: LockManager, name: string, options: LockOptions): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    locks
      .request(name, options, (lock) => {
        if (!lock) return resolve(null);
        return new Promise<void>((release) => resolve(release));
      })
      // Also when someone steals it from us; we leave by then.
      .catch(reject);
  });
}

async function hash(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Asks LiveKit's own API who is in the room, with the token that is about to be used. */
async function isListed(room: string, identity: string, { serverUrl, token, signal }: PlaceOptions): Promise<boolean> {
  try {
    const response = await fetch(`${serverUrl.replace(/^ws/, 'http')}/twirp/livekit.RoomService/ListParticipants`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ room }),
      credentials: 'omit',
      signal: AbortSignal.any([signal, AbortSignal.timeout(ASKING)]),
    });
    if (!response.ok) return false;
    const { participants } = (await response.json()) as { participants?: unknown };
    return Array.isArray(participants) && participants.some((each) => isActive(each, identity));
  } catch {
    return false;
  }
}

function isActive(participant: unknown, identity: string): boolean {
  const { identity: theirs, state } = (participant ?? {}) as { identity?: unknown; state?: unknown };
  return theirs === identity && state !== 'DISCONNECTED';
}

/** A Visio for unit tests: answers as meet-api.md saw the real one answer. */
import { vi } from 'vitest';

export interface Asked {
  readonly method: string;
  readonly url: string;
  /** Below `/api/v1.0/`. */
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly credentials: RequestCredentials | undefined;
  readonly redirect: RequestRedirect | undefined;
  readonly at: number;
}

export type Answer = (asked: Asked) => Response | Promise<Response>;

export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export const html = (status: number) => new Response('<!DOCTYPE html><html><title>Server Error</title></html>', { status, headers: { 'content-type': 'text/html' } });

/** Takes the place of `fetch`: each question is answered by the first of `answers` whose key, as in `GET rooms/x/`, its own begins with. */
export function fakeVisio(answers: Readonly<Record<string, Answer>>) {
  const asked: Asked[] = [];
  const fetch = vi.fn(async (url: string, init: RequestInit) => {
    const path = url.replace(/^.*\/api\/v1\.0\//, '');
    const one: Asked = {
      method: init.method!,
      url,
      path,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      headers: init.headers as Record<string, string>,
      credentials: init.credentials,
      redirect: init.redirect,
      at: performance.now(),
    };
    asked.push(one);
    const found = Object.keys(answers).find((key) => `${one.method} ${path}`.startsWith(key));
    if (found === undefined) throw new TypeError(`Failed to fetch ${one.method} ${path}`);
    const { signal } = init;
    return new Promise<Response>((resolve, reject) => {
      if (signal?.aborted) reject(new DOMException('', 'AbortError'));
      signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      Promise.resolve(answers[found]!(one)).then(resolve, reject);
    });
  });
  vi.stubGlobal('fetch', fetch);
  return {
    asked,
    to: (path: string) => asked.filter((one) => one.path.startsWith(path)),
  };
}

/** A JWT of these claims that nobody signed. */
export const jwt = (claims: object) => `e30.${btoa(JSON.stringify(claims))}.x`;

/** meet-api.md, "config". */
export const CONFIG = {
  LANGUAGE_CODE: 'en-us',
  recording: { is_enabled: true, available_modes: ['screen_recording', 'transcript'], expiration_days: null, max_duration: null },
  background_image: { upload_is_enabled: true, max_count_by_user: 10, max_size: 2097152 },
  telephony: { enabled: false },
  resource: { default_access_level: 'public' },
  subtitle: { enabled: true },
  diagnostics: { connection_test_enabled: true },
  livekit: { url: 'http://127.0.0.1:7890', force_wss_protocol: false },
  max_participants_for_sound: 5,
};

export const ROOM_ID = '001888cf-5684-4fcd-b554-9c34fa42224e';
const LIVEKIT = { url: 'http://127.0.0.1:7890', room: ROOM_ID, token: jwt({ sub: '0757870b', video: { roomAdmin: false } }) };

/** meet-api.md, "GET by slug anonymous (public, registered)". */
export const ROOM = { id: ROOM_ID, name: 'room-0e3cfe', slug: 'room-0e3cfe', configuration: {}, access_level: 'public', pin_code: null, livekit: LIVEKIT };

/** meet-api.md, "GET anonymous, restricted room". */
export const RESTRICTED = {
  id: ROOM_ID,
  name: 'room-0e3cfe',
  slug: 'room-0e3cfe',
  configuration: { everyone_can_mute: false, can_publish_sources: ['microphone'] },
  access_level: 'restricted',
};

/** meet-api.md, "unregistered room, anonymous". */
export const UNREGISTERED = {
  id: null,
  slug: 'my-demo-room',
  is_administrable: false,
  access_level: 'public',
  livekit: { ...LIVEKIT, room: 'my-demo-room' },
};

/** meet-api.md, "request-entry", "poll: accepted", "poll: denied". */
export const place = (status: string, id = '9798afb2-1e26-4eb2-9141-06994c469b46') => ({
  status,
  username: 'Bob',
  id,
  color: 'hsl(110, 53%, 46%)',
  livekit: status === 'accepted' ? LIVEKIT : null,
});

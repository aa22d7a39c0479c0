// The server that is tested, and the people who ask it.
//
// VISIO_MEET_URL              its origin; without it, the development backend is started
// VISIO_MEET_SESSION_OWNER    of someone signed in there, their cookies as a browser sends them:
//                             `sessionid=…; csrftoken=…`
// VISIO_MEET_SESSION_MEMBER   of someone else
// VISIO_MEET_APPLICATION      of the external API there, which may act for the first of the two:
//                             `client_id:client_secret:their e-mail`
//
// Cases that need a session run where there is one. Cases that need what only the development backend allows (its clock,
// its settings, webhooks) do not run elsewhere, nor do those of what is switched off there; they are reported as skipped.
// Rooms that are made are deleted.
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi, type TestContext } from 'vitest';
import { startBackend, type Backend, type BackendOptions } from '../index.mjs';

const foreign = process.env['VISIO_MEET_URL'];
const cookies: Record<string, string | undefined> = foreign
  ? { owner: process.env['VISIO_MEET_SESSION_OWNER'], member: process.env['VISIO_MEET_SESSION_MEMBER'] }
  : {};

type Cases = ReturnType<typeof test.skipIf>;

/** On any server. */
export const anywhere = test;
/** Where two people are signed in. */
export const signedIn: Cases = test.skipIf(Boolean(foreign && !(cookies['owner'] && cookies['member'])));
/** Where an application may act for one of them. */
export const delegated: Cases = test.skipIf(Boolean(foreign && !(cookies['owner'] && process.env['VISIO_MEET_APPLICATION'])));
/** On the development backend only. */
export const ours: Cases = test.skipIf(Boolean(foreign));

export interface Asked {
  readonly body?: unknown;
  /** As it is, in place of JSON. */
  readonly raw?: { readonly type: string; readonly text: string };
  readonly headers?: Readonly<Record<string, string>>;
  /** A token to show. */
  readonly bearer?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // Each case says what it must be.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
  readonly text: string;
  readonly cookies: readonly string[];
}

export type Person = 'owner' | 'member' | 'administrator' | 'anonymous';

/** Of an application: the development backend's, or the one that was given. */
const [client_id, client_secret, email] = process.env['VISIO_MEET_APPLICATION']?.split(':') ?? [];
export const application = foreign
  ? { client_id, client_secret, scope: email }
  : { client_id: 'development-application', client_secret: 'development-secret', scope: 'owner@example.org' };

export interface Target {
  readonly backend: Backend;
  readonly url: string;
  ask(who: Person | { readonly cookie: string }, method: string, path: string, asked?: Asked): Promise<Answered>;
  /** Ends a case where the server has not what it is about. */
  need(context: TestContext, has: (config: Configuration) => boolean): Promise<void>;
  /** Ends a case where only registered rooms can be entered. */
  needUnregistered(context: TestContext): Promise<void>;
  /** A new room of the owner's, of a name that nobody has. */
  room(more?: Readonly<Record<string, unknown>>): Promise<{ readonly id: string; readonly slug: string; readonly livekit: Livekit }>;
}

/** What `config/` tells of what is on. */
export interface Configuration {
  readonly recording: { readonly is_enabled: boolean };
  readonly subtitle: { readonly enabled: boolean };
  readonly background_image: { readonly upload_is_enabled: boolean };
  readonly telephony: { readonly enabled: boolean };
  readonly diagnostics: { readonly connection_test_enabled: boolean };
}

export interface Livekit {
  readonly url: string;
  readonly room: string;
  readonly token: string;
}

const nicks = { owner: 'olive', member: 'mel', administrator: 'ada' };

/** Starts what a file of cases asks, and ends it. */
export function useTarget(options: BackendOptions = {}): Target {
  let backend: Awaited<ReturnType<typeof startBackend>> | undefined;
  let url = foreign?.replace(/\/$/, '') ?? '';
  const made: string[] = [];

  beforeAll(async () => {
    if (foreign) return;
    backend = await startBackend({ livekit: inject('livekit')!, demo: false, ...options });
    url = backend.url;
    for (const [person, nick] of Object.entries(nicks)) {
      const { sessionid, csrftoken } = backend.signIn(nick);
      cookies[person] = `sessionid=${sessionid}; csrftoken=${csrftoken}`;
    }
  });
  afterAll(async () => {
    for (const id of made) await target.ask('owner', 'DELETE', `/rooms/${id}/`);
    await backend?.close();
  });

  const target: Target = {
    get backend() {
      return backend!;
    },
    get url() {
      return url;
    },
    async ask(who, method, path, { body, raw, headers, bearer } = {}) {
      const cookie = typeof who === 'object' ? who.cookie : cookies[who];
      const csrf = /csrftoken=([^;]+)/.exec(cookie ?? '')?.[1];
      const isSafe = method === 'GET' || method === 'OPTIONS';
      const response = await fetch(path.startsWith('/external-api') ? url + path : `${url}/api/v1.0${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(cookie && { cookie }),
          ...(csrf && !isSafe && { 'x-csrftoken': csrf, referer: `${url}/` }),
          ...((raw ?? body) !== undefined && { 'content-type': raw?.type ?? 'application/json' }),
          ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
          ...headers,
        },
        ...((raw ?? body) !== undefined && { body: raw?.text ?? JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json');
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : undefined, text, cookies: response.headers.getSetCookie() };
    },
    async need({ skip }, has) {
      const { body } = await target.ask('anonymous', 'GET', '/config/');
      if (foreign && !has(body)) skip('It is off here.');
    },
    async needUnregistered({ skip }) {
      const { status } = await target.ask('anonymous', 'GET', `/rooms/${uniqueName()}/`);
      if (foreign && status === 404) skip('Only registered rooms can be entered here.');
    },
    async room(more = {}) {
      const { status, body } = await target.ask('owner', 'POST', '/rooms/', { body: { name: uniqueName(), access_level: 'public', ...more } });
      expect(status).toBe(201);
      made.push(body.id);
      return body;
    },
  };
  return target;
}

export function uniqueName(prefix = 'conformance'): string {
  return `${prefix}-${crypto.randomUUID().slice(0, 8)}`;
}

/** What a JSON Web Token says, unproved. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function claimsOf(token: string): any {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
}

// What is not the same twice.
export const aUuid = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export const aToken = expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/);
export const aColour = expect.stringMatching(/^hsl\(\d{1,3}, (5\d|6\d|7[0-5])%, (2[5-9]|[345]\d|60)%\)$/);
export const aTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
const someText = expect.any(String);
export const anAddress = expect.stringMatching(/^(https?|wss?):\/\//);

/** On other servers, where it depends on how they are set. */
const either = (here: unknown, elsewhere: unknown[]) => (foreign ? expect.toBeOneOf(elsewhere) : here);
export const anAccessLevel = either('public', ['public', 'trusted', 'restricted']);

export const aPerson = {
  id: aUuid,
  email: either(expect.stringContaining('@'), [null, expect.stringContaining('@')]),
  full_name: either(someText, [null, someText]),
  short_name: either(someText, [null, someText]),
  timezone: someText,
  language: someText,
  default_room_access_level: either(null, [null, someText]),
  default_room_configuration: either({}, [expect.anything()]),
};

/** Of a room that is named: what a person with a role, or anyone where it is public, is told. */
export const openRoom = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  id: aUuid,
  name,
  slug: name,
  configuration: {},
  access_level: 'public',
  pin_code: either(null, [null, expect.stringMatching(/^\d+$/)]),
  livekit: { url: anAddress, room: aUuid, token: aToken },
  ...more,
});

/** And what those are told who lead it. */
export const ledRoom = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  ...openRoom(name),
  accesses: [{ id: aUuid, user: aPerson, resource: aUuid, role: 'owner' }],
  ...more,
});

/** And what those are told who have to wait. */
export const closedRoom = (name: string, access_level: string, configuration: unknown = {}) => ({
  id: aUuid,
  name,
  slug: name,
  configuration,
  access_level,
});

export const notAuthenticated = { detail: 'Authentication credentials were not provided.' };
export const forbidden = { detail: 'You do not have permission to perform this action.' };
export const noPrivileges = { detail: 'You must have privileges on room to perform this action.' };
export const noRoom = { detail: 'No Room matches the given query.' };
export const required = ['This field is required.'];

/** Its status, body and the headers that every answer has. */
export function expectAnswer(answer: Answered, status: number, body: unknown, { allow, session = true }: { readonly allow?: string; readonly session?: boolean } = {}) {
  expect(answer.body ?? answer.text.slice(0, 200)).toEqual(body);
  expect(answer.status).toBe(status);
  if (allow) expect(answer.headers.get('allow')).toBe(allow);
  expect(answer.headers.get('x-frame-options')).toBe('DENY');
  expect(answer.headers.get('vary')!.split(', ')).toEqual(['origin', 'Accept-Language', ...(session ? ['Cookie'] : [])]);
}

/** Where a test makes the backend fail, what it then writes is of no interest. */
export function quietly() {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => spy.mockRestore());
}

/** A page, where others have JSON. */
export function expectPage(answer: Answered, status: number) {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
  expect(answer.text.trimStart().toLowerCase()).toMatch(/^<!doctype html>/);
}

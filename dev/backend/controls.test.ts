// What the development backend has beside La Suite Meet's API: who may ask it, and what makes it fail.
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quietly } from './conformance/target.ts';
import { startBackend } from './index.mjs';

let backend: Awaited<ReturnType<typeof startBackend>>;
// Where another server is tested, there is nothing here to test.
const ours = test.skipIf(Boolean(process.env['VISIO_MEET_URL']));

beforeAll(async () => {
  if (process.env['VISIO_MEET_URL']) return;
  backend = await startBackend({ livekit: inject('livekit')!, demo: false });
});
afterAll(async () => {
  await backend?.close();
});

const config = (init?: RequestInit) => fetch(`${backend.url}/api/v1.0/config/`, init);

describe('who may ask', () => {
  ours('nobody by a name that is not this machine’s', async () => {
    // fetch does not let one say who is asked.
    const { get } = await import('node:http');
    const status = await new Promise((resolve) => get(`${backend.url}/api/v1.0/config/`, { headers: { host: 'evil.test' } }, (response) => resolve(response.statusCode)));
    expect(status).toBe(403);
  });

  ours('no page of another origin, of anything', async () => {
    for (const path of ['/api/v1.0/config/', '/api/v1.0/rooms/x/', '/external-api/v1.0/rooms/', '/api/token', '/dev/sign-in/', '/dev/misbehave/']) {
      for (const origin of ['http://evil.test', 'null', 'http://127.0.0.1:1']) {
        const response = await fetch(backend.url + path, { method: 'POST', headers: { origin, 'content-type': 'application/json' }, body: '[]' });
        expect([path, response.status, await response.json()]).toEqual([path, 403, { error: 'Requests from other origins are refused.' }]);
        expect(response.headers.get('access-control-allow-origin')).toBe(null);
      }
    }
  });

  ours('nobody at any length', async () => {
    const response = await fetch(`${backend.url}/api/v1.0/rooms/creation-callback/`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ callback_id: 'x'.repeat(70_000) }),
    });
    expect([response.status, await response.json()]).toEqual([413, { detail: 'The request is too large.' }]);
  });

  ours('also where the API may be asked, nothing else', async () => {
    const open = await startBackend({ livekit: inject('livekit')!, demo: false, settings: { allowedOrigins: ['http://embedder.test'] } });
    onTestFinished(() => open.close());
    const ask = (path: string) => fetch(open.url + path, { headers: { origin: 'http://embedder.test' } });
    expect((await ask('/api/v1.0/config/')).status).toBe(200);
    expect((await ask('/dev/session/')).status).toBe(403);
  });
});

describe('signing in', () => {
  const post = (body: unknown, cookie = '') =>
    fetch(`${backend.url}/dev/sign-in/`, { method: 'POST', headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify(body) });
  const nameOf = async (cookie: string) => ((await (await fetch(`${backend.url}/dev/session/`, { headers: { cookie } })).json()) as { name: unknown }).name;

  ours('by a script, and out again', async () => {
    const response = await post({ as: 'tom' });
    expect(response.status).toBe(204);
    const cookie = response.headers.getSetCookie()[0]!.split(';')[0]!;
    expect(await nameOf(cookie)).toBe('Tom Trusted');
    expect((await post({ as: '' }, cookie)).status).toBe(204);
    expect(await nameOf(cookie)).toBe(null);
  });

  ours('as nobody who is not here', async () => {
    expect((await post({ as: 'mallory' })).status).toBe(400);
  });

  ours('the page shows what it is given as text', async () => {
    const page = await (await fetch(`${backend.url}/dev/sign-in/?returnTo=${encodeURIComponent('"><script>')}`)).text();
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;"');
  });
});

describe('misbehaving', () => {
  ours.for([
    ['html', 502, /^<!doctype html>/],
    ['wrong-json', 200, /^\{"greeting"/],
    ['broken-json', 200, /^\{"id": "1$/],
    ['throttled', 429, /^\{"detail":"Request was throttled\. Expected available in 60 seconds\."\}$/],
    ['error', 500, /^<!doctype html>/],
  ] as const)('answers %s', async ([answer, status, text]) => {
    backend.misbehave({ answer });
    onTestFinished(() => backend.misbehave());
    const response = await config();
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(text);
    expect(response.headers.get('retry-after')).toBe(answer === 'throttled' ? '60' : null);
    backend.misbehave();
    expect((await config()).status).toBe(200);
  });

  ours('cuts the connection', async () => {
    backend.misbehave({ answer: 'reset', times: 1 });
    await expect(config()).rejects.toThrow();
    expect((await config()).status).toBe(200);
  });

  ours('so often, at one address, by one method', async () => {
    backend.misbehave({ path: '/config/', method: 'GET', times: 2, answer: 'html', status: 200 });
    onTestFinished(() => backend.misbehave());
    expect((await fetch(`${backend.url}/api/v1.0/rooms/x-room/`)).headers.get('content-type')).toBe('application/json');
    expect((await config({ method: 'POST' })).status).toBe(405);
    for (const type of ['text/html; charset=UTF-8', 'text/html; charset=UTF-8', 'application/json']) expect((await config()).headers.get('content-type')).toBe(type);
  });

  ours.for([{ hold: true }, { delay: 600_000 }])('answers late: %o', async (way) => {
    backend.misbehave(way);
    const before = backend.requests.length;
    let answered = false;
    const held = config().then(({ status }) => {
      answered = true;
      return status;
    });
    // What is asked meanwhile of what it is not for is answered.
    expect((await fetch(`${backend.url}/dev/session/`)).status).toBe(200);
    expect([answered, backend.requests.length]).toEqual([false, before]);
    backend.misbehave();
    expect(await held).toBe(200);
    expect(backend.requests.at(-1)).toEqual({ method: 'GET', path: '/api/v1.0/config/', status: 200 });
  });

  ours('is gone, and comes back with all that it knew', async () => {
    const { sessionid } = backend.signIn('ada');
    const me = () => fetch(`${backend.url}/api/v1.0/users/me/`, { headers: { cookie: `sessionid=${sessionid}`, connection: 'close' } });
    await backend.stop();
    await expect(me()).rejects.toThrow();
    await backend.restart();
    expect((await me()).status).toBe(200);
  });

  ours('by hand, too', async () => {
    const ask = (body: unknown) => fetch(`${backend.url}/dev/misbehave/`, { method: 'POST', body: JSON.stringify(body) });
    expect((await ask([{ answer: 'throttled', retryAfter: 5 }])).status).toBe(204);
    expect((await config()).headers.get('retry-after')).toBe('5');
    expect((await ask([])).status).toBe(204);
    expect((await config()).status).toBe(200);
    expect((await ask({})).status).toBe(400);
  });
});

describe('the recorder', () => {
  const play = (body: unknown) => fetch(`${backend.url}/dev/egress/`, { method: 'POST', body: JSON.stringify(body) });

  ours('reports only of what is recorded', async () => {
    expect((await play({ room: 'nowhere', status: 'active' })).status).toBe(404);
    const { sessionid, csrftoken } = backend.signIn('olive');
    const headers = { cookie: `sessionid=${sessionid}; csrftoken=${csrftoken}`, 'x-csrftoken': csrftoken, 'content-type': 'application/json' };
    const response = await fetch(`${backend.url}/api/v1.0/rooms/`, { method: 'POST', headers, body: JSON.stringify({ name: 'a-room' }) });
    expect(response.status).toBe(201);
    expect((await play({ room: 'a-room', status: 'nope' })).status).toBe(400);
    expect((await play({ room: 'a-room', status: 'active' })).status).toBe(409);
    await expect(backend.egress('a-room', 'active')).rejects.toThrow('Nothing is being recorded');
  });
});

ours('a database in a file is still there the next time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'visio-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const options = { livekit: inject('livekit')!, demo: false, database: join(folder, 'meet.sqlite') };
  const first = await startBackend(options);
  const { sessionid } = first.signIn('olive');
  await first.close();
  const second = await startBackend(options);
  const response = await fetch(`${second.url}/api/v1.0/users/me/`, { headers: { cookie: `sessionid=${sessionid}` } });
  expect(response.status).toBe(200);
  await second.close();
});

ours('without a livekit-server it fails as Meet does, and keeps what was changed', async () => {
  quietly();
  const alone = await startBackend({ demo: false });
  onTestFinished(() => alone.close());
  const { sessionid, csrftoken } = alone.signIn('olive');
  const headers = { cookie: `sessionid=${sessionid}; csrftoken=${csrftoken}`, 'x-csrftoken': csrftoken, 'content-type': 'application/json' };
  const ask = (method: string, path: string, body: unknown) =>
    fetch(`${alone.url}/api/v1.0${path}`, { method, headers, body: JSON.stringify(body) });
  const { id } = (await (await ask('POST', '/rooms/', { name: 'alone' })).json()) as { id: string };
  expect((await ask('PATCH', `/rooms/${id}/`, { access_level: 'restricted' })).status).toBe(500);
  expect((await fetch(`${alone.url}/api/v1.0/rooms/${id}/request-entry/`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"username":"Bob"}' })).status).toBe(500);
  expect(await (await fetch(`${alone.url}/api/v1.0/rooms/${id}/`)).json()).toMatchObject({ access_level: 'restricted' });
});

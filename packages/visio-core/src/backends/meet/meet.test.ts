import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CredentialsRequest } from '../backend.js';
import { meetBackend } from './index.js';
import { CONFIG, fakeVisio, html, json, jwt, place, RESTRICTED, ROOM, ROOM_ID, UNREGISTERED, type Answer } from './testing.js';

const VISIO = 'https://visio.example';
const never = new AbortController().signal;
const request = (more: Partial<CredentialsRequest> = {}): CredentialsRequest => ({ room: 'abc-defg-hij', displayName: 'Bob', signal: never, ...more });
const code = (name: string) => expect.objectContaining({ name: 'VisioError', code: name });

/** A Visio with a room, and what else it answers. */
const visio = (answers: Readonly<Record<string, Answer>> = {}) =>
  fakeVisio({ 'GET config/': () => json(CONFIG), 'GET rooms/': () => json(ROOM), ...answers });

const joined = (answers: Readonly<Record<string, Answer>> = {}, options = {}) => {
  const server = visio(answers);
  return { server, credentials: meetBackend(VISIO, options).credentials };
};

/** Lets everything under way go on for so many milliseconds. */
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('joining', () => {
  it('asks for the room by name and for what is offered, with cookies, without any header of its own', async () => {
    const { server, credentials } = joined();
    await expect(credentials(request())).resolves.toEqual({
      serverUrl: 'http://127.0.0.1:7890',
      token: ROOM.livekit.token,
      roomId: ROOM_ID,
      offers: { recording: ['screen_recording', 'transcript'], captions: true, invitation: `${VISIO}/room-0e3cfe` },
      settings: { accessLevel: 'public' },
    });
    expect(server.asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET ${VISIO}/api/v1.0/config/`,
      `GET ${VISIO}/api/v1.0/rooms/abc-defg-hij/?username=Bob`,
    ]);
    for (const { headers, credentials, redirect } of server.asked) {
      expect([headers, credentials, redirect]).toEqual([{ accept: 'application/json' }, 'include', 'error']);
    }
  });

  it('takes the room of its own address, and one that is asked for before it', async () => {
    const server = visio();
    const backend = meetBackend(`${VISIO}/XYZABCDEFG`);
    await backend.credentials(request({ room: '', displayName: '' }));
    await backend.credentials(request({ room: `${VISIO}/ABCDEFGHIJ` }));
    expect(server.to('rooms/').map(({ path }) => path)).toEqual(['rooms/xyz-abcd-efg/', 'rooms/abc-defg-hij/?username=Bob']);
    expect(server.to('config/').length).toBe(1);
  });

  it('says of an address that is none that it is none', async () => {
    const server = visio();
    for (const address of ['visio.example', 'ftp://visio.example', '']) await expect(meetBackend(address).credentials(request())).rejects.toThrowError(code('INVALID_ROOM_URL'));
    await expect(meetBackend(VISIO).credentials(request({ room: '' }))).rejects.toThrowError(code('INVALID_ROOM_URL'));
    expect(server.asked).toEqual([]);
  });

  it('does without what is offered when that is not said', async () => {
    const { credentials } = joined({ 'GET config/': () => html(502) });
    await expect(credentials(request())).resolves.toMatchObject({ roomId: ROOM_ID, offers: { invitation: `${VISIO}/room-0e3cfe` } });
  });

  it('offers what the operator has turned on, and the telephone where there is a PIN', async () => {
    const config = { ...CONFIG, recording: { is_enabled: true, available_modes: ['transcript', 'hologram'] }, subtitle: { enabled: false }, telephony: { enabled: true, international_phone_number: '+33 1 23 45 67 89' } };
    const { credentials } = joined({ 'GET config/': () => json(config), 'GET rooms/': () => json({ ...ROOM, pin_code: '1234567890' }) });
    const { offers } = await credentials(request());
    expect(offers).toMatchObject({ recording: ['transcript'], captions: false, dialIn: { number: '+33 1 23 45 67 89', pin: '1234567890' } });
  });

  // meet-api.md section 1, 8: every action is 404 in a room that exists nowhere but in LiveKit.
  it('offers nothing that acts in an unregistered room', async () => {
    const { credentials } = joined({ 'GET rooms/': () => json(UNREGISTERED) });
    const given = await credentials(request({ room: 'my-demo-room' }));
    expect(given.offers).toEqual({ recording: [], captions: false, invitation: `${VISIO}/my-demo-room` });
    expect(Object.keys(given.backend!)).toEqual(['credentials']);
    expect(given.roomId).toBeUndefined();
  });

  it.each([
    ['404', () => json({ detail: 'No Room matches the given query.' }, 404), 'ROOM_NOT_FOUND'],
    ['401', () => json({ detail: 'Authentication credentials were not provided.' }, 401), 'SIGN_IN_REQUIRED'],
    ['500', () => html(500), 'BACKEND_FAILED'],
    ['502', () => html(502), 'BACKEND_FAILED'],
    ['a page', () => html(200), 'BACKEND_FAILED'],
    ['JSON of another shape', () => json({ hello: 'world' }), 'BACKEND_FAILED'],
    ['a list', () => json([]), 'BACKEND_FAILED'],
    ['broken JSON', () => new Response('{"id": "1', { headers: { 'content-type': 'application/json' } }), 'BACKEND_FAILED'],
    ['a way in without a token', () => json({ ...ROOM, livekit: { url: 'http://127.0.0.1:7890' } }), 'BACKEND_FAILED'],
    ['more than a megabyte', () => json({ ...ROOM, name: 'x'.repeat(1_100_000) }), 'BACKEND_FAILED'],
    ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), 'BACKEND_UNREACHABLE'],
  ])('%s is told by its code, after one question', async (_, answer, name) => {
    const { server, credentials } = joined({ 'GET rooms/': answer });
    await expect(credentials(request())).rejects.toThrowError(code(name));
    expect(server.to('rooms/').length).toBe(1);
  });

  it('tells where one can go on in a tab', async () => {
    const { credentials } = joined({ 'GET rooms/': () => Promise.reject(new TypeError('Failed to fetch')) });
    await expect(credentials(request({ room: 'ABCDEFGHIJ' }))).rejects.toMatchObject({ url: `${VISIO}/abc-defg-hij` });
  });

  it('does not wait for a server that does not answer', async () => {
    const { credentials } = joined({ 'GET rooms/': () => new Promise(() => undefined) });
    const given = expect(credentials(request())).rejects.toThrowError(code('BACKEND_UNREACHABLE'));
    await pass(15_000);
    await given;
  });

  it('is given up with its signal', async () => {
    const { credentials } = joined({ 'GET rooms/': () => new Promise(() => undefined) });
    const attempt = new AbortController();
    const given = expect(credentials(request({ signal: attempt.signal }))).rejects.toThrowError(code('COMMAND_DISABLED'));
    attempt.abort();
    await given;
  });

  // meet-api.md section 1, 17.
  it('waits as long as a throttled server says, by its header or its words, and asks once more', async () => {
    for (const headers of [{ 'retry-after': '3' }, {}]) {
      let asked = 0;
      const { server, credentials } = joined({
        'GET rooms/': () => (asked++ === 0 ? json({ detail: 'Request was throttled. Expected available in 3 seconds.' }, 429, headers) : json(ROOM)),
      });
      const given = credentials(request());
      await pass(2999);
      expect(server.to('rooms/').length).toBe(1);
      await pass(1);
      await expect(given).resolves.toMatchObject({ roomId: ROOM_ID });
    }
  });

  it('asks a throttled server no third time, and does not wait for hours', async () => {
    const throttled = (seconds: number) => () => json({ detail: `Request was throttled. Expected available in ${seconds} seconds.` }, 429);
    const twice = joined({ 'GET rooms/': throttled(60) });
    const given = expect(twice.credentials(request())).rejects.toThrowError(code('TOO_MANY_REQUESTS'));
    await pass(60_000);
    await given;
    expect(twice.server.to('rooms/').length).toBe(2);

    const once = joined({ 'GET rooms/': throttled(3600) });
    await expect(once.credentials(request())).rejects.toThrowError(code('TOO_MANY_REQUESTS'));
    expect(once.server.to('rooms/').length).toBe(1);
  });
});

describe('the waiting room', () => {
  const entryPath = `rooms/${ROOM_ID}/request-entry/`;
  /** Answers in turn, and then the last for ever. */
  const lobby = (...answers: readonly Answer[]) => {
    let asked = 0;
    return joined({ 'GET rooms/': () => json(RESTRICTED), [`POST ${entryPath}`]: (one) => answers[Math.min(asked++, answers.length - 1)]!(one) });
  };
  const says = (status: string, id?: string) => () => json(place(status, id));

  it('asks each second until someone lets one in', async () => {
    const { server, credentials } = lobby(says('waiting'), says('waiting'), says('accepted'));
    const onWaiting = vi.fn();
    const given = credentials(request({ onWaiting }));
    await pass(2000);
    await expect(given).resolves.toMatchObject({ roomId: ROOM_ID, serverUrl: 'http://127.0.0.1:7890' });
    const polls = server.to(entryPath);
    expect(polls.map(({ body }) => body)).toEqual([{ username: 'Bob' }, { username: 'Bob' }, { username: 'Bob' }]);
    expect(polls.map(({ at }) => at - polls[0]!.at)).toEqual([0, 1000, 2000]);
    expect(onWaiting).toHaveBeenCalledTimes(1);
  });

  it('asks no faster where answers are slow', async () => {
    const slow: Answer = () => new Promise((resolve) => setTimeout(() => resolve(json(place('waiting'))), 1500));
    const { server, credentials } = lobby(slow, slow, says('accepted'));
    const given = credentials(request());
    await pass(4600);
    await given;
    const [first, second, third] = server.to(entryPath).map(({ at }) => at);
    expect([second! - first!, third! - second!].map((gap) => gap >= 1500 && gap < 1510)).toEqual([true, true]);
  });

  it('has a name for those who have none', async () => {
    const { server, credentials } = lobby(says('accepted'));
    await credentials(request({ displayName: '' }));
    expect(server.to(entryPath)[0]!.body).toEqual({ username: 'Anonymous' });
  });

  it('is told of a refusal', async () => {
    const { credentials } = lobby(says('waiting'), says('denied'));
    const given = expect(credentials(request())).rejects.toThrowError(code('ENTRY_REFUSED'));
    await pass(1000);
    await given;
  });

  it('gives up after ten minutes', async () => {
    const { server, credentials } = lobby(says('waiting'));
    const given = expect(credentials(request())).rejects.toThrowError(code('ENTRY_TIMED_OUT'));
    await pass(600_000);
    await given;
    expect(server.to(entryPath).length).toBe(601);
  });

  // meet-api.md section 1, 4: cross-site each question makes another place in the list.
  it('ends at the second answer where the browser keeps its cookie back', async () => {
    let n = 0;
    const { server, credentials } = lobby(() => json(place('waiting', `id-${n++}`)));
    const given = expect(credentials(request({ room: 'ABCDEFGHIJ' }))).rejects.toMatchObject({ code: 'COOKIES_BLOCKED', url: `${VISIO}/abc-defg-hij` });
    await pass(60_000);
    await given;
    expect(server.to(entryPath).length).toBe(2);
  });

  it('outlives some failures in a row, and not more', async () => {
    const some = lobby(says('waiting'), () => html(502), () => html(200), says('waiting'), () => html(502), says('accepted'));
    const given = some.credentials(request());
    await pass(5000);
    await expect(given).resolves.toMatchObject({ roomId: ROOM_ID });

    const many = lobby(says('waiting'), () => html(200));
    const failed = expect(many.credentials(request())).rejects.toThrowError(code('BACKEND_FAILED'));
    await pass(10_000);
    await failed;
    expect(many.server.to(entryPath).length).toBe(4);
  });

  it('does not try again what failed at first', async () => {
    const { server, credentials } = lobby(() => html(500));
    await expect(credentials(request())).rejects.toThrowError(code('BACKEND_FAILED'));
    expect(server.to(entryPath).length).toBe(1);
  });

  // meet-api.md, "CSRF ok but foreign Origin".
  it('is closed to a page that may not write with a session', async () => {
    const { credentials } = lobby(() => json({ detail: 'CSRF Failed: Origin checking failed - https://embedder.test does not match any trusted origins.' }, 403));
    await expect(credentials(request())).rejects.toMatchObject({ code: 'BACKEND_UNREACHABLE', message: expect.stringContaining('CSRF_TRUSTED_ORIGINS'), url: expect.any(String) });
  });

  it('is left when joining is given up, and nothing is asked after that', async () => {
    const { server, credentials } = lobby(says('waiting'));
    const attempt = new AbortController();
    const given = expect(credentials(request({ signal: attempt.signal }))).rejects.toThrowError(code('COMMAND_DISABLED'));
    await pass(2500);
    attempt.abort();
    await given;
    const asked = server.asked.length;
    await pass(10_000);
    expect(server.asked.length).toBe(asked);
  });

  it('is not entered for a renewal or a check', async () => {
    const { server, credentials } = lobby(says('waiting'));
    await expect(credentials(request({ purpose: 'renewal' }))).rejects.toThrowError(code('FEATURE_OFF'));
    expect(server.to(entryPath)).toEqual([]);
  });
});

describe('a check', () => {
  // meet-api.md, "diagnostics/connection".
  const diagnostics = { livekit: { url: 'http://127.0.0.1:7890', room: 'connection-test-4d1d18f3', token: jwt({ video: { room: 'connection-test-4d1d18f3' } }), expires_in: 300 } };

  it('is in a room of its own', async () => {
    const { server, credentials } = joined({ 'POST diagnostics/connection/': () => json(diagnostics) });
    await expect(credentials(request({ purpose: 'check', room: 'check-1' }))).resolves.toEqual({ serverUrl: 'http://127.0.0.1:7890', token: diagnostics.livekit.token });
    expect(server.to('rooms/')).toEqual([]);
  });

  it('is in the meeting’s room where the server has none for it', async () => {
    const off = joined({ 'GET config/': () => json({ ...CONFIG, diagnostics: { connection_test_enabled: false } }) });
    await expect(off.credentials(request({ purpose: 'check' }))).resolves.toMatchObject({ roomId: ROOM_ID });
    const unknown = joined({ 'GET config/': () => html(502), 'POST diagnostics/connection/': () => json({ detail: 'Not found.' }, 404) });
    await expect(unknown.credentials(request({ purpose: 'check' }))).resolves.toMatchObject({ roomId: ROOM_ID });
  });
});

describe('new rooms', () => {
  // meet-api.md, "create room", "create same name again", "create room anonymous".
  const created = ({ body }: { readonly body: unknown }) => json({ ...ROOM, slug: (body as { name: string }).name }, 201);
  const taken = () => json({ slug: ['Room with this Slug already exists.'] }, 400);

  it('have a name of La Suite Meet’s form', async () => {
    const server = visio({ 'POST rooms/': created });
    const { url, room } = await meetBackend(VISIO, { accessLevel: 'trusted' }).rooms!.create(never);
    expect(room).toMatch(/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
    expect(url).toBe(`${VISIO}/${room}`);
    expect(server.asked[0]).toMatchObject({ path: 'rooms/', body: { name: room, access_level: 'trusted' } });
  });

  it('have another name when the first is taken, once', async () => {
    let asked = 0;
    visio({ 'POST rooms/': (one) => (asked++ === 0 ? taken() : created(one)) });
    await expect(meetBackend(VISIO).rooms!.create(never)).resolves.toMatchObject({ room: expect.any(String) });
    const server = visio({ 'POST rooms/': taken });
    await expect(meetBackend(VISIO).rooms!.create(never)).rejects.toThrowError(code('REQUEST_FAILED'));
    const names = server.asked.map(({ body }) => (body as { name: string }).name);
    expect(new Set(names).size).toBe(2);
  });

  it('are for who is signed in', async () => {
    visio({ 'POST rooms/': () => json({ detail: 'Authentication credentials were not provided.' }, 401) });
    await expect(meetBackend(VISIO).rooms!.create(never)).rejects.toThrowError(code('SIGN_IN_REQUIRED'));
  });
});

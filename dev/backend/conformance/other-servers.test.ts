// What other servers and frames of other sites ask: the external API, add-ins, meeting-room equipment.
import { describe, expect, onTestFinished, type TestContext } from 'vitest';
import {
  anywhere, application, aToken, aUuid, claimsOf, closedRoom, delegated, expectAnswer, expectPage, forbidden, noRoom, notAuthenticated, openRoom, ours, quietly, required,
  signedIn, useTarget, type Asked,
} from './target.ts';

const target = useTarget({ settings: { roomkit: { token: 'roomkit-secret' } } });
const external = '/external-api/v1.0';
const post = { allow: 'POST, OPTIONS' };
const byToken = { session: false };
const scope = 'rooms:create rooms:list rooms:retrieve rooms:update rooms:delete';

const domain = 'example.org';
const request = { ...application, grant_type: 'client_credentials' };
const textual = request as Record<string, string>;
const ask = (method: string, path: string, asked?: Asked) => target.ask('anonymous', method, external + path, asked);
const getToken = (more: Readonly<Record<string, unknown>> = {}) => ask('POST', '/application/token/', { body: { ...request, ...more } });
const bearerOf = async (email: string | undefined = request.scope) => (await getToken({ scope: email })).body.access_token as string;

describe('application/token/', () => {
  ours('token (JSON)', async () => {
    const answer = await getToken();
    expectAnswer(answer, 200, { access_token: aToken, token_type: 'Bearer', expires_in: 3600, scope }, post);
    const { body: self } = await target.ask('owner', 'GET', '/users/me/');
    const claims = claimsOf(answer.body.access_token);
    expect(claims).toEqual({
      client_id: application.client_id, delegated: true, iat: expect.any(Number), exp: claims.iat + 3600, user_id: self.id, iss: 'lasuite-meet',
      aud: `${target.url}/external-api/v1.0/`, scope,
    });
  });

  delegated('token (form-encoded)', async () => {
    const raw = { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(textual).toString() };
    expectAnswer(await ask('POST', '/application/token/', { raw }), 200, { access_token: aToken, token_type: 'Bearer', expires_in: expect.any(Number), scope: expect.stringContaining('rooms:create') }, post);
  });

  delegated('bad secret', async () => {
    for (const wrong of [{ client_secret: 'bad' }, { client_id: 'nobody' }]) {
      const answer = await getToken(wrong);
      expectAnswer(answer, 401, { detail: 'Invalid credentials' }, post);
      expect(answer.headers.get('www-authenticate')).toBe('Session');
    }
  });

  delegated('scope not an e-mail', async () => {
    expectAnswer(await getToken({ scope: 'not-an-email' }), 400, { error: 'Scope should be a valid email address.' }, post);
  });

  ours('domain not allowed', async () => {
    expectAnswer(await getToken({ scope: 'x@other.test' }), 403, { error: 'This application is not authorized for this email domain.' }, post);
  });

  delegated('bad grant', async () => {
    expectAnswer(await getToken({ grant_type: 'password' }), 400, { grant_type: ['"password" is not a valid choice.'] }, post);
    const nothing = await ask('POST', '/application/token/', { body: {} });
    expectAnswer(nothing, 400, { client_id: required, client_secret: required, grant_type: required, scope: required }, post);
  });

  ours('unknown user, provisional user creation enabled', async () => {
    const answer = await getToken({ scope: `newcomer@${domain}` });
    expectAnswer(answer, 200, { access_token: aToken, token_type: 'Bearer', expires_in: 3600, scope }, post);
    expect(claimsOf(await bearerOf(`newcomer@${domain}`)).user_id).toBe(claimsOf(answer.body.access_token).user_id);
  });
});

describe('rooms/ of the external API', () => {
  const rooms = { allow: 'GET, POST, HEAD, OPTIONS', session: false };
  const one = { allow: 'GET, HEAD, OPTIONS', session: false };
  const aSlug = expect.stringMatching(/^[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
  const aRoom = (more = {}) => ({
    id: aUuid, name: aSlug, slug: aSlug, access_level: 'trusted', configuration: {}, url: expect.stringMatching(/^http.*\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/), ...more,
  });
  const create = async (body: unknown, bearer?: string) => {
    const answer = await ask('POST', '/rooms/', { body, bearer: bearer ?? (await bearerOf()) });
    if (answer.body?.id) onTestFinished(async () => void (await target.ask('owner', 'DELETE', `/rooms/${answer.body.id}/`)));
    return answer;
  };

  delegated('create room', async (context) => {
    await target.need(context, ({ telephony }) => !telephony.enabled);
    const answer = await create({});
    expectAnswer(answer, 201, aRoom(), rooms);
    expect(answer.body.url).toMatch(new RegExp(`^https?://.*/${answer.body.slug}$`));
    expect(answer.headers.get('location')).toBe(answer.body.url);
  });

  delegated('create restricted with configuration', async (context) => {
    await target.need(context, ({ telephony }) => !telephony.enabled);
    const body = { access_level: 'restricted', configuration: { everyone_can_mute: false } };
    expectAnswer(await create(body), 201, aRoom(body), rooms);
  });

  ours('create public (not allowed by default)', async () => {
    expectAnswer(await create({ access_level: 'public' }), 400, { access_level: ['Public rooms are disabled for the external API.'] }, rooms);
    expectAnswer(await create({ access_level: 'nope' }), 400, { access_level: ['"nope" is not a valid choice.'] }, rooms);
  });

  delegated('name is ignored', async (context) => {
    await target.need(context, ({ telephony }) => !telephony.enabled);
    expectAnswer(await create({ name: 'my own name' }), 201, aRoom(), rooms);
  });

  ours('list', async () => {
    const { body: made } = await create({});
    const { slug } = await target.room();
    const answer = await ask('GET', '/rooms/', { bearer: await bearerOf() });
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body).sort()).toEqual(['count', 'next', 'previous', 'results']);
    expect(answer.body.results).toContainEqual(made);
    expect(answer.body.results.map((room: { slug: string }) => room.slug)).toContain(slug);
    // Those of the person alone, and no tokens among them.
    expect((await ask('GET', '/rooms/', { bearer: await bearerOf(`tom@${domain}`) })).body).toEqual({ count: 0, next: null, previous: null, results: [] });
    expect(answer.text).not.toContain('livekit');
  });

  ours('retrieve by id', async () => {
    const { body: made } = await create({});
    expectAnswer(await ask('GET', `/rooms/${made.id}/`, { bearer: await bearerOf() }), 200, made, one);
    expectAnswer(await ask('GET', `/rooms/${made.id}/`, { bearer: await bearerOf(`tom@${domain}`) }), 403, forbidden, one);
    expectAnswer(await ask('GET', `/rooms/${crypto.randomUUID()}/`, { bearer: await bearerOf() }), 404, noRoom, one);
  });

  delegated('retrieve by slug', async () => {
    const { body: made } = await create({});
    expectAnswer(await ask('GET', `/rooms/${made.slug}/`, { bearer: await bearerOf() }), 404, { detail: 'Not found.' }, one);
  });

  delegated('PATCH (no update mixin), DELETE', async () => {
    const { body: made } = await create({});
    const bearer = await bearerOf();
    expectAnswer(await ask('PATCH', `/rooms/${made.id}/`, { body: { access_level: 'restricted' }, bearer }), 405, { detail: 'Method "PATCH" not allowed.' }, one);
    expectAnswer(await ask('DELETE', `/rooms/${made.id}/`, { bearer }), 405, { detail: 'Method "DELETE" not allowed.' }, one);
  });

  delegated('no token', async () => {
    const answer = await ask('POST', '/rooms/', { body: {} });
    expectAnswer(answer, 401, notAuthenticated, rooms);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  ours('garbage token', async () => {
    quietly();
    expectPage(await ask('POST', '/rooms/', { body: {}, bearer: 'garbage' }), 500);
  });

  ours('expired token', async () => {
    const bearer = await bearerOf();
    target.backend.clock.advance(3_600_000);
    const answer = await ask('POST', '/rooms/', { body: {}, bearer });
    expectAnswer(answer, 401, { detail: 'Token expired.' }, rooms);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  delegated('application token on the internal API', async () => {
    const answer = await target.ask('anonymous', 'GET', '/users/me/', { bearer: await bearerOf() });
    expectAnswer(answer, 401, notAuthenticated, { allow: 'GET, HEAD, OPTIONS' });
    expect(answer.headers.get('www-authenticate')).toBe('Session');
  });

  ours('application token on the internal rooms API: treated as anonymous; anonymous on that trusted room: no livekit; any logged-in user on that trusted room', async () => {
    const { slug } = (await create({})).body;
    const path = `/rooms/${slug}/?username=Olive`;
    expectAnswer(await target.ask('anonymous', 'GET', path, { bearer: await bearerOf() }), 200, closedRoom(slug, 'trusted'));
    expectAnswer(await target.ask('anonymous', 'GET', path), 200, closedRoom(slug, 'trusted'));
    expectAnswer(await target.ask('member', 'GET', path), 200, openRoom(slug, { access_level: 'trusted' }));
  });

  ours('with a telephone', async () => {
    const { telephony } = target.backend.settings;
    telephony.enabled = true;
    try {
      const { body } = await create({});
      expect(body.telephony).toEqual({ enabled: true, phone_number: telephony.phoneNumber, pin_code: expect.stringMatching(/^\d{10}$/), default_country: 'FR' });
      const { body: room } = await target.ask('owner', 'GET', `/rooms/${body.slug}/`);
      expect(room.pin_code).toBe(body.telephony.pin_code);
      expect((await target.ask('anonymous', 'GET', '/config/')).body.telephony).toEqual({
        enabled: true, default_country: 'FR', international_phone_number: telephony.phoneNumber,
      });
      // Who waits does not get to know it.
      expect((await target.ask('anonymous', 'GET', `/rooms/${body.slug}/`)).body).not.toHaveProperty('pin_code');
    } finally {
      telephony.enabled = false;
    }
  });
});

describe('addons/sessions/', () => {
  interface Opened {
    readonly transit_token: string;
    readonly csrf_token: string;
    readonly cookie: string;
  }
  async function init(context?: TestContext): Promise<Opened> {
    const answer = await target.ask('anonymous', 'POST', '/addons/sessions/init/');
    if (context && answer.status === 404) context.skip('Add-ins are off here.');
    return { ...answer.body, cookie: answer.cookies[0]!.split(';')[0]! };
  }
  const poll = ({ cookie, csrf_token }: Opened) => target.ask({ cookie }, 'POST', '/addons/sessions/poll/', { headers: { 'x-csrftoken': csrf_token } });
  const exchange = (transit_token: unknown, who: 'owner' | 'anonymous' = 'owner') =>
    target.ask(who, 'POST', '/addons/sessions/exchange/', { body: { transit_token } });

  ours('init', async () => {
    const answer = await target.ask('anonymous', 'POST', '/addons/sessions/init/');
    expectAnswer(answer, 201, { transit_token: expect.stringMatching(/^[\w-]{80}$/), csrf_token: expect.stringMatching(/^[0-9a-f]{64}$/) }, { ...post, session: false });
    expect(answer.cookies).toEqual([expect.stringMatching(/^addonsSid=[\w-]{80}; expires=[^;]+ GMT; HttpOnly; Max-Age=3600; Path=\/; SameSite=None; Secure$/)]);
  });

  anywhere('poll pending', async (context) => {
    expectAnswer(await poll(await init(context)), 202, { state: 'pending' }, { ...post, session: false });
  });

  anywhere('poll bad csrf', async (context) => {
    const opened = await init(context);
    expectPage(await poll({ ...opened, csrf_token: 'bad' }), 400);
    expectAnswer(await poll({ ...opened, csrf_token: '' }), 400, { detail: 'Missing CSRF token.' }, byToken);
    expectAnswer(await target.ask('anonymous', 'POST', '/addons/sessions/poll/'), 401, { detail: 'Missing credentials.' }, byToken);
  });

  anywhere('exchange anonymous', async (context) => {
    const answer = await exchange((await init(context)).transit_token, 'anonymous');
    expectAnswer(answer, 401, notAuthenticated, post);
    expect(answer.headers.get('www-authenticate')).toBe('Session');
  });

  ours('exchange by logged-in user, poll authenticated, and what the token is good for', async () => {
    const opened = await init();
    expectAnswer(await exchange(opened.transit_token), 200, { status: 'ok' }, post);
    const answer = await poll(opened);
    expectAnswer(answer, 200, { access_token: aToken, token_type: 'Bearer', expires_in: 7200, scope: 'rooms:create', state: 'authenticated' }, { ...post, session: false });
    expect(answer.cookies).toEqual(['addonsSid=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=None; Secure']);
    const { body: self } = await target.ask('owner', 'GET', '/users/me/');
    const bearer = answer.body.access_token;
    const claims = claimsOf(bearer);
    expect(claims).toEqual({ iat: expect.any(Number), exp: claims.iat + 7200, user_id: self.id, iss: 'lasuite-meet', aud: 'addons', scope: 'rooms:create' });
    // Read once.
    expectAnswer(await poll(opened), 404, { detail: 'Session not found.' }, byToken);
    // create room with the add-on token
    const created = await ask('POST', '/rooms/', { body: {}, bearer });
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe(created.body.url);
    // list with the add-on token (scope rooms:create only)
    expectAnswer(await ask('GET', '/rooms/', { bearer }), 403, { detail: 'Insufficient permissions. Required scope: rooms:list' }, byToken);
  });

  signedIn('a transit token is good once, and a second time ends everything', async (context) => {
    const opened = await init(context);
    await exchange(opened.transit_token);
    expectAnswer(await exchange(opened.transit_token), 400, { detail: 'Invalid or expired transit token.' }, post);
    expectAnswer(await poll(opened), 404, { detail: 'Session not found.' }, byToken);
  });

  ours('and for two minutes', async () => {
    const opened = await init();
    target.backend.clock.advance(120_000);
    expectAnswer(await exchange(opened.transit_token), 400, { detail: 'Invalid or expired transit token.' }, post);
    expectAnswer(await exchange(undefined), 400, { detail: 'Missing transit_token.' }, post);
    expect((await poll(opened)).status).toBe(202);
  });
});

describe('diagnostics/connection/', () => {
  const room = expect.stringMatching(/^connection-test-[0-9a-f-]{36}$/);

  anywhere('diagnostics/connection', async (context) => {
    await target.need(context, ({ diagnostics }) => diagnostics.connection_test_enabled);
    const answer = await target.ask('anonymous', 'POST', '/diagnostics/connection/', { body: {} });
    expectAnswer(answer, 200, { livekit: { url: expect.any(String), room, token: aToken, expires_in: 300 } }, post);
    const claims = claimsOf(answer.body.livekit.token);
    expect(claims).toMatchObject({ name: 'Connection Test', video: { room: answer.body.livekit.room, roomAdmin: false } });
    expect(claims.exp - claims.nbf).toBe(300);
  });

  ours('where it is off, and too often', async () => {
    const { connectionTest } = target.backend.settings;
    const test = () => target.ask('member', 'POST', '/diagnostics/connection/', { body: {} });
    connectionTest.enabled = false;
    expectAnswer(await test(), 404, { detail: 'Not found.' }, post);
    connectionTest.enabled = true;
    target.backend.clock.advance(60_000);
    for (let i = 0; i < 30; i++) expect((await test()).status).toBe(200);
    const refused = await test();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});

describe('roomkit/join/', () => {
  const join = (body: unknown, authorization?: string) =>
    target.ask('anonymous', 'POST', '/roomkit/join/', { body, ...(authorization !== undefined && { headers: { authorization } }) });

  ours('is for one machine only', async () => {
    const answer = await join({ pin_code: '1234567890' });
    expectAnswer(answer, 401, { detail: 'Authorization header is missing.' }, { ...post, session: false });
    expect(answer.headers.get('www-authenticate')).toBe("Bearer realm='Roomkit server to server'");
    expectAnswer(await join({}, 'Basic x'), 401, { detail: 'Invalid authorization header.' }, byToken);
    expectAnswer(await join({}, 'Bearer other'), 401, { detail: 'Invalid server-to-server token.' }, byToken);
  });

  ours('by the PIN of a room', async () => {
    const token = 'Bearer roomkit-secret';
    expectAnswer(await join({ pin_code: '1234567890' }, token), 404, { detail: 'Not found.' }, byToken);
    const { roomkit } = target.backend.settings;
    roomkit.enabled = true;
    onTestFinished(() => void (roomkit.enabled = false));
    const { slug } = await target.room();
    const { body } = await target.ask('owner', 'GET', `/rooms/${slug}/`);
    expect(body.pin_code).toMatch(/^\d{10}$/);
    expectAnswer(await join({ pin_code: body.pin_code }, token), 200, { status: 'success' }, byToken);
    expectAnswer(await join({ pin_code: '123' }, token), 400, { pin_code: ['PIN code length is invalid.'] }, byToken);
    expectAnswer(await join({}, token), 400, { pin_code: required }, byToken);
    const other = body.pin_code === '0000000000' ? '1111111111' : '0000000000';
    expectAnswer(await join({ pin_code: other }, token), 404, { detail: 'No room found for this PIN code.' }, byToken);
  });
});

ours('the LiveKit token is none of the external API', async () => {
  quietly();
  const { livekit } = await target.room();
  const answer = await ask('GET', '/rooms/', { bearer: livekit.token });
  expectPage(answer, 500);
});

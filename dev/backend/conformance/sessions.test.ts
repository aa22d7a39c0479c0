// Who may write, from where, and who may read: sessions, CSRF, cookies and CORS.
import { describe, expect } from 'vitest';
import { anywhere, expectAnswer, ours, signedIn, uniqueName, useTarget, type Answered } from './target.ts';

const embedder = 'http://embedder.test:3000';
const sibling = 'http://sibling.test';
const target = useTarget({ settings: { allowedOrigins: [embedder, sibling], trustedOrigins: [sibling] } });
const list = { allow: 'GET, POST, HEAD, OPTIONS' };

const csrfFailed = (why: string) => ({ detail: `CSRF Failed: ${why}` });
const create = (who: Parameters<typeof target.ask>[0], headers: Record<string, string> = {}) =>
  target.ask(who, 'POST', '/rooms/', { body: { name: uniqueName() }, headers });

describe('CSRF', () => {
  ours('no CSRF token', async () => {
    const { sessionid } = target.backend.signIn('olive');
    expectAnswer(await create({ cookie: `sessionid=${sessionid}` }), 403, csrfFailed('CSRF cookie not set.'), list);
  });

  ours('a cookie, but nothing that shows it was read', async () => {
    const { sessionid, csrftoken } = target.backend.signIn('olive');
    const cookie = `sessionid=${sessionid}; csrftoken=${csrftoken}`;
    const header = (value: string) => create({ cookie }, { 'x-csrftoken': value });
    expectAnswer(await header(''), 403, csrfFailed('CSRF token missing.'), list);
    expectAnswer(await header('x'), 403, csrfFailed('CSRF token from the \'X-Csrftoken\' HTTP header has incorrect length.'), list);
    expectAnswer(await header('x'.repeat(32)), 403, csrfFailed('CSRF token from the \'X-Csrftoken\' HTTP header incorrect.'), list);
  });

  signedIn('CSRF ok but foreign Origin', async () => {
    const why = `Origin checking failed - ${embedder} does not match any trusted origins.`;
    expectAnswer(await create('owner', { origin: embedder }), 403, csrfFailed(why), list);
  });

  ours('from an origin that is trusted, and from our own', async () => {
    expect((await create('owner', { origin: sibling })).status).toBe(201);
    expect((await create('owner', { origin: target.url })).status).toBe(201);
  });

  signedIn('it is asked of the waiting room of one who is signed in, too; not of strangers', async () => {
    const { id } = await target.room({ access_level: 'restricted' });
    const request = (who: 'owner' | 'anonymous') => target.ask(who, 'POST', `/rooms/${id}/request-entry/`, { body: { username: 'Bob' }, headers: { origin: embedder } });
    expect((await request('owner')).status).toBe(403);
    expect((await request('anonymous')).body).toMatchObject({ status: 'waiting' });
  });

  signedIn('reading needs none', async () => {
    expect((await target.ask('owner', 'GET', '/users/me/', { headers: { origin: embedder } })).status).toBe(200);
  });
});

describe('CORS', () => {
  const control = (answer: Answered) => Object.fromEntries([...answer.headers].filter(([name]) => name.startsWith('access-control-')));
  const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
  const known = { 'access-control-allow-origin': embedder, 'access-control-allow-credentials': 'true' };
  const ask = (method: string, path: string, origin: string, headers = {}) => target.ask('anonymous', method, path, { headers: { origin, ...headers } });

  ours('preflight of an origin that is allowed', async () => {
    const answer = await ask('OPTIONS', '/rooms/any/request-entry/', embedder, preflight);
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('');
    expect(answer.headers.get('vary')).toBe('origin, Accept-Language');
    expect(control(answer)).toEqual({
      ...known,
      'access-control-allow-headers': 'accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with',
      'access-control-allow-methods': 'DELETE, GET, OPTIONS, PATCH, POST, PUT',
      'access-control-max-age': '86400',
    });
  });

  ours('preflight of the external API', async () => {
    const answer = await ask('OPTIONS', '/external-api/v1.0/application/token/', embedder, preflight);
    expect(answer.status).toBe(200);
    expect(control(answer)).toMatchObject(known);
  });

  ours('an answer to an origin that is allowed', async () => {
    const answer = await ask('GET', '/rooms/any-room/', embedder);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('vary')).toBe('origin, Accept-Language, Cookie');
    expect(control(answer)).toEqual(known);
  });

  ours('refusals can be read, too, but not when one may come again', async () => {
    const answer = await ask('GET', '/users/me/', embedder);
    expect(answer.status).toBe(401);
    expect(control(answer)).toEqual(known);
  });

  anywhere('others are not refused: they are told nothing', async () => {
    for (const answer of [await ask('OPTIONS', '/rooms/any/request-entry/', 'https://evil.test', preflight), await ask('GET', '/config/', 'https://evil.test')]) {
      expect(answer.status).toBe(200);
      expect(control(answer)).toEqual({});
    }
  });
});

describe('sessions', () => {
  ours('last twelve hours', async () => {
    const { sessionid } = target.backend.signIn('mel');
    const me = () => target.ask({ cookie: `sessionid=${sessionid}` }, 'GET', '/users/me/');
    target.backend.clock.advance(12 * 3_600_000 - 1000);
    expect((await me()).status).toBe(200);
    target.backend.clock.advance(1000);
    expect((await me()).status).toBe(401);
  });

  ours('end when one signs out, by either method', async () => {
    for (const method of ['GET', 'POST']) {
      const { sessionid } = target.backend.signIn('mel');
      const cookie = `sessionid=${sessionid}`;
      const answer = await target.ask({ cookie }, method, '/logout/');
      expect(answer.status).toBe(302);
      expect(answer.cookies).toEqual([expect.stringMatching(/^sessionid="";.*Max-Age=0/)]);
      expect((await target.ask({ cookie }, 'GET', '/users/me/')).status).toBe(401);
    }
  });

  ours('one signs in on a page, and comes back', async () => {
    const answer = await target.ask('anonymous', 'GET', '/authenticate/?returnTo=/abc-defg-hij');
    expect(answer.status).toBe(302);
    const page = new URL(answer.headers.get('location')!, target.url);
    expect(page.pathname).toBe('/dev/sign-in/');
    const form = new URLSearchParams({ as: 'mel', returnTo: page.searchParams.get('returnTo')! });
    const signedInAs = await fetch(page, { method: 'POST', body: form, headers: { origin: target.url }, redirect: 'manual' });
    expect(signedInAs.status).toBe(303);
    expect(signedInAs.headers.get('location')).toBe(`${target.url}/abc-defg-hij`);
    const cookies = signedInAs.headers.getSetCookie();
    expect(cookies).toEqual([
      expect.stringMatching(/^sessionid=[\w-]{32}; HttpOnly; Max-Age=43200; Path=\/; SameSite=Lax; Secure$/),
      expect.stringMatching(/^csrftoken=[\w-]{32}; Max-Age=31449600; Path=\/; SameSite=Lax; Secure$/),
    ]);
    const me = await target.ask({ cookie: cookies[0]!.split(';')[0]! }, 'GET', '/users/me/');
    expect(me.body).toMatchObject({ full_name: 'Mel Member' });
  });

  ours('silently nobody is asked', async () => {
    const answer = await target.ask('anonymous', 'GET', '/authenticate/?silent=true&returnTo=/abc-defg-hij');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `${target.url}/abc-defg-hij`]);
  });

  ours('one is sent back to nobody else’s page', async () => {
    for (const returnTo of ['https://evil.test/', '//evil.test/', '/\\evil.test', 'javascript:alert(1)', 'http://127.0.0.1:1/']) {
      const answer = await target.ask('anonymous', 'GET', `/authenticate/?${new URLSearchParams({ returnTo })}`);
      const page = new URL(answer.headers.get('location')!, target.url);
      expect(page.searchParams.get('returnTo')).toBe('/');
    }
  });
});

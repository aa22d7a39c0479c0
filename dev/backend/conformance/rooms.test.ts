// Rooms: made, found, listed, changed, deleted; and the tokens that come with them.
import { describe, expect } from 'vitest';
import {
  aColour, anAccessLevel, anAddress, anywhere, aPerson, aToken, aUuid, claimsOf, closedRoom, expectAnswer, forbidden, ledRoom, noRoom, notAuthenticated, openRoom,
  ours, required, signedIn, uniqueName, useTarget,
} from './target.ts';

const target = useTarget();
const list = { allow: 'GET, POST, HEAD, OPTIONS' };
const detail = { allow: 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS' };
const sources = ['camera', 'microphone', 'screen_share', 'screen_share_audio'];

/** What everyone's token grants in a room. */
const grants = (room: string, more = {}) => ({
  roomAdmin: false,
  roomJoin: true,
  room,
  canPublish: true,
  canSubscribe: true,
  canPublishData: true,
  canPublishSources: sources,
  canUpdateOwnMetadata: false,
  ...more,
});

describe('unregistered rooms', () => {
  const unregistered = (slug: string) => ({
    id: null,
    slug,
    is_administrable: false,
    access_level: 'public',
    livekit: { url: anAddress, room: slug, token: aToken },
  });

  anywhere('unregistered room, anonymous, and its token claims', async (context) => {
    await target.needUnregistered(context);
    const slug = uniqueName('demo');
    const answer = await target.ask('anonymous', 'GET', `/rooms/${slug}/?username=Bob`);
    expectAnswer(answer, 200, unregistered(slug), detail);
    const claims = claimsOf(answer.body.livekit.token);
    expect(claims).toMatchObject({
      name: 'Bob', sub: aUuid, video: grants(slug), attributes: { color: aColour, room_role: null, is_authenticated: 'false' },
    });
    expect(claims.exp - claims.nbf).toBe(6 * 3600);
  });

  anywhere('slugify of the lookup, no username', async (context) => {
    await target.needUnregistered(context);
    const id = crypto.randomUUID().slice(0, 8);
    const answer = await target.ask('anonymous', 'GET', `/rooms/${encodeURIComponent(`My Démo Room, ${id}!`)}/`);
    expectAnswer(answer, 200, unregistered(`my-demo-room-${id}`), detail);
    expect(claimsOf(answer.body.livekit.token).name).toBe('Anonymous');
  });

  anywhere('each time one asks one is someone else', async (context) => {
    await target.needUnregistered(context);
    const subjects = await Promise.all([1, 2].map(async () => claimsOf((await target.ask('anonymous', 'GET', '/rooms/twice-asked/')).body.livekit.token).sub));
    expect(new Set(subjects).size).toBe(2);
  });

  ours('where they are not allowed they are not found', async () => {
    const { rooms } = target.backend.settings;
    rooms.allowUnregistered = false;
    try {
      expectAnswer(await target.ask('anonymous', 'GET', '/rooms/nobodys/'), 404, noRoom, detail);
    } finally {
      rooms.allowUnregistered = true;
    }
  });

  anywhere('an id that nobody has is a name like others', async (context) => {
    await target.needUnregistered(context);
    const answer = await target.ask('anonymous', 'GET', `/rooms/${crypto.randomUUID()}/`);
    expect(answer.body).toMatchObject({ id: null, slug: aUuid });
  });
});

describe('making rooms', () => {
  anywhere('create room anonymous', async () => {
    const answer = await target.ask('anonymous', 'POST', '/rooms/', { body: { name: 'x' } });
    expectAnswer(answer, 401, notAuthenticated, list);
    expect(answer.headers.get('www-authenticate')).toBe('Session');
  });

  signedIn('create room, and the token claims (owner)', async () => {
    const name = uniqueName();
    const answer = await target.ask('owner', 'POST', '/rooms/', { body: { name } });
    expectAnswer(answer, 201, ledRoom(name, { access_level: anAccessLevel }), list);
    const { id, accesses, livekit } = answer.body;
    expect(livekit.room).toBe(id);
    expect(accesses[0].resource).toBe(id);
    const { body: self } = await target.ask('owner', 'GET', '/users/me/');
    const claims = claimsOf(livekit.token);
    expect(claims.name).toBe(self.full_name);
    expect(claims.video).toEqual(grants(id, { roomAdmin: true }));
    expect(claims.attributes).toEqual({ color: aColour, room_role: 'owner', is_authenticated: 'true' });
    expect(claims.sub).not.toBe(self.id);
    expect(Object.keys(claims).sort()).toEqual(['attributes', 'exp', 'iss', 'name', 'nbf', 'sub', 'video']);
    expectAnswer(await target.ask('owner', 'DELETE', `/rooms/${id}/`), 204, '', detail);
  });

  signedIn('create with a name to be shown by', async () => {
    const name = uniqueName();
    const { body } = await target.ask('owner', 'POST', '/rooms/?username=Liv', { body: { name } });
    expect(claimsOf(body.livekit.token).name).toBe('Liv');
    await target.ask('owner', 'DELETE', `/rooms/${body.id}/`);
  });

  signedIn('create same name again', async () => {
    const { slug } = await target.room();
    expectAnswer(await target.ask('owner', 'POST', '/rooms/', { body: { name: slug } }), 400, { slug: ['Room with this Slug already exists.'] }, list);
    expectAnswer(await target.ask('member', 'POST', '/rooms/', { body: { name: slug.toUpperCase() } }), 400, { slug: ['Room with this Slug already exists.'] });
  });

  signedIn('create without name', async () => {
    expectAnswer(await target.ask('owner', 'POST', '/rooms/', { body: {} }), 400, { name: required }, list);
  });

  signedIn('what is no name, access level or configuration is refused', async () => {
    const refused = async (body: unknown) => {
      const answer = await target.ask('owner', 'POST', '/rooms/', { body });
      expect(answer.status).toBe(400);
      return answer.body;
    };
    const uuid = crypto.randomUUID();
    expect(await refused({ name: '' })).toEqual({ name: ['This field may not be blank.'] });
    expect(await refused({ name: null })).toEqual({ name: ['This field may not be null.'] });
    expect(await refused({ name: ['x'] })).toEqual({ name: ['Not a valid string.'] });
    expect(await refused({ name: 'x'.repeat(501) })).toEqual({ name: ['Ensure this field has no more than 500 characters.'] });
    expect(await refused({ name: 'x'.repeat(101) })).toEqual({ slug: ['Ensure this value has at most 100 characters (it has 101).'] });
    expect(await refused({ name: uuid })).toEqual({ name: [`Room name "${uuid}" is reserved.`] });
    expect(await refused({ name: uniqueName(), access_level: 'open' })).toEqual({ access_level: ['"open" is not a valid choice.'] });
    expect(await refused([])).toEqual({ non_field_errors: ['Invalid data. Expected a dictionary, but got list.'] });
  });

  signedIn('what is no JSON is refused', async () => {
    const broken = await target.ask('owner', 'POST', '/rooms/', { raw: { type: 'application/json', text: '{"name"' } });
    expect(broken.status).toBe(400);
    expect(broken.body).toEqual({ detail: expect.stringMatching(/^JSON parse error/) });
    const other = await target.ask('owner', 'POST', '/rooms/', { raw: { type: 'text/plain', text: 'name' } });
    expectAnswer(other, 415, { detail: 'Unsupported media type "text/plain" in request.' }, list);
  });

  signedIn('create directly restricted', async () => {
    const name = uniqueName('lobby');
    const answer = await target.ask('owner', 'POST', '/rooms/', { body: { name, access_level: 'restricted' } });
    expectAnswer(answer, 201, ledRoom(name, { access_level: 'restricted' }), list);
    await target.ask('owner', 'DELETE', `/rooms/${answer.body.id}/`);
  });
});

describe('finding rooms', () => {
  signedIn('GET by id as owner', async () => {
    const { id, slug } = await target.room();
    const answer = await target.ask('owner', 'GET', `/rooms/${id}/?username=Olive`);
    expectAnswer(answer, 200, ledRoom(slug), detail);
    expect(claimsOf(answer.body.livekit.token).name).toBe('Olive');
  });

  signedIn('GET by slug as other user (public room), and the token claims (other logged-in user, role null)', async () => {
    const { id, slug } = await target.room();
    const answer = await target.ask('member', 'GET', `/rooms/${slug}/?username=Mel`);
    expectAnswer(answer, 200, openRoom(slug), detail);
    const claims = claimsOf(answer.body.livekit.token);
    expect(claims).toMatchObject({ name: 'Mel', video: grants(id), attributes: { color: aColour, room_role: null, is_authenticated: 'true' } });
    // The same person is the same each time.
    const again = await target.ask('member', 'GET', `/rooms/${slug}/`);
    expect(claimsOf(again.body.livekit.token)).toMatchObject({ sub: claims.sub, attributes: claims.attributes });
  });

  signedIn('GET by slug anonymous (public, registered)', async () => {
    const { id, slug } = await target.room();
    const answer = await target.ask('anonymous', 'GET', `/rooms/${slug}/?username=Bob`);
    expectAnswer(answer, 200, openRoom(slug), detail);
    expect(claimsOf(answer.body.livekit.token)).toMatchObject({
      name: 'Bob', sub: aUuid, video: grants(id), attributes: { color: aColour, room_role: null, is_authenticated: 'false' },
    });
  });

  signedIn('whatever the case of its name', async () => {
    const { id, slug } = await target.room();
    expect((await target.ask('anonymous', 'GET', `/rooms/${slug.toUpperCase()}/`)).body.id).toBe(id);
  });

  anywhere('list anonymous', async () => {
    expectAnswer(await target.ask('anonymous', 'GET', '/rooms/'), 200, { count: 0, next: null, previous: null, results: [] }, list);
  });

  signedIn('list', async () => {
    const made = [await target.room(), await target.room()];
    const { body, status } = await target.ask('owner', 'GET', '/rooms/?page_size=100');
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['count', 'next', 'previous', 'results']);
    for (const { id, slug } of made) expect(body.results.find((room: { id: string }) => room.id === id)).toEqual(ledRoom(slug));
  });

  ours('list, by name', async () => {
    for (const name of [uniqueName('b'), uniqueName('a'), uniqueName('c')]) await target.room({ name });
    const { body } = await target.ask('owner', 'GET', '/rooms/?page_size=100');
    const names = body.results.map(({ name }: { name: string }) => name);
    expect(names.length).toBeGreaterThan(2);
    expect(names).toEqual([...names].sort());
  });

  signedIn('list, in pages', async () => {
    await target.room();
    await target.room();
    const first = await target.ask('owner', 'GET', '/rooms/?page_size=1');
    expect(first.body).toMatchObject({ count: expect.any(Number), next: expect.stringContaining('page=2'), previous: null });
    expect(first.body.results).toHaveLength(1);
    const second = await target.ask('owner', 'GET', '/rooms/?page_size=1&page=2');
    expect(second.body.previous).toEqual(expect.stringMatching(/\/rooms\/\?page_size=1$/));
    expect(second.body.results[0].id).not.toBe(first.body.results[0].id);
    expectAnswer(await target.ask('owner', 'GET', '/rooms/?page=1000'), 404, { detail: 'Invalid page.' }, list);
  });
});

describe('changing rooms', () => {
  signedIn('PATCH access_level restricted', async () => {
    const { id, slug } = await target.room();
    const answer = await target.ask('owner', 'PATCH', `/rooms/${id}/`, { body: { access_level: 'restricted' } });
    expectAnswer(answer, 200, ledRoom(slug, { access_level: 'restricted' }), detail);
  });

  signedIn('PATCH configuration', async () => {
    const { id, slug } = await target.room();
    const configuration = { can_publish_sources: ['microphone'], everyone_can_mute: false };
    const answer = await target.ask('owner', 'PATCH', `/rooms/${slug}/`, { body: { configuration } });
    expectAnswer(answer, 200, ledRoom(slug, { configuration }), detail);
    // Those who lead publish what they like, others what the room lets them.
    expect(claimsOf(answer.body.livekit.token).video.canPublishSources).toEqual(sources);
    const guest = await target.ask('anonymous', 'GET', `/rooms/${id}/`);
    expect(claimsOf(guest.body.livekit.token).video).toEqual(grants(id, { canPublishSources: ['microphone'] }));
  });

  signedIn('PATCH configuration to nothing at all', async () => {
    const { id } = await target.room();
    await target.ask('owner', 'PATCH', `/rooms/${id}/`, { body: { configuration: { can_publish_sources: [] } } });
    const guest = await target.ask('anonymous', 'GET', `/rooms/${id}/`);
    expect(claimsOf(guest.body.livekit.token).video).toMatchObject({ canPublish: false, canPublishSources: [] });
  });

  signedIn('PATCH configuration invalid', async () => {
    const { id } = await target.room();
    const refused = async (configuration: unknown) => {
      const answer = await target.ask('owner', 'PATCH', `/rooms/${id}/`, { body: { configuration } });
      expectAnswer(answer, 400, { configuration: expect.any(Array) }, detail);
      return answer.body.configuration[0];
    };
    expect(await refused({ foo: 1 })).toEqual({
      type: 'extra_forbidden', loc: ['foo'], msg: 'Extra inputs are not permitted', input: '1', url: expect.stringMatching(/\/v\/extra_forbidden$/),
    });
    expect(await refused({ everyone_can_mute: 'maybe' })).toMatchObject({ type: 'bool_parsing', loc: ['everyone_can_mute'], input: 'maybe' });
    expect(await refused({ can_publish_sources: 'camera' })).toMatchObject({ type: 'list_type', loc: ['can_publish_sources'] });
    expect(await refused({ can_publish_sources: ['CAMERA'] })).toMatchObject({ type: 'literal_error', loc: ['can_publish_sources', '0'] });
  });

  signedIn('PATCH access_level invalid', async () => {
    const { id } = await target.room();
    const answer = await target.ask('owner', 'PATCH', `/rooms/${id}/`, { body: { access_level: 'nope' } });
    expectAnswer(answer, 400, { access_level: ['"nope" is not a valid choice.'] }, detail);
  });

  signedIn('PATCH as non admin', async () => {
    const { id } = await target.room();
    const body = { access_level: 'public' };
    expectAnswer(await target.ask('member', 'PATCH', `/rooms/${id}/`, { body }), 403, forbidden, detail);
    expectAnswer(await target.ask('anonymous', 'PATCH', `/rooms/${id}/`, { body }), 401, notAuthenticated, detail);
    expectAnswer(await target.ask('member', 'PATCH', `/rooms/${uniqueName()}/`, { body }), 404, noRoom, detail);
  });

  signedIn('PATCH the name, which changes where it is found', async () => {
    const { id, slug } = await target.room();
    const name = uniqueName('renamed');
    expectAnswer(await target.ask('owner', 'PATCH', `/rooms/${id}/`, { body: { name } }), 200, ledRoom(name), detail);
    expect((await target.ask('anonymous', 'GET', `/rooms/${slug}/`)).body.id).not.toBe(id);
    expect((await target.ask('anonymous', 'GET', `/rooms/${name}/`)).body.id).toBe(id);
  });

  signedIn('PUT wants the name, too', async () => {
    const { id, slug } = await target.room();
    expectAnswer(await target.ask('owner', 'PUT', `/rooms/${id}/`, { body: { access_level: 'trusted' } }), 400, { name: required }, detail);
    const body = { name: slug, access_level: 'trusted' };
    expectAnswer(await target.ask('owner', 'PUT', `/rooms/${id}/`, { body }), 200, ledRoom(slug, { access_level: 'trusted' }), detail);
  });

  signedIn('GET anonymous, restricted room', async () => {
    const { slug } = await target.room({ access_level: 'restricted', configuration: { everyone_can_mute: false } });
    const answer = await target.ask('anonymous', 'GET', `/rooms/${slug}/?username=Bob`);
    expectAnswer(answer, 200, closedRoom(slug, 'restricted', { everyone_can_mute: false }), detail);
  });

  signedIn('GET logged-in no role, restricted room', async () => {
    const { slug } = await target.room({ access_level: 'restricted' });
    expectAnswer(await target.ask('member', 'GET', `/rooms/${slug}/?username=Mel`), 200, closedRoom(slug, 'restricted'), detail);
  });

  signedIn('trusted, GET trusted logged-in, GET trusted anonymous', async () => {
    const { id, slug } = await target.room();
    const body = { access_level: 'trusted' };
    expectAnswer(await target.ask('owner', 'PATCH', `/rooms/${id}/`, { body }), 200, ledRoom(slug, body), detail);
    expectAnswer(await target.ask('member', 'GET', `/rooms/${slug}/?username=Mel`), 200, openRoom(slug, body), detail);
    expectAnswer(await target.ask('anonymous', 'GET', `/rooms/${slug}/?username=Bob`), 200, closedRoom(slug, 'trusted'), detail);
  });

  signedIn('deleting is the owner’s', async () => {
    const { id, slug } = await target.room();
    expectAnswer(await target.ask('member', 'DELETE', `/rooms/${id}/`), 403, forbidden, detail);
    expectAnswer(await target.ask('anonymous', 'DELETE', `/rooms/${id}/`), 401, notAuthenticated, detail);
    expectAnswer(await target.ask('owner', 'DELETE', `/rooms/${id}/`), 204, '', detail);
    expectAnswer(await target.ask('owner', 'DELETE', `/rooms/${id}/`), 404, noRoom, detail);
    expect((await target.ask('owner', 'GET', `/rooms/${slug}/`)).body.id).not.toBe(id);
  });
});

signedIn('a room that has a person tells who they are', async () => {
  const { id } = await target.room();
  const { body } = await target.ask('owner', 'GET', `/rooms/${id}/`);
  expect(body.accesses[0].user).toEqual(aPerson);
});

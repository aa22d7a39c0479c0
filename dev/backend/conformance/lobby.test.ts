// The waiting room.
import { describe, expect } from 'vitest';
import { aColour, anAddress, anywhere, aToken, aUuid, claimsOf, expectAnswer, noPrivileges, noRoom, notAuthenticated, ours, required, signedIn, uniqueName, useTarget } from './target.ts';

const target = useTarget();
const post = { allow: 'POST, OPTIONS' };
const listed = { allow: 'GET, HEAD, OPTIONS' };
const aCookie = (id: unknown = '[0-9a-f-]{36}') => expect.stringMatching(new RegExp(`^lobbyParticipantId=${String(id)}; HttpOnly; Path=/; SameSite=Lax; Secure$`));
const cookieOf = (id: string) => ({ cookie: `lobbyParticipantId=${id}` });
const updated = { message: 'Participant was updated.' };

const entry = (room: string, who: Parameters<typeof target.ask>[0] = 'anonymous', username = 'Bob') =>
  target.ask(who, 'POST', `/rooms/${room}/request-entry/`, { body: { username } });
const enter = (room: string, participant_id: string, allow_entry: boolean) =>
  target.ask('owner', 'POST', `/rooms/${room}/enter/`, { body: { participant_id, allow_entry } });
const waiting = async (room: string) => (await target.ask('owner', 'GET', `/rooms/${room}/waiting-participants/`)).body.participants;
const restricted = () => target.room({ access_level: 'restricted', configuration: { can_publish_sources: ['microphone'] } });

describe('asking', () => {
  signedIn('request-entry no username', async () => {
    const { id } = await restricted();
    expectAnswer(await target.ask('anonymous', 'POST', `/rooms/${id}/request-entry/`, { body: {} }), 400, { username: required }, post);
    expectAnswer(await target.ask('anonymous', 'POST', `/rooms/${id}/request-entry/`, { body: { username: '  ' } }), 400, { username: ['This field may not be blank.'] }, post);
  });

  signedIn('request-entry, and poll request-entry with cookie: still waiting', async () => {
    const { id } = await restricted();
    const first = await entry(id);
    const state = { status: 'waiting', username: 'Bob', id: aUuid, color: aColour, livekit: null };
    expectAnswer(first, 200, state, post);
    expect(first.cookies).toEqual([aCookie(first.body.id)]);
    const second = await entry(id, cookieOf(first.body.id), 'Robert');
    // The name stays as it was first said.
    expectAnswer(second, 200, { ...state, id: first.body.id, color: first.body.color }, post);
    expect(second.cookies).toEqual([aCookie(first.body.id)]);
    expect(await waiting(id)).toHaveLength(1);
  });

  // As La Suite Meet's own backend gave them.
  signedIn.for([
    ['9798afb2-1e26-4eb2-9141-06994c469b46', 'hsl(110, 53%, 46%)'],
    ['103e2673-8751-4fbf-b202-ff2d0ce0dcae', 'hsl(339, 54%, 26%)'],
    ['c610cebb-6fe9-40d4-ae7e-be82cc593a79', 'hsl(236, 75%, 49%)'],
    ['77153978-ed85-4d37-996f-c9c4ce379c25', 'hsl(8, 60%, 28%)'],
  ] as const)('the colour of %s is %s', async ([participant, color]) => {
    const { id } = await restricted();
    expect((await entry(id, cookieOf(participant))).body).toMatchObject({ id: participant, color });
  });

  signedIn('without the cookie each time is someone else', async () => {
    const { id } = await restricted();
    await entry(id);
    await entry(id);
    expect(await waiting(id)).toHaveLength(2);
  });

  anywhere('request-entry on unregistered room', async () => {
    expectAnswer(await entry(uniqueName('not-a-room')), 404, noRoom, post);
  });

  ours('150 a minute with one cookie, then 429', async () => {
    const { id } = await restricted();
    const who = cookieOf(crypto.randomUUID());
    for (let i = 0; i < 150; i += 50) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => entry(id, who)));
      expect(answers.every(({ status }) => status === 200)).toBe(true);
    }
    const refused = await entry(id, who);
    expect(refused.status).toBe(429);
    const seconds = refused.headers.get('retry-after');
    expect(Number(seconds)).toBeGreaterThan(0);
    expect(refused.body).toEqual({ detail: `Request was throttled. Expected available in ${seconds} seconds.` });
    // Not others, and not strangers.
    expect((await entry(id, cookieOf(crypto.randomUUID()))).status).toBe(200);
    expect((await entry(id)).status).toBe(200);
    target.backend.clock.advance(60_000);
    expect((await entry(id, who)).status).toBe(200);
  });
});

describe('who need not ask', () => {
  signedIn('anyone, where the room is public', async () => {
    const { id } = await target.room();
    const answer = await entry(id);
    expectAnswer(answer, 200, { status: 'accepted', username: 'Bob', id: aUuid, color: aColour, livekit: { url: anAddress, room: id, token: aToken } }, post);
    expect(claimsOf(answer.body.livekit.token)).toMatchObject({ sub: answer.body.id, name: 'Bob', attributes: { color: answer.body.color } });
  });

  signedIn('those who are signed in, where it is trusted', async () => {
    const { id } = await target.room({ access_level: 'trusted' });
    expect((await entry(id, 'member')).body).toMatchObject({ status: 'accepted', livekit: { room: id } });
    expect((await entry(id)).body).toMatchObject({ status: 'waiting', livekit: null });
  });

  signedIn('those who have a role, where it is restricted', async () => {
    const { id } = await restricted();
    const owner = await entry(id, 'owner', 'Olive');
    expect(owner.body).toMatchObject({ status: 'accepted' });
    expect(claimsOf(owner.body.livekit.token)).toMatchObject({ video: { roomAdmin: true }, attributes: { room_role: 'owner' } });
    expect((await entry(id, 'member')).body).toMatchObject({ status: 'waiting' });
  });

  signedIn('whoever waits as it opens', async () => {
    const { id } = await restricted();
    const { body } = await entry(id);
    await target.ask('owner', 'PATCH', `/rooms/${id}/`, { body: { access_level: 'public' } });
    expect((await entry(id, cookieOf(body.id))).body).toMatchObject({ status: 'accepted', id: body.id });
  });
});

describe('letting in', () => {
  signedIn('waiting', async () => {
    const { id } = await restricted();
    const { body } = await entry(id);
    const answer = await target.ask('owner', 'GET', `/rooms/${id}/waiting-participants/`);
    expectAnswer(answer, 200, { participants: [{ status: 'waiting', username: 'Bob', id: body.id, color: body.color }] }, listed);
  });

  signedIn('waiting anonymous', async () => {
    const { id } = await restricted();
    const answer = await target.ask('anonymous', 'GET', `/rooms/${id}/waiting-participants/`);
    expectAnswer(answer, 401, notAuthenticated, listed);
    expect(answer.headers.get('www-authenticate')).toBe('Session');
  });

  signedIn('waiting non-admin', async () => {
    const { id } = await restricted();
    expectAnswer(await target.ask('member', 'GET', `/rooms/${id}/waiting-participants/`), 403, noPrivileges, listed);
  });

  signedIn('waiting, where nobody has to', async () => {
    const { id } = await target.room();
    expectAnswer(await target.ask('owner', 'GET', `/rooms/${id}/waiting-participants/`), 200, { participants: [] }, listed);
    expectAnswer(await enter(id, crypto.randomUUID(), true), 404, { message: 'Room has no lobby system.' }, post);
    expectAnswer(await target.ask('owner', 'GET', `/rooms/${uniqueName()}/waiting-participants/`), 404, noRoom, listed);
  });

  signedIn('enter accept, poll: accepted, and the token claims (accepted anon)', async () => {
    const { id } = await restricted();
    const { body } = await entry(id);
    expectAnswer(await enter(id, body.id, true), 200, updated, post);
    const answer = await entry(id, cookieOf(body.id));
    expectAnswer(answer, 200, { ...body, status: 'accepted', livekit: { url: anAddress, room: id, token: aToken } }, post);
    expect(answer.cookies).toEqual([aCookie(body.id)]);
    const claims = claimsOf(answer.body.livekit.token);
    expect(claims).toMatchObject({ sub: body.id, name: 'Bob', attributes: { color: body.color, room_role: null, is_authenticated: 'false' } });
    expect(claims.video).toMatchObject({ roomAdmin: false, canPublishSources: ['microphone'] });
    expect(await waiting(id)).toEqual([]);
  });

  signedIn('second, deny, poll: denied', async () => {
    const { id } = await restricted();
    const { body } = await entry(id, 'anonymous', 'Eve');
    expectAnswer(await enter(id, body.id, false), 200, updated, post);
    expectAnswer(await entry(id, cookieOf(body.id), 'Eve'), 200, { ...body, status: 'denied' }, post);
    expect(await waiting(id)).toEqual([]);
  });

  signedIn('enter unknown', async () => {
    const { id } = await restricted();
    expectAnswer(await enter(id, crypto.randomUUID(), true), 404, { message: 'Participant not found.' }, post);
  });

  signedIn('enter without what it needs', async () => {
    const { id } = await restricted();
    const ask = (body: unknown, who: 'owner' | 'member' | 'anonymous' = 'owner') => target.ask(who, 'POST', `/rooms/${id}/enter/`, { body });
    expectAnswer(await ask({}), 400, { participant_id: required, allow_entry: required }, post);
    expectAnswer(await ask({ participant_id: 'x', allow_entry: 'perhaps' }), 400, {
      participant_id: ['Must be a valid UUID.'], allow_entry: ['Must be a valid boolean.'],
    }, post);
    const body = { participant_id: crypto.randomUUID(), allow_entry: true };
    expectAnswer(await ask(body, 'member'), 403, noPrivileges, post);
    expectAnswer(await ask(body, 'anonymous'), 401, notAuthenticated, post);
  });
});

describe('how long it is remembered', () => {
  const pass = (seconds: number) => target.backend.clock.advance(seconds * 1000);

  ours('waiting 4 s later w/o polling: dropped (LOBBY_WAITING_TIMEOUT 3 s)', async () => {
    const { id } = await restricted();
    const { body } = await entry(id);
    pass(2);
    expect(await waiting(id)).toHaveLength(1);
    pass(2);
    expect(await waiting(id)).toEqual([]);
    expectAnswer(await enter(id, body.id, true), 404, { message: 'Participant not found.' }, post);
  });

  ours('as long as one asks', async () => {
    const { id } = await restricted();
    const { body } = await entry(id);
    for (let i = 0; i < 5; i++) {
      pass(2);
      expect((await entry(id, cookieOf(body.id))).body).toMatchObject({ status: 'waiting', id: body.id });
    }
    expect(await waiting(id)).toHaveLength(1);
  });

  ours('poll 6 s later: record has expired → waiting again', async () => {
    const { id } = await restricted();
    const { body } = await entry(id);
    await enter(id, body.id, false);
    pass(4);
    expect((await entry(id, cookieOf(body.id))).body.status).toBe('denied');
    pass(2);
    expect((await entry(id, cookieOf(body.id))).body).toEqual(body);
  });

  ours('six hours, once let in', async () => {
    const { id } = await restricted();
    const { body } = await entry(id);
    await enter(id, body.id, true);
    pass(6 * 3600 - 2);
    expect((await entry(id, cookieOf(body.id))).body.status).toBe('accepted');
    pass(3);
    expect((await entry(id, cookieOf(body.id))).body.status).toBe('waiting');
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '../backend.js';
import { meetBackend } from './index.js';
import { fakeVisio, html, json, jwt, ROOM, ROOM_ID, type Answer } from './testing.js';

const VISIO = 'https://visio.example';
const BOB = '28d56579-6fe6-41de-9179-5c45385baaf2';
const guestToken = jwt({ sub: BOB, video: { room: ROOM_ID, roomAdmin: false } });
const ownerToken = jwt({ sub: 'olive', video: { room: ROOM_ID, roomAdmin: true } });
const session = (token = ownerToken): Session => ({ room: 'room-0e3cfe', roomId: ROOM_ID, serverUrl: 'wss://livekit.example', token });
const code = (name: string) => expect.objectContaining({ name: 'VisioError', code: name });
const never = new AbortController().signal;

const SUCCESS: Answer = () => json({ status: 'success' });
const REFUSED: Answer = () => json({ detail: 'You do not have permission to perform this action.' }, 403);
const NO_PRIVILEGES: Answer = () => json({ detail: 'You must have privileges on room to perform this action.' }, 403);

/** A Visio whose room answers to `action`, and a backend to ask it. */
function room(action: string, answer: Answer, method = 'POST') {
  const server = fakeVisio({ [`${method} rooms/${ROOM_ID}/${action}`]: answer });
  return { server, backend: meetBackend(VISIO) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('as the participant that the LiveKit token names', () => {
  // meet-api.md, "toggle-hand (LiveKit token)", "lower", "rename (LiveKit token)", "start-subtitle (LiveKit token, no agent worker)".
  it.each([
    ['toggle-hand/', { raised: true }, (backend: ReturnType<typeof meetBackend>, s: Session) => backend.hands!.setRaised(true, s)],
    ['toggle-hand/', { raised: false }, (backend: ReturnType<typeof meetBackend>, s: Session) => backend.hands!.setRaised(false, s)],
    ['rename/', { name: 'Bobby' }, (backend: ReturnType<typeof meetBackend>, s: Session) => backend.rename!('Bobby', s)],
    ['start-subtitle/', {}, (backend: ReturnType<typeof meetBackend>, s: Session) => backend.captions!.start(s)],
  ])('%s %j is asked with it, and with nothing else', async (action, body, act) => {
    const { server, backend } = room(action, SUCCESS);
    await act(backend, session(guestToken));
    expect(server.asked).toMatchObject([{ path: `rooms/${ROOM_ID}/${action}`, body, credentials: 'omit' }]);
    expect(server.asked[0]!.headers).toEqual({ accept: 'application/json', 'content-type': 'application/json', authorization: `Bearer ${guestToken}` });
  });

  it.each([
    ['a token it does not know', () => json({ detail: 'Invalid LiveKit token: Signature verification failed' }, 403), 'NOT_ALLOWED'],
    ['someone who is not there', () => json({ error: 'Participant not found' }, 404), 'REQUEST_FAILED'],
    ['a failure', () => html(500), 'BACKEND_FAILED'],
    ['an answer that says nothing', () => json({ hello: 'world' }), 'BACKEND_FAILED'],
    ['nobody', () => Promise.reject(new TypeError('Failed to fetch')), 'BACKEND_UNREACHABLE'],
  ])('%s is told by its code', async (_, answer, name) => {
    const { server, backend } = room('toggle-hand/', answer);
    await expect(backend.hands!.setRaised(true, session(guestToken))).rejects.toThrowError(code(name));
    expect(server.asked.length).toBe(1);
  });

  it('captions that are turned off are so', async () => {
    const { backend } = room('start-subtitle/', () => json({ detail: 'Not found.' }, 404));
    await expect(backend.captions!.start(session(guestToken))).rejects.toThrowError(code('FEATURE_OFF'));
  });
});

describe('muting', () => {
  const body = { participant_identity: BOB, track_sid: 'TR_AMoa454FecBfd2' };
  const mute = (backend: ReturnType<typeof meetBackend>, token: string) => backend.moderation!.mute(BOB, 'TR_AMoa454FecBfd2', session(token));

  // meet-api.md section 1, 10, and "mute by session owner".
  it('is by session, without a token beside it, for who moderates', async () => {
    const { server, backend } = room('mute-participant/', SUCCESS);
    await mute(backend, ownerToken);
    expect(server.asked).toMatchObject([{ body, credentials: 'include' }]);
    expect(Object.keys(server.asked[0]!.headers)).not.toContain('authorization');
  });

  it('is by token for others', async () => {
    const { server, backend } = room('mute-participant/', SUCCESS);
    await mute(backend, guestToken);
    expect(server.asked).toMatchObject([{ body, headers: { authorization: `Bearer ${guestToken}` } }]);
  });

  // The token does not know of a role that was given during the call.
  it('is tried the other way once', async () => {
    const promoted = room('mute-participant/', (asked) => (asked.headers['authorization'] ? REFUSED(asked) : SUCCESS(asked)));
    await mute(promoted.backend, guestToken);
    expect(promoted.server.asked.length).toBe(2);

    const refused = room('mute-participant/', REFUSED);
    await expect(mute(refused.backend, guestToken)).rejects.toThrowError(code('NOT_ALLOWED'));
    expect(refused.server.asked.length).toBe(2);
  });

  // meet-api.md, "mute unknown participant".
  it('of who is not there fails, and is not tried again', async () => {
    const { server, backend } = room('mute-participant/', () => json({ error: 'Failed to mute participant' }, 500));
    await expect(mute(backend, ownerToken)).rejects.toThrowError(code('BACKEND_FAILED'));
    expect(server.asked.length).toBe(1);
  });
});

describe('moderation', () => {
  // meet-api.md, "update attributes+name".
  it('lowers a hand, and touches nothing else of the participant', async () => {
    const { server, backend } = room('update-participant/', SUCCESS);
    await backend.hands!.lower!(BOB, session());
    expect(server.asked[0]!.body).toEqual({ participant_identity: BOB, attributes: { handRaisedAt: '' } });
  });

  // meet-api.md, "update attributes+name": any attribute, as text.
  it('marks an interpreter, and no longer, and touches nothing else', async () => {
    const { server, backend } = room('update-participant/', SUCCESS);
    await backend.moderation!.setInterpreter!(BOB, true, session());
    await backend.moderation!.setInterpreter!(BOB, false, session());
    expect(server.asked.map(({ body }) => body)).toEqual([
      { participant_identity: BOB, attributes: { 'visio.interpreter': 'true' } },
      { participant_identity: BOB, attributes: { 'visio.interpreter': '' } },
    ]);
  });

  // meet-api.md, "update permission: only microphone".
  it('says what someone may publish; of nothing at all, that they may not', async () => {
    const { server, backend } = room('update-participant/', SUCCESS);
    await backend.moderation!.setCanPublish(BOB, ['microphone'], session());
    await backend.moderation!.setCanPublish(BOB, [], session());
    expect(server.asked.map(({ body }) => body)).toEqual([
      { participant_identity: BOB, permission: { can_subscribe: true, can_publish: true, can_publish_data: true, can_publish_sources: ['microphone'] } },
      { participant_identity: BOB, permission: { can_subscribe: true, can_publish: false, can_publish_data: true, can_publish_sources: [] } },
    ]);
  });

  // meet-api.md, "forbidden permission hidden": a page, with 400.
  it('understands a page of the server’s own', async () => {
    const { backend } = room('update-participant/', () => html(400));
    await expect(backend.moderation!.setCanPublish(BOB, [], session())).rejects.toThrowError(code('REQUEST_FAILED'));
  });

  // meet-api.md, "remove Bob", "remove Bob again".
  it('sends someone out', async () => {
    const there = room('remove-participant/', SUCCESS);
    await there.backend.moderation!.remove(BOB, session());
    expect(there.server.asked[0]!.body).toEqual({ participant_identity: BOB });
    const gone = room('remove-participant/', () => json({ error: 'Participant not found' }, 404));
    await expect(gone.backend.moderation!.remove(BOB, session())).rejects.toThrowError(code('REQUEST_FAILED'));
  });

  // meet-api.md, "promote Mel (logged in, present)", "promote anonymous Bob".
  it('gives and takes a role', async () => {
    const { server, backend } = room('update-participant-role/', () => json({ role: 'administrator', livekit_synced: true }));
    await backend.moderation!.setRole('mel', 'administrator', session());
    expect(server.asked[0]!.body).toEqual({ participant_identity: 'mel', role: 'administrator' });
    const anonymous = room('update-participant-role/', () => json({ error: 'This participant has no user account and cannot be assigned a role.' }, 404));
    await expect(anonymous.backend.moderation!.setRole(BOB, 'administrator', session())).rejects.toThrowError(code('REQUEST_FAILED'));
  });

  // meet-api.md, "PATCH access_level restricted", "PATCH as non admin".
  it('locks the room', async () => {
    const { server, backend } = room('', () => json({ ...ROOM, access_level: 'restricted' }), 'PATCH');
    await backend.moderation!.setRoom({ accessLevel: 'restricted' }, session());
    expect(server.asked).toMatchObject([{ method: 'PATCH', path: `rooms/${ROOM_ID}/`, body: { access_level: 'restricted' } }]);
    const refused = room('', REFUSED, 'PATCH');
    await expect(refused.backend.moderation!.setRoom({ accessLevel: 'public' }, session())).rejects.toThrowError(code('NOT_ALLOWED'));
  });

  // meet-api.md, "PATCH configuration": what is not said is gone afterwards.
  it('changes one part of the configuration, and keeps the other', async () => {
    const now = { ...ROOM, configuration: { can_publish_sources: ['microphone', 'hologram'] } };
    const server = fakeVisio({ [`GET rooms/${ROOM_ID}/`]: () => json(now), [`PATCH rooms/${ROOM_ID}/`]: () => json(now) });
    await meetBackend(VISIO).moderation!.setRoom({ everyoneCanMute: false }, session());
    expect(server.asked.at(-1)).toMatchObject({ method: 'PATCH', body: { configuration: { can_publish_sources: ['microphone'], everyone_can_mute: false } } });
  });
});

describe('who waits', () => {
  // meet-api.md, "waiting", "waiting non-admin".
  it('is listed, as far as it makes sense', async () => {
    const participants = [
      { status: 'waiting', username: 'Bob', id: '9798afb2-1e26-4eb2-9141-06994c469b46', color: 'hsl(110, 53%, 46%)' },
      { status: 'accepted', username: 'Eve', id: '103e2673' },
      { status: 'waiting', username: 42, id: '77153978' },
      { status: 'waiting', username: 'x', id: '../../evil' },
      null,
    ];
    const { backend } = room('waiting-participants/', () => json({ participants }), 'GET');
    await expect(backend.waitingRoom!.list(session(), never)).resolves.toEqual([
      { id: '9798afb2-1e26-4eb2-9141-06994c469b46', name: 'Bob' },
      { id: '77153978', name: '' },
    ]);
    const many = room('waiting-participants/', () => json({ participants: Array.from({ length: 2000 }, (_, n) => ({ status: 'waiting', username: 'x', id: `${n}` })) }), 'GET');
    expect((await many.backend.waitingRoom!.list(session(), never)).length).toBe(500);
    const wrong = room('waiting-participants/', () => json({ participants: 'all' }), 'GET');
    await expect(wrong.backend.waitingRoom!.list(session(), never)).rejects.toThrowError(code('BACKEND_FAILED'));
    const refused = room('waiting-participants/', NO_PRIVILEGES, 'GET');
    await expect(refused.backend.waitingRoom!.list(session(), never)).rejects.toThrowError(code('NOT_ALLOWED'));
  });

  // meet-api.md, "enter accept", "deny", "enter unknown".
  it('is let in or not', async () => {
    const { server, backend } = room('enter/', () => json({ message: 'Participant was updated.' }));
    await backend.waitingRoom!.admit('9798afb2', session());
    await backend.waitingRoom!.deny('103e2673', session());
    expect(server.asked.map(({ body }) => body)).toEqual([
      { participant_id: '9798afb2', allow_entry: true },
      { participant_id: '103e2673', allow_entry: false },
    ]);
    const gone = room('enter/', () => json({ message: 'Participant not found.' }, 404));
    await expect(gone.backend.waitingRoom!.admit('9798afb2', session())).rejects.toThrowError(code('REQUEST_FAILED'));
  });
});

describe('recording', () => {
  it('starts and stops', async () => {
    const start = room('start-recording/', () => json({ message: 'Recording successfully started for room live-43c9ed' }, 201));
    await start.backend.recording!.start('screen_recording', { transcribe: true, language: 'fr' }, session());
    expect(start.server.asked[0]!.body).toEqual({ mode: 'screen_recording', options: { transcribe: true, language: 'fr' } });
    const stop = room('stop-recording/', () => json({ message: 'Recording stopped for room live-43c9ed.' }));
    await stop.backend.recording!.stop(session());
  });

  // meet.md 2.2; meet-api.md, "start-recording without egress", "start-recording non admin", "stop-recording".
  it.each([
    [409, 'ALREADY_ACTIVE'],
    [502, 'BACKEND_FAILED'],
    [404, 'FEATURE_OFF'],
    [403, 'NOT_ALLOWED'],
    [401, 'SIGN_IN_REQUIRED'],
    [400, 'REQUEST_FAILED'],
  ])('that is answered with %i is %s', async (status, name) => {
    const { server, backend } = room('start-recording/', () => json({ error: 'no' }, status));
    await expect(backend.recording!.start('transcript', {}, session())).rejects.toThrowError(code(name));
    expect(server.asked.length).toBe(1);
  });

  it('that does not run cannot be stopped', async () => {
    const { backend } = room('stop-recording/', () => json({ detail: 'No active recording found for this room.' }, 404));
    await expect(backend.recording!.stop(session())).rejects.toThrowError(code('REQUEST_FAILED'));
  });
});

describe('a session that writes', () => {
  const page = (hostname: string, cookie: string) => {
    vi.stubGlobal('location', { hostname });
    vi.stubGlobal('document', { cookie });
  };
  const csrfOf = async () => {
    const { server, backend } = room('remove-participant/', SUCCESS);
    await backend.moderation!.remove(BOB, session());
    return server.asked[0]!.headers['x-csrftoken'];
  };

  it('sends the CSRF token of its own host, and of no other', async () => {
    page('visio.example', 'a=b; csrftoken=JJ9xQ2; c=d');
    expect(await csrfOf()).toBe('JJ9xQ2');
    page('docs.example', 'csrftoken=JJ9xQ2');
    expect(await csrfOf()).toBeUndefined();
    page('visio.example', 'xcsrftoken=JJ9xQ2');
    expect(await csrfOf()).toBeUndefined();
    page('visio.example', 'csrftoken=a b');
    expect(await csrfOf()).toBeUndefined();
  });

  it('does not send it where it only reads, nor beside a LiveKit token', async () => {
    page('visio.example', 'csrftoken=JJ9xQ2');
    const reads = room('waiting-participants/', () => json({ participants: [] }), 'GET');
    await reads.backend.waitingRoom!.list(session(), never);
    const asParticipant = room('toggle-hand/', SUCCESS);
    await asParticipant.backend.hands!.setRaised(true, session(guestToken));
    for (const { asked } of [reads.server, asParticipant.server]) expect(asked[0]!.headers['x-csrftoken']).toBeUndefined();
  });

  it('is not held up for longer than some seconds by a throttled server', async () => {
    const long = room('remove-participant/', () => json({ detail: 'Request was throttled. Expected available in 60 seconds.' }, 429));
    await expect(long.backend.moderation!.remove(BOB, session())).rejects.toThrowError(code('TOO_MANY_REQUESTS'));
    expect(long.server.asked.length).toBe(1);

    let asked = 0;
    const short = room('remove-participant/', (one) => (asked++ === 0 ? json({ detail: 'Request was throttled.' }, 429) : SUCCESS(one)));
    const done = short.backend.moderation!.remove(BOB, session());
    await vi.advanceTimersByTimeAsync(5000);
    await done;
    expect(short.server.asked.length).toBe(2);
  });
});

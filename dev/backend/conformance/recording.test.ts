// Recording and transcribing: what starts and stops it, how far the room says it is, and what comes of it.
import { AccessToken } from 'livekit-server-sdk';
import { describe, expect, inject } from 'vitest';
import { enter, soon, type Peer } from './peer.ts';
import { anywhere, aTime, aUuid, expectAnswer, expectPage, forbidden, noPrivileges, noRoom, notAuthenticated, ours, quietly, signedIn, uniqueName, useTarget } from './target.ts';

const target = useTarget({ settings: { recording: { egress: 'manual' } } });
const post = { allow: 'POST, OPTIONS' };
const invalid = { detail: 'Invalid request.' };
const noneActive = { detail: 'No active recording found for this room.' };

const start = (room: string, body: unknown = { mode: 'screen_recording' }, who: 'owner' | 'member' | 'anonymous' = 'owner') =>
  target.ask(who, 'POST', `/rooms/${room}/start-recording/`, { body });
const stop = (room: string, who: 'owner' | 'member' | 'anonymous' = 'owner') => target.ask(who, 'POST', `/rooms/${room}/stop-recording/`);
const stateOf = ({ room }: Peer) => JSON.parse(room.metadata || '{}');
const newest = async (room: string) => {
  const { body } = await target.ask('owner', 'GET', '/recordings/?page_size=100');
  return body.results.find((one: { room: { id: string } }) => one.room.id === room);
};

async function call() {
  const room = await target.room();
  const { body } = await target.ask('anonymous', 'GET', `/rooms/${room.id}/`);
  return { ...room, bob: await enter(body.livekit) };
}

describe('starting', () => {
  ours('start-recording without egress', async () => {
    const { recording } = target.backend.settings;
    recording.egress = 'none';
    try {
      const { id, slug, bob } = await call();
      expectAnswer(await start(id), 502, { error: `Recording failed to start for room ${slug}` }, post);
      expect(stateOf(bob)).toEqual({});
      expect(await newest(id)).toMatchObject({ status: 'failed_to_start' });
      // It is not in the way of the next.
      recording.egress = 'manual';
      expect((await start(id)).status).toBe(201);
    } finally {
      recording.egress = 'manual';
    }
  });

  signedIn('start-recording bad mode', async (context) => {
    await target.need(context, ({ recording }) => recording.is_enabled);
    const { id } = await target.room();
    expectAnswer(await start(id, { mode: 'nope' }), 400, invalid, post);
    expectAnswer(await start(id, {}), 400, invalid, post);
    expectAnswer(await start(id, { mode: 'transcript', options: { foo: 1 } }), 400, invalid, post);
    expectAnswer(await start(id, { mode: 'transcript', options: { original_mode: 'nope' } }), 400, invalid, post);
    expectAnswer(await start(id, { mode: 'transcript', options: { transcribe: 'maybe' } }), 400, invalid, post);
  });

  ours('in a room that is not there', async () => {
    expectAnswer(await start(uniqueName()), 404, noRoom, post);
    expectAnswer(await stop(uniqueName()), 404, noRoom, post);
  });

  signedIn('start-recording non admin', async (context) => {
    await target.need(context, ({ recording }) => recording.is_enabled);
    const { id } = await target.room();
    expectAnswer(await start(id, { mode: 'transcript' }, 'member'), 403, noPrivileges, post);
    expectAnswer(await start(id, { mode: 'transcript' }, 'anonymous'), 401, notAuthenticated, post);
  });

  ours('where it is off there is nothing to start', async () => {
    const { id } = await target.room();
    target.backend.settings.recording.enabled = false;
    try {
      expectAnswer(await start(id), 404, { detail: 'Not found.' }, post);
      expectAnswer(await stop(id), 404, { detail: 'Not found.' }, post);
    } finally {
      target.backend.settings.recording.enabled = true;
    }
  });

  ours('one at a time', async () => {
    const { id, slug } = await target.room();
    expectAnswer(await start(id), 201, { message: `Recording successfully started for room ${slug}` }, post);
    expectAnswer(await start(id, { mode: 'transcript' }), 409, { error: `A recording is already in progress for room ${slug}` }, post);
  });

  signedIn('stop-recording', async (context) => {
    await target.need(context, ({ recording }) => recording.is_enabled);
    const { id } = await target.room();
    expectAnswer(await stop(id), 404, noneActive, post);
    expectAnswer(await stop(id, 'member'), 403, noPrivileges, post);
    expectAnswer(await stop(id, 'anonymous'), 401, notAuthenticated, post);
  });
});

describe('how far it is', () => {
  ours('starting, started and LiveKit’s own mark, saving, and gone', async () => {
    const { id, slug, bob } = await call();
    await target.ask('owner', 'PATCH', `/rooms/${id}/`, { body: { configuration: { everyone_can_mute: false } } });
    const rest = { configuration: { everyone_can_mute: false }, access_level: 'public' };
    await start(id);
    await soon(() => stateOf(bob)).toEqual({ ...rest, recording_mode: 'screen_recording', recording_status: 'starting' });
    const { body } = await target.ask('member', 'GET', `/rooms/${id}/`);
    expect(await isRecorded(id)).toBe(false);

    await target.backend.egress(slug, 'active');
    await soon(() => stateOf(bob)).toMatchObject({ recording_mode: 'screen_recording', recording_status: 'started' });
    expect(await isRecorded(id)).toBe(true);
    // Who records is not among the people.
    const mel = await enter(body.livekit);
    expect([...mel.room.remoteParticipants.keys()]).toEqual([bob.identity]);

    expectAnswer(await stop(id), 200, { message: `Recording stopped for room ${slug}.` }, post);
    expectAnswer(await stop(id), 404, noneActive, post);
    await target.backend.egress(slug, 'ending');
    await soon(() => stateOf(bob)).toMatchObject({ recording_status: 'saving' });

    await target.backend.egress(slug, 'complete');
    await soon(() => stateOf(bob)).toEqual(rest);
    await soon(() => isRecorded(id)).toBe(false);
    expect(await newest(id)).toMatchObject({ status: 'saved' });
    expect(bob.packets).toEqual([]);
  });

  ours('all by itself, where it is to', async () => {
    const { recording } = target.backend.settings;
    recording.egress = 'automatic';
    try {
      const { id, bob } = await call();
      await start(id, { mode: 'transcript', options: { language: 'fr', transcribe: null } });
      await soon(() => stateOf(bob)).toEqual({ recording_mode: 'transcript', recording_status: 'started' });
      expect(await isRecorded(id)).toBe(true);
      await stop(id);
      await soon(() => stateOf(bob)).toEqual({});
      await soon(() => isRecorded(id)).toBe(false);
    } finally {
      recording.egress = 'manual';
    }
  });

  ours('told by the mode that was meant', async () => {
    const { id, bob } = await call();
    await start(id, { mode: 'screen_recording', options: { original_mode: 'transcript', transcribe: true } });
    await soon(() => stateOf(bob)).toEqual({ recording_mode: 'transcript', recording_status: 'starting' });
  });

  ours('given up', async () => {
    const { id, slug, bob } = await call();
    await start(id);
    await target.backend.egress(slug, 'aborted');
    await soon(() => stateOf(bob)).toEqual({ recording_mode: 'screen_recording', recording_status: 'aborted' });
    await target.backend.egress(slug, 'failed');
    await soon(() => stateOf(bob)).toEqual({});
  });

  ours.for([['screen_recording', 'screenRecordingLimitReached'], ['transcript', 'transcriptionLimitReached']] as const)(
    'as long as it may be: %s',
    async ([mode, type]) => {
      const { id, slug, bob } = await call();
      await start(id, { mode });
      await target.backend.egress(slug, 'active');
      await target.backend.egress(slug, 'limit_reached');
      await soon(() => bob.packets).toEqual([{ message: { type }, topic: undefined, from: undefined }]);
      await soon(() => stateOf(bob)).toEqual({});
      expect(await newest(id)).toMatchObject({ status: 'saved' });
      expect((await start(id)).status).toBe(201);
    },
  );

  /** What LiveKit tells who comes in now. */
  async function isRecorded(id: string): Promise<boolean> {
    const { apiKey, apiSecret, url } = inject('livekit')!;
    const token = new AccessToken(apiKey, apiSecret);
    token.addGrant({ roomList: true });
    const response = await fetch(`${url.replace(/^ws/, 'http')}/twirp/livekit.RoomService/ListRooms`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await token.toJwt()}` },
      body: JSON.stringify({ names: [id] }),
    });
    const { rooms } = (await response.json()) as { rooms: { active_recording?: boolean; activeRecording?: boolean }[] };
    return rooms[0]?.active_recording ?? rooms[0]?.activeRecording ?? false;
  }
});

describe('recordings/', () => {
  const listed = { allow: 'GET, HEAD, OPTIONS' };
  const one = { allow: 'GET, DELETE, HEAD, OPTIONS' };

  anywhere('are those of people', async () => {
    expectAnswer(await target.ask('anonymous', 'GET', '/recordings/'), 401, notAuthenticated, listed);
  });

  signedIn('the list', async () => {
    const { body, status } = await target.ask('member', 'GET', '/recordings/');
    expect(status).toBe(200);
    expect(body).toEqual({ count: expect.any(Number), next: null, previous: null, results: expect.any(Array) });
  });

  ours('one of them, and its end', async () => {
    const room = await target.room();
    await start(room.id, { mode: 'transcript', options: { language: 'fr' } });
    const found = await newest(room.id);
    expect(found).toEqual({
      id: aUuid,
      room: { id: room.id, name: room.slug, slug: room.slug, access_level: 'public' },
      created_at: aTime,
      updated_at: aTime,
      status: 'active',
      mode: 'transcript',
      options: { language: 'fr' },
      key: `recordings/${found.id}.ogg`,
      is_expired: false,
      expired_at: null,
    });
    expectAnswer(await target.ask('owner', 'GET', `/recordings/${found.id}/`), 200, found, one);
    // Not while it runs, and not others'.
    expectAnswer(await target.ask('owner', 'DELETE', `/recordings/${found.id}/`), 403, forbidden, one);
    expectAnswer(await target.ask('member', 'GET', `/recordings/${found.id}/`), 404, { detail: 'No Recording matches the given query.' }, one);
    await stop(room.id);
    expectAnswer(await target.ask('owner', 'DELETE', `/recordings/${found.id}/`), 204, '', one);
    expect((await target.ask('owner', 'GET', `/recordings/${found.id}/`)).status).toBe(404);
  });
});

describe('webhooks-livekit/', () => {
  const hook = async (event: unknown, { signed = true } = {}) => {
    const text = JSON.stringify(event);
    const { apiKey, apiSecret } = inject('livekit')!;
    const token = new AccessToken(apiKey, apiSecret);
    token.sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(signed ? text : 'other'))).toString('base64');
    return target.ask('anonymous', 'POST', '/rooms/webhooks-livekit/', {
      raw: { type: 'application/webhook+json', text }, headers: { authorization: await token.toJwt() },
    });
  };

  anywhere('webhook without Authorization', async () => {
    const answer = await target.ask('anonymous', 'POST', '/rooms/webhooks-livekit/', { body: {} });
    expectAnswer(answer, 401, { status: 'error' }, post);
    expect(answer.headers.get('www-authenticate')).toBe(null);
  });

  ours('of another’s hand', async () => {
    expectAnswer(await hook({ event: 'room_started' }, { signed: false }), 400, { status: 'error' }, post);
  });

  ours('of what it does not know, and of what does not matter', async () => {
    expectAnswer(await hook({ event: 'moon_rose', room: { name: 'x' } }), 422, { status: 'error' }, post);
    expectAnswer(await hook({ event: 'participant_joined', room: { name: 'x' } }), 200, { status: 'success' }, post);
    expectAnswer(await hook({ event: 'room_started', room: { name: 'connection-test-x' } }), 200, { status: 'success' }, post);
  });

  ours('of rooms that are not registered, and recordings that are none, it fails', async () => {
    quietly();
    expectPage(await hook({ event: 'room_started', room: { name: 'free-room' } }), 500);
    expectPage(await hook({ event: 'room_finished', room: { name: 'free-room' } }), 500);
    expectPage(await hook({ event: 'egress_updated', egressInfo: { egressId: 'EG_nope', roomName: 'x' } }), 500);
  });

  ours('with the call the waiting ends', async () => {
    const { id } = await target.room({ access_level: 'restricted' });
    await target.ask('anonymous', 'POST', `/rooms/${id}/request-entry/`, { body: { username: 'Bob' } });
    const waiting = async () => (await target.ask('owner', 'GET', `/rooms/${id}/waiting-participants/`)).body.participants.length;
    expect(await waiting()).toBe(1);
    expectAnswer(await hook({ event: 'room_started', room: { name: id } }), 200, { status: 'success' }, post);
    expect(await waiting()).toBe(1);
    expectAnswer(await hook({ event: 'room_finished', room: { name: id } }), 200, { status: 'success' }, post);
    expect(await waiting()).toBe(0);
  });
});

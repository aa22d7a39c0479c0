// What is done to people who are in a call, and what they do about themselves, on a real livekit-server.
import { RoomServiceClient } from 'livekit-server-sdk';
import { describe, expect, inject } from 'vitest';
import { metadataOf, callOf } from './call.ts';
import { soon, type Peer } from './peer.ts';
import { expectAnswer, expectPage, forbidden, noPrivileges, notAuthenticated, ours, required, signedIn, useTarget } from './target.ts';

const target = useTarget();
const call = (more?: Readonly<Record<string, unknown>>) => callOf(target, more);
const post = { allow: 'POST, OPTIONS' };
/** Where one is known by the LiveKit token, cookies make no difference. */
const byToken = { ...post, session: false };
const success = { status: 'success' };
const gone = { error: 'Participant not found' };

const server = () => {
  const { url, apiKey, apiSecret } = inject('livekit')!;
  return new RoomServiceClient(url.replace(/^ws/, 'http'), apiKey, apiSecret);
};
const isMuted = (viewer: Peer, identity: string, sid: string) => viewer.room.remoteParticipants.get(identity)?.trackPublications.get(sid)?.muted;
describe('who they are', () => {
  signedIn('room, Bob, Mel, Olive', async () => {
    const { enter } = await call();
    const olive = await enter('owner', 'Olive');
    const bob = await enter('anonymous', 'Bob');
    const mel = await enter('member', 'Mel');
    expect(olive.room.metadata ?? '').toBe('');
    await soon(() => olive.see(bob.identity)).toMatchObject({ name: 'Bob', attributes: { is_authenticated: 'false', color: expect.stringMatching(/^hsl/) } });
    await soon(() => olive.see(mel.identity)).toMatchObject({ name: 'Mel', attributes: { is_authenticated: 'true' } });
    await soon(() => mel.see(olive.identity)).toMatchObject({ attributes: { room_role: 'owner', is_authenticated: 'true' } });
    // `null` in the token.
    expect(olive.see(mel.identity).attributes['room_role'] || '').toBe('');
  });
});

describe('mute-participant', () => {
  signedIn('mute by session owner', async () => {
    const { enter, ask } = await call();
    const [olive, bob] = [await enter('owner', 'Olive'), await enter('anonymous', 'Bob')];
    const sid = await bob.speak();
    await soon(() => isMuted(olive, bob.identity, sid)).toBe(false);
    expectAnswer(await ask('owner', 'mute-participant', { participant_identity: bob.identity, track_sid: sid }), 200, success, post);
    await soon(() => isMuted(olive, bob.identity, sid)).toBe(true);
  });

  signedIn('mute anonymous w/o credentials', async () => {
    const { ask } = await call();
    const answer = await ask('anonymous', 'mute-participant', { participant_identity: 'x', track_sid: 'TR_x' });
    expectAnswer(answer, 403, notAuthenticated, post);
    expect(answer.headers.get('www-authenticate')).toBe(null);
  });

  signedIn('mute with LiveKit token of Mel (in meeting, everyone_can_mute default true)', async () => {
    const { enter, ask } = await call();
    const [mel, bob] = [await enter('member', 'Mel'), await enter('anonymous', 'Bob')];
    const sid = await bob.speak();
    await soon(() => isMuted(mel, bob.identity, sid)).toBe(false);
    expectAnswer(await ask('anonymous', 'mute-participant', { participant_identity: bob.identity, track_sid: sid }, mel.token), 200, success, byToken);
    await soon(() => isMuted(mel, bob.identity, sid)).toBe(true);
  });

  signedIn('everyone_can_mute false; mute with Mel LiveKit token when everyone_can_mute=false; mute with OWNER LiveKit token when everyone_can_mute=false (session needed!)', async () => {
    const { id, enter, ask } = await call();
    const [olive, mel] = [await enter('owner', 'Olive'), await enter('member', 'Mel')];
    const changed = await target.ask('owner', 'PATCH', `/rooms/${id}/`, { body: { configuration: { everyone_can_mute: false } } });
    expect(changed.body).toMatchObject({ configuration: { everyone_can_mute: false } });
    for (const peer of [olive, mel]) await soon(() => metadataOf(peer)).toEqual({ configuration: { everyone_can_mute: false }, access_level: 'public' });
    const body = { participant_identity: mel.identity, track_sid: 'TR_x' };
    for (const { token } of [mel, olive]) expectAnswer(await ask('anonymous', 'mute-participant', body, token), 403, forbidden, byToken);
    // Where a token is shown, the session beside it counts for nothing.
    expectAnswer(await ask('owner', 'mute-participant', body, olive.token), 403, forbidden, byToken);
    expectAnswer(await ask('owner', 'mute-participant', body), 200, success, post);
    expectAnswer(await ask('member', 'mute-participant', body), 403, forbidden, post);
  });

  signedIn('mute unknown participant', async () => {
    const { enter, ask } = await call();
    await enter('owner', 'Olive');
    const answer = await ask('owner', 'mute-participant', { participant_identity: crypto.randomUUID(), track_sid: 'TR_nope' });
    expectAnswer(answer, 500, { error: 'Failed to mute participant' }, post);
  });

  signedIn('mute unknown track', async () => {
    const { enter, ask } = await call();
    const bob = await enter('anonymous', 'Bob');
    expectAnswer(await ask('owner', 'mute-participant', { participant_identity: bob.identity, track_sid: 'TR_nope' }), 200, success, post);
  });

  signedIn('mute no track_sid', async () => {
    const { ask } = await call();
    expectAnswer(await ask('owner', 'mute-participant', { participant_identity: 'x' }), 400, { track_sid: required }, post);
    expectAnswer(await ask('owner', 'mute-participant', {}), 400, { participant_identity: required, track_sid: required }, post);
    const long = { participant_identity: 'x', track_sid: 'x'.repeat(256) };
    expectAnswer(await ask('owner', 'mute-participant', long), 400, { track_sid: ['Ensure this field has no more than 255 characters.'] }, post);
  });

  signedIn('mute with a token of somebody no longer in the meeting', async () => {
    const { id, ask } = await call();
    const { body } = await target.ask('member', 'GET', `/rooms/${id}/`);
    const answer = await ask('anonymous', 'mute-participant', { participant_identity: 'x', track_sid: 'TR_x' }, body.livekit.token);
    expectAnswer(answer, 403, { error: 'Could not verify caller presence' }, byToken);
  });
});

describe('update-participant', () => {
  signedIn('update permission: only microphone', async () => {
    const { enter, ask } = await call();
    const [olive, bob] = [await enter('owner', 'Olive'), await enter('anonymous', 'Bob')];
    const permission = { can_subscribe: true, can_publish: true, can_publish_data: true, can_publish_sources: ['microphone'] };
    expectAnswer(await ask('owner', 'update-participant', { participant_identity: bob.identity, permission }), 200, success, post);
    // Without any, it is the word for none.
    for (const peer of [olive, bob]) await soon(() => peer.see(bob.identity).metadata).toBe('null');
    await bob.speak();
  });

  ours('all of it at once: what is not named is not permitted', async () => {
    const { id, enter, ask } = await call();
    const bob = await enter('anonymous', 'Bob');
    const permissionOf = async () => (await server().getParticipant(id, bob.identity)).permission;
    expect(await permissionOf()).toMatchObject({ canSubscribe: true, canPublish: true, canPublishData: true });
    await ask('owner', 'update-participant', { participant_identity: bob.identity, permission: { can_subscribe: true, can_publish_sources: ['microphone', 'camera'] } });
    expect(await permissionOf()).toMatchObject({
      canSubscribe: true, canPublish: false, canPublishData: false, canPublishSources: [2, 1], canUpdateMetadata: false, hidden: false, recorder: false,
    });
  });

  signedIn('update attributes+name', async () => {
    const { enter, ask } = await call();
    const [olive, bob] = [await enter('owner', 'Olive'), await enter('anonymous', 'Bob')];
    const body = { participant_identity: bob.identity, attributes: { handRaisedAt: '', seat: 'left' }, metadata: { a: 1 }, name: 'Robert' };
    expectAnswer(await ask('owner', 'update-participant', body), 200, success, post);
    for (const peer of [olive, bob]) {
      await soon(() => peer.see(bob.identity).name).toBe('Robert');
      await soon(() => peer.see(bob.identity).attributes['seat']).toBe('left');
      await soon(() => peer.see(bob.identity).metadata).toBe('{"a": 1}');
    }
  });

  signedIn('forbidden permission hidden', async () => {
    const { ask } = await call();
    for (const permission of [{ hidden: true }, { recorder: false }, { agent: true }]) {
      const answer = await ask('owner', 'update-participant', { participant_identity: 'x', permission });
      expectPage(answer, 400);
      expect(answer.headers.get('allow')).toBe(null);
    }
  });

  signedIn('nothing to update', async () => {
    const { ask } = await call();
    const nothing = { non_field_errors: ['At least one of the following fields must be provided: metadata, attributes, permission, name.'] };
    expectAnswer(await ask('owner', 'update-participant', { participant_identity: 'x' }), 400, nothing, post);
    expectAnswer(await ask('owner', 'update-participant', { participant_identity: 'x', name: '', metadata: null }), 400, nothing, post);
  });

  signedIn('what it does not know', async () => {
    const { ask } = await call();
    const update = (more: object) => ask('owner', 'update-participant', { participant_identity: 'x', ...more });
    expectAnswer(await update({ permission: { 'invalid-attributes': true } }), 400, {
      permission: [{ type: 'extra_forbidden', loc: ['invalid-attributes'], msg: 'Extra inputs are not permitted', input: 'True', url: expect.any(String) }],
    }, post);
    expect((await update({ permission: { can_publish_sources: ['CAMERA'] } })).status).toBe(400);
    const wrong = await update({ metadata: 'wrong', attributes: 'wrong' });
    expect([wrong.status, Object.keys(wrong.body).sort()]).toEqual([400, ['attributes', 'metadata']]);
    expect((await update({ name: 'x'.repeat(256) })).body).toEqual({ name: ['Ensure this field has no more than 255 characters.'] });
  });

  signedIn('update by non admin', async () => {
    const { ask } = await call();
    const body = { participant_identity: 'x', name: 'x' };
    expectAnswer(await ask('member', 'update-participant', body), 403, noPrivileges, post);
    expectAnswer(await ask('anonymous', 'update-participant', body), 401, notAuthenticated, post);
  });

  signedIn('of one who is not there', async () => {
    const { enter, ask } = await call();
    await enter('owner', 'Olive');
    expectAnswer(await ask('owner', 'update-participant', { participant_identity: crypto.randomUUID(), name: 'x' }), 404, gone, post);
  });
});

describe('what one does about oneself, by the LiveKit token', () => {
  signedIn('toggle-hand (LiveKit token), lower', async () => {
    const { enter, ask } = await call();
    const [olive, bob] = [await enter('owner', 'Olive'), await enter('anonymous', 'Bob')];
    expectAnswer(await ask('anonymous', 'toggle-hand', { raised: true }, bob.token), 200, success, byToken);
    const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/;
    for (const peer of [olive, bob]) await soon(() => peer.see(bob.identity).attributes['handRaisedAt'] ?? '').toMatch(time);
    expectAnswer(await ask('anonymous', 'toggle-hand', { raised: false }, bob.token), 200, success, byToken);
    for (const peer of [olive, bob]) await soon(() => peer.see(bob.identity).attributes['handRaisedAt'] ?? '').toBe('');
  });

  signedIn('rename (LiveKit token)', async () => {
    const { enter, ask } = await call();
    const [olive, bob] = [await enter('owner', 'Olive'), await enter('anonymous', 'Bob')];
    expectAnswer(await ask('anonymous', 'rename', { name: 'Bobby' }, bob.token), 200, success, byToken);
    for (const peer of [olive, bob]) await soon(() => peer.see(bob.identity).name).toBe('Bobby');
  });

  signedIn('what is no hand and no name', async () => {
    const { id, ask } = await call();
    const { token } = (await target.ask('anonymous', 'GET', `/rooms/${id}/`)).body.livekit;
    expectAnswer(await ask('anonymous', 'toggle-hand', {}, token), 400, { raised: required }, byToken);
    expectAnswer(await ask('anonymous', 'toggle-hand', { raised: 'perhaps' }, token), 400, { raised: ['Must be a valid boolean.'] }, byToken);
    expectAnswer(await ask('anonymous', 'rename', { name: '' }, token), 400, { name: ['This field may not be blank.'] }, byToken);
    expectAnswer(await ask('anonymous', 'rename', { name: 'x'.repeat(256) }, token), 400, { name: ['Ensure this field has no more than 255 characters.'] }, byToken);
  });

  signedIn('toggle-hand with a session only', async () => {
    const { ask } = await call();
    expectAnswer(await ask('owner', 'toggle-hand', { raised: true }), 403, notAuthenticated, byToken);
    expectAnswer(await ask('owner', 'rename', { name: 'x' }), 403, notAuthenticated, byToken);
  });

  signedIn('by one who has left', async () => {
    const { id, enter, ask } = await call();
    await enter('owner', 'Olive');
    const { token } = (await target.ask('anonymous', 'GET', `/rooms/${id}/`)).body.livekit;
    expectAnswer(await ask('anonymous', 'toggle-hand', { raised: true }, token), 404, gone, byToken);
    expectAnswer(await ask('anonymous', 'rename', { name: 'x' }, token), 404, gone, byToken);
  });

  signedIn('LiveKit token of another room', async () => {
    const { ask } = await call();
    const { livekit } = await target.room();
    expectAnswer(await ask('anonymous', 'toggle-hand', { raised: true }, livekit.token), 403, forbidden, byToken);
    expectAnswer(await ask('anonymous', 'rename', { name: 'x' }, livekit.token), 403, forbidden, byToken);
    expectAnswer(await ask('anonymous', 'mute-participant', { participant_identity: 'x', track_sid: 'x' }, livekit.token), 403, forbidden, byToken);
  });

  signedIn('garbage LiveKit token', async () => {
    const { ask } = await call();
    expectAnswer(await ask('anonymous', 'toggle-hand', { raised: true }, 'abc'), 403, { detail: 'Invalid LiveKit token: Not enough segments' }, byToken);
    expectAnswer(await ask('anonymous', 'toggle-hand', { raised: true }, 'a b'), 403, { detail: 'Authorization header must be: Bearer <token>' }, byToken);
    const forged = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}.AAAA`;
    const answer = await ask('anonymous', 'toggle-hand', { raised: true }, forged);
    expectAnswer(answer, 403, { detail: expect.stringMatching(/^Invalid LiveKit token: /) }, byToken);
  });
});

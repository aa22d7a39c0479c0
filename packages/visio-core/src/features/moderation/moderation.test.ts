import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PacketEvent, TextEvent } from '../../engine/engine.js';
import { createTestMeeting, during, enter, pass } from '../../engine/testing/test-meeting.js';
import { simulatedBackend, type Director, type Person } from '../../engines/simulated/index.js';
import { VisioError } from '../../errors/visio-error.js';
import type { Fact } from '../facts/facts.js';

const MEMBER = { is_authenticated: 'true' };
const PEOPLE: readonly Person[] = [
  { name: 'Grace', microphone: true, camera: true, screen: true, attributes: MEMBER },
  { name: 'Alan', microphone: true, attributes: { is_authenticated: 'false' } },
  { name: 'Olive', microphone: true, attributes: { ...MEMBER, room_role: 'owner' } },
  { name: 'Cleo', microphone: false, attributes: { ...MEMBER, room_role: 'administrator' } },
  { name: 'Phone', microphone: true, kind: 'sip' },
];

describe('createModeration', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function open({ role = 'administrator' as string | null, people = PEOPLE, media = false } = {}) {
    const made: { director?: Director } = {};
    const backend = simulatedBackend(() => made.director!);
    const test = createTestMeeting({ backend, microphone: media, camera: media, scenario: { people } });
    made.director = test.director;
    const facts: Fact[] = [];
    test.meeting.facts.listen((fact) => {
      if (fact.type === 'role-changed' || fact.type === 'permissions-changed') facts.push(fact);
    });
    await enter(test);
    await vi.dynamicImportSettled();
    if (role) test.director.setAttributes('local', { room_role: role });
    await pass(50);
    facts.length = 0;
    const sent: [body: string, to: readonly string[]][] = [];
    test.director.onData((event: TextEvent | PacketEvent, to) => {
      if (event.type === 'packet') sent.push([new TextDecoder().decode(event.payload), to]);
    });
    const { moderation, notices } = test.meeting;
    const told = () => notices.items.value.filter(({ kind }) => kind === 'moderation').map(({ text }) => text);
    for (const { id, kind } of notices.items.peek()) if (kind === 'moderation') notices.dismiss(id);
    const may = (id: string) => Object.entries(moderation.rights(id).value).flatMap(([right, is]) => (is ? [right] : []));
    return { ...test, backend, moderation, facts, sent, told, may };
  }

  it('offers what one may do about whom', async () => {
    const { may, moderation, director } = await open();
    expect(may('grace')).toEqual(['mute', 'remove', 'setRole', 'setCanPublish']);
    expect(may('alan')).toEqual(['mute', 'remove', 'setCanPublish']);
    expect(may('olive')).toEqual(['mute', 'remove']);
    expect(may('cleo')).toEqual(['mute', 'remove', 'setRole']);
    expect(may('phone')).toEqual(['mute', 'remove', 'setCanPublish']);
    expect([may('local'), may('nobody')]).toEqual([[], []]);
    const all = [moderation.mute, moderation.muteAll, moderation.remove, moderation.setRole, moderation.setCanPublish, moderation.setRoom];
    expect(all.map(({ enabled }) => enabled.value)).toEqual(all.map(() => true));
    director.setAttributes('local', { room_role: 'member' });
    await pass(50);
    expect(may('grace')).toEqual(['mute']);
    expect(all.map(({ enabled }) => enabled.value)).toEqual([true, false, false, false, false, false]);
    director.setRoomMetadata({ configuration: { everyone_can_mute: false } });
    await pass(50);
    expect([may('grace'), moderation.mute.enabled.value]).toEqual([[], false]);
    await expect(moderation.mute('grace', 'microphone')).rejects.toMatchObject({ code: 'COMMAND_DISABLED' });
  });

  it('goes by the role that someone has now, not by the token they came with', async () => {
    const test = createTestMeeting({ backend: simulatedBackend(() => test.director), token: 'any' });
    const payload = btoa(JSON.stringify({ video: { roomAdmin: true } }));
    const backend = simulatedBackend(() => test.director);
    test.meeting.setBackend({ ...backend, credentials: async () => ({ serverUrl: 'wss://simulated', token: `a.${payload}.c` }) });
    await enter(test);
    await vi.dynamicImportSettled();
    const { setRoom } = test.meeting.moderation;
    expect(setRoom.enabled.value).toBe(true);
    test.director.setAttributes('local', { room_role: 'member' });
    await pass(50);
    expect(setRoom.enabled.value).toBe(false);
  });

  it('mutes when the server says so, and tells the one it is about', async () => {
    const { moderation, meeting, sent, backend } = await open();
    const track = meeting.roster.get('grace').value!.tracks.microphone!;
    expect(await during(moderation.mute('grace', 'microphone'))).toBe(true);
    expect(backend.calls.at(-1)).toEqual(['mute', 'grace', track.id]);
    expect(meeting.roster.get('grace').value!.tracks.microphone!.muted).toBe(true);
    expect(sent).toEqual([['{"type":"participantMuted"}', ['grace']]]);
    // There is nothing to mute any more, and nothing to tell.
    const asked = backend.calls.length;
    expect(await during(moderation.mute('grace', 'microphone'))).toBe(true);
    expect([backend.calls.length, sent.length]).toEqual([asked, 1]);
  });

  it('stops cameras and screens, without saying that somebody was muted', async () => {
    const { moderation, meeting, sent } = await open();
    expect(await during(moderation.mute('grace', 'camera'))).toBe(true);
    expect(await during(moderation.mute('grace', 'screen_share'))).toBe(true);
    expect(meeting.roster.get('grace').value!.tracks).toMatchObject({ camera: { muted: true }, screen_share: { muted: true }, microphone: { muted: false } });
    expect(sent).toEqual([]);
  });

  it('changes nothing and says nothing when the server does not do it', async () => {
    const { moderation, meeting, sent, backend } = await open();
    backend.failWith(new VisioError('NOT_ALLOWED', 'no'));
    await expect(during(moderation.mute('grace', 'microphone'))).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    backend.failWith(new TypeError('what'));
    await expect(during(moderation.remove('grace'))).rejects.toMatchObject({ code: 'REQUEST_FAILED' });
    backend.failWith(null);
    // Taken, but never told.
    vi.spyOn(backend.moderation, 'setRole').mockResolvedValueOnce();
    const setting = moderation.setRole('grace', 'administrator');
    setting.catch(() => undefined);
    await pass(9_000);
    expect(moderation.setRole.pending.value).toBe(true);
    await pass(2_000);
    await expect(setting).rejects.toMatchObject({ code: 'REQUEST_FAILED' });
    expect([meeting.roster.get('grace').value!.tracks.microphone!.muted, sent]).toEqual([false, []]);
  });

  it('is content when the room was told before the server answered, whatever came since', async () => {
    const { moderation, backend, director } = await open();
    vi.spyOn(backend.moderation, 'mute').mockImplementationOnce(async () => {
      director.mute('grace', 'microphone');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      director.unmute('grace', 'microphone');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    });
    const muting = moderation.mute('grace', 'microphone');
    await pass(2_100);
    expect(await muting).toBe(false);
  });

  it('mutes everyone, a few at a time, and tells whom it could not', async () => {
    const people = Array.from({ length: 30 }, (_, i) => ({ name: `P${i}`, microphone: i !== 3 }));
    const { moderation, backend, meeting, sent } = await open({ people });
    let atOnce = 0;
    let most = 0;
    const { mute } = backend.moderation;
    vi.spyOn(backend.moderation, 'mute').mockImplementation(async (id, ...rest) => {
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setTimeout(resolve, 10));
      atOnce--;
      if (id === 'p5' || id === 'p6') throw new Error('no');
      return mute(id, ...rest);
    });
    const muting = moderation.muteAll();
    await pass(2_000);
    expect(await muting).toEqual(['p5', 'p6']);
    expect(most).toBe(5);
    expect(meeting.roster.ids.value.filter((id) => meeting.roster.get(id).value!.tracks.microphone?.muted === false)).toEqual(['p5', 'p6']);
    expect(sent).toHaveLength(1);
    expect(sent[0]![0]).toBe('{"type":"participantMuted"}');
    expect(sent[0]![1]).toHaveLength(27);
    await expect(during(moderation.muteAll())).rejects.toMatchObject({ code: 'REQUEST_FAILED' });
  });

  it('removes, and does so once', async () => {
    const { moderation, meeting, backend } = await open();
    await during(moderation.remove('alan'));
    expect(meeting.roster.get('alan').value).toBe(undefined);
    await during(moderation.remove('alan'));
    expect(backend.calls.filter(([method]) => method === 'remove')).toEqual([['remove', 'alan']]);
  });

  it('makes moderators and no longer, but nobody’s who may not be one', async () => {
    const { moderation, director, backend, facts } = await open();
    expect(await during(moderation.setRole('grace', 'administrator'))).toBe('administrator');
    expect(director.see('grace')!.attributes['room_role']).toBe('administrator');
    expect(await during(moderation.setRole('grace', 'member'))).toBe('member');
    for (const id of ['olive', 'alan', 'phone', 'local']) await expect(moderation.setRole(id, 'administrator')).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(moderation.setRole('grace', 'owner' as never)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect(backend.calls.filter(([method]) => method === 'setRole')).toHaveLength(2);
    expect(facts).toEqual([
      { type: 'role-changed', participantId: 'grace', role: 'administrator' },
      { type: 'role-changed', participantId: 'grace', role: 'member' },
    ]);
  });

  it('says what someone may publish, and tells them what they lost', async () => {
    const { moderation, meeting, sent, facts } = await open();
    expect(await during(moderation.setCanPublish('grace', ['microphone']))).toEqual(['microphone']);
    expect(Object.keys(meeting.roster.get('grace').value!.tracks)).toEqual(['microphone']);
    expect(sent).toEqual([['{"type":"permissionsRemoved","data":{"removedSources":["camera","screen_share","screen_share_audio"]}}', ['grace']]]);
    await during(moderation.setCanPublish('grace', ['microphone', 'camera']));
    expect(sent).toHaveLength(1);
    expect(facts.map(({ type }) => type)).toEqual(['permissions-changed', 'permissions-changed']);
    await expect(moderation.setCanPublish('grace', ['kitchen' as never])).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    await expect(moderation.setCanPublish('olive', [])).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('changes the room, and what those may publish who are there', async () => {
    const { moderation, meeting, sent, backend } = await open();
    expect(await during(moderation.setRoom({ accessLevel: 'restricted' }))).toMatchObject({ accessLevel: 'restricted' });
    expect(await during(moderation.setRoom({ canPublish: ['microphone'], everyoneCanMute: false }))).toMatchObject({
      accessLevel: 'restricted',
      canPublish: ['microphone'],
      everyoneCanMute: false,
    });
    const may = (id: string) => meeting.roster.get(id).value!.canPublish.join();
    expect(['grace', 'alan', 'phone', 'olive', 'cleo'].map(may)).toEqual([
      'microphone',
      'microphone',
      'microphone',
      'microphone,camera,screen_share,screen_share_audio',
      'microphone,camera,screen_share,screen_share_audio',
    ]);
    expect(sent).toEqual([['{"type":"permissionsRemoved","data":{"removedSources":["camera","screen_share","screen_share_audio"]}}', ['grace', 'alan', 'phone']]]);
    const asked = backend.calls.length;
    await during(moderation.setRoom({ accessLevel: 'restricted', everyoneCanMute: false }));
    expect(backend.calls.length).toBe(asked);
    for (const wrong of [{ accessLevel: 'secret' }, { canPublish: 'microphone' }, { everyoneCanMute: 1 }]) {
      await expect(moderation.setRoom(wrong as never)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    }
  });

  it('takes the answer for a level that nobody knew: it may have been so', async () => {
    const { moderation, backend } = await open();
    vi.spyOn(backend.moderation, 'setRoom').mockResolvedValueOnce();
    expect(await during(moderation.setRoom({ accessLevel: 'public' }))).toMatchObject({ accessLevel: null });
  });

  it('fails with the call', async () => {
    const { moderation, meeting, backend } = await open();
    vi.spyOn(backend.moderation, 'setRoom').mockResolvedValueOnce();
    const setting = moderation.setRoom({ everyoneCanMute: false });
    setting.catch(() => undefined);
    await pass(50);
    meeting.dispose();
    await expect(setting).rejects.toMatchObject({ code: 'REQUEST_FAILED' });
    expect(moderation.setRoom.enabled.value).toBe(false);
  });

  describe('done to oneself', () => {
    const packet = (type: string, data?: object) => new TextEncoder().encode(JSON.stringify({ type, data }));

    it('is told by whom one was muted, once, in whichever order it comes', async () => {
      const { director, told, meeting } = await open({ role: null, media: true });
      director.mute('local', 'microphone');
      await pass(300);
      expect(told()).toEqual([]);
      director.sendPacket('grace', packet('participantMuted'));
      await pass(100);
      expect(told()).toEqual([{ key: 'moderation.mutedBy', values: { name: 'Grace' } }]);
      expect(meeting.microphone.enabled.value).toBe(false);
      await pass(20_000);
      await during(meeting.microphone.setEnabled(true));
      director.sendPacket('alan', packet('participantMuted'));
      await pass(300);
      director.mute('local', 'microphone');
      await pass(100);
      expect(told()).toEqual([{ key: 'moderation.mutedBy', values: { name: 'Alan' } }]);
      await pass(5_000);
      await during(meeting.microphone.setEnabled(true));
      director.mute('local', 'microphone');
      await pass(2_000);
      expect(told()).toEqual([{ key: 'moderation.muted' }]);
    });

    it('believes no participant that one was muted', async () => {
      const { director, told, meeting } = await open({ role: null, media: true });
      for (let i = 0; i < 100; i++) director.sendPacket('grace', packet('participantMuted'));
      director.sendPacket(null, packet('participantMuted'));
      director.sendPacket('grace', packet('permissionsRemoved', { removedSources: ['microphone'] }));
      await pass(5_000);
      expect([told(), meeting.microphone.enabled.value]).toEqual([[], true]);
    });

    it('says nothing of what one did oneself', async () => {
      const { meeting, told } = await open({ role: null, media: true });
      await during(meeting.microphone.setEnabled(false));
      await during(meeting.camera.setEnabled(false));
      await during(meeting.screenShare.setEnabled(true));
      await during(meeting.screenShare.setEnabled(false));
      await pass(3_000);
      expect(told()).toEqual([]);
    });

    it('closes a camera and ends a share that a moderator stopped, and says so', async () => {
      const { meeting, director, told } = await open({ role: null, media: true });
      await during(meeting.screenShare.setEnabled(true));
      director.mute('local', 'camera');
      director.mute('local', 'screen_share');
      await pass(200);
      expect(told()).toEqual([{ key: 'moderation.stopped.camera' }, { key: 'moderation.stopped.screen_share' }]);
      expect([meeting.camera.track.value, meeting.screenShare.enabled.value, meeting.screenShare.track.value]).toEqual([null, false, null]);
      expect(director.see('local')!.tracks.screen_share).toBe(undefined);
    });

    it('tells what one may no longer do, and again', async () => {
      const { director, told, facts } = await open({ role: null, media: true });
      director.setPermissions('local', ['microphone']);
      await pass(200);
      expect(told()).toEqual([{ key: 'moderation.taken.camera' }, { key: 'moderation.taken.screen_share' }]);
      director.setPermissions('local', ['microphone', 'camera']);
      await pass(200);
      expect(told()).toEqual([{ key: 'moderation.taken.screen_share' }, { key: 'moderation.given.camera' }]);
      expect(facts).toMatchObject([{ participantId: 'local' }, { participantId: 'local' }]);
    });

    it('tells of one’s own new role, and nothing of what one came with', async () => {
      const { director, told } = await open({ role: null });
      expect(told()).toEqual([]);
      director.setAttributes('local', { room_role: 'administrator' });
      await pass(100);
      expect(told()).toEqual([{ key: 'moderation.role.given' }]);
      director.setAttributes('local', { room_role: 'member' });
      await pass(100);
      expect(told()).toEqual([{ key: 'moderation.role.taken' }]);
    });
  });
});

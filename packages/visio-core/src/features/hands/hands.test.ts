import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../backends/backend.js';
import { createTestMeeting, during, enter, pass, type TestMeetingOptions } from '../../engine/testing/test-meeting.js';

const people = [{ name: 'Grace' }, { name: 'Alan' }, { name: 'Edsger' }];
const jwt = (payload: object) => `h.${btoa(JSON.stringify(payload))}.s`;

async function inCall(options: TestMeetingOptions = {}) {
  const test = createTestMeeting({ scenario: { people }, microphone: false, camera: false, ...options });
  await enter(test);
  await vi.dynamicImportSettled();
  return { ...test, hands: test.meeting.hands };
}

/** A meeting whose backend carries hands, as La Suite Meet's does. */
async function withBackend({ token = 'plain', room = 'standup', ...options }: TestMeetingOptions = {}) {
  const asked: unknown[] = [];
  let fail: unknown = null;
  let mute = false;
  const hands = {
    async setRaised(raised: boolean, session: { token: string; room: string; serverUrl: string }) {
      asked.push([raised, session.room, session.token, session.serverUrl]);
      if (fail) throw fail;
      if (!mute) test.director.setHandRaised('local', raised);
    },
    async lower(id: string) {
      asked.push(id);
      if (fail) throw fail;
      test.director.setHandRaised(id, false);
    },
  };
  const backend: Backend = { credentials: async () => ({ serverUrl: 'wss://simulated', token }), hands };
  const test: Awaited<ReturnType<typeof inCall>> = await inCall({ backend, room, ...options });
  return { ...test, asked, failWith: (cause: unknown) => (fail = cause), muteServer: () => (mute = true) };
}

describe('createHands', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('knows hands that were up before, and follows those of others', async () => {
    const { hands, director } = await inCall({
      scenario: { people: [{ name: 'Grace' }, { name: 'Alan', attributes: { handRaisedAt: '2026-11-23T09:44:14.999438+00:00' } }] },
    });
    expect(hands.queue.value).toEqual(['alan']);
    expect(hands.raisedAt('alan').value).toBe(Date.parse('2026-11-23T09:44:14.999Z'));
    expect(hands.raisedAt('grace').value).toBe(null);
    director.setHandRaised('grace', true);
    await pass(50);
    expect(hands.queue.value).toEqual(['alan', 'grace']);
    expect([hands.position('alan').value, hands.position('grace').value]).toEqual([1, 2]);
    director.rename('alan', 'Alan T.');
    director.leave('alan');
    await pass(50);
    expect(hands.queue.value).toEqual(['grace']);
    expect(hands.position('alan').value).toBe(null);
    expect(hands.position('grace').value).toBe(1);
  });

  it('forgets with the call', async () => {
    const { hands, meeting } = await inCall();
    await during(hands.setRaised(true));
    await meeting.leave();
    expect(hands.queue.value).toEqual([]);
    expect(hands.raised.value).toBe(false);
    await expect(hands.setRaised(true)).rejects.toMatchObject({ code: 'COMMAND_DISABLED' });
  });

  describe('by one’s own attribute', () => {
    it('goes up and down when the server says so', async () => {
      const { hands, director } = await inCall();
      const raising = hands.setRaised(true);
      expect([hands.raised.value, hands.setRaised.pending.value]).toEqual([false, true]);
      expect(await during(raising)).toBe(true);
      expect([hands.raised.value, hands.position('local').value]).toEqual([true, 1]);
      expect(Date.parse(director.see('local')!.attributes['handRaisedAt']!)).toBeLessThanOrEqual(Date.now());
      expect(await during(hands.toggle())).toBe(false);
      expect(hands.queue.value).toEqual([]);
    });

    it('is not offered where the token does not allow it, nor for others', async () => {
      const { hands } = await inCall({ token: 'plain' });
      expect(hands.setRaised.enabled.value).toBe(false);
      expect(hands.lower.enabled.value).toBe(false);
      await expect(hands.setRaised(true)).rejects.toMatchObject({ code: 'COMMAND_DISABLED' });
    });

    it('can be prevented by the host', async () => {
      const { hands, meeting } = await inCall();
      meeting.intercept((command) => command !== 'setHandRaised');
      await expect(hands.setRaised(true)).rejects.toMatchObject({ code: 'VETOED' });
      expect(hands.raised.value).toBe(false);
    });
  });

  describe('by the backend', () => {
    it('asks it with what the call was joined with', async () => {
      const { hands, asked } = await withBackend();
      expect(hands.setRaised.enabled.value).toBe(true);
      expect(await during(hands.setRaised(true))).toBe(true);
      expect(hands.raised.value).toBe(true);
      expect(await during(hands.setRaised(true))).toBe(true);
      expect(await during(hands.setRaised(false))).toBe(false);
      expect(asked).toEqual([
        [true, 'standup', 'plain', 'wss://simulated'],
        [false, 'standup', 'plain', 'wss://simulated'],
      ]);
    });

    it('tells what it failed with', async () => {
      const { hands, failWith } = await withBackend();
      failWith(new Error('502'));
      await expect(during(hands.setRaised(true))).rejects.toMatchObject({ code: 'REQUEST_FAILED', message: '502' });
      expect([hands.raised.value, hands.setRaised.error.value?.code]).toEqual([false, 'REQUEST_FAILED']);
    });

    it('fails when the room is not told of what it took', async () => {
      const { hands, muteServer } = await withBackend();
      muteServer();
      const raising = hands.setRaised(true);
      const outcome = expect(raising).rejects.toMatchObject({ code: 'REQUEST_FAILED' });
      await pass(11_000);
      await outcome;
      expect(hands.setRaised.pending.value).toBe(false);
    });
  });

  describe('of others', () => {
    const moderators: readonly [string, TestMeetingOptions][] = [
      ['by their token', { token: jwt({ video: { roomAdmin: true } }) }],
      ['by their role', { token: 'plain' }],
    ];

    for (const [why, options] of moderators) {
      it(`can be lowered by those who moderate ${why}`, async () => {
        const { hands, director, asked } = await withBackend(options);
        if (options.token === 'plain') {
          expect(hands.lower.enabled.value).toBe(false);
          director.setAttributes('local', { room_role: 'administrator' });
          await pass(50);
        }
        expect(hands.lower.enabled.value).toBe(true);
        director.setHandRaised('grace', true);
        director.setHandRaised('alan', true);
        await pass(50);
        expect(await during(hands.lower('grace'))).toBe(false);
        expect(hands.queue.value).toEqual(['alan']);
        expect(await during(hands.lower('grace'))).toBe(false);
        expect(asked).toEqual(['grace']);
      });
    }

    it('can be lowered all at once', async () => {
      const { hands, director } = await withBackend({ token: jwt({ video: { roomAdmin: true } }) });
      for (const id of director.ids) director.setHandRaised(id, true);
      await pass(50);
      expect(hands.queue.value).toHaveLength(4);
      expect(await during(hands.lowerAll())).toEqual([]);
      expect(hands.queue.value).toEqual([]);
    });

    it('cannot be lowered by anyone else', async () => {
      for (const token of ['plain', jwt({ video: { roomAdmin: false } }), jwt({ video: null }), 'a.%%.b']) {
        const { hands } = await withBackend({ token: `${token}` });
        expect(hands.lower.enabled.value, token).toBe(false);
        await expect(hands.lower('grace')).rejects.toMatchObject({ code: 'COMMAND_DISABLED' });
        await expect(hands.lowerAll()).rejects.toMatchObject({ code: 'COMMAND_DISABLED' });
      }
    });
  });

  describe('offering to lower it', () => {
    const speaking = { microphone: true };

    it('does so when its owner has spoken and stopped', async () => {
      const { hands, director, meeting } = await inCall(speaking);
      director.speak('local', 3_000);
      await pass(8_000);
      await during(hands.setRaised(true));
      // What was said before the hand went up is another matter.
      await pass(5_000);
      expect(hands.offersLowering.value).toBe(false);
      director.speak('local', 3_000);
      await pass(4_000);
      expect(hands.offersLowering.value).toBe(false);
      await pass(2_000);
      expect(hands.offersLowering.value).toBe(true);
      const [notice] = meeting.notices.items.value;
      expect(notice).toMatchObject({ text: { key: 'hand.offer' }, actions: [{ label: { key: 'control.hand.lower' } }, { label: { key: 'hand.keep' } }] });
      notice!.actions![1]!.run();
      expect(hands.offersLowering.value).toBe(false);
      expect(meeting.notices.items.value).toEqual([]);
      await pass(10_000);
      expect(hands.offersLowering.value).toBe(false);
      director.speak('local', 3_000);
      await pass(6_000);
      expect(hands.offersLowering.value).toBe(true);
      await during(hands.setRaised(false));
      expect(hands.offersLowering.value).toBe(false);
      expect(meeting.notices.items.value).toEqual([]);
    });

    it('lowers it from the notice, unless the host prevents that', async () => {
      const { hands, director, meeting } = await inCall(speaking);
      await during(hands.setRaised(true));
      director.speak('local', 3_000);
      await pass(6_000);
      const end = meeting.intercept(() => false);
      meeting.notices.items.value[0]!.actions![0]!.run();
      await pass(100);
      expect(hands.raised.value).toBe(true);
      end();
      meeting.notices.items.value[0]?.actions![0]!.run();
      await pass(100);
      expect(hands.raised.value).toBe(false);
      expect(meeting.notices.items.value).toEqual([]);
    });

    it('does not for a cough, nor in a pause', async () => {
      const { hands, director } = await inCall(speaking);
      await during(hands.setRaised(true));
      director.speak('local', 600);
      await pass(8_000);
      expect(hands.offersLowering.value).toBe(false);
      director.speak('local', 2_000);
      await pass(3_500);
      director.speak('local', 2_000);
      await pass(3_000);
      expect(hands.offersLowering.value).toBe(false);
      await pass(2_000);
      expect(hands.offersLowering.value).toBe(true);
    });
  });
});

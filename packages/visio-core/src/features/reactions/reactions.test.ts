import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PacketEvent, TextEvent } from '../../engine/engine.js';
import { createTestMeeting, during, enter, pass } from '../../engine/testing/test-meeting.js';

const bytes = (text: string) => new TextEncoder().encode(text);

async function inCall() {
  const test = createTestMeeting({ scenario: { people: [{ name: 'Grace' }, { name: 'Alan' }] }, microphone: false, camera: false });
  await enter(test);
  await vi.dynamicImportSettled();
  const { reactions } = test.meeting;
  const sent: (TextEvent | PacketEvent)[] = [];
  test.director.onData((event) => sent.push(event));
  return { ...test, reactions, sent, seen: () => reactions.recent.peek().map(({ from, emoji }) => `${from} ${emoji}`) };
}

describe('createReactions', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends exactly the packet of La Suite Meet, without a topic', async () => {
    const { reactions, sent } = await inCall();
    await during(reactions.send('thumbs-up'));
    expect(sent).toHaveLength(1);
    const [packet] = sent as [PacketEvent];
    expect(packet).toMatchObject({ type: 'packet', topic: '' });
    expect(new TextDecoder().decode(packet.payload)).toBe('{"type":"reactionReceived","data":{"emoji":"thumbs-up"}}');
  });

  it('shows one’s own at once', async () => {
    const { reactions, meeting } = await inCall();
    meeting.setDisplayName('Ada');
    await reactions.setShown(true);
    const sending = reactions.send('party-popper');
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    expect(reactions.latest.value).toMatchObject({ emoji: 'party-popper', from: 'local', isLocal: true });
    const sent = await during(sending);
    expect(sent).toBe(reactions.latest.value);
    expect(reactions.recent.value).toHaveLength(1);
  });

  it('lets through ten within a second, and says so of the others', async () => {
    const { reactions, sent } = await inCall();
    const outcomes = await during(Promise.allSettled(Array.from({ length: 12 }, () => reactions.send('red-heart'))));
    expect(outcomes.map(({ status }) => status)).toEqual([...Array<string>(10).fill('fulfilled'), 'rejected', 'rejected']);
    expect(outcomes[10]).toMatchObject({ reason: { code: 'TOO_FAST' } });
    expect(sent).toHaveLength(10);
    expect(reactions.recent.value).toHaveLength(10);
    await pass(800);
    await expect(reactions.send('red-heart')).rejects.toMatchObject({ code: 'TOO_FAST' });
    expect(reactions.send.error.value).toMatchObject({ code: 'TOO_FAST' });
    await pass(200);
    await during(reactions.send('red-heart'));
    expect(sent).toHaveLength(11);
  });

  it('refuses what is no reaction, and what comes while there is no connection', async () => {
    const { reactions, sent, director, meeting } = await inCall();
    for (const emoji of ['rocket', '', '👍', '__proto__']) {
      await expect(reactions.send(emoji as 'thumbs-up')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    }
    director.reconnect(1_000);
    await pass(50);
    await expect(reactions.send('thumbs-up')).rejects.toMatchObject({ code: 'COMMAND_DISABLED' });
    await pass(1_000);
    meeting.intercept((command) => command !== 'sendReaction');
    await expect(reactions.send('thumbs-up')).rejects.toMatchObject({ code: 'VETOED' });
    expect(sent).toEqual([]);
    expect(reactions.recent.value).toEqual([]);
  });

  it('receives, in order, each with its sender’s name', async () => {
    const { reactions, director, seen } = await inCall();
    director.react('grace', 'thumbs-up');
    director.react('alan', 'folded-hands');
    director.react('grace', 'thumbs-up');
    await pass(50);
    expect(seen()).toEqual(['grace thumbs-up', 'alan folded-hands', 'grace thumbs-up']);
    expect(reactions.recent.value.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(reactions.latest.value).toMatchObject({ name: 'Grace', isLocal: false });
  });

  it('passes over what it does not know', async () => {
    const { director, seen, reactions } = await inCall();
    director.react('grace', 'rocket');
    director.sendPacket('grace', bytes('{"type":"reactionReceived"}'));
    director.sendPacket('grace', bytes('{"type":"reactionReceived","data":{"emoji":7}}'));
    director.sendPacket('grace', bytes('{"type":"reactionSent","data":{"emoji":"thumbs-up"}}'));
    director.sendPacket('grace', bytes('no json'));
    director.sendPacket('grace', bytes('{"type":"reactionReceived","data":{"emoji":"thumbs-up"}}'), { topic: 'other' });
    // The server reacts to nothing.
    director.react(null as never, 'thumbs-up');
    await pass(50);
    expect(seen()).toEqual([]);
    expect(reactions.dropped.value).toBe(0);
  });

  it('drops what one person, or all of them, send too much of, and counts it', async () => {
    const people = Array.from({ length: 30 }, (_, i) => ({ name: `P${i}` }));
    const test = createTestMeeting({ scenario: { people }, microphone: false, camera: false });
    await enter(test);
    await vi.dynamicImportSettled();
    const { reactions } = test.meeting;
    for (let i = 0; i < 1_000; i++) test.director.react('p0', 'thumbs-up');
    test.director.react('p1', 'red-heart');
    await pass(50);
    expect(reactions.latest.value).toMatchObject({ from: 'p1' });
    expect(reactions.recent.value).toHaveLength(21);
    expect(reactions.dropped.value).toBe(980);
    await pass(10_000);
    for (const { name } of people) for (let i = 0; i < 10; i++) test.director.react(name.toLowerCase(), 'thumbs-up');
    await pass(50);
    expect(reactions.dropped.value).toBe(980 + 200);
    expect(reactions.recent.value).toHaveLength(50);
  });

  it('remembers whether they are to be seen', async () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
    const first = createTestMeeting({ storage });
    expect(first.meeting.reactions.shown.value).toBe(true);
    expect(await first.meeting.reactions.setShown(false)).toBe(false);
    expect(first.meeting.reactions.shown.value).toBe(false);
    const second = createTestMeeting({ storage });
    await enter(second);
    await vi.dynamicImportSettled();
    expect(second.meeting.reactions.shown.value).toBe(false);
    const forbidden = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const third = createTestMeeting({ storage: { getItem: forbidden, setItem: forbidden } });
    expect(await third.meeting.reactions.setShown(false)).toBe(false);
  });

  it('forgets with the call', async () => {
    const { meeting, director, reactions } = await inCall();
    director.react('grace', 'thumbs-up');
    await pass(50);
    await meeting.leave();
    expect(reactions.recent.value).toEqual([]);
    expect(reactions.latest.value).toBe(null);
  });
});

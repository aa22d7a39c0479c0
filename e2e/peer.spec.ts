// La Suite Meet's wire messages, as reference clients send them, understood on both sides.
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { DataPacket_Kind } from 'livekit-server-sdk';
import { expect, test, type ParticipantPage } from './fixtures.ts';
import { join } from './meeting-page.ts';
import { asServer, enterAsPeer, type Peer } from './peer.ts';

const bubbles = (page: Page) => page.locator('visio-chat .bubble');

/** What the SDK gave its engine to send: the topics of everything that left the page. */
declare global {
  interface Window {
    sentTopics: { kind: string; topic: string }[];
  }
}

async function enter(page: ParticipantPage): Promise<void> {
  await join(page);
  await page.evaluate(() => {
    window.sentTopics = [];
    const { engine } = document.querySelector('visio-meeting')!.meeting!;
    const { sendText, sendFile, sendPacket } = engine;
    engine.sendText = (topic, ...rest) => (window.sentTopics.push({ kind: 'text', topic }), sendText.call(engine, topic, ...rest));
    engine.sendFile = (topic, ...rest) => (window.sentTopics.push({ kind: 'file', topic }), sendFile.call(engine, topic, ...rest));
    engine.sendPacket = (payload, options) => (window.sentTopics.push({ kind: 'packet', topic: options?.topic ?? '' }), sendPacket.call(engine, payload, options));
  });
}

async function openChat(page: Page): Promise<void> {
  await page.locator('visio-bar').getByRole('button', { name: /^Chat/ }).click();
  await expect(page.getByRole('textbox', { name: 'Your message' })).toBeFocused();
}

async function write(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Your message' });
  await field.fill(text);
  await field.press('Enter');
}

/** That nothing of ours breaks the other side's rules: see 0 and 1.2 of the study of La Suite Meet. */
async function expectInRules(page: Page, peer: Peer): Promise<void> {
  for (const { topic, text } of peer.packets) {
    expect(['', 'lk-chat-topic']).toContain(topic);
    const value = JSON.parse(text) as Record<string, unknown>;
    if (topic === '') expect(Object.keys(value).filter((key) => !['type', 'data'].includes(key)), text).toEqual([]);
    else expect(Object.keys(value).sort(), text).toEqual(['id', 'ignoreLegacy', 'message', 'timestamp']);
  }
  for (const { kind, topic } of await page.evaluate(() => window.sentTopics)) {
    expect(kind === 'packet' ? ['', 'lk-chat-topic'].includes(topic) : topic === 'lk.chat' || topic.startsWith('visio.'), `${kind} on ${topic}`).toBe(true);
  }
}

test('each side of a mixed room understands the other', async ({ openParticipant, services }) => {
  const alice = await openParticipant('Alice', { room: 'peer' });
  await enter(alice);
  const peer = await enterAsPeer(services, 'peer', 'Official');
  const server = asServer(services);
  try {
    await expect(alice.locator('visio-tile')).toHaveCount(2);
    await openChat(alice);

    await test.step('chat, on both carriers, each message once', async () => {
      await peer.chat('by stream');
      await peer.chat('by packet', { legacyOnly: true });
      await expect(bubbles(alice)).toHaveText(['by stream', 'by packet']);
      await write(alice, 'and back\nto you');
      await expect.poll(() => peer.texts).toHaveLength(1);
      await expect.poll(() => peer.packets).toHaveLength(1);
      const [text] = peer.texts;
      expect(text!.text).toBe('and back\nto you');
      expect(JSON.parse(peer.packets[0]!.text)).toEqual({ id: text!.id, timestamp: expect.any(Number) as unknown, message: 'and back\nto you', ignoreLegacy: true });
    });

    await test.step('reactions', async () => {
      await peer.notify({ type: 'reactionReceived', data: { emoji: 'party-popper' } });
      const latest = () => alice.evaluate(() => document.querySelector('visio-meeting')!.meeting!.reactions.latest.value);
      await expect.poll(latest).toMatchObject({ emoji: 'party-popper', from: peer.identity, isLocal: false });
      await alice.evaluate(() => document.querySelector('visio-meeting')!.meeting!.reactions.send('clapping-hands'));
      await expect.poll(() => peer.packets.filter(({ topic }) => topic === '').map(({ text }) => text)).toEqual(['{"type":"reactionReceived","data":{"emoji":"clapping-hands"}}']);
    });

    await test.step('hands, by attributes that the server writes', async () => {
      const queue = () => alice.evaluate(() => document.querySelector('visio-meeting')!.meeting!.hands.queue.value);
      await server.updateParticipant('peer', peer.identity, { attributes: { handRaisedAt: new Date().toISOString() } });
      await expect.poll(queue).toEqual([peer.identity]);
      await server.updateParticipant('peer', peer.identity, { attributes: { handRaisedAt: '' } });
      await expect.poll(queue).toEqual([]);
      // As Meet leaves it after each toggle.
      await server.updateParticipant('peer', peer.identity, { metadata: 'null' });
    });

    await test.step('a file arrives as it was', async () => {
      const bytes = Buffer.alloc(700_000, 'all work and no play ');
      await alice.locator('visio-chat input[type=file]').setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: bytes });
      await expect.poll(() => peer.files).toEqual([{ name: 'plan.pdf', size: bytes.length, hash: createHash('sha256').update(bytes).digest('hex') }]);
      // Who shows no files sees its name.
      expect(peer.texts.at(-1)!.text).toBe('plan.pdf');
      await expect(alice.locator('visio-chat progress')).toHaveCount(0);
    });

    await test.step('everything else of Meet does no harm', async () => {
      for (const type of ['participantMuted', 'screenRecordingStarted', 'screenRecordingStopped', 'transcriptionStarted', 'screenRecordingRequested']) await peer.notify({ type });
      await peer.notify({ type: 'permissionsRemoved', data: { removedSources: ['microphone'] } });
      const bytes = new TextEncoder().encode(JSON.stringify({ type: 'participantWaiting' }));
      await server.sendData('peer', bytes, DataPacket_Kind.RELIABLE, {});
      for (const metadata of ['', 'null', '{', '[]', JSON.stringify({ recording_mode: 'screen_recording', recording_status: 'started', access_level: 'public' })]) {
        await server.updateRoomMetadata('peer', metadata);
      }
      await peer.chat('still here');
      await expect(bubbles(alice).last()).toHaveText('still here');
    });

    await test.step('what is forged or malformed is passed over', async () => {
      const junk = [new Uint8Array(), new Uint8Array([0, 255, 254]), ...['', '{', 'null', '[]', '7', '"x"', '{"type":7}', '{"type":"reactionReceived"}', '{"type":"reactionReceived","data":{"emoji":"<b>"}}', '{"type":"__proto__"}', `{"type":"${'x'.repeat(14_000)}"}`].map((text) => new TextEncoder().encode(text))];
      for (const payload of junk) for (const topic of ['', 'lk-chat-topic', 'other']) await peer.raw(payload, { topic }).catch(() => undefined);
      await peer.notify({ id: 'x', timestamp: 'soon', message: 7 }, { topic: 'lk-chat-topic' });
      await peer.notify({ id: '', timestamp: 1, message: 'no id' }, { topic: 'lk-chat-topic' });
      await peer.room.localParticipant!.sendText('elsewhere', { topic: 'unknown.topic' });
      const stray = await peer.room.localParticipant!.streamBytes({ topic: 'lk.chat', name: '../../evil.html', totalSize: 4 });
      await stray.write(new Uint8Array([60, 33, 45, 45]));
      await stray.close();
      await peer.chat('<img src=x onerror="document.title=1">\u202Egnp');
      await expect(bubbles(alice).last()).toHaveText('<img src=x onerror="document.title=1">gnp');
      await expect(alice.locator('visio-chat img')).toHaveCount(0);
      await expect(alice.locator('visio-chat .file')).toHaveCount(1);
      await expect(alice).not.toHaveTitle('1');
    });

    await expectInRules(alice, peer);
    expect(alice.observed.consoleErrors).toEqual([]);
    expect(alice.observed.cspViolations).toEqual([]);
  } finally {
    await peer.leave();
  }
});

test('a person who floods the room changes nothing but their own output', async ({ openParticipant, services }) => {
  test.setTimeout(180_000);
  const alice = await openParticipant('Alice', { room: 'peer-flood' });
  await enter(alice);
  const good = await enterAsPeer(services, 'peer-flood', 'Good');
  const bad = await enterAsPeer(services, 'peer-flood', 'Bad');
  const server = asServer(services);
  try {
    await expect(alice.locator('visio-tile')).toHaveCount(3);
    await openChat(alice);
    await good.chat('before');
    await expect(bubbles(alice).last()).toHaveText('before');

    // What counts reactions comes with the first of them; of those that come meanwhile it has some only.
    await bad.notify({ type: 'reactionReceived', data: { emoji: 'thumbs-up' } });
    await expect.poll(() => alice.evaluate(() => document.querySelector('visio-meeting')!.meeting!.reactions.recent.value.length)).toBe(1);

    const me = bad.room.localParticipant!;
    const hostile = '<script>document.title="x"</script>\u202E\u0000\u2066';
    const thousand = async (send: (i: number) => Promise<unknown>) => {
      for (let i = 0; i < 1_000; i += 50) await Promise.all(Array.from({ length: 50 }, (_, j) => send(i + j).catch(() => undefined)));
    };
    for (let second = 0; second < 6; second++) {
      await thousand((i) => bad.notify({ id: `l${second}-${i}`, timestamp: Date.now(), message: `${hostile} ${i}` }, { topic: 'lk-chat-topic' }));
      await thousand(() => bad.notify({ type: 'reactionReceived', data: { emoji: 'thumbs-up' } }));
      await thousand((i) => bad.raw(new Uint8Array([i % 256, 255])));
    }
    await Promise.all(Array.from({ length: 1_000 }, (_, i) => me.sendText(`${hostile} stream ${i}`, { topic: 'lk.chat' }).catch(() => undefined)));
    for (let i = 0; i < 10; i++) await me.sendText('1 MB '.repeat(200_000), { topic: 'lk.chat', compress: i === 0 }).catch(() => undefined);
    for (let second = 0; second < 10; second++) await thousand((i) => server.updateParticipant('peer-flood', bad.identity, { name: `${hostile}${second * 1_000 + i} ${'long '.repeat(50)}` }));
    await me.setAttributes({ handRaisedAt: hostile, ['x'.repeat(500)]: 'y'.repeat(5_000) }).catch(() => undefined);

    await good.chat('after');
    const seen = (): Promise<readonly string[]> =>
      alice.evaluate((from) => {
        const { chat } = document.querySelector('visio-meeting')!.meeting!;
        return chat.ids.value.map((id) => chat.get(id).value!).filter((message) => message.from === from).map(({ text }) => text);
      }, good.identity);
    await expect.poll(seen, { timeout: 60_000 }).toEqual(['before', 'after']);
    const state = await alice.evaluate((from) => {
      const { chat, reactions, roster } = document.querySelector('visio-meeting')!.meeting!;
      const ofBad = chat.ids.value.map((id) => chat.get(id).value!).filter((message) => message.from === from);
      const name = roster.get(from).value?.name ?? '';
      return {
        count: ofBad.length,
        longest: Math.max(...ofBad.map(({ text }) => text.length)),
        dropped: chat.dropped.value,
        reactionsDropped: reactions.dropped.value,
        reactions: reactions.recent.value.length,
        name: name.length,
        isNameClean: !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(name),
        rows: document.querySelector('visio-meeting')!.shadowRoot!.querySelectorAll('*').length,
      };
    }, bad.identity);
    expect(state.count).toBeGreaterThan(1_000);
    expect(state.count).toBeLessThanOrEqual(5_000 + 20 * 180);
    expect(state.longest).toBeLessThanOrEqual(20_001);
    expect(state.dropped + state.count).toBeGreaterThanOrEqual(6_000);
    expect(state.reactions).toBeLessThanOrEqual(50);
    expect(state.reactionsDropped).toBeGreaterThan(1_000);
    expect(state.name).toBeLessThanOrEqual(101);
    expect(state.isNameClean).toBe(true);
    await write(alice, 'I can still write');
    await expect.poll(() => good.texts.map(({ text }) => text)).toContain('I can still write');
    await expect(alice).not.toHaveTitle('x');
    expect(alice.observed.consoleErrors).toEqual([]);
    await expectInRules(alice, good.texts.length > 0 ? { ...good, packets: good.packets.filter(({ from }) => from !== bad.identity) } : good);
  } finally {
    await good.leave();
    await bad.leave();
  }
});

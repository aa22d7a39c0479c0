import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { join } from './meeting-page.ts';

const field = (page: Page) => page.getByRole('textbox', { name: 'Your message' });
const chatButton = (page: Page) => page.locator('visio-bar [data-control=chat]');
const bubbles = (page: Page) => page.locator('visio-chat .bubble');

async function openChat(page: Page): Promise<void> {
  await chatButton(page).click();
  await expect(field(page)).toBeFocused();
}

async function write(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
}


test('two people write to each other', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'chat' });
  const bob = await openParticipant('Bob', { room: 'chat' });
  await join(alice);
  await join(bob);
  await expect(alice.locator('visio-tile')).toHaveCount(2);
  await openChat(alice);

  await test.step('a message of several lines, with markup and a link, is told of and shown as text', async () => {
    await write(alice, 'Hello <b>Bob</b>\nhttps://example.org/?q=1 javascript:alert(1)');
    await expect(chatButton(bob)).toHaveAccessibleName('Chat, 1 unread message');
    await expect(bob.locator('visio-notices .item')).toContainText('Alice');
    await openChat(bob);
    await expect(chatButton(bob)).toHaveAccessibleName('Chat');
    for (const page of [alice, bob]) {
      await expect(bubbles(page)).toHaveCount(1);
      expect(await bubbles(page).textContent()).toBe('Hello <b>Bob</b>\nhttps://example.org/?q=1 javascript:alert(1)');
      const links = bubbles(page).locator('a');
      await expect(links).toHaveCount(1);
      await expect(links).toHaveAttribute('href', 'https://example.org/?q=1');
      await expect(links).toHaveAttribute('rel', 'noopener noreferrer');
    }
    await expect(bob.locator('visio-chat .sender bdi')).toHaveText('Alice');
  });

  await test.step('and back, in order, each once', async () => {
    for (let i = 1; i <= 5; i++) await write(bob, `answer ${i}`);
    const all = [/Hello/, 'answer 1', 'answer 2', 'answer 3', 'answer 4', 'answer 5'];
    await expect(bubbles(alice)).toHaveText(all);
    await expect(bubbles(bob)).toHaveText(all);
    await expect(alice.locator('visio-chat .note')).toHaveCount(0);
  });

  for (const page of [alice, bob]) {
    expect(page.observed.consoleErrors).toEqual([]);
    expect(page.observed.cspViolations).toEqual([]);
  }
});

test('one looks for something in what the other writes', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'chat-search' });
  const bob = await openParticipant('Bob', { room: 'chat-search' });
  await join(alice);
  await join(bob);
  await expect(alice.locator('visio-tile')).toHaveCount(2);
  await openChat(alice);
  await openChat(bob);
  for (const line of ['On se revoit cet été ?', '<mark>nothing</mark>', 'Un ETE en (.*)']) await write(alice, line);
  for (let i = 0; i < 30; i++) await write(bob, `line ${i}`);
  await expect(bubbles(bob).last()).toHaveText('line 29');

  const requests: string[] = [];
  bob.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const button = bob.locator('visio-panel header').getByRole('button', { name: 'Search the messages' });
  const search = bob.locator('visio-chat').getByRole('searchbox', { name: 'Search the messages' });
  const count = bob.locator('visio-chat .find .count');
  const marks = bob.locator('visio-chat mark');

  await test.step('with the keyboard; its code comes with it, and not before', async () => {
    await bob.keyboard.press('Shift+Tab');
    expect(requests).toEqual([]);
    await button.press('Enter');
    await expect(search).toBeFocused();
    await bob.keyboard.type('ete');
    await expect(count).toHaveText('2 of 2');
    await expect(marks.first()).toHaveText('été');
    expect(requests.filter((path) => path.endsWith('/find.js'))).toHaveLength(1);
    expect(requests.filter((path) => path.endsWith('/search.js'))).toHaveLength(1);
  });

  await test.step('what comes meanwhile is found, too, and keys go from one to the next', async () => {
    await write(alice, 'encore un été');
    await expect(count).toHaveText('2 of 3');
    await bob.keyboard.press('Enter');
    await expect(count).toHaveText('3 of 3');
    await expect(bob.locator('visio-chat .row.current')).toContainText('encore un été');
    await expect(bob.locator('visio-chat .row.current')).toBeInViewport();
    await bob.keyboard.press('Shift+Enter');
    await expect(bob.locator('visio-chat .row.current')).toContainText('Un ETE');
    await expect(bob.locator('visio-chat .row.current')).toBeInViewport();
  });

  await test.step('what would be a pattern or markup is text', async () => {
    for (const words of ['.*', '<mark>']) {
      await search.fill(words);
      await expect(count).toHaveText('1 of 1');
      await expect(marks).toHaveText([words]);
    }
  });

  await test.step('Escape gives the place and the focus back, and leaves the panel open', async () => {
    await bob.keyboard.press('Escape');
    await expect(search).toHaveCount(0);
    await expect(button).toBeFocused();
    await expect(bubbles(bob).last()).toHaveText('encore un été');
    await expect(bubbles(bob).last()).toBeInViewport();
    await expect(field(bob)).toBeVisible();
  });
  expect(bob.observed.consoleErrors).toEqual([]);
  expect(bob.observed.cspViolations).toEqual([]);
});

test('what is written while the server is down arrives once when it is back', async ({ openParticipant, services }) => {
  test.setTimeout(180_000);
  const alice = await openParticipant('Alice', { room: 'chat-outage' });
  const bob = await openParticipant('Bob', { room: 'chat-outage' });
  await join(alice);
  await join(bob);
  await expect(alice.locator('visio-tile')).toHaveCount(2);
  await openChat(alice);
  await openChat(bob);
  await write(alice, 'before');
  await expect(bubbles(bob)).toHaveText(['before']);

  await services.livekit!.kill();
  await expect(alice.getByText('Connection lost. Reconnecting…')).toBeVisible();
  await expect(bob.getByText('Connection lost. Reconnecting…')).toBeVisible();
  await write(alice, 'from Alice, meanwhile');
  await write(bob, 'from Bob, meanwhile');
  await expect(alice.locator('visio-chat').getByText('Sending…')).toBeVisible();

  await services.livekit!.restart();
  const back = { timeout: 60_000 };
  await expect(alice.getByText('Connection lost. Reconnecting…')).toBeHidden(back);
  await expect(bob.getByText('Connection lost. Reconnecting…')).toBeHidden(back);
  await expect(bubbles(bob).filter({ hasText: 'from Alice, meanwhile' })).toHaveCount(1, back);
  await expect(bubbles(alice).filter({ hasText: 'from Bob, meanwhile' })).toHaveCount(1, back);
  await write(alice, 'after');
  await expect(bubbles(bob).last()).toHaveText('after');
  // Whatever was sent again has come by now.
  await bob.waitForTimeout(2_000);
  for (const page of [alice, bob]) {
    await expect(bubbles(page)).toHaveCount(4);
    await expect(page.locator('visio-chat .note')).toHaveCount(0);
  }
});

/** What a page with livekit-client alone got, and how it speaks. */
interface RawClient {
  texts: { topic: string; id: string; text: string; from: string }[];
  packets: { topic: string | undefined; data: unknown; from: string | undefined }[];
  send(text: string, legacyOnly: boolean): Promise<void>;
}

declare global {
  interface Window {
    raw: RawClient;
  }
}

test('a client of livekit-client alone, as the official app is, understands and is understood', async ({ openParticipant, openPage, services }) => {
  const alice = await openParticipant('Alice', { room: 'chat-raw' });
  await join(alice);
  await openChat(alice);

  const raw = await openPage({});
  await raw.goto(services.backend.url);
  await raw.evaluate(async () => {
    const response = await fetch('/api/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ room_name: 'chat-raw', participant_name: 'Official' }),
    });
    const { server_url, participant_token } = (await response.json()) as { server_url: string; participant_token: string };
    const address = '/visio-element/livekit-client.js';
    const { Room, RoomEvent } = await findExports(await import(address));
    const room = new Room();
    const client: RawClient = {
      texts: [],
      packets: [],
      // As `setupChat` of @livekit/components-core sends.
      async send(message, legacyOnly) {
        const { id } = legacyOnly ? { id: crypto.randomUUID() } : await room.localParticipant.sendText(message, { topic: 'lk.chat' });
        const legacy = { id, timestamp: Date.now(), message, ignoreLegacy: !legacyOnly };
        await room.localParticipant.publishData(new TextEncoder().encode(JSON.stringify(legacy)), { reliable: true, topic: 'lk-chat-topic' });
      },
    };
    room.registerTextStreamHandler('lk.chat', async (reader, { identity }) => {
      client.texts.push({ topic: reader.info.topic, id: reader.info.id, text: await reader.readAll(), from: identity });
    });
    room.on(RoomEvent.DataReceived, (payload, participant, _kind, topic) => {
      client.packets.push({ topic, data: JSON.parse(new TextDecoder().decode(payload)), from: participant?.identity });
    });
    window.raw = client;
    await room.connect(server_url, participant_token);

    /** The bundle shortens the names of what its chunks export. */
    async function findExports(chunk: Record<string, unknown>): Promise<typeof import('livekit-client')> {
      const all = Object.values(chunk);
      const Room = all.find((each) => typeof each === 'function' && 'prototype' in each && 'registerTextStreamHandler' in (each as { prototype: object }).prototype);
      const RoomEvent = all.find((each) => typeof each === 'object' && each !== null && (each as Record<string, unknown>)['DataReceived'] === 'dataReceived' && 'Reconnecting' in each);
      return { Room, RoomEvent } as unknown as typeof import('livekit-client');
    }
  });
  await expect(alice.locator('visio-tile')).toHaveCount(2);

  await write(alice, 'Hello,\nofficial app');
  await expect.poll(() => raw.evaluate(() => window.raw.packets.length)).toBe(1);
  const { texts, packets } = await raw.evaluate(() => ({ texts: window.raw.texts, packets: window.raw.packets }));
  expect(texts).toEqual([{ topic: 'lk.chat', id: expect.any(String), text: 'Hello,\nofficial app', from: expect.any(String) }]);
  expect(packets).toEqual([
    {
      topic: 'lk-chat-topic',
      from: texts[0]!.from,
      data: { id: texts[0]!.id, timestamp: expect.any(Number), message: 'Hello,\nofficial app', ignoreLegacy: true },
    },
  ]);

  await raw.evaluate(() => window.raw.send('by both carriers', false));
  await raw.evaluate(() => window.raw.send('long '.repeat(100), false));
  await raw.evaluate(() => window.raw.send('by the old one alone', true));
  await expect(bubbles(alice)).toHaveText(['Hello,\nofficial app', 'by both carriers', /^(long ){99}/, 'by the old one alone']);
  await expect(alice.locator('visio-chat .sender bdi').last()).toHaveText('Official');
  expect(await raw.evaluate(() => [window.raw.texts.length, window.raw.packets.length])).toEqual([1, 1]);
});

import type { Page } from '@playwright/test';
import type { Room, RoomEvent } from 'livekit-client';
import { expect, test } from './fixtures.ts';
import { join } from './meeting-page.ts';

declare global {
  interface Window {
    /** On a page with livekit-client alone: topic and text of the packets that came. */
    rawPackets: (readonly [string, string])[];
    sendRaw(text: string): Promise<void>;
  }
}

const reactionsButton = (page: Page) => page.locator('visio-bar [data-control=reactions]');
const choice = (page: Page, name: string) => page.locator('visio-reactions').getByRole('button', { name });
const shown = (page: Page) => page.locator('visio-reaction-display .reaction');

/** What the meeting has taken, since it was joined: what is seen goes by itself. */
const recent = (page: Page) =>
  page.evaluate(() => document.querySelector('visio-meeting')!.meeting!.reactions.recent.peek().map(({ name, emoji, isLocal }) => `${isLocal ? 'You' : name} ${emoji}`));

test('two people react', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'reactions' });
  const bob = await openParticipant('Bob', { room: 'reactions' });
  await join(alice);
  await join(bob);
  await expect(alice.locator('visio-tile')).toHaveCount(2);
  await expect(bob.locator('visio-tile')).toHaveCount(2);

  await test.step('each reaction is seen once, there and here, with its sender', async () => {
    await reactionsButton(alice).click();
    await choice(alice, 'Party').click();
    await expect(shown(bob)).toHaveText(/🎉\s*Alice/);
    await expect.poll(() => recent(bob)).toEqual(['Alice party-popper']);
    expect(await recent(alice)).toEqual(['You party-popper']);
    // It stays open for another.
    await choice(alice, 'Heart').click();
    await expect.poll(() => recent(bob)).toEqual(['Alice party-popper', 'Alice red-heart']);
    await expect(bob.locator('visio-reaction-display [aria-live]')).toHaveText(/Alice: 🎉|Alice: ❤️/);
    await expect(shown(bob)).toHaveCount(0);
  });

  await test.step('with the keyboard, and Escape goes back to the button', async () => {
    await choice(alice, 'Heart').press('Home');
    await alice.keyboard.press('Enter');
    await expect.poll(() => recent(bob)).toHaveLength(3);
    await alice.keyboard.press('Escape');
    await expect(choice(alice, 'Heart')).toBeHidden();
    await expect(reactionsButton(alice)).toBeFocused();
  });

  await test.step('at most ten a second leave', async () => {
    const outcomes = await alice.evaluate(async () => {
      const { reactions } = document.querySelector('visio-meeting')!.meeting!;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const sending = Array.from({ length: 15 }, () => reactions.send('clapping-hands').then(() => 'sent', ({ code }: { code: string }) => code));
      return Promise.all(sending);
    });
    expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(10);
    expect(outcomes.filter((outcome) => outcome === 'TOO_FAST')).toHaveLength(5);
    await expect.poll(() => recent(bob)).toHaveLength(13);
  });

  await test.step('who wants to see none sees none, and can still react', async () => {
    await reactionsButton(bob).click();
    await bob.getByRole('checkbox', { name: 'Show reactions' }).uncheck();
    await expect(bob.locator('visio-reaction-display')).toHaveCount(0);
    await choice(bob, 'Thank you').click();
    await expect(shown(alice).filter({ hasText: 'Bob' })).toHaveText(/🙏\s*Bob/);
  });

  for (const page of [alice, bob]) {
    expect(page.observed.consoleErrors).toEqual([]);
    expect(page.observed.cspViolations).toEqual([]);
  }
});

test('a client as the official app understands, and is understood; what it does not know is passed over', async ({ openParticipant, openPage, services }) => {
  const alice = await openParticipant('Alice', { room: 'reactions-raw' });
  await join(alice);
  const raw = await openPage({});
  await raw.goto(services.backend.url);
  await raw.evaluate(async () => {
    const response = await fetch('/api/token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ room_name: 'reactions-raw', participant_name: 'Official' }),
    });
    const { server_url, participant_token } = (await response.json()) as { server_url: string; participant_token: string };
    const { createMeeting } = (await import(String('/visio-element/visio-core.js'))) as typeof import('visio-core');
    const meeting = createMeeting({
      backend: { credentials: async () => ({ serverUrl: server_url, token: participant_token }) },
      microphone: false,
      camera: false,
    });
    await meeting.join();
    const { room } = (meeting.engine as unknown as { session: { room: Room } }).session;
    window.rawPackets = [];
    // The name of `RoomEvent.DataReceived`.
    room.on('dataReceived' as RoomEvent.DataReceived, (payload, _from, _kind, topic) => {
      window.rawPackets.push([topic ?? '', new TextDecoder().decode(payload)]);
    });
    window.sendRaw = (text) => room.localParticipant.publishData(new TextEncoder().encode(text), { reliable: true });
  });
  await expect(alice.locator('visio-tile')).toHaveCount(2);

  await reactionsButton(alice).click();
  await choice(alice, 'Thumbs up').click();
  await expect.poll(() => raw.evaluate(() => window.rawPackets)).toEqual([['', '{"type":"reactionReceived","data":{"emoji":"thumbs-up"}}']]);

  for (const text of [
    '{"type":"reactionReceived","data":{"emoji":"rocket"}}',
    '{"type":"reactionReceived","data":{"emoji":"<img src=x onerror=alert(1)>"}}',
    '{"type":"reactionReceived"}',
    '{"type":"screenRecordingStarted"}',
    'not JSON',
    '',
    JSON.stringify({ type: 'reactionReceived', data: { emoji: 'thumbs-up', filler: 'x'.repeat(10_000) } }),
    '{"type":"reactionReceived","data":{"emoji":"folded-hands"}}',
  ]) {
    await raw.evaluate((text) => window.sendRaw(text), text);
  }
  await expect.poll(() => recent(alice)).toEqual(['You thumbs-up', 'Official folded-hands']);
  expect(alice.observed.consoleErrors).toEqual([]);
});

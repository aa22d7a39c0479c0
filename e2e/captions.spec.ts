import type { Page } from '@playwright/test';
import { enterAsAgent, type CaptionsAgent } from './captions-agent.ts';
import { expect, test } from './fixtures.ts';
import { join } from './meeting-page.ts';

const control = (page: Page) => page.locator('visio-bar [data-control=captions]');
const strip = (page: Page) => page.locator('visio-captions .line');

const identityOf = (page: Page) => page.evaluate(() => document.querySelector('visio-meeting')!.meeting!.roster.localId.peek()!);

/** Everything that each has said, as this page has it. */
function heard(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const { captions } = document.querySelector('visio-meeting')!.meeting!;
    const all: Record<string, string> = {};
    for (const id of captions.ids.peek()) {
      const { name, from, text } = captions.get(id).peek()!;
      all[name || from] = [all[name || from], text].filter(Boolean).join(' ');
    }
    return all;
  });
}

/** One word after the other, each a segment, interim and final, both ways: as Kyutai's plugin has livekit-agents send them. */
async function sayWords(agent: CaptionsAgent, speaker: string, sentence: string): Promise<void> {
  for (const word of sentence.split(' ')) {
    const [id, packetId] = [`SG_${crypto.randomUUID()}`, `SG_${crypto.randomUUID()}`];
    await agent.say(speaker, { id, packetId, text: word, final: false });
    await agent.say(speaker, { id, packetId, text: word, final: true });
  }
}

/** A sentence that grows, is mended and becomes final, both ways: as other transcribers do. */
async function saySentence(agent: CaptionsAgent, speaker: string, states: readonly string[]): Promise<string> {
  const [id, packetId] = [`SG_${crypto.randomUUID()}`, `SG_${crypto.randomUUID()}`];
  for (const text of states) await agent.say(speaker, { id, packetId, text, final: false });
  await agent.say(speaker, { id, packetId, text: states.at(-1)!, final: true });
  return id;
}

test('what is said is read by two people in each form in which it comes, once', async ({ openParticipant, services }) => {
  const room = 'captions';
  const alice = await openParticipant('Alice', { room });
  const bob = await openParticipant('Bob', { room });
  for (const page of [alice, bob]) await join(page);
  for (const page of [alice, bob]) await expect(page.locator('visio-tile')).toHaveCount(2);
  const agent = await enterAsAgent(services, room);
  const [aliceId, bobId] = [await identityOf(alice), await identityOf(bob)];
  const said = { Alice: '', Bob: '' };

  await test.step('nobody writes anything down: nothing is offered', async () => {
    for (const page of [alice, bob]) await expect(control(page)).toHaveCount(0);
  });

  await test.step('single words', async () => {
    said.Alice = 'Bonjour à tous, on commence par le budget de l’année.';
    await sayWords(agent, aliceId, said.Alice);
    for (const page of [alice, bob]) await expect.poll(() => heard(page)).toEqual({ Alice: said.Alice });
  });

  await test.step('they are turned on by one of them, and seen by that one', async () => {
    await expect(control(bob)).toHaveAccessibleName('Turn captions on');
    await control(bob).click();
    await expect(control(bob)).toHaveAccessibleName('Turn captions off');
    await sayWords(agent, aliceId, 'Voilà.');
    said.Alice += ' Voilà.';
    await expect(strip(bob).filter({ hasText: 'Voilà.' })).toContainText('Alice');
    await expect(strip(alice)).toHaveCount(0);
  });

  let segment = '';
  await test.step('sentences that grow and are mended', async () => {
    segment = await saySentence(agent, bobId, ['Thank', 'Thank you, I sea', 'Thank you, I see the pages.']);
    said.Bob = 'Thank you, I see the pages.';
    for (const page of [alice, bob]) await expect.poll(() => heard(page)).toEqual(said);
  });

  await test.step('pieces of one stream, seen as they come, of an agent that names the track', async () => {
    const trackId = await bob.evaluate(() => {
      const { roster } = document.querySelector('visio-meeting')!.meeting!;
      return roster.get(roster.localId.peek()!).peek()!.tracks.microphone!.id;
    });
    const writer = await agent.open({ 'lk.segment_id': 'SG_pieces', 'lk.transcribed_track_id': trackId });
    const pieces = ['And', ' page', ' four', ' is', ' mine.'];
    for (const [index, piece] of pieces.entries()) {
      await writer.write(piece);
      const soFar = `${said.Bob} ${pieces.slice(0, index + 1).join('')}`;
      await expect.poll(async () => (await heard(alice))['Bob']).toBe(soFar);
    }
    await writer.close();
    said.Bob += ` ${pieces.join('')}`;
    for (const page of [alice, bob]) await expect.poll(() => heard(page)).toEqual(said);
  });

  await test.step('what is sent again is not said again', async () => {
    await agent.say(bobId, { id: segment, text: 'Thank you, I see the pages.', final: true });
    await agent.say(bobId, { id: segment, text: 'Thank you', final: false });
    await agent.packet(bobId, { packetId: 'SG_again', text: 'Thank you, I see the pages.', final: true });
    await sayWords(agent, aliceId, 'Bien.');
    said.Alice += ' Bien.';
    for (const page of [alice, bob]) await expect.poll(() => heard(page)).toEqual(said);
  });

  await test.step('all of them are found, and saved', async () => {
    await bob.locator('visio-captions').getByRole('button', { name: 'Show all captions' }).click();
    const list = bob.locator('visio-caption-list');
    await list.getByRole('searchbox').fill('BUDGET');
    await expect(list.locator('.row')).toHaveCount(1);
    await expect(list.locator('mark')).toHaveText('budget');
    const download = bob.waitForEvent('download');
    await list.getByRole('button', { name: 'WebVTT' }).click();
    expect((await download).suggestedFilename()).toMatch(/^captions-.*\.vtt$/);
  });

  await agent.leave();
  for (const page of [alice, bob]) expect(page.observed.cspViolations).toEqual([]);
});

test('captions come by the packet from before streams alone, too', async ({ openParticipant, services }) => {
  const room = 'captions-packets';
  const alice = await openParticipant('Alice', { room });
  await join(alice);
  const agent = await enterAsAgent(services, room);
  const id = await identityOf(alice);
  for (const [packetId, text, final] of [['1', 'One', false], ['1', 'One two', false], ['1', 'One two.', true], ['2', 'Three.', true]] as const) {
    await agent.packet(id, { packetId, text, final });
  }
  await expect.poll(() => heard(alice)).toEqual({ Alice: 'One two. Three.' });
  await agent.leave();
});

test('nobody puts words into another’s mouth, and who sends too much is cut short', async ({ openParticipant, services }) => {
  const room = 'captions-flood';
  const alice = await openParticipant('Alice', { room });
  await join(alice);
  const mallory = await enterAsAgent(services, room, 'standard', 'mallory');
  const agent = await enterAsAgent(services, room);
  await expect(alice.locator('visio-tile')).toHaveCount(2);
  const id = await identityOf(alice);

  await mallory.say(id, { text: 'I resign.', final: true });
  await mallory.packet(id, { packetId: '1', text: 'I resign at once.', final: true });
  await expect.poll(() => heard(alice)).toEqual({ mallory: 'I resign.' });

  const count = 1_500;
  for (let sent = 0; sent < count; sent += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, index) => mallory.say('mallory', { text: `flood ${sent + index}`, final: true })));
  }
  await agent.say(id, { text: 'I stay.', final: true });
  await expect.poll(async () => (await heard(alice))['Alice']).toBe('I stay.');
  const dropped = await alice.evaluate(() => document.querySelector('visio-meeting')!.meeting!.captions.dropped.peek());
  expect(dropped).toBeGreaterThan(0);
  expect((await heard(alice))['mallory']!.match(/flood/g)!.length).toBeLessThan(count);
  await mallory.leave();
  await agent.leave();
});

import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { connectBy, startLossyNetwork } from './lossy-network.ts';
import { join } from './meeting-page.ts';

const CUT = 10_000;

const texts = (page: Page) =>
  page.evaluate(() => {
    const { chat } = document.querySelector('visio-meeting')!.meeting!;
    return chat.ids.value.map((id) => chat.get(id).value!.text);
  });

const send = (page: Page, text: string) =>
  page.evaluate((words) => void document.querySelector('visio-meeting')!.meeting!.chat.send(words).catch(() => undefined), text);

test('a call that loses packets and is cut for ten seconds loses and doubles no message', async ({ openParticipant, openPage, services }) => {
  test.setTimeout(240_000);
  const livekitUrl = services.livekit!.url;
  const network = await startLossyNetwork(livekitUrl);
  try {
    const bob = await openParticipant('Bob', { room: 'loss' });
    await join(bob);
    const alice = await openPage({});
    await connectBy(alice, network, livekitUrl);
    const address = new URL('/', services.backend.url);
    address.searchParams.set('room', 'loss');
    address.searchParams.set('name', 'Alice');
    await alice.goto(address.href);
    await join(alice);
    await expect(alice.locator('visio-tile')).toHaveCount(2);
    // All goes by the network that can fail, or this test could not.
    await expect.poll(() => network.passed).toBeGreaterThan(100);

    const said: string[] = [];
    const talk = async (what: string, count: number) => {
      for (let i = 0; i < count; i++) {
        for (const [name, page] of [['Alice', alice], ['Bob', bob]] as const) {
          said.push(`${name} ${what} ${i}`);
          await send(page, said.at(-1)!);
        }
        await alice.waitForTimeout(100);
      }
    };

    network.loss = 0.1;
    await talk('with loss', 30);
    expect(network.lost).toBeGreaterThan(10);

    network.cut();
    const until = Date.now() + CUT;
    await talk('in the cut', 30);
    // Nothing came through: whatever arrives now was kept for it.
    expect((await texts(bob)).filter((text) => text.startsWith('Alice in the cut'))).toEqual([]);
    await alice.waitForTimeout(Math.max(0, until - Date.now()));
    network.mend();
    await talk('afterwards', 10);

    const inOrder = (all: readonly string[], name: string) => all.filter((text) => text.startsWith(name));
    for (const [name, page] of [['Alice', alice], ['Bob', bob]] as const) {
      await expect.poll(async () => (await texts(page)).length, { timeout: 90_000, message: `what ${name} has` }).toBeGreaterThanOrEqual(said.length);
      // Whatever is sent twice has come by now.
      await page.waitForTimeout(2_000);
      expect([...(await texts(page))].sort(), `what ${name} has`).toEqual([...said].sort());
    }
    expect(inOrder(await texts(alice), 'Alice')).toEqual(inOrder(said, 'Alice'));
    // In the order of writing, but for what had to be sent again.
    expect(inOrder(await texts(bob), 'Bob')).toEqual(inOrder(said, 'Bob'));
  } finally {
    await network.close();
  }
});

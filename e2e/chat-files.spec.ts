import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { join } from './meeting-page.ts';

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==', 'base64');

const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const picker = (page: Page) => page.locator('visio-chat input[type=file]');

async function openChat(page: Page): Promise<void> {
  await page.locator('visio-bar').getByRole('button', { name: /^Chat/ }).click();
  await expect(page.getByRole('textbox', { name: 'Your message' })).toBeFocused();
}

/** Saves the file of this name as a person does, and says what is in it. */
async function save(page: Page, name: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: `Save ${name}` }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(name);
  return hash(await readFile(await download.path()));
}

test('files arrive as they were sent, over a connection that breaks, too', async ({ openParticipant }) => {
  test.setTimeout(180_000);
  const alice = await openParticipant('Alice', { room: 'files' });
  const bob = await openParticipant('Bob', { room: 'files' });
  await join(alice);
  await join(bob);
  await expect(alice.locator('visio-tile')).toHaveCount(2);
  await openChat(alice);
  await openChat(bob);

  await test.step('what is no picture is saved, byte for byte', async () => {
    const bytes = randomBytes(2_500_000);
    await picker(alice).setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer: bytes });
    await expect(bob.getByRole('link', { name: 'Save report.pdf' })).toBeVisible({ timeout: 60_000 });
    expect(await save(bob, 'report.pdf')).toBe(hash(bytes));
    await expect(bob.locator('visio-chat .sender bdi')).toHaveText('Alice');
    await expect(alice.locator('visio-chat progress')).toHaveCount(0);
  });

  await test.step('a picture is shown; what says that it is one is not', async () => {
    await picker(bob).setInputFiles([
      { name: 'holiday.png', mimeType: 'image/png', buffer: PIXEL },
      { name: 'evil.png', mimeType: 'image/png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="document.title=1"/>') },
    ]);
    await expect(alice.getByRole('link', { name: 'Save evil.png' })).toBeVisible();
    const images = alice.locator('visio-chat img');
    await expect(images).toHaveCount(1);
    await expect(images).toHaveAttribute('alt', 'holiday.png');
    await expect.poll(() => images.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    expect(await save(alice, 'holiday.png')).toBe(hash(PIXEL));
  });

  await test.step('a file that is on its way when the session ends arrives whole', async () => {
    const bytes = randomBytes(3_000_000);
    await picker(alice).setInputFiles({ name: 'large.bin', mimeType: '', buffer: bytes });
    await expect.poll(() => alice.evaluate(() => {
      const { chat } = document.querySelector('visio-meeting')!.meeting!;
      return chat.get(chat.ids.value.at(-1)!).value!.files[0]?.state;
    })).toBe('moving');
    await alice.evaluate(async () => {
      const { meeting } = document.querySelector('visio-meeting')!;
      const { session } = meeting!.engine as unknown as { session: { room: { simulateScenario(name: string): Promise<void> } } };
      await session.room.simulateScenario('full-reconnect');
    });
    await expect(bob.getByRole('link', { name: 'Save large.bin' })).toBeVisible({ timeout: 90_000 });
    expect(await save(bob, 'large.bin')).toBe(hash(bytes));
    await expect(bob.getByRole('link', { name: 'Save large.bin' })).toHaveCount(1);
    await expect(alice.locator('visio-chat .note')).toHaveCount(0);
  });

  // After a connection is made anew, livekit-client may send the beginning of a stream once more, and complains of that
  // where it had arrived; the file itself is whole, and there once, as seen above.
  const SENT_AGAIN = /^DataStreamError: A data stream read is already in progress/;
  for (const page of [alice, bob]) {
    expect(page.observed.consoleErrors.filter((error) => !SENT_AGAIN.test(error))).toEqual([]);
    expect(page.observed.cspViolations).toEqual([]);
    await expect(page).not.toHaveTitle('1');
  }
});

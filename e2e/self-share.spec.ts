// A real tab that is shared, and not the fake screen: no fake cameras here.
import { chromiumFlags, findChromium } from '../dev/browser.mjs';
import { expect, test } from './fixtures.ts';
import { join } from './meeting-page.ts';

const flags = chromiumFlags.filter((flag) => !flag.startsWith('--use-fake-'));
test.use({
  launchOptions: { executablePath: await findChromium(), args: [...flags, '--auto-select-tab-capture-source-by-title=Visio demo'] },
});

test('a page that shares itself is told so, and shows no picture of itself', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'mirror' });
  await join(alice);
  const strip = alice.locator('visio-sharing .sharing');
  const isSelf = () => alice.evaluate(() => document.querySelector('visio-meeting')!.meeting!.screenShare.isSelf.peek());

  await alice.getByRole('button', { name: 'Share your screen' }).click();
  await expect(strip.getByRole('alert')).toContainText('You are sharing the tab of this meeting');
  await expect(strip.locator('video')).toHaveCount(0);
  expect(await isSelf()).toBe(true);

  await strip.getByRole('button', { name: 'Stop sharing' }).click();
  await expect(strip).toHaveCount(0);
  expect(await isSelf()).toBe(false);
  expect(alice.observed.cspViolations).toEqual([]);
});

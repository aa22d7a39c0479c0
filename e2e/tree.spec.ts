// What assistive technology is given of a whole call: one tree a screen, kept beside this file and read in review.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { join, leave, meetingOf } from './meeting-page.ts';

/** The tree of the meeting now, against the one that is kept. `--update-snapshots` keeps another. */
async function expectTree(page: Page, name: string): Promise<void> {
  await expect(meetingOf(page)).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
}

test('the accessibility tree through a whole call', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'tree' });
  const bob = await openParticipant('Bob', { room: 'tree' });
  test.setTimeout(180_000);
  await expect(alice.getByRole('button', { name: 'Join the meeting' })).toBeEnabled();
  await expectTree(alice, 'lobby');

  await join(bob);
  await join(alice);
  await expect(alice.locator('visio-tile')).toHaveCount(2);
  await expectTree(alice, 'call');

  await alice.keyboard.press('Control+Shift+m');
  await alice.getByRole('textbox', { name: 'Your message' }).fill('Hello');
  await alice.keyboard.press('Enter');
  await expect(alice.locator('visio-chat .bubble')).toHaveText(['Hello']);
  await expectTree(alice, 'chat');

  await alice.locator('visio-bar [data-control=people]').click();
  await expect(alice.locator('visio-panel').getByRole('heading', { name: 'People', exact: true })).toBeVisible();
  await expectTree(alice, 'people');
  await alice.keyboard.press('Escape');

  await alice.locator('visio-bar').getByRole('button', { name: /^More/ }).click();
  await alice.locator('visio-bar').getByRole('button', { name: 'Settings' }).click();
  await expect(alice.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await expectTree(alice, 'settings');
  await alice.keyboard.press('Escape');

  await leave(alice);
  await expectTree(alice, 'end');
});

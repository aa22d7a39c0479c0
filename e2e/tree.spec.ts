// What assistive technology is given of a whole call: one tree a screen, kept beside this file and read in review.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { makeRoom, pageFor } from './meet-rooms.ts';
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

test('the tree of what a host has: the check, moderation, removal, recording and its consent', async ({ openPage, services }) => {
  test.setTimeout(240_000);
  services.backend.settings.recording.egress = 'automatic';
  const path = await makeRoom(services, 'tre-ehos-tsa');
  const open = async (name: string, as = '') => {
    const page = await openPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(pageFor(services, path, { as, name }));
    return page;
  };
  const olive = await open('Olive', 'olive');
  const gus = await open('Gus');
  /** The tree of a dialog, once what is in it has come; the call behind it is as before. */
  const expectDialog = (page: Page, role: 'dialog' | 'alertdialog', title: string, name: string) =>
    expect(page.getByRole(role, { name: title })).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
  const choose = async (entry: string) => {
    await olive.locator('visio-bar [data-control=more]').click();
    await olive.locator('visio-more-menu').getByRole('button', { name: entry }).click();
  };

  await olive.getByRole('button', { name: 'Check my connection' }).click();
  await expect(olive.getByRole('button', { name: 'Check again' })).toBeVisible({ timeout: 60_000 });
  await expectDialog(olive, 'dialog', 'Check', 'check');
  await olive.keyboard.press('Escape');
  await join(olive);
  await join(gus);
  await expect(olive.locator('visio-tile')).toHaveCount(2);

  await choose('Manage the meeting');
  await expectDialog(olive, 'dialog', 'Manage the meeting', 'moderation');
  await olive.keyboard.press('Escape');

  const options = olive.getByRole('button', { name: 'Options for Gus' });
  await options.press('Enter');
  await expect(olive.getByRole('menu', { name: 'Options for Gus' })).toMatchAriaSnapshot({ name: 'person-menu.aria.yml' });
  await olive.getByRole('menuitem', { name: 'Remove from the meeting' }).click();
  await expectDialog(olive, 'dialog', 'Remove from the meeting?', 'removal');
  await olive.keyboard.press('Escape');

  await choose('Record the meeting');
  await expectDialog(olive, 'dialog', 'Record', 'recorder');
  await olive.getByRole('button', { name: 'Start recording' }).click();
  await expect(olive.locator('visio-notices > visio-recording .recording')).toHaveText('Recording');
  await expect(olive.locator('visio-notices')).toMatchAriaSnapshot({ name: 'recording.aria.yml' });

  const zoe = await open('Zoé');
  await zoe.getByRole('button', { name: 'Join the meeting' }).click();
  await expectDialog(zoe, 'alertdialog', 'This meeting is being recorded', 'consent');
});

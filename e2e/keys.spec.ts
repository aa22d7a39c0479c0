import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { join, tileOf } from './meeting-page.ts';

const notices = (page: Page) => page.locator('visio-notices .item');
const voice = (page: Page) => page.locator('visio-notices .voice p');
const microphone = (page: Page, name: string) => page.locator('visio-bar').getByRole('button', { name, exact: true });

test('a meeting by keyboard alone', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'keys' });
  const bob = await openParticipant('Bob', { room: 'keys' });
  await join(bob);
  await alice.getByRole('button', { name: 'Join the meeting' }).press('Enter');
  await expect(alice.locator('visio-tile')).toHaveCount(2);
  const { keyboard } = alice;
  // What is fetched once the call is there.
  await expect(alice.locator('visio-notices [aria-live]')).toBeAttached();

  await test.step('microphone and camera', async () => {
    await keyboard.press('Control+d');
    await expect(microphone(alice, 'Turn on microphone')).toBeVisible();
    await expect(voice(alice)).toHaveText(['Microphone off']);
    await expect(tileOf(bob, 'Alice').getByRole('group', { name: 'Microphone off' })).toBeVisible();
    await keyboard.press('Control+e');
    await expect(microphone(alice, 'Turn on camera')).toBeVisible();
  });

  await test.step('a key to talk', async () => {
    await keyboard.down('v');
    await expect(microphone(alice, 'Turn off microphone')).toBeVisible();
    await keyboard.up('v');
    await expect(microphone(alice, 'Turn on microphone')).toBeVisible();
  });

  await test.step('chat, in which a key is a letter', async () => {
    await keyboard.press('Control+Shift+m');
    const field = alice.getByRole('textbox', { name: 'Your message' });
    await expect(field).toBeFocused();
    await keyboard.type('vm?');
    await expect(field).toHaveValue('vm?');
    await expect(microphone(alice, 'Turn on microphone')).toBeVisible();
    await keyboard.press('Enter');
    await expect(notices(bob)).toContainText(['vm?']);
    await keyboard.press('Control+d');
    await expect(microphone(alice, 'Turn off microphone')).toBeVisible();
    await keyboard.press('Control+Shift+m');
    await expect(field).toBeHidden();
  });

  await test.step('the list of shortcuts, and back', async () => {
    await keyboard.press('Control+/');
    const sheet = alice.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet.getByText('Turn the microphone on or off')).toBeVisible();
    await expect(sheet.locator('[data-keys="Control+D"]')).toBeVisible();
    await keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await keyboard.press('?');
    await expect(sheet).toBeVisible();
    await keyboard.press('Escape');
  });

  await test.step('nothing acts while the focus is outside', async () => {
    await alice.evaluate(() => {
      const outside = document.createElement('button');
      outside.id = 'outside';
      document.body.append(outside);
      outside.focus();
    });
    await keyboard.press('Control+d');
    await keyboard.press('Control+Shift+x');
    await alice.evaluate(() => document.querySelector('#outside')!.remove());
    await expect(microphone(alice, 'Turn off microphone')).toBeVisible();
  });

  await test.step('the host says whose shortcuts they are, or none', async () => {
    const set = (value: 'teams' | 'off' | 'visio') => alice.evaluate((shortcuts) => void (document.querySelector('visio-meeting')!.shortcuts = shortcuts), value);
    await microphone(alice, 'Turn off microphone').focus();
    await set('off');
    await keyboard.press('Control+d');
    await set('teams');
    // Those of others are fetched with the first who wants them.
    await expect(microphone(alice, 'Turn off microphone')).toHaveAttribute('aria-keyshortcuts', 'Control+Shift+M');
    await keyboard.press('Control+Shift+m');
    await expect(microphone(alice, 'Turn on microphone')).toBeVisible();
    await keyboard.press('Control+Shift+m');
    await expect(microphone(alice, 'Turn off microphone')).toBeVisible();
    await set('visio');
  });

  await test.step('leave', async () => {
    await microphone(alice, 'Turn off microphone').focus();
    await keyboard.press('Control+Shift+x');
    await expect(alice.getByRole('heading', { name: 'You left the meeting' })).toBeVisible();
  });

  for (const page of [alice, bob]) {
    expect(page.observed.consoleErrors).toEqual([]);
    expect(page.observed.cspViolations).toEqual([]);
  }
});

/** Nothing goes by itself, however slow the machine that looks. */
const holdNotices = (page: Page) => page.evaluate(() => void document.querySelector('visio-meeting')!.meeting!.notices.hold());

test('who comes, goes, writes and shares is told to the others, together and once', async ({ openParticipant }) => {
  test.setTimeout(120_000);
  const room = 'notices';
  const [alice, bob, carol] = await Promise.all(['Alice', 'Bob', 'Carol'].map((name) => openParticipant(name, { room })));
  if (!alice || !bob || !carol) throw new Error('Somebody is missing.');
  for (const page of [alice, bob, carol]) await page.getByRole('button', { name: 'Turn off camera' }).click();
  await join(alice);
  await expect(alice.locator('visio-notices [aria-live]')).toBeAttached();
  await holdNotices(alice);

  await test.step('those who come', async () => {
    await Promise.all([join(bob), join(carol)]);
    await expect(alice.locator('visio-tile')).toHaveCount(3);
    await expect(notices(alice).locator('p')).toHaveText([/^\s*(Bob and Carol|Carol and Bob) joined\.\s*$/]);
    await expect(bob.locator('visio-notices [aria-live]')).toBeAttached();
    await holdNotices(bob);
  });

  await test.step('a message', async () => {
    await bob.locator('visio-bar [data-control=chat]').click();
    const field = bob.getByRole('textbox', { name: 'Your message' });
    await field.fill('Hello <b>all</b>');
    await field.press('Enter');
    const told = notices(alice).filter({ hasText: 'Hello <b>all</b>' });
    await expect(told).toContainText('Bob');
    await told.getByRole('button', { name: 'Chat' }).click();
    await expect(alice.getByRole('textbox', { name: 'Your message' })).toBeFocused();
    await expect(told).toHaveCount(0);
  });

  await test.step('a shared screen', async () => {
    await carol.getByRole('button', { name: 'Share your screen' }).click();
    await expect(carol.getByText('You are sharing your screen')).toBeVisible();
    for (const page of [alice, bob]) await expect(notices(page).filter({ hasText: 'Carol is sharing a screen.' })).toHaveCount(1);
  });

  await test.step('nobody is told of themselves, nor of who was there before', async () => {
    await expect(notices(bob).filter({ hasText: /Bob|Alice/ })).toHaveCount(0);
    await expect(notices(carol).filter({ hasText: /Carol|Alice/ })).toHaveCount(0);
  });

  await test.step('those who go', async () => {
    await Promise.all([bob, carol].map((page) => page.getByRole('button', { name: 'Leave the meeting' }).click()));
    // What they did is told no more.
    await expect(notices(alice).locator('p')).toHaveText([/^\s*(Bob and Carol|Carol and Bob) left\.\s*$/]);
  });

  for (const page of [alice, bob, carol]) {
    expect(page.observed.consoleErrors).toEqual([]);
    expect(page.observed.cspViolations).toEqual([]);
  }
});

import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { join, leave } from './meeting-page.ts';

const heading = (page: Page, name: string) => page.locator('visio-people').getByRole('heading', { name });
const rows = (page: Page) => page.locator('visio-people').getByRole('listitem');
const row = (page: Page, name: string): Locator => rows(page).filter({ has: page.getByText(name, { exact: true }) });

async function openPeople(page: Page): Promise<void> {
  await page.locator('visio-bar [data-control=people]').click();
  await expect(page.locator('visio-people')).toBeVisible();
}

test('three people see who is there, in which state and order, and copy the invitation', async ({ openParticipant }) => {
  const permissions = ['camera', 'microphone', 'clipboard-read', 'clipboard-write'];
  const alice = await openParticipant('Alice', { room: 'people', permissions });
  const bob = await openParticipant('Bob', { room: 'people' });
  await join(alice);
  await openPeople(alice);
  await expect(rows(alice)).toHaveText([/Alice/]);

  await test.step('who joins is there, by name', async () => {
    const cleo = await openParticipant('Élodie', { room: 'people' });
    await join(bob);
    await expect(rows(alice)).toHaveText([/Alice/, /Bob/]);
    await join(cleo);
    await expect(rows(alice)).toHaveText([/Alice/, /Bob/, /Élodie/]);
    await expect(heading(alice, 'In the meeting')).toHaveText('In the meeting3');

    await test.step('a search knows no accents', async () => {
      await alice.getByRole('searchbox', { name: 'Search by name' }).fill('ELO');
      await expect(rows(alice)).toHaveText([/Élodie/]);
      await expect(alice.locator('visio-people').getByText('1 person found')).toBeAttached();
      await alice.getByRole('button', { name: 'Clear the search' }).click();
      await expect(rows(alice)).toHaveCount(3);
    });

    await test.step('hands stand in the order in which they were raised', async () => {
      await cleo.locator('visio-bar [data-control=hand]').click();
      await expect(heading(alice, 'Raised hands')).toHaveText('Raised hands1');
      await bob.locator('visio-bar [data-control=hand]').click();
      await expect(heading(alice, 'Raised hands')).toHaveText('Raised hands2');
      await expect(rows(alice)).toHaveText([/Élodie/, /Bob/, /Alice/]);
      await expect(row(alice, 'Bob')).toHaveAccessibleName(/Hand raised, number 2/);
      await cleo.locator('visio-bar [data-control=hand]').click();
      await expect(row(alice, 'Bob')).toHaveAccessibleName(/Hand raised, number 1/);
      await expect(rows(alice)).toHaveText([/Bob/, /Alice/, /Élodie/]);
      await bob.locator('visio-bar [data-control=hand]').click();
      await expect(heading(alice, 'Raised hands')).toHaveCount(0);
    });

    await test.step('and who leaves is gone', async () => {
      await leave(cleo);
      await expect(rows(alice)).toHaveText([/Alice/, /Bob/]);
      await expect(heading(alice, 'In the meeting')).toHaveText('In the meeting2');
    });
  });

  await test.step('a mute is told in words', async () => {
    await bob.getByRole('button', { name: 'Turn off microphone' }).click();
    await expect(row(alice, 'Bob')).toHaveAccessibleName('Bob, Microphone off');
    await bob.getByRole('button', { name: 'Turn on microphone' }).click();
    await expect(row(alice, 'Bob')).not.toHaveAccessibleName(/Microphone off/);
  });

  await test.step('the invitation is the address of the page, or what the host wants', async () => {
    await alice.getByRole('button', { name: 'Copy the invitation' }).click();
    await expect(alice.getByRole('button', { name: 'Invitation copied' })).toBeVisible();
    expect(await alice.evaluate(() => navigator.clipboard.readText())).toBe(alice.url());
    await alice.evaluate(() => document.querySelector('visio-meeting')!.meeting!.people.setInvitation({ url: 'https://example.org/room' }));
    await alice.locator('visio-invitation').getByRole('button').click();
    await expect.poll(() => alice.evaluate(() => navigator.clipboard.readText())).toBe('https://example.org/room');
  });

  for (const page of [alice, bob]) {
    expect(page.observed.consoleErrors).toEqual([]);
    expect(page.observed.cspViolations).toEqual([]);
  }
});

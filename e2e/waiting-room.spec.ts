import type { Page } from '@playwright/test';
import { expect, test, WIDE } from './fixtures.ts';
import { makeRoom, pageFor } from './meet-rooms.ts';
import { ENGLISH, join, openDevices } from './meeting-page.ts';

const notice = (page: Page) => page.locator('visio-notices .item').filter({ hasText: 'come in' });
const waits = (page: Page) => page.getByRole('heading', { name: 'Waiting to be let in' });
const isIn = (page: Page) => page.getByRole('button', { name: ENGLISH.leave });

test('guests wait before the door, and a host lets them in or not', async ({ openPage, services }) => {
  const path = await makeRoom(services, 'wai-ting-one', { accessLevel: 'restricted' });
  const open = async (name: string, as = '') => {
    const page = await openPage({ viewport: WIDE });
    await page.goto(pageFor(services, path, { as, name }));
    return page;
  };
  const olive = await open('Olive', 'olive');
  await join(olive);
  const people = olive.locator('visio-bar [data-control=people]');
  const zoe = await open('Zoé');
  const yan = await open('Yan');
  const lists = () => services.backend.requests.filter(({ path }) => path.endsWith('/waiting-participants/')).length;

  await test.step('one waits, with camera and microphone to check, and the host is told', async () => {
    await zoe.getByRole('button', { name: ENGLISH.join }).click();
    await expect(waits(zoe)).toBeVisible();
    await expect(waits(zoe)).toBeFocused();
    await expect(zoe.locator('visio-lobby video.live')).toBeVisible();
    await zoe.getByRole('button', { name: 'Turn off camera' }).click();
    await expect(zoe.getByRole('button', { name: 'Turn on camera' })).toBeVisible();
    await expect(notice(olive)).toContainText('Zoé wants to come in.');
    await expect(people).toHaveAccessibleName('People, 1 person is waiting to be let in');
    expect(await olive.evaluate(() => document.querySelector('visio-meeting')!.meeting!.roster.count.peek())).toBe(1);
  });

  await test.step('let in by the keyboard', async () => {
    await notice(olive).getByRole('button', { name: 'Admit' }).focus();
    await olive.keyboard.press('Enter');
    await expect(isIn(zoe)).toBeVisible();
    await expect(zoe.locator('visio-notices .item').filter({ hasText: 'You were let in.' })).toBeVisible();
    await expect(olive.locator('visio-tile')).toHaveCount(2);
    await expect(notice(olive)).toHaveCount(0);
    await expect(people).toHaveAccessibleName('People');
  });

  await test.step('a guest who is in is told nothing of those who wait', async () => {
    await yan.getByRole('button', { name: ENGLISH.join }).click();
    await expect(notice(olive)).toContainText('Yan wants to come in.');
    await expect(notice(zoe)).toHaveCount(0);
    await expect(zoe.locator('visio-bar [data-control=people]')).toHaveAccessibleName('People');
  });

  await test.step('refused, and let in the second time, from the list', async () => {
    await notice(olive).getByRole('button', { name: 'Refuse' }).click();
    await expect(yan.getByText('You were not let in. Ask the organiser.')).toBeVisible();
    expect(await openDevices(yan)).toBe(0);
    // A refusal is remembered for some seconds.
    services.backend.clock.advance(10_000);
    await yan.getByRole('button', { name: 'Try again' }).click();
    await expect(waits(yan)).toBeVisible();
    await people.click();
    await olive.getByRole('button', { name: 'Admit Yan' }).click();
    await expect(isIn(yan)).toBeVisible();
    await expect(olive.locator('visio-tile')).toHaveCount(3);
  });

  await test.step('several at once, and everyone let in', async () => {
    const [wim, val] = [await open('Wim'), await open('Val')];
    for (const page of [wim, val]) await page.getByRole('button', { name: ENGLISH.join }).click();
    await expect(people).toHaveAccessibleName('People, 2 people are waiting to be let in');
    await olive.getByRole('button', { name: 'Admit everyone' }).click();
    for (const page of [wim, val]) await expect(isIn(page)).toBeVisible();
    await expect(people).toHaveAccessibleName('People');
    for (const page of [wim, val]) await page.close();
  });

  await test.step('who gives up no longer waits, and then nobody asks any more', async () => {
    const una = await open('Una');
    await una.getByRole('button', { name: ENGLISH.join }).click();
    await expect(people).toHaveAccessibleName('People, 1 person is waiting to be let in');
    await una.getByRole('button', { name: 'Stop waiting' }).click();
    await expect(una.getByRole('heading', { name: ENGLISH.left })).toBeVisible();
    expect(await openDevices(una)).toBe(0);
    await expect(people).toHaveAccessibleName('People');
    await una.close();
    // Once with the answer that nobody waits, no more.
    const asked = lists();
    await olive.locator('visio-bar [data-control=chat]').click();
    await olive.getByRole('textbox', { name: 'Your message' }).fill('We are complete.');
    await olive.keyboard.press('Enter');
    await expect(zoe.locator('visio-bar [data-control=chat]')).toHaveAccessibleName(/1 unread message/);
    expect(lists()).toBe(asked);
  });

  for (const page of [olive, zoe]) {
    expect(page.observed.consoleErrors).toEqual([]);
    expect(page.observed.cspViolations).toEqual([]);
  }
});

// What `npm start` offers of La Suite Meet: meetings by address, and whom to be in them.
import { expect, test } from './fixtures.ts';
import { join } from './meeting-page.ts';

test('one signs in on a page that says what it is, makes a meeting, and another person joins by its address', async ({ openPage, services }) => {
  const { url } = services.backend;
  const olive = await openPage({});

  await test.step('who is not signed in is asked who they want to be', async () => {
    await olive.goto(`${url}/?room=any`);
    await olive.getByRole('button', { name: 'New meeting' }).click();
    await expect(olive.getByRole('heading', { name: 'Who do you want to be?' })).toBeVisible();
    await expect(olive.getByText('This is a development backend')).toBeVisible();
    await olive.getByRole('button', { name: 'Olive Owner' }).click();
    await olive.waitForURL(/\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
    await expect(olive.getByRole('link', { name: 'Olive Owner' })).toBeVisible();
  });
  // What the page was told before anyone was signed in: 401.
  olive.observed.consoleErrors.length = 0;
  const { pathname } = new URL(olive.url());

  await test.step('by the address alone she is in her meeting, as its owner', async () => {
    await join(olive);
    const role = () =>
      olive.evaluate(() => {
        const { roster } = document.querySelector('visio-meeting')!.meeting!;
        return roster.get(roster.localId.peek()!).peek()?.attributes['room_role'];
      });
    await expect.poll(role).toBe('owner');
  });

  await test.step('the same browser is someone else by this machine’s other name', async () => {
    const other = olive.getByRole('link', { name: 'Another person' });
    await expect(other).toHaveAttribute('href', `${url.replace('127.0.0.1', 'localhost')}${pathname}`);
    const guest = await olive.context().newPage();
    await guest.goto((await other.getAttribute('href'))!);
    await expect(guest.getByRole('link', { name: 'Sign in' })).toBeVisible();
    await guest.close();
  });

  await test.step('and with a name in the address, that person', async () => {
    const mel = await openPage({});
    await mel.goto(`${url}${pathname}?as=mel`);
    await expect(mel.getByRole('link', { name: 'Mel Member' })).toBeVisible();
    await join(mel);
    for (const page of [olive, mel]) await expect(page.locator('visio-tile')).toHaveCount(2);
    expect(mel.observed.consoleErrors).toEqual([]);
    expect(mel.observed.cspViolations).toEqual([]);
  });

  expect(olive.observed.consoleErrors).toEqual([]);
  expect(olive.observed.cspViolations).toEqual([]);
});

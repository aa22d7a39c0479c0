import type { Page } from '@playwright/test';
import { expect, test, WIDE } from './fixtures.ts';
import { makeRoom, pageFor } from './meet-rooms.ts';
import { join, tileOf } from './meeting-page.ts';

const video = (page: Page, name: string) => tileOf(page, name).locator('video');
const width = (page: Page, name: string) => video(page, name).evaluate((element: HTMLVideoElement) => element.videoWidth);
const offer = (page: Page) => page.locator('visio-notices .item').filter({ hasText: 'interprets into sign language' });

test('a moderator marks an interpreter, and a viewer keeps them large and in full size', async ({ openPage, services }) => {
  test.setTimeout(150_000);
  const path = await makeRoom(services, 'int-erpr-ete');
  const open = async (name: string, as = '') => {
    const page = await openPage({ viewport: WIDE });
    await page.goto(pageFor(services, path, { as, name }));
    await join(page);
    return page;
  };
  const olive = await open('Olive', 'olive');
  const iris = await open('Iris');
  const vic = await open('Vic');
  for (const page of [olive, iris, vic]) await expect(page.locator('visio-tile')).toHaveCount(3);
  // A page in a corner: what its tiles need is small.
  await vic.setViewportSize({ width: 420, height: 520 });
  await expect.poll(() => width(vic, 'Iris'), { timeout: 20_000 }).toBeGreaterThan(0);
  await expect.poll(() => width(vic, 'Iris'), { timeout: 20_000 }).toBeLessThan(1_000);

  await test.step('the owner marks her; everyone sees it, and is offered to keep her', async () => {
    const tile = tileOf(olive, 'Iris');
    await tile.hover();
    await tile.getByRole('button', { name: 'Options for Iris' }).click();
    await olive.getByRole('menuitem', { name: 'Mark as sign-language interpreter' }).click();
    for (const page of [olive, vic]) await expect(tileOf(page, 'Iris').getByRole('img', { name: 'Sign-language interpreter' })).toBeVisible();
    await expect(iris.locator('visio-notices .item').filter({ hasText: 'A host marked you' })).toBeVisible();
    await expect(offer(vic)).toHaveCount(1);
    await expect(offer(iris)).toHaveCount(0);
  });

  await test.step('a guest may not', async () => {
    const tile = tileOf(vic, 'Iris');
    await tile.hover();
    await tile.getByRole('button', { name: 'Options for Iris' }).click();
    await expect(vic.getByRole('menuitem', { name: 'Keep as my interpreter' })).toBeVisible();
    await expect(vic.getByRole('menuitem', { name: /sign-language interpreter/ })).toHaveCount(0);
    await vic.keyboard.press('Escape');
  });

  await test.step('the viewer keeps her: in the highest layer, though her tile needs less', async () => {
    const small = await width(vic, 'Iris');
    await offer(vic).getByRole('button', { name: 'Keep the interpreter visible' }).click();
    await expect(tileOf(vic, 'Iris')).toHaveAttribute('large', /.*/);
    const sent = await iris.evaluate(() => document.querySelector('visio-meeting')!.meeting!.camera.track.peek()!.getSettings().width!);
    expect(sent).toBeGreaterThan(small);
    await expect.poll(() => width(vic, 'Iris'), { timeout: 20_000 }).toBe(sent);
    expect(await width(vic, 'Olive')).toBeLessThan(sent);
  });

  await test.step('whoever comes late sees the mark, and is offered the same', async () => {
    const late = await open('Lea');
    await expect(tileOf(late, 'Iris').getByRole('img', { name: 'Sign-language interpreter' })).toBeVisible();
    await expect(offer(late)).toHaveCount(1);
    await late.locator('visio-bar [data-control=people]').click();
    await expect(late.locator('visio-person').filter({ hasText: 'Iris' })).toContainText('Sign-language interpreter');
    await late.close();
  });

  await test.step('without the mark she is large no more', async () => {
    const tile = tileOf(olive, 'Iris');
    await tile.hover();
    await tile.getByRole('button', { name: 'Options for Iris' }).click();
    await olive.getByRole('menuitem', { name: 'No longer sign-language interpreter' }).click();
    await expect(tileOf(vic, 'Iris').getByRole('img', { name: 'Sign-language interpreter' })).toHaveCount(0);
    await expect(tileOf(vic, 'Iris')).not.toHaveAttribute('large', /.*/);
  });
});

import type { Page } from '@playwright/test';
import { expect, test, WIDE } from './fixtures.ts';
import { makeRoom, pageFor } from './meet-rooms.ts';
import { ENGLISH, join, openDevices, screenOf, tileOf } from './meeting-page.ts';

const told = (page: Page, words: string) => page.locator('visio-notices .item').filter({ hasText: words });
const control = (page: Page, kind: 'microphone' | 'camera', on: boolean) => page.getByRole('button', { name: `Turn ${on ? 'off' : 'on'} ${kind}`, exact: true });

async function openMenu(page: Page, name: string): Promise<void> {
  const tile = tileOf(page, name);
  await tile.hover();
  await tile.getByRole('button', { name: `Options for ${name}` }).click();
  await expect(page.getByRole('menu', { name: `Options for ${name}` })).toBeVisible();
}

async function act(page: Page, name: string, action: string): Promise<void> {
  await openMenu(page, name);
  await page.getByRole('menuitem', { name: action }).click();
}

async function expectActions(page: Page, name: string, actions: readonly string[], missing: readonly string[]): Promise<void> {
  await openMenu(page, name);
  for (const action of actions) await expect(page.getByRole('menuitem', { name: action, exact: true })).toBeVisible();
  for (const action of missing) await expect(page.getByRole('menuitem', { name: action, exact: true })).toHaveCount(0);
  await page.keyboard.press('Escape');
}

async function openSettings(page: Page): Promise<void> {
  await page.locator('visio-bar [data-control=more]').click();
  await page.getByRole('button', { name: 'Manage the meeting' }).click();
  await expect(page.getByRole('dialog', { name: 'Manage the meeting' })).toBeVisible();
}

test('an owner moderates a member and a guest', async ({ openPage, services }) => {
  test.setTimeout(150_000);
  const path = await makeRoom(services, 'mod-erat-ion');
  const open = async (name: string, as = '') => {
    const page = await openPage({ viewport: WIDE });
    await page.goto(pageFor(services, path, { as, name }));
    return page;
  };
  const olive = await open('Olive', 'olive');
  const mel = await open('Mel', 'mel');
  const gus = await open('Gus');
  for (const page of [olive, mel, gus]) await join(page);
  for (const page of [olive, mel, gus]) await expect(page.locator('visio-tile')).toHaveCount(3);

  await test.step('what one may not do is not offered', async () => {
    await expectActions(olive, 'Mel', ['Mute', 'Turn off their camera', 'Make co-host', 'Remove from the meeting'], ['Stop their screen share']);
    await expectActions(olive, 'Gus', ['Mute', 'Turn off their camera', 'Remove from the meeting'], ['Make co-host']);
    await expectActions(gus, 'Mel', ['Mute'], ['Make co-host', 'Remove from the meeting']);
    await expectActions(olive, 'You', [], ['Mute', 'Make co-host', 'Remove from the meeting']);
    await gus.locator('visio-bar [data-control=more]').click();
    await expect(gus.getByRole('button', { name: 'Settings' })).toBeVisible();
    await expect(gus.getByRole('button', { name: 'Manage the meeting' })).toHaveCount(0);
    await gus.keyboard.press('Escape');
  });

  await test.step('one is muted, is told by whom, and may speak again', async () => {
    await act(olive, 'Gus', 'Mute');
    await expect(control(gus, 'microphone', false)).toBeVisible();
    await expect(told(gus, 'Olive muted you.')).toBeVisible();
    await expect(told(mel, 'muted you')).toHaveCount(0);
    await expect(olive.getByRole('group', { name: /Gus.*Microphone off/ })).toBeVisible();
    await control(gus, 'microphone', false).click();
    await expect(control(gus, 'microphone', true)).toBeVisible();
  });

  await test.step('a camera is turned off', async () => {
    await act(olive, 'Gus', 'Turn off their camera');
    await expect(control(gus, 'camera', false)).toBeVisible();
    await expect(told(gus, 'Someone turned off your camera.')).toBeVisible();
    await expect(tileOf(olive, 'Gus').locator('video')).toBeHidden();
  });

  await test.step('a shared screen is stopped', async () => {
    await gus.getByRole('button', { name: 'Share your screen' }).click();
    await expect(screenOf(olive, 'Gus')).toBeVisible();
    await act(olive, 'Gus', 'Stop their screen share');
    await expect(screenOf(olive, 'Gus')).toHaveCount(0);
    await expect(told(gus, 'Someone stopped your screen share.')).toBeVisible();
    await expect(gus.getByRole('button', { name: 'Share your screen' })).toBeVisible();
  });

  await test.step('a guest mutes, too, as long as everyone may', async () => {
    await act(gus, 'Mel', 'Mute');
    await expect(told(mel, 'Gus muted you.')).toBeVisible();
    await control(mel, 'microphone', false).click();
    await expect(control(mel, 'microphone', true)).toBeVisible();
  });

  await test.step('everyone is muted at once', async () => {
    await olive.locator('visio-bar [data-control=people]').click();
    await olive.getByRole('button', { name: 'Mute everyone' }).click();
    for (const page of [mel, gus]) {
      await expect(control(page, 'microphone', false)).toBeVisible();
      await expect(told(page, 'Olive muted you.')).toBeVisible();
    }
    await expect(control(olive, 'microphone', true)).toBeVisible();
    await olive.locator('visio-bar [data-control=people]').click();
  });

  await test.step('what participants may do changes for those who are there', async () => {
    await openSettings(olive);
    const may = (name: string) => olive.getByRole('checkbox', { name });
    await expect(may('Turn on their camera')).toBeChecked();
    await may('Turn on their camera').click();
    await expect(may('Turn on their camera')).not.toBeChecked();
    await expect(told(gus, 'A host no longer lets you use your camera.')).toBeVisible();
    for (const page of [mel, gus]) await expect(page.locator('visio-bar').getByRole('button', { name: /camera/ })).toHaveCount(0);
    expect(await gus.evaluate(() => document.querySelector('visio-meeting')!.meeting!.roomState.peek().canPublish)).toEqual([
      'microphone',
      'screen_share',
      'screen_share_audio',
    ]);
    await expect(olive.getByRole('dialog').getByRole('status')).toHaveText('');
    await may('Mute others').click();
    await expect(may('Mute others')).not.toBeChecked();
    await expect(olive.getByRole('dialog').getByRole('status')).toHaveText('');
    await may('Turn on their camera').click();
    await expect(may('Turn on their camera')).toBeChecked();
    await expect(told(gus, 'You may use your camera again.')).toBeVisible();
    await olive.keyboard.press('Escape');
    await expectActions(gus, 'Olive', [], ['Mute', 'Turn off their camera']);
    expect(await refusal(gus, 'Olive')).toBe('COMMAND_DISABLED');
  });

  await test.step('what the server refuses is said, and nothing changes', async () => {
    await control(mel, 'camera', false).click();
    await expect(tileOf(olive, 'Mel').locator('video')).toBeVisible();
    services.backend.misbehave({ path: '/mute-participant/', answer: 'error' });
    await act(olive, 'Mel', 'Turn off their camera');
    await expect(told(olive, 'Visio has a problem. Try again in a moment.')).toBeVisible();
    await expect(control(mel, 'camera', true)).toBeVisible();
    services.backend.misbehave();
  });

  await test.step('a member becomes a co-host, moderates, and is one no longer', async () => {
    await act(olive, 'Mel', 'Make co-host');
    await expect(told(mel, 'You are now a co-host of this meeting.')).toBeVisible();
    await expectActions(mel, 'Gus', ['Remove from the meeting'], ['Make co-host']);
    await expectActions(mel, 'Olive', ['Remove from the meeting'], ['Remove as co-host']);
    await control(gus, 'microphone', false).click();
    await expect(control(gus, 'microphone', true)).toBeVisible();
    await act(mel, 'Gus', 'Mute');
    await expect(told(gus, 'Mel muted you.')).toBeVisible();
    await act(olive, 'Mel', 'Remove as co-host');
    await expect(told(mel, 'You are no longer a co-host of this meeting.')).toBeVisible();
    await expectActions(mel, 'Gus', [], ['Mute', 'Remove from the meeting']);
  });

  await test.step('one is removed, once that is confirmed', async () => {
    await act(olive, 'Gus', 'Remove from the meeting');
    const dialog = olive.getByRole('dialog', { name: 'Remove from the meeting?' });
    await expect(dialog).toContainText('Gus will leave the meeting at once.');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(olive.locator('visio-tile')).toHaveCount(3);
    await act(olive, 'Gus', 'Remove from the meeting');
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(gus.getByText('A moderator removed you from the meeting.')).toBeVisible();
    expect(await openDevices(gus)).toBe(0);
    for (const page of [olive, mel]) await expect(page.locator('visio-tile')).toHaveCount(2);
  });

  await test.step('a locked room keeps them waiting', async () => {
    await openSettings(olive);
    const level = (name: RegExp) => olive.getByRole('dialog').getByRole('button', { name });
    await expect(level(/^Everyone with the link/)).toHaveAttribute('aria-pressed', 'true');
    await level(/^Only hosts and members/).click();
    await expect(level(/^Only hosts and members/)).toHaveAttribute('aria-pressed', 'true');
    await olive.keyboard.press('Escape');
    await gus.getByRole('button', { name: ENGLISH.rejoin }).click();
    await expect(gus.getByRole('heading', { name: 'Waiting to be let in' })).toBeVisible();
    await told(olive, 'Gus wants to come in.').getByRole('button', { name: 'Admit' }).click();
    await expect(gus.getByRole('button', { name: ENGLISH.leave })).toBeVisible();
    await expect(olive.locator('visio-tile')).toHaveCount(3);
  });

  for (const page of [olive, mel, gus]) expect(page.observed.cspViolations).toEqual([]);
  expect(gus.observed.consoleErrors).toEqual([]);
  // The role that Mel got in the call is not in the token: it is asked by the session once that was refused.
  expect(mel.observed.consoleErrors.filter((text) => !text.includes('403'))).toEqual([]);
});

/** The code with which muting someone fails. */
function refusal(page: Page, name: string): Promise<string | null> {
  return page.evaluate(async (name) => {
    const { roster, moderation } = document.querySelector('visio-meeting')!.meeting!;
    const id = roster.ids.peek().find((each) => roster.get(each).peek()?.name === name)!;
    return moderation.mute(id, 'microphone').then(
      () => null,
      ({ code }: { code: string }) => code,
    );
  }, name);
}

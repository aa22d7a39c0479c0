import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { join, tileOf } from './meeting-page.ts';

const handButton = (page: Page) => page.locator('visio-bar [data-control=hand]');
const mark = (page: Page, name: string) =>
  page.locator('visio-tile').filter({ has: page.getByText(name, { exact: true }) }).locator('.marks [role=img]');

test('hands go up and down in order, and a moderator lowers them', async ({ openParticipant, services }) => {
  const room = 'hands';
  const alice = await openParticipant('Alice', { room });
  const bob = await openParticipant('Bob', { room });
  const host = await openParticipant('Hana', { room, params: { moderator: '1' } });
  for (const page of [alice, bob, host]) await join(page);
  for (const page of [alice, bob, host]) await expect(page.locator('visio-tile')).toHaveCount(3);

  await test.step('the first, then the second', async () => {
    await handButton(bob).click();
    await expect(handButton(bob)).toHaveAccessibleName('Lower your hand');
    await expect(mark(alice, 'Bob')).toHaveAccessibleName('Hand raised, number 1');
    await handButton(alice).click();
    for (const page of [bob, host]) await expect(mark(page, 'Alice')).toHaveAccessibleName('Hand raised, number 2');
    await expect(mark(alice, 'You')).toHaveAccessibleName('Hand raised, number 2');
  });

  await test.step('one who comes later sees the same order', async () => {
    const late = await openParticipant('Late', { room });
    await join(late);
    await expect(mark(late, 'Bob')).toHaveAccessibleName('Hand raised, number 1');
    await expect(mark(late, 'Alice')).toHaveAccessibleName('Hand raised, number 2');
    await late.close();
  });

  await test.step('the moderator lowers the first, and the second moves up', async () => {
    expect(await lower(alice, 'Bob')).toBe('COMMAND_DISABLED');
    expect(await lower(host, 'Bob')).toBe(false);
    await expect(handButton(bob)).toHaveAccessibleName('Raise your hand');
    await expect(mark(bob, 'You')).toHaveCount(0);
    for (const page of [bob, host]) await expect(mark(page, 'Alice')).toHaveAccessibleName('Hand raised, number 1');
    await expect(mark(alice, 'You')).toHaveAccessibleName('Hand raised, number 1');
  });

  await test.step('all of them', async () => {
    await handButton(bob).click();
    await expect(mark(host, 'Bob')).toHaveAccessibleName('Hand raised, number 2');
    expect(await host.evaluate(() => document.querySelector('visio-meeting')!.meeting!.hands.lowerAll())).toEqual([]);
    for (const page of [alice, bob]) await expect(handButton(page)).toHaveAccessibleName('Raise your hand');
  });

  await test.step('by the menu of a tile', async () => {
    await handButton(bob).click();
    await handButton(alice).click();
    await expect(mark(host, 'Bob')).toBeVisible();
    await expect(mark(host, 'Alice')).toBeVisible();
    const tile = tileOf(host, 'Bob');
    await tile.hover();
    await tile.getByRole('button', { name: 'Options for Bob' }).click();
    await host.getByRole('menuitem', { name: 'Lower their hand' }).click();
    await expect(handButton(bob)).toHaveAccessibleName('Raise your hand');
    await expect(mark(host, 'Bob')).toHaveCount(0);
    await expect(mark(host, 'Alice')).toHaveAccessibleName('Hand raised, number 1');
    // Theirs who are no moderators has no such entry.
    await tileOf(bob, 'Alice').hover();
    await tileOf(bob, 'Alice').getByRole('button', { name: 'Options for Alice' }).click();
    await expect(bob.getByRole('menu', { name: 'Options for Alice' })).toBeVisible();
    await expect(bob.getByRole('menuitem', { name: 'Lower their hand' })).toHaveCount(0);
    await bob.keyboard.press('Escape');
  });

  await test.step('by the menu of a row in the list of people', async () => {
    await host.locator('visio-bar [data-control=people]').click();
    const row = host.locator('visio-people').getByRole('button', { name: 'Options for Alice' }).first();
    await row.click();
    await host.getByRole('menuitem', { name: 'Lower their hand' }).click();
    await expect(handButton(alice)).toHaveAccessibleName('Raise your hand');
    await expect(mark(alice, 'You')).toHaveCount(0);
  });

  await test.step('the development backend refuses it without the right token, in La Suite Meet’s words', async () => {
    const answers = await alice.evaluate(async (room) => {
      const ask = async (action: string, token: string | null, body: unknown) => {
        const response = await fetch(`/api/rooms/${room}/${action}/`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) },
          body: JSON.stringify(body),
        });
        return [response.status, await response.json()] as const;
      };
      const token = async (room_name: string) => {
        const body = JSON.stringify({ room_name, participant_name: 'Mallory' });
        const response = await fetch('/api/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        return ((await response.json()) as { participant_token: string }).participant_token;
      };
      const mine = await token(room);
      return [
        await ask('toggle-hand', null, { raised: true }),
        await ask('toggle-hand', 'abc', { raised: true }),
        await ask('toggle-hand', await token('elsewhere'), { raised: true }),
        await ask('toggle-hand', mine, { raised: 'yes' }),
        await ask('update-participant', mine, { participant_identity: 'x', attributes: { handRaisedAt: '' } }),
      ];
    }, room);
    expect(answers.map(([status]) => status)).toEqual([403, 403, 403, 400, 403]);
    expect(answers[0]![1]).toEqual({ detail: 'Authentication credentials were not provided.' });
    expect(answers[2]![1]).toEqual({ detail: 'You do not have permission to perform this action.' });
    expect(answers[4]![1]).toEqual({ detail: 'You must have privileges on room to perform this action.' });
    expect(services.livekit).toBeTruthy();
  });

  for (const page of [bob, host]) {
    expect(page.observed.consoleErrors).toEqual([]);
    expect(page.observed.cspViolations).toEqual([]);
  }
});

/** What comes of lowering someone's hand: whether it is up, or the code of a failure. */
function lower(page: Page, name: string): Promise<boolean | string> {
  return page.evaluate(async (name) => {
    const { roster, hands } = document.querySelector('visio-meeting')!.meeting!;
    const id = roster.ids.peek().find((id) => roster.get(id).peek()?.name === name)!;
    return hands.lower(id).catch(({ code }: { code: string }) => code);
  }, name);
}

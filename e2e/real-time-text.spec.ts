import { expect, test } from './fixtures.ts';
import { join } from './meeting-page.ts';

test('what one writes is seen letter by letter, and stays as a message', async ({ openParticipant }) => {
  test.setTimeout(180_000);
  const alice = await openParticipant('Alice', { room: 'rtt' });
  const bob = await openParticipant('Bob', { room: 'rtt' });
  await join(alice);
  await join(bob);
  await expect(alice.locator('visio-tile')).toHaveCount(2);
  await alice.locator('visio-bar [data-control=chat]').click();
  const field = alice.getByRole('textbox', { name: 'Your message' });
  const toggle = alice.getByRole('button', { name: 'Real-time text' });
  const live = bob.locator('.live .line');

  await test.step('only who chose it is seen writing', async () => {
    await field.pressSequentially('not ');
    await toggle.press('Enter');
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
    // Now all that stands there is.
    await expect(live).toHaveText('not ');
  });

  await test.step('over the stage while the chat is closed: what is added and what is taken back', async () => {
    await field.press('End');
    await field.pressSequentially('yett');
    await expect(live).toHaveText('not yett');
    await field.press('Backspace');
    await expect(live).toHaveText('not yet');
    await expect(bob.locator('visio-real-time-text .writer')).toHaveText('Alice');
  });

  await test.step('who comes later sees the line as it stands', async () => {
    const late = await openParticipant('Late', { room: 'rtt' });
    await join(late);
    await expect(late.locator('.live .line')).toHaveText('not yet');
    await late.close();
  });

  await test.step('in the chat, and then as a message, once', async () => {
    await bob.locator('visio-bar [data-control=chat]').click();
    await expect(bob.locator('visio-chat .live .line')).toHaveText('not yet');
    await expect(bob.locator('visio-real-time-text')).toHaveCount(0);
    await field.press('Enter');
    await expect(bob.locator('visio-chat .bubble')).toHaveText(['not yet']);
    await expect(live).toHaveCount(0);
  });
  for (const page of [alice, bob]) expect(page.observed.consoleErrors).toEqual([]);
});

import { expect, test } from './fixtures.ts';
import { expectMovingVideo, expectToHear, join, tileOf } from './meeting-page.ts';

test('the server dies and comes back: both say so, return by themselves, and publish as before', async ({ openParticipant, services }) => {
  test.setTimeout(180_000);
  const alice = await openParticipant('Alice', { room: 'reconnection' });
  const bob = await openParticipant('Bob', { room: 'reconnection' });
  await join(alice);
  await join(bob);
  await expectMovingVideo(tileOf(bob, 'Alice'));
  await bob.getByRole('button', { name: 'Turn off camera' }).click();
  await expect(tileOf(alice, 'Bob').locator('video')).toBeHidden();

  await services.livekit!.kill();
  await expect(alice.getByText('Connection lost. Reconnecting…')).toBeVisible();
  await expect(bob.getByText('Connection lost. Reconnecting…')).toBeVisible();

  await services.livekit!.restart();
  const back = { timeout: 60_000 };
  await expect(alice.getByText('Connection lost. Reconnecting…')).toBeHidden(back);
  await expect(bob.getByText('Connection lost. Reconnecting…')).toBeHidden(back);
  await expectMovingVideo(tileOf(bob, 'Alice'));
  await expectToHear(bob);
  await expectToHear(alice);
  await expect(tileOf(alice, 'Bob').locator('video')).toBeHidden();

  await bob.getByRole('button', { name: 'Turn on camera' }).click();
  await expectMovingVideo(tileOf(alice, 'Bob'));
});

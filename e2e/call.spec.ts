import { expect, test } from './fixtures.ts';
import { expectMovingVideo, expectToHear, join, leave, openDevices, screenOf, tileOf } from './meeting-page.ts';

test('two people see and hear each other, and see what the other does', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'call' });
  const bob = await openParticipant('Bob', { room: 'call' });
  await join(alice);
  await join(bob);

  await test.step('video and sound, both ways', async () => {
    await expectMovingVideo(tileOf(alice, 'Bob'));
    await expectMovingVideo(tileOf(bob, 'Alice'));
    await expectMovingVideo(tileOf(alice, 'You'));
    await expectToHear(alice);
    await expectToHear(bob);
  });

  await test.step('microphone off and on', async () => {
    await alice.getByRole('button', { name: 'Turn off microphone' }).click();
    await expect(tileOf(bob, 'Alice').getByRole('group', { name: 'Microphone off' })).toBeVisible();
    await alice.getByRole('button', { name: 'Turn on microphone' }).click();
    await expect(tileOf(bob, 'Alice').getByRole('group', { name: 'Microphone off' })).toHaveCount(0);
    await expectToHear(bob);
  });

  await test.step('camera off and on', async () => {
    await alice.getByRole('button', { name: 'Turn off camera' }).click();
    await expect(tileOf(bob, 'Alice').locator('video')).toBeHidden();
    await expect.poll(() => alice.evaluate(() => window.recorded.tracks.filter((t) => t.kind === 'video' && t.readyState === 'live').length)).toBe(0);
    await alice.getByRole('button', { name: 'Turn on camera' }).click();
    await expectMovingVideo(tileOf(bob, 'Alice'));
  });

  await test.step('screen share', async () => {
    await alice.getByRole('button', { name: 'Share your screen' }).click();
    await expectMovingVideo(screenOf(bob, 'Alice'));
    const large = await screenOf(bob, 'Alice').boundingBox();
    const small = await tileOf(bob, 'Alice').boundingBox();
    expect(large!.width * large!.height).toBeGreaterThan(3 * small!.width * small!.height);
    await alice.getByRole('button', { name: 'Stop sharing your screen' }).first().click();
    await expect(screenOf(bob, 'Alice')).toHaveCount(0);
  });

  await test.step('a third person comes and goes', async () => {
    const carol = await openParticipant('Carol', { room: 'call' });
    await join(carol);
    await expectMovingVideo(tileOf(carol, 'Alice'));
    await expectMovingVideo(tileOf(alice, 'Carol'));
    await leave(carol);
    await expect(tileOf(alice, 'Carol')).toHaveCount(0);
    await expect(tileOf(bob, 'Carol')).toHaveCount(0);
  });

  await test.step('leaving, lights out, and rejoining', async () => {
    await leave(alice);
    await expect(tileOf(bob, 'Alice')).toHaveCount(0);
    await expect.poll(() => openDevices(alice)).toBe(0);
    await alice.getByRole('button', { name: 'Rejoin' }).click();
    await expectMovingVideo(tileOf(bob, 'Alice'));
    await expectMovingVideo(tileOf(alice, 'Bob'));
  });

  for (const page of [alice, bob]) {
    expect(page.observed.consoleErrors).toEqual([]);
    expect(page.observed.cspViolations).toEqual([]);
  }
});

test('another camera and microphone, in mid-call', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'devices' });
  const bob = await openParticipant('Bob', { room: 'devices' });
  await join(alice);
  await join(bob);
  await expectMovingVideo(tileOf(bob, 'Alice'));

  const choose = async (menu: string, group: string) => {
    await alice.getByRole('button', { name: menu }).click();
    const others = alice.getByRole('group', { name: group }).getByRole('radio', { checked: false });
    await others.last().check({ force: true });
    await alice.keyboard.press('Escape');
  };
  await choose('Camera options', 'Camera');
  await choose('Microphone and speaker options', 'Microphone');
  await expectMovingVideo(tileOf(bob, 'Alice'));
  await expectToHear(bob);
  await expect.poll(() => openDevices(alice)).toBe(2);
});

test('a whole call reaches no host but the configured ones', async ({ openParticipant, services }) => {
  const alice = await openParticipant('Alice', { room: 'hosts' });
  const bob = await openParticipant('Bob', { room: 'hosts' });
  await join(alice);
  await join(bob);
  await expectMovingVideo(tileOf(alice, 'Bob'));
  await leave(alice);
  await leave(bob);
  const allowed = [services.backend.url, services.livekit!.url].map((url) => new URL(url).host).sort();
  expect([...alice.observed.hosts].sort()).toEqual(allowed);
  expect([...bob.observed.hosts].sort()).toEqual(allowed);
});

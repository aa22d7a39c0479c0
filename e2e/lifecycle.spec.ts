import { expect, test } from './fixtures.ts';
import { expectMovingVideo, join, openDevices, tileOf } from './meeting-page.ts';

test('a call survives moving its element, and ends within a second when it is removed for good', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'lifecycle' });
  const bob = await openParticipant('Bob', { room: 'lifecycle' });
  await join(alice);
  await join(bob);
  await expectMovingVideo(tileOf(bob, 'Alice'));

  await test.step('to another parent', async () => {
    const states = await alice.evaluate(async () => {
      const meeting = document.querySelector('visio-meeting')!;
      const states: string[] = [];
      meeting.addEventListener('visio-state-changed', ({ detail }) => states.push(detail.state));
      const other = document.createElement('section');
      other.style.cssText = 'inline-size: 100%; block-size: 100%';
      document.querySelector('main')!.append(other);
      other.append(meeting);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      return states;
    });
    expect(states).toEqual([]);
    await expectMovingVideo(tileOf(alice, 'Bob'));
    await expectMovingVideo(tileOf(bob, 'Alice'));
  });

  await test.step('out and back in the same task', async () => {
    await alice.evaluate(async () => {
      const meeting = document.querySelector('visio-meeting')!;
      const parent = meeting.parentElement!;
      meeting.remove();
      parent.append(meeting);
      await new Promise((resolve) => setTimeout(resolve, 2000));
    });
    await expectMovingVideo(tileOf(alice, 'Bob'));
    await expectMovingVideo(tileOf(bob, 'Alice'));
  });

  await test.step('removed for good', async () => {
    // The grace is half a second of the page's own time, so that counting ticks of a timer asserts no speed.
    const left = await alice.evaluate(async () => {
      const meeting = document.querySelector('visio-meeting')!;
      const reason = new Promise((resolve) => meeting.addEventListener('visio-left', ({ detail }) => resolve(detail.reason)));
      meeting.remove();
      return Promise.race([reason, new Promise((resolve) => setTimeout(resolve, 1000, 'late'))]);
    });
    expect(left).toBe('left');
    await expect.poll(() => openDevices(alice)).toBe(0);
    await expect(tileOf(bob, 'Alice')).toHaveCount(0);
  });
});

test('an element that comes back after its end starts at the lobby', async ({ openParticipant }) => {
  const alice = await openParticipant('Alice', { room: 'return' });
  await join(alice);
  await alice.evaluate(async () => {
    const meeting = document.querySelector('visio-meeting')!;
    const parent = meeting.parentElement!;
    meeting.remove();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    parent.append(meeting);
  });
  await join(alice);
});

test('two meetings on one page, in two rooms and languages, do not touch each other', async ({ openHost, openParticipant, services }) => {
  const url = services.backend.url;
  const page = await openHost({ attributes: { lang: 'en', room: 'left-room', 'display-name': 'Lena' }, tokenUrl: `${url}/api/token` });
  await page.evaluate(() => {
    const first = document.querySelector('visio-meeting')!;
    const second = document.createElement('visio-meeting');
    second.setAttribute('lang', 'fr');
    second.setAttribute('room', 'right-room');
    second.setAttribute('display-name', 'René');
    second.tokenProvider = first.tokenProvider;
    first.after(second);
  });
  await page.getByRole('button', { name: 'Join the meeting' }).click();
  await page.getByRole('button', { name: 'Rejoindre la réunion' }).click();
  await expect(page.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Quitter la réunion' })).toBeVisible();

  const guest = await openParticipant('Guest', { room: 'right-room' });
  await join(guest);
  const [english, french] = [page.locator('visio-meeting').nth(0), page.locator('visio-meeting').nth(1)];
  await expect(french.locator('visio-tile')).toHaveCount(2);
  await expect(english.locator('visio-tile')).toHaveCount(1);

  await french.getByRole('button', { name: 'Couper le micro' }).click();
  await expect(french.getByRole('button', { name: 'Activer le micro' })).toBeVisible();
  await expect(english.getByRole('button', { name: 'Turn off microphone' })).toBeVisible();

  await french.getByRole('button', { name: 'Quitter la réunion' }).click();
  await expect(french.getByRole('heading', { name: 'Vous avez quitté la réunion' })).toBeVisible();
  await expect(english.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();
});

test('the host may prevent a command, and drive the meeting from code', async ({ openHost, services }) => {
  const page = await openHost({ attributes: { room: 'host' }, tokenUrl: `${services.backend.url}/api/token` });
  await page.getByRole('button', { name: 'Join the meeting' }).waitFor();
  const outcome = await page.evaluate(async () => {
    const meeting = document.querySelector('visio-meeting')!;
    const prevent = (event: Event) => event.preventDefault();
    meeting.addEventListener('visio-before-join', prevent);
    const refused = await meeting.join().catch((error) => error.code);
    meeting.removeEventListener('visio-before-join', prevent);
    const joined = await meeting.join();
    const muted = await meeting.setMicrophoneEnabled(false);
    const unmuted = await meeting.toggleMicrophone();
    const left = await meeting.leave();
    return { refused, joined, muted, unmuted, left };
  });
  expect(outcome).toEqual({ refused: 'VETOED', joined: 'connected', muted: false, unmuted: true, left: 'left' });
});

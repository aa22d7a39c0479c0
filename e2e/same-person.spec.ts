// One person, one identity, two tabs of one browser, and another browser.
import type { Page } from '@playwright/test';
import type { Services } from '../dev/services.mjs';
import { expect, test, type ParticipantPage } from './fixtures.ts';
import { expectMovingVideo, join, openDevices, recordMedia, tileOf } from './meeting-page.ts';

/** What shows `<visio-meeting>` for this identity. */
interface Person {
  readonly identity: string;
  readonly room: string;
  readonly moderator?: boolean;
}

async function show(page: Page, { backend }: Services, { identity, room, moderator }: Person): Promise<void> {
  await page.route('**/demo.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(backend.url);
  const body = { room_name: room, participant_identity: identity, participant_name: identity, ...(moderator && { participant_attributes: { room_role: 'owner' } }) };
  const response = await page.request.post(`${backend.url}/api/token`, { data: body });
  const { server_url, participant_token } = (await response.json()) as { server_url: string; participant_token: string };
  await page.evaluate(({ server_url, participant_token }) => {
    const meeting = document.createElement('visio-meeting');
    meeting.setAttribute('server-url', server_url);
    meeting.setAttribute('token', participant_token);
    meeting.style.blockSize = '640px';
    document.querySelector('main')!.append(meeting);
  }, { server_url, participant_token });
}

async function secondTab(first: ParticipantPage): Promise<Page> {
  const page = await first.context().newPage();
  await recordMedia(page);
  return page;
}

const clickJoin = (page: Page) => page.getByRole('button', { name: 'Join the meeting' }).click();

test('one who is in the call already is asked before it moves, and it moves back as well', async ({ openPage, openParticipant, services }) => {
  const room = 'same-person';
  const bob = await openParticipant('Bob', { room });
  await join(bob);
  const first = await openPage({});
  await show(first, services, { identity: 'ada', room });
  await join(first);
  await expect(tileOf(bob, 'ada')).toBeVisible();

  const second = await secondTab(first);
  await show(second, services, { identity: 'ada', room });
  await clickJoin(second);
  await expect(second.getByRole('heading', { name: 'You are already in this meeting' })).toBeVisible();
  // Nothing happened to the first, and the second opened nothing that stays.
  await expect(first.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();
  await expectMovingVideo(tileOf(bob, 'ada'));
  await expect.poll(() => openDevices(second)).toBe(0);

  await second.getByRole('button', { name: 'Move it here' }).click();
  await expect(second.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();
  await first.bringToFront();
  await expect(first.getByRole('heading', { name: 'The meeting goes on elsewhere' })).toBeVisible();
  await expect(first.getByText('You moved it to another tab of this browser.')).toBeVisible();
  await expect.poll(() => openDevices(first)).toBe(0);
  await expect(bob.locator('visio-tile')).toHaveCount(2);
  await expectMovingVideo(tileOf(bob, 'ada'));

  await first.getByRole('button', { name: 'Move it back here' }).click();
  await expect(first.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();
  await expect(second.getByRole('heading', { name: 'The meeting goes on elsewhere' })).toBeVisible();
  await expect(bob.locator('visio-tile')).toHaveCount(2);
  expect(first.observed.consoleErrors).toEqual([]);
  expect(first.observed.cspViolations).toEqual([]);
});

test('from another browser the one who loses the place is told, and no one fights; a moderator is asked before', async ({ openPage, services }) => {
  const room = 'same-person-elsewhere';
  const first = await openPage({});
  await show(first, services, { identity: 'ada', room });
  await join(first);
  const other = await openPage({});
  await show(other, services, { identity: 'ada', room });
  await join(other);
  await expect(first.getByText('You joined this meeting from another browser or device.')).toBeVisible();
  await first.getByRole('button', { name: 'Move it back here' }).click();
  await expect(first.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();
  await expect(other.getByText('You joined this meeting from another browser or device.')).toBeVisible();

  // LiveKit's own API, cross-origin, with the person's own token.
  const moderator = await openPage({});
  await show(moderator, services, { identity: 'ada', room, moderator: true });
  await clickJoin(moderator);
  await expect(moderator.getByRole('heading', { name: 'You are already in this meeting' })).toBeVisible();
  await expect(first.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();
  await moderator.getByRole('button', { name: 'Move it here' }).click();
  await expect(moderator.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();
  await expect(first.getByText('You joined this meeting from another browser or device.')).toBeVisible();
  for (const page of [first, moderator]) expect(page.observed.consoleErrors).toEqual([]);
  for (const page of [first, moderator]) expect(page.observed.cspViolations).toEqual([]);
});

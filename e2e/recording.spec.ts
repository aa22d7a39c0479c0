import type { Page } from '@playwright/test';
import type { Services } from '../dev/services.mjs';
import { expect, test, WIDE, type ParticipantPage } from './fixtures.ts';
import { expectMovingVideo, FRENCH, join, tileOf } from './meeting-page.ts';
import { asServer, enterAsPeer } from './peer.ts';

const mark = (page: Page) => page.locator('visio-notices > visio-recording .recording');
const notice = (page: Page, words: string) => page.locator('visio-notices .item').filter({ hasText: words });
const asking = (page: Page) => page.locator('visio-recording-consent dialog[open]');
const isRecorded = (page: Page) => page.evaluate(() => document.querySelector('visio-meeting')!.meeting!.recording.active.value);
const statusOf = (page: Page) => page.evaluate(() => document.querySelector('visio-meeting')!.meeting!.recording.state.value.status);
const recorder = (services: Services, room: string) => enterAsPeer(services, room, 'Recorder', { recorder: true, hidden: true });

const FACTS = ['starting', 'started', 'stopped', 'saving', 'failed'].map((what) => `visio-recording-${what}`);

/** Notes the facts about recordings that the element tells of. */
const listen = (page: Page) =>
  page.evaluate((types) => {
    for (const type of types) {
      document.addEventListener(type, () => document.body.setAttribute('data-told', `${document.body.getAttribute('data-told') ?? ''} ${type}`));
    }
  }, FACTS);
const told = (page: Page) => page.evaluate(() => document.body.getAttribute('data-told')?.trim().split(' ') ?? []);

/** What `page` knows that the person of this name publishes; `null` while they are not there. */
const publishedBy = (page: Page, name: string) =>
  page.evaluate((name) => {
    const { roster } = document.querySelector('visio-meeting')!.meeting!;
    const person = roster.ids.peek().map((id) => roster.get(id).peek()).find((each) => each?.name === name);
    return person ? Object.keys(person.tracks).sort() : null;
  }, name);

/** How many tracks leave the page, as its browser has it. */
const sentBy = (page: Page) =>
  page.evaluate(() => window.recorded.connections.flatMap((connection) => connection.getSenders()).filter(({ track }) => track !== null).length);

/** Sees to it that everything that `page` has sent until now has come to `other`. */
async function roundTrip(page: Page, other: Page): Promise<void> {
  const words = `${Math.random()}`;
  await page.evaluate((words) => document.querySelector('visio-meeting')!.meeting!.chat.send(words), words);
  await expect.poll(() => other.evaluate(() => document.querySelector('visio-meeting')!.meeting!.chat.latest.value?.text)).toBe(words);
}

test('everyone knows that the room is recorded, who comes later before anybody sees them, and nobody can claim it', async ({ openParticipant, services }) => {
  const room = 'recording';
  const alice = await openParticipant('Alice', { room });
  await listen(alice);
  await join(alice);

  await test.step('packets of others are not believed', async () => {
    const mallory = await enterAsPeer(services, room, 'Mallory');
    await expect(alice.locator('visio-tile')).toHaveCount(2);
    for (const type of ['screenRecordingStarted', 'transcriptionStarted', 'screenRecordingLimitReached']) await mallory.notify({ type });
    await mallory.notify({ type: 'reactionReceived', data: { emoji: 'party-popper' } });
    await expect.poll(() => alice.evaluate(() => document.querySelector('visio-meeting')!.meeting!.reactions.latest.value)).not.toBeNull();
    expect([await isRecorded(alice), await statusOf(alice)]).toEqual([false, 'none']);
    await expect(mark(alice)).toHaveCount(0);
    await mallory.leave();
  });

  const first = await recorder(services, room);
  await test.step('it begins, and stays told until it is understood', async () => {
    await expect(mark(alice)).toHaveText('Recording');
    await expect(notice(alice, 'This meeting is being recorded.')).toBeVisible();
    // Whoever records is not among the people.
    await expect(alice.locator('visio-tile')).toHaveCount(1);
    // Who was there is not held back.
    await expect.poll(() => publishedBy(alice, 'Alice')).toEqual(['camera', 'microphone']);
    await notice(alice, 'This meeting is being recorded.').getByRole('button', { name: 'Understood' }).click();
    await expect(notice(alice, 'This meeting is being recorded.')).toHaveCount(0);
    await expect(mark(alice)).toHaveText('Recording');
  });

  await test.step('who comes later is told before anything of theirs goes out', async () => {
    const bob = await openParticipant('Bob', { room, lang: 'fr' });
    await join(bob, FRENCH);
    await expect(mark(bob)).toHaveText('Enregistrement');
    await expect(asking(bob).getByRole('heading', { name: 'Cette réunion est enregistrée' })).toBeVisible();
    await expect.poll(() => bob.evaluate(() => document.querySelector('visio-meeting')!.meeting!.camera.track.value?.readyState)).toBe('live');
    await roundTrip(bob, alice);
    await expect.poll(() => publishedBy(alice, 'Bob')).toEqual([]);
    expect(await sentBy(bob)).toBe(0);
    await asking(bob).getByRole('button', { name: 'Continuer', exact: true }).click();
    await expect(asking(bob)).toHaveCount(0);
    await expect.poll(() => publishedBy(alice, 'Bob')).toEqual(['camera', 'microphone']);
    await expectMovingVideo(tileOf(alice, 'Bob'));
    expect(bob.observed.consoleErrors).toEqual([]);
    expect(bob.observed.cspViolations).toEqual([]);
    await bob.close();
  });

  await test.step('or goes on with nothing turned on, by Escape', async () => {
    const carl = await openParticipant('Carl', { room });
    await join(carl);
    await expect(asking(carl)).toBeVisible();
    await carl.keyboard.press('Escape');
    await expect(asking(carl)).toHaveCount(0);
    await expect(carl.getByRole('button', { name: 'Turn on camera' })).toBeVisible();
    await roundTrip(carl, alice);
    await expect.poll(() => publishedBy(alice, 'Carl')).toEqual([]);
    expect(await sentBy(carl)).toBe(0);
    await carl.getByRole('button', { name: 'Turn on camera' }).click();
    await expect.poll(() => publishedBy(alice, 'Carl')).toEqual(['camera']);
    await carl.close();
  });

  await test.step('or leaves', async () => {
    const dora = await openParticipant('Dora', { room });
    await join(dora);
    await asking(dora).getByRole('button', { name: 'Leave the meeting' }).click();
    await expect(dora.getByRole('heading', { name: 'You left the meeting' })).toBeVisible();
    await dora.close();
  });

  await test.step('it ends', async () => {
    await first.leave();
    await expect(mark(alice)).toHaveCount(0);
    await expect(notice(alice, 'The recording has stopped.')).toBeVisible();
    expect(await isRecorded(alice)).toBe(false);
    expect(await told(alice)).toEqual(['visio-recording-started', 'visio-recording-stopped']);
  });

  expect(alice.observed.consoleErrors).toEqual([]);
  expect(alice.observed.cspViolations).toEqual([]);
});

test('follows the room’s metadata as the server sets them, with the recorder’s flag', async ({ openParticipant, services }) => {
  const room = 'recording-metadata';
  const alice = await openParticipant('Alice', { room });
  await listen(alice);
  await join(alice);
  const server = asServer(services);
  const set = (recording_mode: string, recording_status: string) => server.updateRoomMetadata(room, JSON.stringify({ recording_mode, recording_status }));

  await set('transcript', 'starting');
  await expect(mark(alice)).toHaveText('The transcript is about to begin');
  await expect(notice(alice, 'What is said in this meeting is about to be written down.')).toBeVisible();

  await test.step('one who comes now is held back, too', async () => {
    const bob = await openParticipant('Bob', { room });
    await join(bob);
    await expect(asking(bob).getByRole('heading', { name: 'This meeting is being transcribed' })).toBeVisible();
    await roundTrip(bob, alice);
    await expect.poll(() => publishedBy(alice, 'Bob')).toEqual([]);
    expect(await sentBy(bob)).toBe(0);
    await asking(bob).getByRole('button', { name: 'Continue with microphone and camera off' }).click();
    await expect(asking(bob)).toHaveCount(0);
    await roundTrip(bob, alice);
    await expect.poll(() => publishedBy(alice, 'Bob')).toEqual([]);
    expect(await sentBy(bob)).toBe(0);
    await bob.close();
  });

  // Without the flag it has not begun, as in La Suite Meet.
  await set('transcript', 'started');
  await roundTripOfMetadata(alice);
  expect(await statusOf(alice)).toBe('starting');
  const first = await recorder(services, room);
  await expect(mark(alice)).toHaveText('Transcript');
  await expect(notice(alice, 'What is said in this meeting is being written down. Its organisers will be able to read it.')).toBeVisible();
  await set('transcript', 'saving');
  await expect(mark(alice)).toHaveText('The transcript is being saved');
  await first.leave();
  await server.updateRoomMetadata(room, '{}');
  await expect(mark(alice)).toHaveCount(0);
  await set('screen_recording', 'starting');
  await expect(mark(alice)).toHaveText('The recording is about to begin');
  await set('screen_recording', 'aborted');
  await expect(mark(alice)).toHaveCount(0);
  await expect(notice(alice, 'The recording could not start: nothing is recorded. An organiser can try again.')).toBeVisible();
  expect(await told(alice)).toEqual(['starting', 'started', 'stopped', 'saving', 'starting', 'failed'].map((what) => `visio-recording-${what}`));
  expect(alice.observed.consoleErrors).toEqual([]);
});

/** Metadata that came before this have come. */
async function roundTripOfMetadata(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.querySelector('visio-meeting')!.meeting!.roomState.value.recording?.status)).toBe('started');
}

/** A room of Olive's on the development backend: its name and its id, by which LiveKit knows it. */
async function makeRoom({ backend }: Services, name: string): Promise<{ readonly slug: string; readonly id: string }> {
  const { sessionid, csrftoken } = backend.signIn('olive');
  const response = await fetch(`${backend.url}/api/v1.0/rooms/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `sessionid=${sessionid}; csrftoken=${csrftoken}`, 'x-csrftoken': csrftoken, origin: backend.url },
    body: JSON.stringify({ name }),
  });
  expect(response.status).toBe(201);
  return (await response.json()) as { slug: string; id: string };
}

/** Opens a meeting by its address, as one of the backend's people or as a guest. */
async function openRoom(page: ParticipantPage, { backend }: Services, slug: string, as: string, name: string): Promise<void> {
  await page.goto(`${backend.url}/${slug}?as=${as}&name=${name}`);
  await join(page);
}

async function openRecorder(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.locator('visio-more-menu [data-control=recording]').click();
}

test('a host starts and stops it on La Suite Meet’s backend, a guest asks for it, and the official app is told', async ({ openPage, services }) => {
  const { slug, id } = await makeRoom(services, 'rec-ords-abc');
  const { settings } = services.backend;
  settings.recording.egress = 'manual';
  const [olive, guest] = [await openPage({}), await openPage({})];
  await openRoom(olive, services, slug, 'olive', 'Olive');
  await openRoom(guest, services, slug, '', 'Gus');
  await listen(guest);
  const official = await enterAsPeer(services, id, 'Official');
  for (const page of [olive, guest]) await expect(page.locator('visio-tile')).toHaveCount(3);
  const heard = () => official.packets.filter(({ topic }) => topic === '').map(({ text }) => (JSON.parse(text) as { type: string }).type);

  await test.step('the guest asks, and the host starts it by the notice', async () => {
    await openRecorder(guest);
    await guest.getByRole('radio', { name: 'A transcript' }).check();
    await guest.getByRole('button', { name: 'Ask the organisers' }).click();
    await expect(guest.getByText('The organisers have been asked.')).toBeVisible();
    await guest.locator('visio-recorder').getByRole('button', { name: 'Close' }).click();
    await expect.poll(heard).toEqual(['transcriptionRequested']);
    await expect(notice(guest, 'asks you for a transcript')).toHaveCount(0);
    await notice(olive, 'Gus asks you for a transcript of the meeting.').getByRole('button', { name: 'Start' }).click();
    for (const page of [olive, guest]) await expect(mark(page)).toHaveText('The transcript is about to begin');
    await services.backend.egress(id, 'active');
    for (const page of [olive, guest]) await expect(mark(page)).toHaveText('Transcript');
    await expect.poll(heard).toEqual(['transcriptionRequested', 'transcriptionStarted']);
  });

  await test.step('the host stops it, after having been asked', async () => {
    await openRecorder(olive);
    await expect(olive.getByText('Stop the transcript for everyone?')).toBeVisible();
    await olive.locator('visio-recorder').getByRole('button', { name: 'Stop the transcript' }).click();
    await expect(olive.locator('visio-recorder').getByRole('button', { name: 'Stopping…' })).toBeVisible();
    await services.backend.egress(id, 'ending');
    for (const page of [olive, guest]) await expect(mark(page)).toHaveText('The transcript is being saved');
    await expect(olive.locator('visio-recorder')).toHaveCount(0);
    await services.backend.egress(id, 'complete');
    for (const page of [olive, guest]) await expect(mark(page)).toHaveCount(0);
    await expect.poll(heard).toEqual(['transcriptionRequested', 'transcriptionStarted', 'transcriptionStopped']);
  });

  await test.step('by the keys, a film, which reaches its longest duration', async () => {
    await olive.keyboard.press('Control+Shift+L');
    await olive.getByRole('checkbox', { name: 'And a transcript of it' }).check();
    await olive.getByRole('button', { name: 'Start recording' }).click();
    await expect(olive.locator('visio-recorder')).toHaveCount(0);
    await services.backend.egress(id, 'active');
    await expect(mark(guest)).toHaveText('Recording');
    await services.backend.egress(id, 'limit_reached');
    for (const page of [olive, guest]) {
      await expect(notice(page, 'The recording has reached its longest duration and stops.')).toBeVisible();
      await expect(mark(page)).toHaveCount(0);
    }
  });

  await test.step('what the server cannot start is said, with what the host may do', async () => {
    settings.recording.egress = 'none';
    await openRecorder(olive);
    await olive.getByRole('button', { name: 'Start recording' }).click();
    await expect(olive.locator('visio-recorder').getByRole('alert')).toHaveText('It could not be started. Try again in a moment.');
    settings.recording.egress = 'manual';
    expect(await statusOf(guest)).toBe('none');
    // A guest's page may not, whatever it tries.
    expect(await guest.evaluate(() => document.querySelector('visio-meeting')!.meeting!.recording.start('transcript').catch(({ code }: { code: string }) => code))).toBe('COMMAND_DISABLED');
  });

  // Whether a film that ends by itself is seen to be saved depends on what the server tells first.
  const facts = (await told(guest)).filter((each) => each !== 'visio-recording-saving');
  expect(facts).toEqual(['starting', 'started', 'stopped', 'starting', 'started', 'stopped'].map((what) => `visio-recording-${what}`));
  await official.leave();
  settings.recording.egress = 'automatic';
});

test('who calls by telephone and what is a program are marked, and how one dials in is copied with the invitation', async ({ openPage, services }) => {
  services.backend.settings.telephony.enabled = true;
  const { slug, id } = await makeRoom(services, 'tel-phon-abc');
  const olive = await openPage({ permissions: ['camera', 'microphone', 'clipboard-read', 'clipboard-write'], viewport: WIDE });
  await openRoom(olive, services, slug, 'olive', 'Olive');
  const caller = await enterAsPeer(services, id, 'Phone +33612345612', {}, { kind: 'sip', attributes: { 'sip.phoneNumber': '+33612345612' } });
  const program = await enterAsPeer(services, id, 'Notes', {}, { kind: 'agent' });
  const marked = (name: string) => tileOf(olive, name).locator('visio-caller-mark [role=img]');
  await expect(marked('+33 •• •• •• 12')).toHaveAccessibleName('By telephone');
  await expect(marked('Notes')).toHaveAccessibleName('Assistant (a program)');
  await expect(notice(olive, '612345')).toHaveCount(0);

  await olive.locator('visio-bar [data-control=people]').click();
  await expect(olive.locator('visio-person').filter({ hasText: '+33 •• •• •• 12' })).toContainText('By telephone');
  await olive.getByRole('button', { name: 'Copy the invitation' }).click();
  await expect(olive.getByRole('button', { name: 'Invitation copied' })).toBeVisible();
  const invitation = await olive.evaluate(() => navigator.clipboard.readText());
  const [address, line] = invitation.split('\n');
  expect(address).toBe(`${services.backend.url}/${slug}`);
  expect(line).toMatch(/^By telephone: \+33 1 23 45 67 89, then PIN \d{3} \d{3} \d{4}#$/);

  await olive.getByRole('button', { name: 'More', exact: true }).click();
  await olive.locator('visio-more-menu [data-control=dial-in]').click();
  await olive.getByRole('button', { name: 'Copy number and PIN' }).click();
  await expect(olive.getByRole('button', { name: 'Number and PIN copied' })).toBeVisible();
  expect(await olive.evaluate(() => navigator.clipboard.readText())).toBe(line);

  expect(olive.observed.consoleErrors).toEqual([]);
  expect(olive.observed.cspViolations).toEqual([]);
  await caller.leave();
  await program.leave();
  services.backend.settings.telephony.enabled = false;
});

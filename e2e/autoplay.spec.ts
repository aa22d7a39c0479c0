// The browser's own autoplay policy: no flag that lifts it.
import { chromiumFlags, findChromium } from '../dev/browser.mjs';
import { expect, test } from './fixtures.ts';
import { expectToHear, join } from './meeting-page.ts';

test.use({
  launchOptions: { executablePath: await findChromium(), args: chromiumFlags.filter((flag) => !flag.startsWith('--autoplay-policy')) },
});

/**
 * The host's own script: whatever Playwright evaluates in a page, a locator too, counts as a person's gesture there. So
 * the page says by itself when the first sound would have played.
 */
const HOST = `
  const meeting = document.createElement('visio-meeting');
  Object.assign(meeting, { lang: 'en', room: 'autoplay', intent: 'watch' });
  meeting.tokenProvider = async ({ room }) => {
    const body = JSON.stringify({ room_name: room });
    const response = await fetch('/api/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const answer = await response.json();
    return { serverUrl: answer.server_url, token: answer.participant_token };
  };
  document.querySelector('main').append(meeting);
  const watch = setInterval(() => {
    const blocked = meeting.meeting?.playback.blocked;
    if (meeting.meeting?.roster.count.peek() !== 2) return;
    clearInterval(watch);
    setTimeout(() => console.log('blocked: ' + blocked.peek()), 2000);
  }, 100);
`;

test('sound that the browser holds back plays after one click', async ({ openPage, openParticipant, services }) => {
  const speaker = await openParticipant('Alice', { room: 'autoplay' });
  await join(speaker);

  // Someone who watches opens no device and clicked nothing: to such a page the browser plays no sound.
  const page = await openPage({});
  await page.route('**/demo.js', (route) => route.fulfill({ contentType: 'text/javascript', body: HOST }));
  const said = page.waitForEvent('console', (message) => message.text().startsWith('blocked: '));
  await page.goto(services.backend.url);
  expect((await said).text()).toBe('blocked: true');
  await expect(page.getByText('Your browser is holding back the sound.')).toBeVisible();
  await page.getByRole('button', { name: 'Play the sound' }).click();
  await expect(page.getByText('Your browser is holding back the sound.')).toBeHidden();
  await expectToHear(page);
});

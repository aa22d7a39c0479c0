// A page that only frames the meeting of another origin, as a webview or an office suite does.
import { expect, integrity, test } from './fixtures.ts';
import { expectMovingVideo } from '../e2e/meeting-page.ts';

test('what the frame is allowed is enough for a call', async ({ host, siteOf, openPage, openParticipant }) => {
  const inner = await host({ folder: siteOf('plain'), change: (_, text) => text.replace('{{integrity visio-element.all.js}}', integrity()['visio-element.all.js']!) });
  const outer = await host({
    folder: siteOf('frame'),
    frames: [inner.origin],
    change: (_, text) => text.replace('{{frame}}', inner.url).replace('{{allow}}', 'allow="camera; microphone; display-capture; fullscreen"'),
  });
  const page = await openPage({});
  await page.goto(outer.url);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Join the meeting' }).click();
  await expect(frame.getByRole('button', { name: 'Leave the meeting' })).toBeVisible();

  const bob = await openParticipant('Bob', { room: 'plain' });
  await bob.getByRole('button', { name: 'Join the meeting' }).click();
  await expectMovingVideo(frame.locator('visio-tile').filter({ has: page.frameLocator('iframe').getByText('Bob', { exact: true }) }));
  await expectMovingVideo(bob.locator('visio-tile').filter({ has: bob.getByText('Ada', { exact: true }) }));
  await expect(frame.getByRole('button', { name: 'Share your screen' })).toBeVisible();
  expect(page.observed.consoleErrors).toEqual([]);
});

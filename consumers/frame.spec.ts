// A page that only frames the meeting of another origin, as a webview or an office suite does.
import { expect, integrity, test } from './fixtures.ts';
import { expectMovingVideo } from '../e2e/meeting-page.ts';

/** The framed page, with a room for this test alone: those of a page that is closed are listed there for a while. */
const inRoom = (text: string, room: string) => text.replace('{{integrity visio-element.all.js}}', integrity()['visio-element.all.js']!).replace('room="plain"', `room="${room}"`);

test('what the frame is allowed is enough for a call', async ({ host, siteOf, openPage, openParticipant }) => {
  const inner = await host({ folder: siteOf('plain'), change: (_, text) => inRoom(text, 'frame-allowed') });
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

  const bob = await openParticipant('Bob', { room: 'frame-allowed' });
  await bob.getByRole('button', { name: 'Join the meeting' }).click();
  await expectMovingVideo(frame.locator('visio-tile').filter({ has: page.frameLocator('iframe').getByText('Bob', { exact: true }) }));
  await expectMovingVideo(bob.locator('visio-tile').filter({ has: bob.getByText('Ada', { exact: true }) }));
  await expect(frame.getByRole('button', { name: 'Share your screen' })).toBeVisible();
  expect(page.observed.consoleErrors).toEqual([]);
});

for (const [how, attributes] of [
  ['without allow', ''],
  ['in a sandbox', 'sandbox="allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-same-origin"'],
] as const) {
  test(`a frame ${how} says what it may not use, offers a tab, and lets one join all the same`, async ({ host, siteOf, openPage, openParticipant }) => {
    const room = `frame-${how.replaceAll(' ', '-')}`;
    const inner = await host({ folder: siteOf('plain'), change: (_, text) => inRoom(text, room) });
    const outer = await host({ folder: siteOf('frame'), frames: [inner.origin], change: (_, text) => text.replace('{{frame}}', inner.url).replace('{{allow}}', attributes) });
    const page = await openPage({});
    await page.goto(outer.url);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByText('The page around this meeting does not let it use your camera and microphone.')).toHaveCount(1);
    expect(await frame.locator('visio-meeting').evaluate((element) => (element as HTMLElementTagNameMap['visio-meeting']).meeting!.camera.error.peek()?.code)).toBe('DEVICE_BLOCKED');

    const opening = page.context().waitForEvent('page');
    await frame.getByRole('link', { name: 'Open the meeting in a tab' }).click();
    const tab = await opening;
    expect(tab.url()).toBe(inner.url);
    expect(await tab.evaluate(() => window.opener)).toBeNull();
    await expect(tab.getByRole('button', { name: 'Join the meeting' })).toBeVisible();
    await expect(tab.locator('visio-lobby video.live')).toBeVisible();
    await tab.close();

    await frame.getByRole('button', { name: 'Join the meeting' }).click();
    const bob = await openParticipant('Bob', { room });
    await bob.getByRole('button', { name: 'Join the meeting' }).click();
    await expectMovingVideo(frame.locator('visio-tile').filter({ has: page.frameLocator('iframe').getByText('Bob', { exact: true }) }));
    await expect(frame.getByRole('link', { name: 'Open the meeting in a tab' })).toHaveCount(1);
  });
}

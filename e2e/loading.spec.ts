import { expect, test } from './fixtures.ts';

test('a page that names the element loads its definition; the rest comes when it is needed', async ({ openPage, services }) => {
  const page = await openPage({});
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/visio-element/')) asked.push(pathname.slice('/visio-element/'.length));
  });
  await page.route('**/demo.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto(services.backend.url);
  await page.evaluate(() => customElements.whenDefined('visio-meeting'));
  await page.waitForLoadState('networkidle');
  expect(asked).toContain('visio-element.js');
  expect(asked.filter((file) => /lobby|call|session|livekit|en\.js|fr\.js/.test(file))).toEqual([]);

  const askedBeforeLobby = await page.evaluate(async () => {
    const meeting = document.createElement('visio-meeting');
    meeting.lang = 'fr';
    const lobby = new Promise((resolve) => meeting.addEventListener('visio-state-changed', resolve, { once: true }));
    document.querySelector('main')!.append(meeting);
    await lobby;
    return performance.getEntriesByType('resource').map(({ name }) => name);
  });
  expect(askedBeforeLobby.filter((name) => name.includes('livekit-client'))).toEqual([]);
  await expect.poll(() => asked).toContain('livekit-client.js');
  await expect.poll(() => asked).toContain('call-ring.js');
  expect(asked).toContain('fr.js');
  expect(asked).not.toContain('en.js');
});

// Pages without a bundler, from files on a static host.
import { importMap } from '../dev/release/import-map.mjs';
import { expect, integrity, test } from './fixtures.ts';
import { bundle } from './install.mjs';

test('one classic script, with its hash, in a folder somewhere, under a strict policy', async ({ host, siteOf, openPage, expectCall }) => {
  const site = await host({
    folder: siteOf('plain'),
    at: '/some/deep/path/',
    change: (_, text) => text.replace('{{integrity visio-element.all.js}}', integrity()['visio-element.all.js']!),
  });
  const page = await openPage({});
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await page.goto(site.url);
  await expectCall(page, 'plain');

  expect(loaded.filter((path) => path.endsWith('.js')).sort()).toEqual(['/some/deep/path/app.js', '/some/deep/path/visio/visio-element.all.js']);
  expect(await page.evaluate(() => Object.keys((window as unknown as { Visio: object }).Visio))).toEqual(expect.arrayContaining(['createMeeting', 'VisioMeeting', 'VisioCallButton', 'VisioErrorCode']));
  expect(page.observed.cspViolations).toEqual([]);
  expect(page.observed.consoleErrors).toEqual([]);
});

test('a script that is not what its hash says is not run', async ({ host, siteOf, openPage }) => {
  const site = await host({
    folder: siteOf('plain'),
    change: (path, text) => (path.endsWith('all.js') ? `${text}\n` : text.replace('{{integrity visio-element.all.js}}', integrity()['visio-element.all.js']!)),
  });
  const page = await openPage({});
  await page.goto(site.url);
  await expect.poll(() => page.observed.consoleErrors.join()).toContain('integrity');
  expect(await page.evaluate(() => customElements.get('visio-meeting'))).toBeUndefined();
});

test.describe('an import map, from another origin', () => {
  test('names the modules, and has the hash of each that comes later', async ({ host, siteOf, openPage, expectCall }) => {
    const files = await host({ folder: bundle, at: '/visio/1.2.3/', cors: true });
    const { html, csp } = importMap(integrity(), files.url);
    const site = await host({ folder: siteOf('import-map'), scripts: [files.origin, csp], change: (_, text) => text.replace('{{import map}}', html) });
    const page = await openPage({});
    await page.goto(site.url);
    await expectCall(page, 'import-map');
    expect(page.observed.hosts.has(new URL(files.url).host)).toBe(true);
    expect(page.observed.cspViolations).toEqual([]);
    expect(page.observed.consoleErrors).toEqual([]);
  });

  test('keeps out a chunk that is not what it says', async ({ host, siteOf, openPage }) => {
    const files = await host({ folder: bundle, cors: true, change: (path, text) => (path === 'lobby-ring.js' ? `${text}\n` : text) });
    const { html, csp } = importMap(integrity(), files.url);
    const site = await host({ folder: siteOf('import-map'), scripts: [files.origin, csp], change: (_, text) => text.replace('{{import map}}', html) });
    const page = await openPage({});
    await page.goto(site.url);
    await expect.poll(() => page.observed.consoleErrors.join()).toContain('integrity');
    await expect(page.getByRole('button', { name: 'Join the meeting' })).toHaveCount(0);
  });
});

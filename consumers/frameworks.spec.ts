// Apps of frameworks: installed from the packs, built as they build, and in a call.
import { join } from 'node:path';
import { expectMovingVideo, join as joinCall, tileOf } from '../e2e/meeting-page.ts';
import { expect, test as base } from './fixtures.ts';
import { environment, install, removeInstalled } from './install.mjs';
import { serveNext, type Host } from './server.mjs';

/** Apps that share one install. */
const SHARED = ['vite-react', 'vite-vue', 'vite-svelte', 'angular', 'next'];

const test = base.extend<{ next: Host }, { apps: string; appsOfReact18: string }>({
  apps: [
    async ({ packs }, use) => {
      await use(await install(packs, SHARED));
      removeInstalled();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  appsOfReact18: [
    async ({ packs }, use) => {
      await use(await install(packs, ['vite-react'], { react: '18.3.1', 'react-dom': '18.3.1' }));
      removeInstalled();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  next: async ({ apps, services }, use) => {
    const server = await serveNext({ folder: join(apps, 'apps/next'), env: { ...environment, TOKEN_URL: `${services.backend.url}/api/token` } });
    await use(server);
    await server.close();
  },
});

for (const [name, words] of [
  ['vite-react', 'React 19.3.1'],
  ['vite-vue', 'Vue'],
  ['vite-svelte', 'Svelte'],
] as const) {
  test(`${words}, built by Vite`, async ({ apps, host, openPage, expectCall }) => {
    const site = await host({ folder: join(apps, 'apps', name, 'dist') });
    const page = await openPage({});
    await page.goto(site.url);
    await expectCall(page, name);
    await expect(page.getByText(`${words}: connected`)).toBeVisible();
    expect(page.observed.cspViolations).toEqual([]);
    expect(page.observed.consoleErrors).toEqual([]);
  });
}

test('React 18, built by Vite', async ({ appsOfReact18, host, openPage, expectCall }) => {
  const site = await host({ folder: join(appsOfReact18, 'apps/vite-react/dist') });
  const page = await openPage({});
  await page.goto(site.url);
  await expectCall(page, 'vite-react');
  await expect(page.getByText('React 18.3.1: connected')).toBeVisible();
  expect(page.observed.cspViolations).toEqual([]);
  expect(page.observed.consoleErrors).toEqual([]);
});

test('Angular, built by its command line', async ({ apps, host, openPage, expectCall }) => {
  const site = await host({ folder: join(apps, 'apps/angular/dist') });
  const page = await openPage({});
  await page.goto(site.url);
  await expectCall(page, 'angular');
  await expect(page.getByText('Angular 22: connected, joined as Ada')).toBeVisible();
  expect(page.observed.cspViolations).toEqual([]);
  expect(page.observed.consoleErrors).toEqual([]);
});

test('Next renders the elements on its server, and in a call after hydration', async ({ next, openPage, expectCall }) => {
  const html = await (await fetch(next.url)).text();
  expect(/<visio-meeting.*?<\/visio-meeting>/.exec(html)?.[0]).toBe(
    '<visio-meeting id="meeting" class="wide" aria-label="Weekly"><h1 slot="lobby-header">Weekly</h1></visio-meeting>',
  );

  const page = await openPage({});
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  await page.goto(next.url);
  await expect(page.getByRole('heading', { name: 'Weekly' })).toBeVisible();
  await expectCall(page, 'next');
  await expect(page.getByText(/^React 19.*: connected$/)).toBeVisible();
  expect(said).toEqual([]);
  expect(page.observed.consoleErrors).toEqual([]);
  expect([...page.observed.hosts].filter((host) => !host.startsWith('127.0.0.1:'))).toEqual([]);
});

test('Next with an interface of hooks alone', async ({ next, openPage, openParticipant }) => {
  const html = await (await fetch(`${next.url}hooks`)).text();
  expect(html).toContain('<p>One moment…</p>');

  const page = await openPage({});
  const said: string[] = [];
  page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`));
  await page.goto(`${next.url}hooks`);
  await expect(page.getByText('Hooks: connected')).toBeVisible();
  const bob = await openParticipant('Bob', { room: 'next-hooks' });
  await joinCall(bob);
  await expectMovingVideo(page.getByRole('listitem').filter({ hasText: 'Bob' }));
  await expectMovingVideo(tileOf(bob, 'Ada'));
  expect(said).toEqual([]);
  expect(page.observed.consoleErrors).toEqual([]);
});

// Apps of frameworks: installed from the packs, built as they build, and in a call.
import { join } from 'node:path';
import { expect, test as base } from './fixtures.ts';
import { install, removeInstalled } from './install.mjs';

/** Apps that share one install. */
const SHARED = ['vite-react', 'vite-vue', 'vite-svelte'];

const test = base.extend<object, { apps: string; appsOfReact18: string }>({
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

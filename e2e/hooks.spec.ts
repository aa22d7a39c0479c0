import { expect, test } from './fixtures.ts';
import { expectMovingVideo, join, tileOf } from './meeting-page.ts';
import { openReactPage } from './react-page.ts';
import type {} from './pages/hooks.ts';

for (const react of [19, 18] as const) {
  const HOOKS = { entry: 'e2e/pages/hooks.ts', react };

  test.describe(`React ${react}`, () => {
    test('a meeting made of hooks alone is in a call with one made of the element', async ({ openPage, openParticipant, services }) => {
      const page = await openPage({});
      await openReactPage(page, services.backend.url, {
        entry: 'examples/react-hooks/main.tsx',
        css: 'examples/react-hooks/meeting.css',
        react,
      });
      await page.getByLabel('Your name').fill('Rita');
      await page.getByRole('button', { name: 'Join the meeting' }).click();
      const guest = await openParticipant('Guest', { room: 'hooks' });
      await join(guest);

      await test.step('they see each other', async () => {
        await expectMovingVideo(tileOf(guest, 'Rita'));
        const tile = page.getByRole('listitem').filter({ hasText: 'Guest' });
        await expect(tile).toBeVisible();
        await expectMovingVideo(tile);
      });

      await test.step('mute, hand, reaction and chat reach the other side', async () => {
        await page.getByRole('button', { name: 'Turn off microphone' }).click();
        await expect(page.getByText('You · muted')).toBeVisible();
        await expect(tileOf(guest, 'Rita').getByRole('group')).toHaveAccessibleName('Rita, Microphone off');
        await guest.getByRole('button', { name: 'Raise your hand' }).click();
        await expect(page.getByText('Guest · ✋')).toBeVisible();
        await page.getByRole('button', { name: 'Chat' }).click();
        await page.getByLabel('Your message').fill('Hello from hooks');
        await page.getByLabel('Your message').press('Enter');
        await expect(page.getByRole('log')).toContainText('You Hello from hooks');
        await guest.getByRole('button', { name: 'Chat, 1 unread message' }).click();
        await expect(guest.getByText('Hello from hooks').first()).toBeVisible();
        await page.getByRole('button', { name: 'People (2)' }).click();
        await expect(page.getByRole('complementary')).toContainText('Guest');
      });

      await page.getByRole('button', { name: 'Leave the meeting' }).click();
      await expect(page.getByRole('heading', { name: 'You left the meeting' })).toBeVisible();
      await expect(guest.locator('visio-tile')).toHaveCount(1);
    });

    test('of a thousand people, one who changes renders the components that read that one', async ({ openPage, services }) => {
      const page = await openPage({});
      await openReactPage(page, services.backend.url, HOOKS);
      await page.waitForFunction(() => 'hooks' in window);
      await page.evaluate(() => window.hooks.showLecture());
      await expect(page.locator('#count')).toHaveText(/^(9\d\d|1000)$/);

      for (const [change, readers] of [
        ['rename', ['person', 'name']],
        ['speak', ['person']],
        ['publish', ['person', 'name', 'tracks']],
      ] as const) {
        const { id, renders } = await page.evaluate((what) => window.hooks.rendersOf(what), change);
        expect(Object.keys(renders).sort(), change).toEqual(readers.map((reader) => `${reader} ${id}`).sort());
      }
      const { renders } = await page.evaluate(() => window.hooks.rendersOf('leave'));
      expect(Object.keys(renders).sort()).toEqual(['count', 'lecture']);
    });

    test('mounting and unmounting 200 times in strict mode asks for one token each and leaves nothing', async ({ openPage, services }) => {
      test.setTimeout(180_000);
      const page = await openPage({});
      await page.addInitScript(() => {
        // Timers and listeners that live on, by what was set and not taken away.
        const alive = new Set<number>();
        const { setInterval: set, clearInterval: clear } = window;
        window.setInterval = ((...parameters: Parameters<typeof set>) => {
          const id = set(...parameters) as unknown as number;
          alive.add(id);
          return id;
        }) as typeof set;
        window.clearInterval = (id) => {
          alive.delete(id as number);
          clear(id);
        };
        Object.assign(window, { aliveIntervals: () => alive.size });
      });
      await openReactPage(page, services.backend.url, HOOKS);
      await page.waitForFunction(() => 'hooks' in window);
      const devtools = await page.context().newCDPSession(page);
      const counts = async () => {
        await devtools.send('HeapProfiler.collectGarbage');
        const { nodes, jsEventListeners } = (await devtools.send('Memory.getDOMCounters')) as { nodes: number; jsEventListeners: number };
        return { nodes, listeners: jsEventListeners, intervals: await page.evaluate(() => (window as unknown as { aliveIntervals(): number }).aliveIntervals()) };
      };

      expect(await page.evaluate(() => window.hooks.mountTimes(10))).toBe(10);
      // A meeting that is let go of may still have something on its way.
      await page.waitForTimeout(1000);
      const before = await counts();
      expect(await page.evaluate(() => window.hooks.mountTimes(200))).toBe(200);
      await expect
        .poll(async () => {
          const after = await counts();
          return [after.nodes - before.nodes < 20, after.listeners - before.listeners < 20, after.intervals - before.intervals];
        }, { timeout: 30_000 })
        .toEqual([true, true, 0]);
      expect(await page.evaluate(() => document.querySelectorAll('video').length)).toBe(0);
    });

    test('a server’s page is taken over without a warning, and a parent that renders again changes nothing', async ({ openPage, services }) => {
      const page = await openPage({});
      await openReactPage(page, services.backend.url, HOOKS);
      await page.waitForFunction(() => 'hooks' in window);
      expect(await page.evaluate(() => window.hooks.version)).toMatch(new RegExp(`^${react}\\.`));
      const found = await page.evaluate(() => window.hooks.hydrate());
      expect(found).toEqual({ complaints: [], first: '<p>0</p><p>Wait</p>', state: 'connected', same: true, asked: 1 });
      expect(await page.evaluate(() => window.hooks.outside())).toEqual({ code: 'INVALID_ARGUMENT', message: 'There is no <MeetingProvider> around this component.' });
    });
  });
}

// 25 tiles and nobody moves: what a meeting costs that one only sits in, and that one only listens to in a tab behind
// another. All pages at once, each in a browser of its own, in one room with 24 real people whose microphones are on: so
// whatever else the machine does, it does to all of them.
import { openBrowser, openPage, readProcesses, readReceived, watchPage } from '../browser.mjs';
import { sleep } from '../pages/pace.js';
import { enterPeople } from '../people.mjs';

const TILES = 25;

/** @param {import('../run.mjs').Context} context */
export async function run({ server, pages, options, say, add }) {
  const seconds = options.quick ? 5 : 15;
  const rounds = Math.min(2, options.rounds);
  const room = `idle-${crypto.randomUUID()}`;
  const people = await enterPeople(server, room, { count: TILES - 1, camera: false });
  try {
    for (let round = 0; round < rounds; round++) {
      say(`idle, round ${round + 1} of ${rounds}`);
      const open = [];
      try {
        for (const { id } of pages) open.push(await enter(server, id, room));
        // What comes after a join: statistics that settle, fonts, the collector.
        await sleep(seconds * 500);
        await record('seen');
        for (const { page } of open) await hide(page);
        await sleep(3000);
        await record('hidden');
      } finally {
        await Promise.all(open.map(({ browser }) => browser.close()));
      }

      /** @param {'seen' | 'hidden'} name */
      async function record(name) {
        const before = await Promise.all(open.map(read));
        await sleep(seconds * 1000);
        const after = await Promise.all(open.map(read));
        open.forEach(({ id }, i) => {
          const elapsed = (after[i].at - before[i].at) / 1000;
          const perSecond = (/** @type {'cpu' | 'browser' | 'wakeUps' | 'audio'} */ what) => (after[i][what] - before[i][what]) / elapsed;
          add({
            suite: 'idle',
            case: name,
            page: id,
            round,
            values: { cpu: perSecond('cpu'), browser: perSecond('browser'), wakeUps: perSecond('wakeUps'), audio: perSecond('audio') },
          });
        });
      }
    }
  } finally {
    await people.close();
  }
}

/**
 * @param {import('../server.mjs').BenchServer} server
 * @param {string} id
 * @param {string} room
 */
async function enter(server, id, room) {
  const browser = await openBrowser();
  const page = await openPage(browser);
  await enterHidden(page, server, id, room);
  await page.waitForFunction(
    async (count) => {
      const { remoteParticipants } = await /** @type {any} */ (window).page.room();
      const publications = [...remoteParticipants.values()].flatMap(({ audioTrackPublications }) => [...audioTrackPublications.values()]);
      return publications.filter(({ track }) => track).length === count;
    },
    { polling: 100 },
    TILES - 1,
  );
  return { id, browser, page, watch: await watchPage(page) };
}

/**
 * Into a room where the pages that are compared do not see each other.
 * @param {import('../browser.mjs').Page} page
 * @param {import('../server.mjs').BenchServer} server
 * @param {string} id
 * @param {string} room
 */
export async function enterHidden(page, server, id, room) {
  await page.goto(`${server.url}/${id}/`);
  await page.waitForFunction(() => 'page' in window, { polling: 50 });
  const access = await server.access(`Bench ${id}`, room, { hidden: true });
  await page.evaluate(async (entry) => {
    const bench = /** @type {any} */ (window);
    await bench.page.lobby(entry);
    await bench.page.join();
    await bench.page.room();
  }, { ...access, devices: false });
}

/** @param {Awaited<ReturnType<typeof enter>>} opened */
async function read({ browser, page, watch }) {
  const { audio } = await readReceived(page);
  const cpu = await watch.cpu();
  const { cpu: browserCpu, wakeUps } = await readProcesses(browser);
  return { at: performance.now(), cpu, browser: browserCpu, wakeUps: wakeUps ?? NaN, audio: (audio * 8) / 1000 };
}

/**
 * Behind another tab of its window, as the browser hides it.
 * @param {import('../browser.mjs').Page} page
 */
export async function hide(page) {
  const other = await page.browserContext().newPage();
  await other.bringToFront();
  const isHidden = await page.evaluate(() => document.hidden);
  if (!isHidden) throw new Error('The browser did not hide the page.');
}

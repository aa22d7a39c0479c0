// 25 tiles and nobody moves: what a meeting costs that one only sits in, and that one only listens to in a tab behind
// another. All pages at once, each in a browser of its own: so whatever else the machine does, it does to all of them.
import { openBrowser, openPage, readProcesses, watchPage } from '../browser.mjs';
import { sleep } from '../pages/pace.js';
import { enterAlone } from './interface.mjs';

const TILES = 25;

/** @param {import('../run.mjs').Context} context */
export async function run({ server, pages, options, say, add }) {
  const seconds = options.quick ? 5 : 20;
  for (let round = 0; round < options.rounds; round++) {
    say(`idle, round ${round + 1} of ${options.rounds}`);
    const open = [];
    try {
      for (const { id } of pages) open.push(await enter(server, id));
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
        const perSecond = (/** @type {'cpu' | 'browser' | 'wakeUps'} */ what) => (after[i][what] - before[i][what]) / elapsed;
        add({
          suite: 'idle',
          case: name,
          page: id,
          round,
          values: { cpu: perSecond('cpu'), browser: perSecond('browser'), wakeUps: perSecond('wakeUps') },
        });
      });
    }
  }
}

/**
 * @param {import('../server.mjs').BenchServer} server
 * @param {string} id
 */
async function enter(server, id) {
  const browser = await openBrowser();
  const page = await openPage(browser);
  await enterAlone(page, server, id);
  await page.evaluate((count) => /** @type {any} */ (window).crowd.fill(count), TILES);
  return { id, browser, page, watch: await watchPage(page) };
}

/** @param {Awaited<ReturnType<typeof enter>>} opened */
async function read({ browser, watch }) {
  const cpu = await watch.cpu();
  const { cpu: browserCpu, wakeUps } = await readProcesses(browser);
  return { at: performance.now(), cpu, browser: browserCpu, wakeUps: wakeUps ?? NaN };
}

/**
 * Behind another tab of its window, as the browser hides it.
 * @param {import('../browser.mjs').Page} page
 */
async function hide(page) {
  const other = await page.browserContext().newPage();
  await other.bringToFront();
  const isHidden = await page.evaluate(() => document.hidden);
  if (!isHidden) throw new Error('The browser did not hide the page.');
}

// A meeting of four hours: what the page holds at its end against what it held after ten minutes.
import { openBrowser, openPage, watchPage } from '../browser.mjs';
import { sleep } from '../pages/pace.js';

/** What is looked at when, in minutes of the meeting. Before the first, everything has been opened once. */
const MOMENTS = [
  { minutes: 10, name: '10 minutes' },
  { minutes: 60, name: '1 hour' },
  { minutes: 120, name: '2 hours' },
  { minutes: 240, name: '4 hours' },
];

/** @param {import('../run.mjs').Context} context */
export async function run({ server, options, say, add }) {
  const rounds = options.quick ? 1 : Math.min(2, options.rounds);
  for (let round = 0; round < rounds; round++) {
    const browser = await openBrowser();
    try {
      const page = await openPage(browser);
      await page.goto(`${server.url}/visio/`);
      await page.waitForFunction(() => 'page' in window, { polling: 50 });
      await page.evaluate(async () => {
        await import('/long-call/long-call.js');
        const bench = /** @type {any} */ (window);
        bench.call = await bench.createLongCall(document.createElement('visio-meeting'));
      });
      const watch = await watchPage(page);
      let passed = 0;
      for (const { minutes, name } of MOMENTS) {
        say(`long, round ${round + 1} of ${rounds}, ${name}`);
        const before = await watch.cpu();
        let happened = 0;
        for (; passed < minutes; passed += 10) happened = await page.evaluate(() => /** @type {any} */ (window).call.pass(10));
        const cpu = (await watch.cpu()) - before;
        await page.evaluate(() => /** @type {any} */ (window).call.calm());
        // One collection frees what the next then finds to be garbage.
        for (let i = 0; i < 3; i++) {
          await watch.holdings();
          await sleep(500);
        }
        const { nodes, listeners, heap, elements } = await watch.holdings();
        add({ suite: 'long', case: name, page: 'visio', round, values: { nodes, listeners, heap, elements, happened, cpu } });
      }
    } finally {
      await browser.close();
    }
  }
}

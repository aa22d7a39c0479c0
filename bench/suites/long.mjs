// A meeting of four hours: what the page holds at its end against what it held after ten minutes, and what it holds after
// ten minutes of the next one: what people wrote and said is kept until then.
import { openBrowser, openPage, watchPage } from '../browser.mjs';
import { sleep } from '../pages/pace.js';

/** What is looked at when, in minutes of the meeting. Before the first, everything has been opened once. */
const MOMENTS = [
  { minutes: 10, name: '10 minutes' },
  { minutes: 60, name: '1 hour' },
  { minutes: 240, name: '4 hours' },
];

/** @param {import('../run.mjs').Context} context */
export async function run({ server, say, add }) {
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
    /** @param {'enter' | 'pass' | 'calm' | 'leave'} what @param {number} [minutes] */
    const call = (what, minutes) => page.evaluate((what, minutes) => /** @type {any} */ (window).call[what](minutes), what, minutes);

    const record = async (/** @type {string} */ name, /** @type {number} */ happened) => {
      // One collection frees what the next then finds to be garbage.
      for (let i = 0; i < 3; i++) {
        await watch.holdings();
        await sleep(500);
      }
      const { nodes, listeners, heap, elements } = await watch.holdings();
      const compiled = await watch.compiled();
      add({ suite: 'long', case: name, page: 'visio', round: 0, values: { nodes, listeners, heap, compiled, elements, happened } });
    };

    await call('enter');
    let passed = 0;
    for (const { minutes, name } of MOMENTS) {
      say(`long, ${name}`);
      let happened = 0;
      for (; passed < minutes; passed += 10) happened = await call('pass', 10);
      await call('calm');
      await record(name, happened);
    }
    say('long, 10 minutes of the next call');
    await call('leave');
    await call('enter');
    const happened = await call('pass', 10);
    await call('calm');
    await record('10 minutes of the next call', happened);
  } finally {
    await browser.close();
  }
}

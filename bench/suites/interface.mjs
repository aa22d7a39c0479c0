// What the interface costs while people come, speak, mute and go: CPU time of the page's main thread, in milliseconds
// an update, and what the page holds.
import { openBrowser, openPage, watchPage } from '../browser.mjs';
import { sleep } from '../pages/pace.js';
import { rotated } from '../rounds.mjs';

/** How often each thing is done. */
const full = { storm: 100, churn: 10 };
const quick = { storm: 20, churn: 6 };

/** @param {import('../run.mjs').Context} context */
export async function run({ server, pages, options, say, add }) {
  for (let round = 0; round < options.rounds; round++) {
    for (const people of sizesOf(round, options)) {
      for (const { id } of rotated(pages, round)) {
        say(`interface, round ${round + 1} of ${options.rounds}, ${people} people, ${id}`);
        const values = await measure(server, id, people, options.quick ? quick : full);
        add({ suite: 'interface', case: `${people} people`, page: id, round, values });
      }
    }
  }
}

/**
 * No goal is about the sizes between the smallest and the largest: they have every other round.
 * @param {number} round
 * @param {import('../options.mjs').Options} options
 */
function sizesOf(round, { people }) {
  return round % 2 === 0 ? people : people.filter((_, i) => i === 0 || i === people.length - 1);
}

/**
 * @param {import('../server.mjs').BenchServer} server
 * @param {string} id
 * @param {number} people
 * @param {typeof full} counts
 */
async function measure(server, id, people, counts) {
  // A browser of its own: what a page before this one left behind would be counted here.
  const browser = await openBrowser();
  try {
    const page = await openPage(browser);
    await enterAlone(page, server, id);
    const watch = await watchPage(page);

    const { phase, each } = createPhases(page, watch);

    const beat = await each('nothing', counts.churn);
    const { cpu: fill } = await phase('fill', people);
    const faithfulAtFirst = await isFaithful(page, id);
    const holds = await watch.holdings();
    const storm = await phase('storm', counts.storm);
    const litter = await watch.litter();
    const faithful = faithfulAtFirst && (await isFaithful(page, id));
    const join = await each('joins', counts.churn);
    const leave = await each('leaves', counts.churn);
    const mute = await each('mutes', counts.churn);
    const flip = people > 25 ? await each('flips', 10) : undefined;
    const after = await watch.holdings();
    return {
      beat,
      fill,
      storm: storm.cpu / storm.done,
      stormDone: storm.done / storm.planned,
      join,
      leave,
      mute,
      flip,
      ...holds,
      ...litter,
      nodesAfter: after.nodes,
      listenersAfter: after.listeners,
      heapAfter: after.heap,
      faithful: Number(faithful),
    };
  } finally {
    await browser.close();
  }
}

/**
 * What the crowd does, and the main thread's CPU time for it, in milliseconds.
 * @param {import('../browser.mjs').Page} page
 * @param {Awaited<ReturnType<typeof watchPage>>} watch
 */
export function createPhases(page, watch) {
  /** For all of it. @param {string} what @param {number} count */
  const phase = async (what, count) => {
    const before = await watch.cpu();
    const result = await page.evaluate((what, count) => /** @type {any} */ (window).crowd[what](count), what, count);
    return { cpu: (await watch.cpu()) - before, ...result };
  };
  /** For each. @param {string} what @param {number} count */
  const each = async (what, count) => {
    const { cpu, done } = await phase(what, count);
    return cpu / done;
  };
  return { phase, each };
}

/**
 * Into a real room of the livekit-server, with nobody else in it; the crowd is ready to come.
 * @param {import('../browser.mjs').Page} page
 * @param {import('../server.mjs').BenchServer} server
 * @param {string} id
 */
export async function enterAlone(page, server, id) {
  await page.goto(`${server.url}/${id}/`);
  await page.waitForFunction(() => 'page' in window, { polling: 50 });
  const access = await server.access('Bench', `alone-${crypto.randomUUID()}`);
  await page.evaluate(async (entry) => {
    const bench = /** @type {any} */ (window);
    await bench.page.lobby(entry);
    await bench.page.join();
    await import('/crowd/crowd.js');
    bench.crowd = bench.createCrowd(await bench.page.room());
  }, { ...access, devices: false });
}

/**
 * A cost is only worth something when what was to be shown is shown: everyone on the page has the marks they should
 * have, and a page where people keep their places shows the first of them. A slow page is waited for.
 * @param {import('../browser.mjs').Page} page
 * @param {string} id
 */
async function isFaithful(page, id) {
  if (id === 'raw') return true;
  let wrong = '';
  for (let i = 0; i < 6; i++) {
    wrong = await whatIsWrong(page, id === 'visio' || id === 'floor');
    if (!wrong) return true;
    await sleep(500);
  }
  console.error(`  ${id} does not show what is the case: ${wrong}`);
  return false;
}

/** @typedef {import('../pages/contract.js').Shown} Shown */

/**
 * @param {import('../browser.mjs').Page} page
 * @param {boolean} keepsPlaces
 */
async function whatIsWrong(page, keepsPlaces) {
  /** @type {{ shown: Shown[], truth: Shown[], first: string[] }} */
  const { shown, truth, first } = await page.evaluate(() => {
    const { page: benchPage, crowd } = /** @type {any} */ (window);
    const shown = benchPage.shown();
    return { shown, truth: crowd.truth(shown.map((/** @type {Shown} */ { name }) => name)), first: crowd.firstPage() };
  });
  if (shown.length !== first.length) return `${shown.length} people in place of ${first.length}`;
  if (keepsPlaces && shown.some(({ name }, i) => name !== first[i])) return `not the first ${first.length} people`;
  const words = (/** @type {Shown} */ { name, ...marks }) => [name, ...Object.entries(marks).flatMap(([mark, is]) => (is ? [mark] : []))].join(' ');
  const right = new Set(truth.map(words));
  return shown.map(words).filter((person) => !right.has(person)).join(', ');
}

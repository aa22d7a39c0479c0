// What the interface costs while people come, speak, mute and go, pages are turned, someone is made large and the list
// of everyone opens: CPU time of the page's main thread, in milliseconds an update, and what the page holds.
import { openBrowser, openPage, watchPage } from '../browser.mjs';
import { sleep } from '../pages/pace.js';
import { pagesOf, rotated } from '../rounds.mjs';

/** How often each thing is done. */
const full = { storm: 100, churn: 10 };
const quick = { storm: 20, churn: 6 };

/** @param {import('../run.mjs').Context} context */
export async function run({ server, pages, options, say, add }) {
  for (let round = 0; round < options.rounds; round++) {
    for (const people of sizesOf(round, options)) {
      for (const { id } of rotated(pagesOf(pages, round, ['visio', 'react', 'floor']), round)) {
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

    const phases = createPhases(page, watch);
    /** The most that the browser counted at the end of any of what is done; garbage is collected when it likes. */
    let [nodesCounted, listenersCounted] = [0, 0];
    const look = async () => {
      const { nodes, listeners } = await watch.count();
      nodesCounted = Math.max(nodesCounted, nodes);
      listenersCounted = Math.max(listenersCounted, listeners);
    };
    /** @param {string} what @param {number} count */
    const each = async (what, count) => {
      const cpu = await phases.each(what, count);
      await look();
      return cpu;
    };

    const beat = await each('nothing', counts.churn);
    const { cpu: fill } = await phases.phase('fill', people);
    await look();
    const faithfulAtFirst = await isFaithful(page, id, id === 'visio' || id === 'floor');
    const holds = await watch.holdings();
    const storm = await phases.phase('storm', counts.storm);
    await look();
    // Afterwards ours has those who speak on the first page.
    const faithful = faithfulAtFirst && (await isFaithful(page, id, id === 'floor'));
    const join = await each('joins', counts.churn);
    const leave = await each('leaves', counts.churn);
    const mute = await each('mutes', counts.churn);
    const flip = people > 25 ? await each('flips', 10) : undefined;
    const can = await page.evaluate(() => {
      const { page: benchPage } = /** @type {any} */ (window);
      return { pin: Boolean(benchPage.pin), people: Boolean(benchPage.people) };
    });
    const layout = can.pin ? await each('layouts', counts.churn) : undefined;
    // Once before: its code is fetched by then.
    if (can.people) await each('panels', 2);
    const panel = can.people ? await each('panels', counts.churn) : undefined;
    if (can.people) await page.evaluate(() => /** @type {any} */ (window).page.people(true));
    const [joinBesideList, muteBesideList] = can.people ? [await each('joins', counts.churn), await each('mutes', counts.churn)] : [];
    if (can.people) await page.evaluate(() => /** @type {any} */ (window).page.people(false));
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
      layout,
      panel,
      joinBesideList,
      muteBesideList,
      ...holds,
      nodesCounted,
      listenersCounted,
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
 * A cost is only worth something when what was to be shown is shown: as many people as there is room for, each with the
 * marks they should have. A page where people keep their places shows the first of them; no page may do without someone
 * who speaks, if it says that it brings those to the front. A slow page is waited for.
 * @param {import('../browser.mjs').Page} page
 * @param {string} id
 * @param {boolean} keepsPlaces
 */
async function isFaithful(page, id, keepsPlaces) {
  if (id === 'raw') return true;
  let wrong = '';
  for (let i = 0; i < 6; i++) {
    wrong = await whatIsWrong(page, keepsPlaces);
    if (!wrong) return true;
    await sleep(500);
  }
  console.error(`  ${id} does not show what is the case: ${wrong}`);
  return false;
}

/** @typedef {import('../pages/contract.js').Shown} Shown */

/**
 * @param {import('../browser.mjs').Page} page
 * @param {boolean} keepsPlaces or else brings who speaks to the first page
 */
async function whatIsWrong(page, keepsPlaces) {
  /** @type {{ shown: Shown[], truth: Shown[], first: string[], speakers: string[] }} */
  const { shown, truth, first, speakers } = await page.evaluate(() => {
    const { page: benchPage, crowd } = /** @type {any} */ (window);
    const shown = benchPage.shown();
    const truth = crowd.truth(shown.map((/** @type {Shown} */ { name }) => name));
    return { shown, truth, first: crowd.firstPage(), speakers: crowd.speakers() };
  });
  const names = shown.map(({ name }) => name);
  if (new Set(names).size !== first.length) return `${new Set(names).size} people in place of ${first.length}`;
  if (keepsPlaces && names.some((name, i) => name !== first[i])) return `not the first ${first.length} people`;
  const missing = keepsPlaces ? [] : speakers.filter((name) => !names.includes(name));
  if (missing.length > 0) return `without ${missing.join(', ')}, who speak`;
  const words = (/** @type {Shown} */ { name, ...marks }) => [name, ...Object.entries(marks).flatMap(([mark, is]) => (is ? [mark] : []))].join(' ');
  const right = new Set(truth.map(words));
  return shown.map(words).filter((person) => !right.has(person)).join(', ');
}

// From the call to connected, and to the first picture of someone who was there already, on a real livekit-server.
//
// "From the lobby": the page is there and its code is loaded, the token is at hand, no devices; the call is a click.
// "From a link": the call is the navigation; everything is loaded, the token asked for, the devices opened.
import { openBrowser, openPage } from '../browser.mjs';
import { emulate } from '../network/emulations.mjs';
import { publish } from '../publisher.mjs';
import { pagesOf, rotated } from '../rounds.mjs';
import { sleep } from '../pages/pace.js';

/** How many of the rounds also start from a link. */
const COLD = 3;

/** @typedef {import('../network/emulations.mjs').Way} Way */

/** @param {import('../run.mjs').Context} context */
export async function run(context) {
  await measureOn('loopback', context);
  for (const roundTrip of context.options.quick ? [] : [50, 200]) await emulate(roundTrip, context, measureOn);
}

/**
 * @param {string} network its name
 * @param {import('../run.mjs').Context} context
 * @param {Way} [way]
 */
export async function measureOn(network, { server, livekit, pages, options, say, add }, way) {
  const { site, livekit: url, prepare } = way ?? { site: server.url, livekit: livekit.url, prepare: async () => undefined };
  const joiners = pages.filter(({ id }) => id !== 'floor');
  const room = `join-${crypto.randomUUID()}`;
  server.useRoom(room, url);
  const publisher = await publish(server, room);
  const browser = await openBrowser();
  try {
    // The first round warms up what all share: it is not kept.
    for (let round = -1; round < options.pairs; round++) {
      if (round >= 0) say(`join, ${network}, round ${round + 1} of ${options.pairs}`);
      for (const { id } of rotated(pagesOf(joiners, Math.max(0, round), ['visio', 'react', 'raw']), round + 1)) {
        const fromLobby = await joinFromLobby(await open(), `${site}/${id}/`, { ...(await server.access(undefined, room)), url });
        if (round >= 0) add({ suite: 'join', case: `from the lobby, ${network}`, page: id, round, values: fromLobby });
        // No goal is about it.
        if (round >= COLD) continue;
        const fromLink = await joinFromLink(await open(), `${site}/${id}/`);
        if (round >= 0) add({ suite: 'join', case: `from a link, ${network}`, page: id, round, values: fromLink });
      }
    }
  } finally {
    await browser.close();
    await publisher.close();
    // The way there may be of this network only.
    server.useRoom(room);
  }

  async function open() {
    const page = await openPage(browser);
    await prepare(page);
    return page;
  }
}

/**
 * @param {import('../browser.mjs').Page} page
 * @param {string} address
 * @param {{ url: string, token: string }} access
 */
async function joinFromLobby(page, address, access) {
  await page.goto(address);
  await page.waitForFunction(() => 'page' in window, { polling: 50 });
  await page.evaluate((entry) => /** @type {any} */ (window).page.lobby(entry), { ...access, devices: false });
  await sleep(500);
  await page.evaluate(async () => {
    const { marks, page: benchPage } = /** @type {any} */ (window);
    marks.call = performance.now();
    await benchPage.join();
  });
  return leave(page);
}

/**
 * @param {import('../browser.mjs').Page} page
 * @param {string} address
 */
async function joinFromLink(page, address) {
  await page.goto(`${address}#direct+devices`);
  return leave(page);
}

/**
 * Waits for the picture, leaves as a person would, and tells the times since the call.
 * @param {import('../browser.mjs').Page} page
 */
async function leave(page) {
  await page.waitForFunction(
    () => {
      const { marks } = /** @type {any} */ (window);
      return 'connected' in marks && 'remoteFrame' in marks;
    },
    { polling: 50 },
  );
  const marks = await page.evaluate(async () => {
    const { marks, page: benchPage } = /** @type {any} */ (window);
    await (await benchPage.room()).disconnect();
    return marks;
  });
  await page.browserContext().close();
  const { call = 0, connected, remoteFrame } = marks;
  return { connected: connected - call, frame: remoteFrame - call };
}

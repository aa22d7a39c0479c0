// What a page loads, by moments: when the element is defined, when the lobby shows the camera's picture, when one is
// connected, and half a second after the first picture of another is seen in the call. Counted by the server, on real visits.
import { openBrowser, openPage } from '../browser.mjs';
import { isOfBench } from '../build.mjs';
import { publish } from '../publisher.mjs';
import { sleep } from '../pages/pace.js';

/** How long a lobby that lacks a file is waited for, in milliseconds. */
const PATIENCE = 4000;

/** @param {import('../run.mjs').Context} context */
export async function run({ server, pages, say, add }) {
  const browser = await openBrowser();
  const publisher = await publish(server, 'bytes');
  try {
    for (const { id } of pages) {
      say(`bytes, ${id}`);
      const visit = await visitAll(browser, server, id);
      for (const [name, files] of Object.entries(visit)) {
        const values = { gzip: sum(files, 'gzip') / 1000, brotli: sum(files, 'brotli') / 1000, files: files.length };
        add({ suite: 'bytes', case: name, page: id, round: 0, values });
      }
    }
  } finally {
    await publisher.close();
    await browser.close();
  }
}

/**
 * @param {import('../browser.mjs').Browser} browser
 * @param {import('../server.mjs').BenchServer} server
 * @param {string} id
 * @returns {Promise<Record<string, import('../server.mjs').Served[]>>}
 */
async function visitAll(browser, server, id) {
  const page = await openPage(browser);
  server.takeLog();
  await page.goto(`${server.url}/${id}/`);
  await page.waitForFunction(() => 'page' in window, { polling: 50 });
  await sleep(300);
  const definition = code(server.takeLog());

  const access = await server.access(undefined, 'bytes');
  await showLobby(page, access);
  await page.waitForFunction(() => 'preview' in /** @type {any} */ (window).marks, { polling: 50 });
  await sleep(500);
  const besideLobby = code(server.takeLog());

  await page.evaluate(() => /** @type {any} */ (window).page.join());
  const onTheWay = code(server.takeLog());
  await page.waitForFunction(() => 'remoteFrame' in /** @type {any} */ (window).marks, { polling: 50 });
  await sleep(500);
  const inCall = code(server.takeLog());
  await page.browserContext().close();

  const connected = [...definition, ...besideLobby, ...onTheWay];
  const meeting = [...connected, ...inCall];
  // Without a lobby of their own, what these pages load is what a call needs.
  if (id === 'raw' || id === 'floor') return { connected, meeting };

  const lobby = [...definition];
  for (const file of besideLobby) if (await isNeeded(browser, server, id, file.path)) lobby.push(file);
  return id === 'visio' ? { definition, lobby, connected, meeting } : { lobby, connected, meeting };
}

/**
 * While a lobby is looked at, the call's code comes: a file is the lobby's when there is no preview without it.
 * @param {import('../browser.mjs').Browser} browser
 * @param {import('../server.mjs').BenchServer} server
 * @param {string} id
 * @param {string} path
 */
async function isNeeded(browser, server, id, path) {
  const page = await openPage(browser, { quiet: true });
  try {
    await page.setRequestInterception(true);
    page.on('request', (request) => void (new URL(request.url()).pathname === path ? request.abort() : request.continue()));
    await page.goto(`${server.url}/${id}/`);
    await page.waitForFunction(() => 'page' in window, { polling: 50 });
    const access = await server.access(undefined, 'bytes');
    void showLobby(page, access).catch(() => undefined);
    const shown = await page
      .waitForFunction(() => 'preview' in /** @type {any} */ (window).marks, { polling: 50, timeout: PATIENCE })
      .then(() => true, () => false);
    return !shown;
  } finally {
    await page.browserContext().close();
    server.takeLog();
  }
}

/**
 * @param {import('../browser.mjs').Page} page
 * @param {{ url: string, token: string }} access
 */
function showLobby(page, access) {
  return page.evaluate((entry) => /** @type {any} */ (window).page.lobby(entry), { ...access, devices: true });
}

/** The page itself, and how the bench drives it, are not counted. @param {import('../server.mjs').Served[]} files */
function code(files) {
  return files.filter(({ path }) => /\.(js|css)$/.test(path) && !isOfBench(path));
}

/** @param {import('../server.mjs').Served[]} files @param {'gzip' | 'brotli'} what */
function sum(files, what) {
  return files.reduce((total, file) => total + file[what], 0);
}

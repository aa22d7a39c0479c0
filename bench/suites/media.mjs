// Real videos of real people, each in two sizes, on one page after the other: what comes in, what is decoded, and what it
// costs. Then the page is hidden. Nobody else is measured meanwhile: two of them would fight for the processor.
import { openBrowser, openPage, readProcesses, readReceived, watchPage } from '../browser.mjs';
import { sleep } from '../pages/pace.js';
import { enterPeople } from '../people.mjs';
import { rotated } from '../rounds.mjs';
import { enterHidden, hide } from './idle.mjs';

/** How many there are; with oneself the last make a page of 25 tiles. The page is hidden with the most. */
const SIZES = [4, 9, 16, 24];

/** Those that show videos: the floor is a raw `<video>` for each of livekit-client's tracks. */
const SHOW = ['visio', 'react', 'floor'];

/** @param {import('../run.mjs').Context} context */
export async function run({ server, pages, options, say, add }) {
  const seconds = options.quick ? 3 : 5;
  const shown = pages.filter(({ id }) => SHOW.includes(id));
  for (const count of options.quick ? [4, 24] : SIZES) {
    const room = `media-${crypto.randomUUID()}`;
    // The goals are about the most.
    const rounds = count === SIZES.at(-1) ? Math.min(2, options.rounds) : 1;
    const people = await enterPeople(server, room, { count, camera: true });
    try {
      for (let round = 0; round < rounds; round++) {
        for (const { id } of rotated(shown, round)) {
          say(`media, ${count} videos, round ${round + 1} of ${rounds}, ${id}`);
          const browser = await openBrowser();
          try {
            const page = await openPage(browser);
            await enterHidden(page, server, id, room);
            await page.waitForFunction(areMoving, { polling: 200 }, count);
            // Layers and sizes are settled a moment after the first pictures.
            await sleep(3000);
            const watch = await watchPage(page);
            const measure = async (/** @type {string} */ name) => {
              const before = await read(browser, page, watch);
              await sleep(seconds * 1000);
              const after = await read(browser, page, watch);
              const perSecond = (/** @type {keyof typeof before} */ what) => ((after[what] - before[what]) / (after.at - before.at)) * 1000;
              add({
                suite: 'media',
                case: name,
                page: id,
                round,
                values: {
                  video: (perSecond('video') * 8) / 1000,
                  audio: (perSecond('audio') * 8) / 1000,
                  frames: perSecond('frames') / count,
                  cpuPerTile: perSecond('browser') / count,
                  mainPerTile: perSecond('main') / count,
                },
              });
            };
            await measure(`${count} videos`);
            if (count !== SIZES.at(-1)) continue;
            await hide(page);
            // livekit-client waits five seconds before it takes a page for hidden, and the server a moment more.
            await sleep(8000);
            await measure(`${count} videos, hidden`);
          } finally {
            await browser.close();
          }
        }
      }
    } finally {
      await people.close();
    }
  }
}

/** Runs in the page: whether so many videos show pictures. @param {number} count */
function areMoving(count) {
  /** @param {ParentNode} root @returns {HTMLVideoElement[]} */
  const videos = (root) =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element instanceof window.HTMLVideoElement ? [element] : []),
      ...(element.shadowRoot ? videos(element.shadowRoot) : []),
    ]);
  return videos(document).filter(({ videoWidth }) => videoWidth > 0).length >= count;
}

/**
 * @param {import('../browser.mjs').Browser} browser
 * @param {import('../browser.mjs').Page} page
 * @param {Awaited<ReturnType<typeof watchPage>>} watch
 */
async function read(browser, page, watch) {
  const received = await readReceived(page);
  const [main, { cpu }] = [await watch.cpu(), await readProcesses(browser)];
  return { at: performance.now(), ...received, main, browser: cpu };
}

// A chat that grows to 5,000 messages: what one more costs early and late, with its panel open and closed, and a burst.
// Messages come by the packet that La Suite Meet's app and LiveKit's components send, through the client's own handler.
import { openBrowser, openPage, watchPage } from '../browser.mjs';
import { pagesOf, rotated } from '../rounds.mjs';
import { createPhases, enterAlone } from './interface.mjs';

const PEOPLE = 25;
const BURST = 4000;
const LAST = 5000;
/** How many letters are written in the search: those of what the crowd looks for. */
const LETTERS = 10;

/** LiveKit's components keep every message on the page: a burst of thousands takes them minutes, so they stop here. */
const MOST = { react: 500, 'react-newest': 500 };

/** @param {import('../run.mjs').Context} context */
export async function run({ server, pages, options, say, add }) {
  const count = options.quick ? 10 : 30;
  for (let round = 0; round < options.rounds; round++) {
    for (const { id } of rotated(pagesOf(pages, round, ['visio', 'floor']), round)) {
      if (id === 'raw') continue;
      say(`chat, round ${round + 1} of ${options.rounds}, ${id}`);
      const browser = await openBrowser();
      try {
        const page = await openPage(browser);
        await enterAlone(page, server, id);
        await page.evaluate((people) => /** @type {any} */ (window).crowd.fill(people), PEOPLE);
        const watch = await watchPage(page);
        const { each } = createPhases(page, watch);

        /** @param {string} name @param {Record<string, number | undefined>} values */
        const record = async (name, values) => {
          const { elements, nodes, listeners, heap } = await watch.holdings();
          const faithful = await page.evaluate(() => {
            const { page: benchPage, crowd } = /** @type {any} */ (window);
            return benchPage.lastMessage() === crowd.lastMessage();
          });
          if (!faithful) console.error(`  ${id} does not show the last message`);
          add({ suite: 'chat', case: name, page: id, round, values: { ...values, elements, nodes, listeners, heap, faithful: Number(faithful) } });
        };

        /** Looks for what is in 111 of the 5,000; the first letter pays for what makes them ready. */
        const look = async () => {
          await page.evaluate(() => /** @type {any} */ (window).page.openSearch());
          const first = await each('letters', 1);
          const letter = await each('letters', LETTERS);
          const { elements, listeners } = await watch.holdings();
          const { found, expected } = await page.evaluate(() => {
            const { page: benchPage, crowd } = /** @type {any} */ (window);
            return { found: benchPage.found(), expected: crowd.expected() };
          });
          if (found !== expected) console.error(`  ${id} finds ${found} messages in place of ${expected}`);
          add({ suite: 'chat', case: 'search at 5000', page: id, round, values: { first, letter, elements, listeners, found, faithful: Number(found === expected) } });
          await page.evaluate(() => /** @type {any} */ (window).page.closeSearch());
        };

        await page.evaluate(() => /** @type {any} */ (window).page.openChat());
        await each('burst', 100 - count);
        await record('message 100', { append: await each('messages', count) });
        const most = MOST[/** @type {keyof typeof MOST} */ (id)];
        if (most !== undefined) {
          await each('burst', most - 100 - count);
          await record(`message ${most}`, { append: await each('messages', count) });
          continue;
        }
        await each('burst', LAST - BURST - 100 - count);
        const burst = await each('burst', BURST);
        await record('message 5000', { append: await each('messages', count), burst });
        await look();
        await page.evaluate(() => /** @type {any} */ (window).page.closeChat());
        const closed = await each('messages', count);
        add({ suite: 'chat', case: 'closed at 5000', page: id, round, values: { append: closed } });
      } finally {
        await browser.close();
      }
    }
  }
}

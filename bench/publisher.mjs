// Someone who is in the room already, and shows a small moving picture.
import { openBrowser, openPage } from './browser.mjs';

/**
 * @param {import('./server.mjs').BenchServer} server
 * @param {string} room
 */
export async function publish(server, room) {
  const browser = await openBrowser();
  const page = await openPage(browser);
  await page.goto(`${server.url}/raw/`);
  await page.waitForFunction(() => 'page' in window, { polling: 50 });
  const access = await server.access('Publisher', room);
  await page.evaluate(async (entry) => {
    const bench = /** @type {any} */ (window);
    await bench.page.lobby(entry);
    await bench.page.join();
    // Small, and one layer of VP8: encoding it must not take the processor from those who join.
    const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 320, height: 180, frameRate: 30 } });
    const { localParticipant } = await bench.page.room();
    await localParticipant.publishTrack(stream.getVideoTracks()[0], { source: 'camera', simulcast: false, videoCodec: 'vp8' });
  }, { ...access, devices: false });
  return { close: () => browser.close() };
}

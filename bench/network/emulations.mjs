// A slower network between the pages and their servers. Best is the system's own, netem in a network namespace: it
// delays each packet. Where the kernel has none of it, a relay of ours delays what goes through it.
import { inNamespace, whyNoNamespace } from './namespace.mjs';
import { startRelay } from './relay.mjs';

/**
 * @typedef {object} Way how a page gets to its servers
 * @property {string} site
 * @property {string} livekit
 * @property {(page: import('../browser.mjs').Page) => Promise<unknown>} prepare
 */

/**
 * @param {number} roundTrip in milliseconds
 * @param {import('../run.mjs').Context} context
 * @param {(network: string, context: import('../run.mjs').Context, way?: Way) => Promise<void>} measureOn
 */
export async function emulate(roundTrip, context, measureOn) {
  const network = `${roundTrip} ms`;
  const why = await whyNoNamespace();
  if (!why) {
    context.note(`Network of ${network}: netem in a network namespace.`);
    await inNamespace(roundTrip, network, context);
    return;
  }
  context.note(`Network of ${network}: a relay in user space, because ${why}. It delays, and does not model slow starts.`);
  const relay = await startRelay(roundTrip, context.server.url, context.livekit.url);
  try {
    await measureOn(network, context, relay.way);
  } finally {
    await relay.close();
  }
}

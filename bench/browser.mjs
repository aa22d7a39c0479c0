// A browser that is told by DevTools' own protocol, over a pipe: nothing of the bench goes through the network that
// is measured.
import { existsSync, readFileSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import { chromiumFlags, findChromium } from '../dev/browser.mjs';
import { probe } from './probe.mjs';

/**
 * @typedef {import('puppeteer-core').Browser} Browser
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('puppeteer-core').CDPSession} CDPSession
 */

/** Room for 25 tiles in every one of the interfaces, and for no more. */
const viewport = { width: 1280, height: 800 };

/** @returns {Promise<Browser>} */
export async function openBrowser() {
  return launch({
    executablePath: await findChromium(),
    pipe: true,
    args: [...chromiumFlags, `--window-size=${viewport.width},${viewport.height}`],
    // Playwright's and Puppeteer's flags let a hidden page run as if it were seen.
    ignoreDefaultArgs: ['--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows', '--disable-background-timer-throttling'],
    defaultViewport: viewport,
    protocolTimeout: 300_000,
  });
}

/**
 * A page that nobody has visited yet, with nothing in its cache.
 * @param {Browser} browser
 * @param {{ quiet?: boolean }} [options] quiet: its errors are expected
 */
export async function openPage(browser, { quiet = false } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => quiet || console.error(`  ${page.url()}: ${/** @type {Error} */ (error).message}`));
  await page.evaluateOnNewDocument(probe);
  return page;
}

/**
 * The main thread's own CPU time, in milliseconds, whatever else the machine does; and what the page holds.
 * @param {Page} page
 */
export async function watchPage(page) {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };

  return {
    async cpu() {
      const { TaskDuration = 0 } = await read();
      return TaskDuration * 1000;
    },
    /** What the browser counts now, with the garbage that has not been collected yet: what chance makes of it. */
    async count() {
      const { Nodes = 0, JSEventListeners = 0 } = await read();
      return { nodes: Nodes, listeners: JSEventListeners };
    },
    /** After a collection of garbage. */
    async holdings() {
      await session.send('HeapProfiler.collectGarbage');
      const { Nodes = 0, JSEventListeners = 0, JSHeapUsedSize = 0 } = await read();
      const elements = await page.evaluate(countElements);
      return { nodes: Nodes, listeners: JSEventListeners, heap: JSHeapUsedSize / 1e6, elements };
    },
    /**
     * What of the heap is the browser's own code for ours, in MB: it compiles again what runs often, and lets go of nothing
     * that may run again.
     */
    async compiled() {
      /** @type {string[]} */
      const chunks = [];
      const keep = (/** @type {{ chunk: string }} */ { chunk }) => void chunks.push(chunk);
      session.on('HeapProfiler.addHeapSnapshotChunk', keep);
      await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
      session.off('HeapProfiler.addHeapSnapshotChunk', keep);
      const { snapshot, nodes } = JSON.parse(chunks.join(''));
      const { node_fields: fields, node_types: types } = snapshot.meta;
      const [type, size] = ['type', 'self_size'].map((name) => fields.indexOf(name));
      const code = types[type].indexOf('code');
      let sum = 0;
      for (let i = 0; i < nodes.length; i += fields.length) if (nodes[i + type] === code) sum += nodes[i + size];
      return sum / 1e6;
    },
    session,
  };
}

/**
 * What has come in since the page was opened: bytes by kind, and pictures that were decoded. Only what comes in now
 * still counts itself.
 * @param {Page} page
 * @returns {Promise<{ audio: number, video: number, frames: number }>}
 */
export function readReceived(page) {
  return page.evaluate(async () => {
    const sums = { audio: 0, video: 0, frames: 0 };
    const { subscriber, publisher } = (await /** @type {any} */ (window).page.room()).engine.pcManager;
    for (const report of (await (subscriber ?? publisher).getStats()).values()) {
      if (report.type !== 'inbound-rtp') continue;
      sums[/** @type {'audio' | 'video'} */ (report.kind)] += report.bytesReceived;
      sums.frames += report.framesDecoded ?? 0;
    }
    return sums;
  });
}

/** Runs in the page: elements in the document and in every open shadow root. */
function countElements() {
  /** @param {ParentNode} root @returns {number} */
  const count = (root) => {
    let sum = 0;
    for (const element of root.querySelectorAll('*')) sum += 1 + (element.shadowRoot ? count(element.shadowRoot) : 0);
    return sum;
  };
  return count(document);
}

/**
 * How often the main threads of a browser's pages were woken, by the system's own count; `undefined` where the system
 * does not tell. And the CPU time of the whole browser, in milliseconds.
 * @param {Browser} browser
 */
export async function readProcesses(browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const cpu = processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  if (process.platform !== 'linux') return { cpu, wakeUps: undefined };
  return { cpu, wakeUps: renderers.reduce((sum, { id }) => sum + mainThreadWakeUps(id), 0) };
}

/** @param {number} pid */
function mainThreadWakeUps(pid) {
  const status = `/proc/${pid}/task/${pid}/status`;
  // It may have ended since it was listed.
  if (!existsSync(status)) return 0;
  return Number(/^voluntary_ctxt_switches:\s*(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1]);
}

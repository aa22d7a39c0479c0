// `npm run bench`: ours beside LiveKit's React components, raw livekit-client and a plain DOM floor, in one run.
// Prints each goal with what was measured. It asserts nothing: times depend on the machine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { bootstrap, root } from '../dev/bootstrap.mjs';
import { whenEnded } from '../dev/processes.mjs';

await bootstrap();
const { readOptions } = await import('./options.mjs');
const { build } = await import('./build.mjs');
const { judge } = await import('./goals.mjs');
const { nameOf, pages, version } = await import('./pages.mjs');
const { writePage } = await import('./report/page.mjs');
const { summarize } = await import('./samples.mjs');
const { startServer } = await import('./server.mjs');
const { printFigures, printVerdicts } = await import('./table.mjs');
const { startLivekitServer } = await import('../dev/livekit-server/run.mjs');

/**
 * @typedef {object} Context what a suite gets
 * @property {import('./server.mjs').BenchServer} server
 * @property {{ url: string }} livekit
 * @property {import('./pages.mjs').PageSource[]} pages
 * @property {import('./options.mjs').Options} options
 * @property {(text: string) => void} say what is going on
 * @property {(text: string) => void} note what a reader of the figures must know
 * @property {(sample: import('./samples.mjs').Sample) => void} add
 */

/**
 * A suite that is added here is run, kept and shown; its goals are in goals.mjs, and what it does to a page is in
 * `pages/contract.js`.
 */
const suites = ['bytes', 'join', 'interface', 'chat', 'media', 'idle', 'long'];

const options = readOptions();
const unknown = options.only?.filter((name) => !suites.includes(name)) ?? [];
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. The suites are ${suites.join(', ')}.`);
  process.exit(1);
}

whenEnded(() => {});
const say = (/** @type {string} */ text) => console.error(text);
await build(say);
const livekit = await startLivekitServer({ say });
const server = await startServer(livekit);
/** @type {import('./samples.mjs').Sample[]} */
const samples = [];
/** @type {string[]} */
const notes = [];
/** @type {string[]} */
const took = [];
const note = (/** @type {string} */ text) => {
  notes.push(text);
  say(text);
};

try {
  for (const name of suites) {
    if (options.only && !options.only.includes(name)) continue;
    const { run } = await import(`./suites/${name}.mjs`);
    const begun = performance.now();
    try {
      await run({ server, livekit, pages, options, say, note, add: (/** @type {any} */ sample) => samples.push(sample) });
    } catch (error) {
      // What was measured until then, and by the other suites, is worth keeping.
      note(`The suite ${name} did not end: ${/** @type {Error} */ (error).message.split('\n')[0]}`);
      console.error(error);
      process.exitCode = 1;
    }
    took.push(`${name} ${Math.round((performance.now() - begun) / 1000)} s`);
    say(`That took ${took.at(-1)}.`);
  }
} finally {
  await server.close();
  await livekit.stop();
}

notes.push(`How long each suite took: ${took.join(', ')}.`);

const about = {
  when: new Date().toISOString().slice(0, 16),
  machine: `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${process.platform}`,
  run: options.quick ? 'quick' : `${options.rounds} rounds, ${options.pairs} joins`,
  versions: Object.fromEntries(['livekit-client', 'lit', 'react'].map((name) => [name, version(name)])),
  pages: Object.fromEntries(pages.map(({ id }) => [id, nameOf(id)])),
  notes,
};
const verdicts = judge(samples);
const result = { about, verdicts, figures: summarize(samples, pages.map(({ id }) => id)) };

const results = join(root, 'bench/results');
mkdirSync(results, { recursive: true });
const name = about.when.replace(/\W/g, '-');
writeFileSync(join(results, `${name}.json`), JSON.stringify({ ...result, samples }, null, 1));
writeFileSync(join(results, `${name}.html`), writePage(result));
if (options.save) {
  // A figure is one line.
  const summary = JSON.stringify(result, null, 1).replace(/\{\s+("median"[^}]*?)\s+\}/g, (_, fields) => `{ ${fields.replace(/\s+/g, ' ')} }`);
  writeFileSync(join(root, 'bench/summary.json'), `${summary}\n`);
  writeFileSync(join(root, 'bench/index.html'), writePage(result));
}

printFigures(result);
printVerdicts(result);
console.log(`\nIn full: bench/results/${name}.json, and plotted: bench/results/${name}.html`);
process.exit();

// `npm test`: everything, one suite after another, and at the end one true line: N passed, N failed.
// `npm test -- unit elements` runs only these. What does not count as passed counts as failed: a skipped test,
// a suite that crashed, one without tests.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, root } from './bootstrap.mjs';
import { npm, whenEnded } from './processes.mjs';
import { countElements, countEndToEnd, countStep, countUnit } from './test-reports.mjs';

const reports = join(root, '.cache/reports');
const json = (/** @type {string} */ suite) => join(reports, `${suite}.json`);

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string[]} script what npm runs
 * @property {Record<string, string>} [env]
 * @property {(report: unknown) => import('./test-reports.mjs').Count} [count]
 *   reads the report that the suite writes; without it the suite is a step that passes or fails as one
 * @property {boolean} [needsBrowser] and a livekit-server
 * @property {boolean} [needsServer] a livekit-server alone
 * @property {boolean} [needsDesignSystems] style sheets that others have made
 */

/** @type {Suite[]} */
const suites = [
  { name: 'types', script: ['types'] },
  { name: 'lint', script: ['lint'] },
  { name: 'build', script: ['build'] },
  { name: 'size', script: ['size'] },
  { name: 'docs', script: ['docs'] },
  {
    name: 'unit',
    script: ['test:unit', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${json('unit')}`],
    count: countUnit,
    needsDesignSystems: true,
  },
  {
    name: 'packages',
    script: ['test:packages', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${json('packages')}`],
    count: countUnit,
  },
  {
    name: 'conformance',
    script: ['test:conformance', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${json('conformance')}`],
    env: { VISIO_MEET_URL: '' }, // of the development backend
    count: countUnit,
    needsServer: true,
  },
  { name: 'elements', script: ['test:elements'], env: { WTR_JSON: json('elements') }, count: countElements, needsBrowser: true, needsDesignSystems: true },
  {
    name: 'visual',
    script: ['test:visual', '--', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: json('visual') },
    count: countEndToEnd,
    needsBrowser: true,
  },
  {
    name: 'e2e',
    script: ['test:e2e', '--', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: json('e2e') },
    count: countEndToEnd,
    needsBrowser: true,
  },
  {
    name: 'consumers',
    script: ['test:consumers', '--', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: json('consumers') },
    count: countEndToEnd,
    needsBrowser: true,
  },
];

const names = process.argv.slice(2);
const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. The suites are ${suites.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
const chosen = suites.filter(({ name }) => names.length === 0 || names.includes(name));

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
  console.log('0 passed, 1 failed');
});

async function main() {
  await bootstrap();
  whenEnded(() => {});
  mkdirSync(reports, { recursive: true });
  if (chosen.some(({ needsBrowser }) => needsBrowser)) await prepareBrowser();
  if (chosen.some(({ needsBrowser, needsServer }) => needsBrowser || needsServer)) await prepareServer();
  if (chosen.some(({ needsDesignSystems }) => needsDesignSystems)) await prepareDesignSystems();

  let passed = 0;
  /** @type {string[]} */
  const failures = [];
  for (const suite of chosen) {
    const count = await runSuite(suite);
    passed += count.passed;
    failures.push(...count.failures.map((failure) => `${suite.name}: ${failure}`));
  }

  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
  console.log(`\n${passed} passed, ${failures.length} failed`);
}

/** @param {Suite} suite */
async function runSuite({ name, script, env, count }) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  rmSync(json(name), { force: true });
  const { code } = await npm(['run', '--silent', ...script], { cwd: root, env: { ...process.env, ...env } });
  if (!count) return countStep(code);

  let result;
  try {
    result = count(JSON.parse(readFileSync(json(name), 'utf8')));
  } catch (error) {
    result = { passed: 0, failures: [`there is no report to count: ${/** @type {Error} */ (error).message}`] };
  }
  if (result.passed + result.failures.length === 0) result.failures.push('it has no tests');
  if (code !== 0 && result.failures.length === 0) result.failures.push(`it ended with exit code ${code}`);
  return result;
}

/** Gets the browser before the suites that need it, so that their time-outs are not spent on it. */
async function prepareBrowser() {
  const { findChromium, findFirefox } = await import('./browser.mjs');
  try {
    process.env.CHROME_PATH = await findChromium(console.log);
    console.log(`Chromium: ${process.env.CHROME_PATH}`);
    console.log(`Firefox: ${findFirefox() ?? 'none found, its element tests are not run'}`);
  } catch (error) {
    // The suites that need it will fail, and be counted.
    console.error(/** @type {Error} */ (error).message);
  }
}

/** And the livekit-server. */
async function prepareServer() {
  const { findLivekitServer } = await import('./livekit-server/find.mjs');
  try {
    const { how } = await findLivekitServer(console.log);
    console.log(`Real server: ${how}`);
  } catch (error) {
    console.error(/** @type {Error} */ (error).message);
  }
}

/** And what bridges lead to. */
async function prepareDesignSystems() {
  const { fetchDesignSystems } = await import('./design-systems/fetch.mjs');
  await fetchDesignSystems().catch((error) => console.error(error.message));
}

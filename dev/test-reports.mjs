// Reads what the test runners report, and counts it truthfully.

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {string[]} failures one line for each test that did not pass, and each other thing that went wrong
 */

/**
 * A suite without a report is one test.
 * @param {number} code
 * @returns {Count}
 */
export function countStep(code) {
  return code === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: ['failed: see its output above'] };
}

/**
 * Vitest's JSON report.
 * @param {any} report
 * @returns {Count}
 */
export function countUnit(report) {
  const count = newCount();
  for (const file of report.testResults) {
    const before = count.passed + count.failures.length;
    for (const { status, fullName, failureMessages } of file.assertionResults) {
      if (status === 'passed') count.passed++;
      else count.failures.push(line(status, fullName, failureMessages?.[0]));
    }
    const counted = count.passed + count.failures.length - before;
    if (counted === 0) count.failures.push(line('no tests', file.name, file.message));
  }
  return count;
}

/**
 * The report of dev/wtr-json-reporter.mjs.
 * @param {any} report
 * @returns {Count}
 */
export function countElements(report) {
  const count = newCount();
  for (const { file, browser, passed, failed, skipped, errors } of /** @type {import('./wtr-json-reporter.mjs').FileReport[]} */ (report)) {
    const where = `${browser}, ${file}`;
    count.passed += passed.length;
    for (const { name, message } of failed) count.failures.push(line('failed', `${where} › ${name}`, message));
    for (const name of skipped) count.failures.push(line('skipped', `${where} › ${name}`));
    for (const error of errors) count.failures.push(line('failed', where, error));
    if (passed.length + failed.length + skipped.length + errors.length === 0) count.failures.push(line('no tests', where));
  }
  return count;
}

/**
 * Playwright's JSON report.
 * @param {any} report
 * @returns {Count}
 */
export function countEndToEnd(report) {
  const count = newCount();
  for (const error of report.errors) count.failures.push(line('failed', 'outside of a test', error.message));
  /** @param {any} suite */
  const visit = (suite) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        // "flaky" passed only when it was run again; "skipped" is also said of a test that was interrupted.
        if (test.status === 'expected') count.passed++;
        else count.failures.push(line(test.status, `${spec.file} › ${spec.title}`, test.results.at(-1)?.error?.message));
      }
    }
    suite.suites?.forEach(visit);
  };
  report.suites.forEach(visit);
  return count;
}

/** @returns {Count} */
function newCount() {
  return { passed: 0, failures: [] };
}

/**
 * @param {string} what
 * @param {string} which
 * @param {string} [why] only its first line is shown: the rest is in the suite's own output
 */
function line(what, which, why) {
  // eslint-disable-next-line no-control-regex -- colours
  const reason = why?.replace(/\u001b\[[0-9;]*m/g, '').trim().split('\n')[0];
  return `${what}: ${which}${reason ? ` – ${reason}` : ''}`;
}

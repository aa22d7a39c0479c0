// Writes what @web/test-runner ran to a file, for dev/test.mjs to count: one entry for each file in each browser.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { root } from './bootstrap.mjs';

/**
 * @typedef {object} FileReport
 * @property {string} file
 * @property {string} browser
 * @property {string[]} passed
 * @property {Array<{ name: string, message: string }>} failed
 * @property {string[]} skipped
 * @property {string[]} errors why the file itself failed: an import, a time-out, an error outside of a test
 */

/**
 * @param {string} path
 * @returns {import('@web/test-runner').Reporter}
 */
export function jsonReporter(path) {
  return {
    onTestRunFinished({ sessions }) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify([...sessions].map(report), null, 2));
    },
  };
}

/** @returns {FileReport} */
function report(/** @type {import('@web/test-runner').TestSession} */ session) {
  /** @type {FileReport} */
  const report = {
    file: relative(root, session.testFile),
    browser: session.browser.name,
    passed: [],
    failed: [],
    skipped: [],
    errors: session.errors.map(({ message, stack }) => stack || message),
  };
  collect(session.testResults, [], report);
  if (!session.passed && report.failed.length + report.errors.length === 0) report.errors.push('The file did not pass.');
  return report;
}

/**
 * @param {import('@web/test-runner').TestSuiteResult | undefined} suite
 * @param {string[]} path
 * @param {FileReport} report
 */
function collect(suite, path, report) {
  for (const test of suite?.tests ?? []) {
    const name = [...path, test.name].join(' › ');
    if (test.skipped) report.skipped.push(name);
    else if (test.passed) report.passed.push(name);
    else report.failed.push({ name, message: test.error?.message ?? 'failed' });
  }
  for (const inner of suite?.suites ?? []) collect(inner, [...path, inner.name], report);
}

// Adds up what the test runners' own reports say.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Counts} */
const nothingReported = { passed: 0, failed: 1, skipped: 0 };

/**
 * Vitest's JSON report. A file that could not even be loaded counts as one failed: its tests are not in the totals.
 * @param {any} report undefined when the runner left none
 * @param {number} code the runner's exit code
 * @returns {Counts}
 */
export function countUnit(report, code) {
  if (typeof report?.numPassedTests !== 'number') return nothingReported;
  const unloaded = (report.testResults ?? []).filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' && !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed'),
  ).length;
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
  return honest({ passed: report.numPassedTests, failed: report.numFailedTests + unloaded, skipped }, code);
}

/**
 * Playwright's JSON report. A test that passed only at a second try counts as failed; so does what went wrong outside of tests.
 * @param {any} report undefined when the runner left none
 * @param {number} code the runner's exit code
 * @returns {Counts}
 */
export function countEndToEnd(report, code) {
  if (typeof report?.stats?.expected !== 'number') return nothingReported;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest({ passed: expected, failed: unexpected + flaky + (report.errors ?? []).length, skipped }, code);
}

/**
 * The kill run's report: each crash point counts as one, passed when all of its rounds did.
 * @param {any} report undefined when the run left none
 * @param {number} code the run's exit code
 * @returns {Counts}
 */
export function countKills(report, code) {
  if (typeof report?.passed !== 'number') return nothingReported;
  return honest({ passed: report.passed, failed: report.failed, skipped: 0 }, code);
}

/**
 * A runner that failed without naming a failed test, or that ran none, still failed.
 * @param {Counts} counts
 * @param {number} code
 * @returns {Counts}
 */
function honest(counts, code) {
  const silent = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

/** @param {readonly Counts[]} all @returns {Counts} */
export function sum(all) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of all) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/** @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

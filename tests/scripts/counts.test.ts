// The closing line of `npm test`: what the runners' reports add up to, above all when something went wrong.
import { describe, expect, it } from 'vitest';
import { closingLine, countEndToEnd, countKills, countUnit, sum } from '../../scripts/counts.mjs';

const unit = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, testResults: [] };
const endToEnd = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 1 }, errors: [] };

describe('a unit report', () => {
  it('gives its own numbers; todo counts as skipped', () => {
    expect(countUnit(unit, 0)).toEqual({ passed: 7, failed: 0, skipped: 3 });
  });

  it('counts a file that could not be loaded as one failed', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    expect(countUnit({ ...unit, numFailedTests: 1, testResults }, 1)).toEqual({ passed: 7, failed: 2, skipped: 3 });
  });

  it.each([undefined, {}, { numPassedTests: '7' }, []])('that is missing or broken (%j) counts as one failed', (report) => {
    expect(countUnit(report, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('counts as failed when the runner failed without naming a test', () => {
    expect(countUnit(unit, 1)).toEqual({ passed: 7, failed: 1, skipped: 3 });
  });

  it('does not count the exit code again when a test is named', () => {
    expect(countUnit({ ...unit, numFailedTests: 2 }, 1).failed).toBe(2);
  });

  it('with no test in it counts as failed', () => {
    expect(countUnit({ ...unit, numPassedTests: 0 }, 0).failed).toBe(1);
  });
});

describe('an end-to-end report', () => {
  it('gives its own numbers', () => {
    expect(countEndToEnd(endToEnd, 0)).toEqual({ passed: 5, failed: 0, skipped: 1 });
  });

  it('counts a flaky test as failed', () => {
    expect(countEndToEnd({ ...endToEnd, stats: { ...endToEnd.stats, flaky: 1, unexpected: 2 } }, 1).failed).toBe(3);
  });

  it('counts what went wrong outside of tests', () => {
    expect(countEndToEnd({ ...endToEnd, errors: [{ message: 'a spec does not load' }] }, 1).failed).toBe(1);
  });

  it.each([undefined, {}, { stats: {} }])('that is missing or broken (%j) counts as one failed', (report) => {
    expect(countEndToEnd(report, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('a kill run’s report', () => {
  it('counts crash points', () => {
    expect(countKills({ passed: 11, failed: 2 }, 1)).toEqual({ passed: 11, failed: 2, skipped: 0 });
  });

  it('that is missing, or of a run that failed otherwise or played nothing, counts as one failed', () => {
    expect(countKills(undefined, 0).failed).toBe(1);
    expect(countKills({ passed: 13, failed: 0 }, 1).failed).toBe(1);
    expect(countKills({ passed: 0, failed: 0 }, 0).failed).toBe(1);
  });
});

describe('the closing line', () => {
  it('adds everything up', () => {
    const total = sum([
      { passed: 3, failed: 0, skipped: 1 },
      { passed: 4, failed: 2, skipped: 0 },
    ]);
    expect(closingLine(total)).toBe('7 passed, 2 failed, 1 skipped');
  });

  it('is silent about skipped tests when there are none', () => {
    expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
  });
});

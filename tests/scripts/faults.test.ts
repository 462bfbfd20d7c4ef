// The table of `npm run faults`: what went wrong must not look like the rest, and what is missing must be seen.
import { expect, it } from 'vitest';
import { cellsOf, tableOf } from '../../scripts/faults.mjs';

const cell = (title: string, status: string, annotations: Record<string, string>) => ({
  title,
  tests: [
    {
      annotations: Object.entries(annotations).map(([type, description]) => ({ type, description })),
      results: [{ status, errors: status === 'passed' ? [] : [{ message: 'saw done' }] }],
    },
  ],
});
const report = {
  suites: [
    {
      title: 'matrix.spec.ts',
      suites: [
        {
          title: 'mark',
          specs: [cell('reset', 'passed', { expected: 'unknown', outcome: 'unknown' }), cell('405', 'passed', { outcome: 'not done' })],
        },
        { title: 'sign in', specs: [cell('reset', 'timedOut', { expected: 'not done' })] },
      ],
    },
  ],
};

it('has the faults as rows and the operations as columns; a red cell says what was due, a missing one nothing', () => {
  expect(tableOf(cellsOf(report)).split('\n')).toEqual([
    '       mark      sign in',
    'reset  unknown   RED not done?',
    '405    not done  -',
  ]);
});

it('keeps the reason of each red cell', () => {
  expect(cellsOf(report).filter(({ red }: { red: boolean }) => red)).toEqual([
    { fault: 'reset', operation: 'sign in', word: 'RED not done?', red: true, why: 'saw done' },
  ]);
});

it('is empty without a report', () => {
  expect(cellsOf(undefined)).toEqual([]);
});

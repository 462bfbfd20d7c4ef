// When this computer's clock is so wrong that people should know: past two minutes, either way.
import { expect, it } from 'vitest';
import { clockTrouble } from '../../../src/main/desk/clock-trouble.ts';

const connection = (ahead: number | null, practice = false) => ({ practice, clock: { ahead: () => ahead, time: () => null } });

it.each([
  [null, null],
  [0, null],
  [120_000, null],
  [-120_000, null],
  [120_001, 2],
  [-120_001, -2],
  [840_000, 14],
  [-86_400_000, -1_440],
])('%s ms ahead: %s', (ahead, told) => {
  expect(clockTrouble(connection(ahead))).toBe(told);
});

it('nobody signed in, or in practice: nothing', () => {
  expect([clockTrouble(null), clockTrouble(connection(840_000, true))]).toEqual([null, null]);
});

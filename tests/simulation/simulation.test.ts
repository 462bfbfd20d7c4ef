// A thousand days at the shop with everything going wrong. A seed beyond them that shows a mistake is added here by its number.
import { expect, it } from 'vitest';
import { simulate } from './simulate.ts';

const STEPS = 250;
const SEEDS = 1_000;

it(`holds every rule over ${SEEDS} seeds of ${STEPS} steps`, { timeout: 180_000 }, async () => {
  let [operations, crashes] = [0, 0];
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const figures = await simulate(seed, STEPS);
    operations += figures.operations;
    crashes += figures.crashes;
  }
  // A simulation in which nothing happens holds every rule.
  expect(operations).toBeGreaterThan(10 * SEEDS);
  expect(crashes).toBeGreaterThan(2 * SEEDS);
});

it('is the same for the same seed', async () => {
  expect(await simulate(7, STEPS)).toEqual(await simulate(7, STEPS));
});

// Whatever a server answers: reading it never fails, and what comes out may be shown. The long run is `npm run fuzz -- --runs 100000`.
import { expect, it } from 'vitest';
import { examine } from './examine.ts';

/** Seeds of the long run that once broke a rule. */
const ONCE_FAILED: readonly number[] = [585];

it('a thousand fuzzed answers are told in words, or taken for what they are', async () => {
  const became = new Set<string>();
  for (const seed of [...ONCE_FAILED, ...Array.from({ length: 1_000 }, (_, index) => index + 1)]) {
    const name = await examine(seed).catch((thrown: unknown) => {
      throw new Error(`seed ${seed}: npm run fuzz -- --runs 1 --from ${seed}`, { cause: thrown });
    });
    became.add(name);
  }
  // They go everywhere: a thousand of one kind would show nothing.
  expect(became.size).toBeGreaterThanOrEqual(10);
});

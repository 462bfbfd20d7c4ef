// One seed: a day at a shop with everything going wrong, then a calm evening in which everything has to end.
import { BrokenInvariant } from './broken.ts';
import { takeStep } from './day.ts';
import { auditDay, endDay } from './evening.ts';
import { createWorld, USERS } from './world.ts';

export interface Figures {
  readonly steps: number;
  readonly requests: number;
  readonly crashes: number;
  readonly operations: number;
  /** Writes that the server has carried out. */
  readonly writes: number;
  /** How operations ended, by state. */
  readonly ended: Readonly<Record<string, number>>;
  /** The journal's last hash: the same for the same seed. */
  readonly hash: string;
}

/** Throws a BrokenInvariant that names the seed. */
export async function simulate(seed: number, steps: number): Promise<Figures> {
  try {
    return await run(seed, steps);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown : new Error(String(thrown));
    throw new BrokenInvariant(`seed ${seed}: ${reason.message}`, { cause: reason });
  }
}

async function run(seed: number, steps: number): Promise<Figures> {
  const world = await createWorld(seed);
  world.desk().signIn(USERS[0]);
  for (let step = 0; step < steps; step += 1) {
    await takeStep(world);
    await world.settle();
  }
  world.ledger.audit();
  await endDay(world);
  const { ended, hash } = auditDay(world);
  world.db.close();
  const { counts, ledger, shop } = world;
  return { steps, ...counts, operations: ledger.accounts.size, writes: shop.commits.length, ended, hash };
}

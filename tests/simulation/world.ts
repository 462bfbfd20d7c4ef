// Everything that one seed is made of: time, chance, a shop, a network, a disk, and the desk that starts, crashes and starts again.
import { DatabaseSync } from 'node:sqlite';
import { migrate } from '../../src/main/journal/migrations.ts';
import { type Chance, createChance } from './chance.ts';
import { ORIGIN, type SimulatedDesk, startDesk } from './desk.ts';
import { createFakeShop, type FakeShop } from './fake-shop.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';
import { createWire } from './wire.ts';

export const USERS = ['ada', 'ben'] as const;
const STORMS = [0, 0.05, 0.15, 0.4] as const;

export interface World {
  readonly chance: Chance;
  readonly clock: VirtualClock;
  readonly shop: FakeShop;
  readonly ledger: Ledger;
  readonly db: DatabaseSync;
  /** `storm`: how many requests meet a fault, 0 to 1. */
  readonly weather: { storm: number; online: boolean; diskFull: boolean };
  readonly counts: { requests: number; crashes: number };
  desk(): SimulatedDesk;
  /** Everything in memory is gone; what the journal has committed stays. Nobody is signed in. */
  crash(): Promise<void>;
  changeWeather(): void;
  /** Lets every promise that can go on go on, then throws the first broken rule. */
  settle(): Promise<void>;
}

export async function createWorld(seed: number): Promise<World> {
  const chance = createChance(seed);
  const clock = createVirtualClock(Date.UTC(2026, 2, 1, 9));
  const shop = createFakeShop(chance, clock.now);
  const ledger = createLedger(shop, clock);
  const db = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  migrate(db);
  const standing = db.prepare('SELECT state FROM standing WHERE operation = ?');
  const counts = { requests: 0, crashes: 0 };
  const weather = { storm: chance.pick(STORMS) ?? 0, online: true, diskFull: false };
  let [generation, ids] = [0, 0];
  // What goes wrong in a promise that nobody waits for is still found.
  let broken: unknown = null;
  const failed = (thrown: unknown): void => {
    broken ??= thrown;
  };
  const guard =
    <A extends unknown[]>(work: (...given: A) => void) =>
    (...given: A): void => {
      try {
        work(...given);
      } catch (thrown) {
        failed(thrown);
        throw thrown;
      }
    };

  const start = (): Promise<SimulatedDesk> => {
    generation += 1;
    const own = generation;
    const alive = (): boolean => own === generation;
    const wire = createWire({
      clock,
      chance,
      shop,
      origin: ORIGIN,
      stormy: () => weather.storm,
      online: () => weather.online,
      alive,
      leaving: guard((call) => {
        counts.requests += 1;
        ledger.leaving(call, call.key === null ? null : String(standing.get(call.key)?.['state']));
      }),
      proven: ledger.proven,
      arrived: ledger.arrived,
    });
    return startDesk({
      ...{ db, clock, chance, shop, wire, alive, failed },
      ledger: { ...ledger, changed: guard(ledger.changed) },
      diskFull: () => weather.diskFull,
      newId: () => {
        ids += 1;
        return `id-${ids}`;
      },
    });
  };

  let desk = await start();
  return {
    ...{ chance, clock, shop, ledger, db, weather, counts },
    desk: () => desk,
    crash: async () => {
      counts.crashes += 1;
      desk = await start();
    },
    changeWeather: () => {
      weather.storm = chance.pick(STORMS) ?? 0;
    },
    settle: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      if (broken !== null) throw broken;
    },
  };
}

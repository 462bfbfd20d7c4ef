// The journal's door over a database that survives crashes: what was committed stays, what was not is gone, and its caller never hears of it.
import type { DatabaseSync } from 'node:sqlite';
import type { JournalDoor } from '../../src/main/journal/door.ts';
import { type Answer, journalOver } from '../../src/main/journal/file.ts';
import { noWitness } from '../../src/main/journal/witness.ts';
import type { Chance } from './chance.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface CrashingDoorParts {
  readonly db: DatabaseSync;
  readonly clock: VirtualClock;
  readonly chance: Chance;
  alive(): boolean;
  diskFull(): boolean;
}

export function openCrashingDoor({ db, clock, chance, alive, diskFull }: CrashingDoorParts): JournalDoor {
  const file = journalOver(db, noWitness, null);
  // A thread that has died answers nobody.
  const answer = <T>(make: () => T): Promise<T> =>
    new Promise((resolve) => {
      const value = make();
      if (alive()) resolve(value);
    });
  return {
    open: () => answer(() => ({ ok: true, value: file.opening })),
    append: (changes) =>
      new Promise((resolve) => {
        // A crash before the commit, between commit and answer, or after it.
        clock.at(chance.whole(0, 6), () => {
          if (!alive()) return;
          const written: Answer<number> = diskFull() ? { ok: false, problem: 'full' } : file.append(changes);
          clock.at(chance.whole(0, 6), () => {
            if (alive()) resolve(written);
          });
        });
      }),
    unsettled: () => answer(file.unsettled),
    page: (filter) => answer(() => file.page(filter)),
    claimed: (kind, server, numbers) => answer(() => file.claimed(kind, server, numbers)),
    tally: (batch) => answer(() => file.tally(batch)),
    amounts: (batch) => answer(() => file.amounts(batch)),
    actors: (server) => answer(() => file.actors(server)),
    verify: () => answer(file.verify),
    rows: (after, limit) => answer(() => file.rows(after, limit)),
    close: () => answer(() => undefined),
  };
}

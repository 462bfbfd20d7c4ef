// Where histories lie on this computer: one file for each server and user, each in a thread of its own while somebody uses it.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Owner } from '../../shared/domain/operation-schemas.ts';
import type { HistoryDoor } from './door.ts';
import { removeDatabase } from './history/database.ts';
import { openHistoryInThread } from './history-thread.ts';
import { createLastingDoor } from './lasting-door.ts';
import { openHistoryInPlace } from './open-history.ts';

export interface KeptHistoriesParts {
  readonly folder: string;
  /** The built worker.ts. */
  readonly program: string | URL;
  log(line: string): void;
}

/** @returns the function that opens: null is kept nowhere. */
export function createKeptHistories({ folder, program, log }: KeptHistoriesParts): (owner: Owner | null) => HistoryDoor {
  const openInMemory = (): HistoryDoor => openHistoryInPlace(':memory:');
  return (owner) => {
    if (owner === null) return openInMemory();
    const file = join(folder, fileName(owner));
    const open = (): HistoryDoor => openHistoryInThread(program, file, () => undefined);
    return createLastingDoor({ open, openInMemory, file, remove: () => removeDatabase(file), log });
  };
}

/** Says nothing of server or person to whoever lists the folder; any name and address may be in it. */
export function fileName({ server, username }: Owner): string {
  return `${createHash('sha256')
    .update(JSON.stringify([server, username]))
    .digest('hex')
    .slice(0, 32)}.db`;
}

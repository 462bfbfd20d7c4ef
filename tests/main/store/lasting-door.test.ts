// A history whose thread dies: another one takes over with what is on the disk, nothing that was put is lost, and a pull fails and is begun anew.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import type { HistoryDoor } from '../../../src/main/store/door.ts';
import { removeDatabase } from '../../../src/main/store/history/database.ts';
import { throughThread } from '../../../src/main/store/history-thread.ts';
import { createLastingDoor } from '../../../src/main/store/lasting-door.ts';
import { openHistoryInPlace } from '../../../src/main/store/open-history.ts';
import type { Thread } from '../../../src/main/store/thread/thread-calls.ts';
import { ADA, type AHistory, aFolder, aHistory, bytesOf, onTheWire } from './support/a-history.ts';
import { anOrder, aPayment } from './support/facts.ts';

const PROGRAM = new URL('../../../src/main/store/worker.ts', import.meta.url);

interface Lasting extends AHistory {
  readonly file: string;
  readonly log: string[];
  /** Ends the thread that serves just now. */
  kill(): Promise<unknown>;
  threads(): number;
}

async function aLastingHistory(): Promise<Lasting> {
  const file = join(aFolder(), 'ada.db');
  const log: string[] = [];
  const workers: Worker[] = [];
  const open = (): HistoryDoor => {
    const worker = new Worker(PROGRAM, { workerData: { path: file } });
    workers.push(worker);
    return throughThread(worker as Thread, () => undefined);
  };
  const openInMemory = (): HistoryDoor => openHistoryInPlace(':memory:');
  const door = createLastingDoor({ open, openInMemory, file, remove: () => removeDatabase(file), log: (line) => log.push(line) });
  return {
    ...(await aHistory(file, door)),
    ...{ file, log },
    kill: async () => await workers.at(-1)?.terminate(),
    threads: () => workers.length,
  };
}

it('goes on with what is on the disk, says so, and answers what was asked meanwhile', async () => {
  const history = await aLastingHistory();
  await history.pull([anOrder(1), anOrder(2, { payments: [aPayment(7, 'pending')] })].map(onTheWire));
  const asked = history.order(2);
  await history.kill();
  expect((await asked)?.id).toBe(2);
  expect(await history.ids()).toEqual([1, 2]);
  expect(history.summaries.at(-1)).toMatchObject({ total: 2 });
  expect(history.log).toEqual([expect.stringContaining('another one is started')]);
  expect(history.threads()).toBe(2);
  await history.door.close();
});

it('loses nothing that was put while the thread died, or after', async () => {
  const history = await aLastingHistory();
  await history.pull([anOrder(1, { payments: [aPayment(7, 'pending')] })].map(onTheWire));
  const [killed, paid] = [history.kill(), history.pay(aPayment(7, 'completed', { order: 1 }))];
  await Promise.all([killed, paid, history.put(anOrder(9))]);
  expect([await history.status(7), await history.ids()]).toEqual(['completed', [1, 9]]);
  await history.door.close();
});

it('lets a pull fail that was under way, keeps what was known before, and takes the next one', async () => {
  const history = await aLastingHistory();
  await history.pull([anOrder(1)].map(onTheWire));
  await history.door.beginPull({ asked: history.now(), person: ADA });
  await history.door.pageBytes(1, bytesOf([anOrder(2)].map(onTheWire)));
  await history.kill();
  await expect(history.door.endPage(1, 'application/json')).rejects.toThrow('thread');
  await history.door.dropPull();
  expect(await history.ids()).toEqual([1]);
  await history.pull([anOrder(3)].map(onTheWire));
  expect(await history.ids()).toEqual([3]);
  await history.door.close();
});

it('goes on in memory where no thread stays alive, says that nothing is kept, and still erases the file', async () => {
  const history = await aLastingHistory();
  await history.pull([anOrder(1)].map(onTheWire));
  for (let round = 0; round < 3; round += 1) {
    await history.kill();
    await history.ids();
  }
  expect(history.problems).toEqual([{ kind: 'not-kept', file: history.file }]);
  expect(await history.ids()).toEqual([]);
  await history.pull([anOrder(2)].map(onTheWire));
  expect(await history.ids()).toEqual([2]);
  expect(existsSync(history.file)).toBe(true);
  await history.door.erase();
  expect(existsSync(history.file)).toBe(false);
});

it('is over when it has been closed', async () => {
  const history = await aLastingHistory();
  await history.door.close();
  await expect(history.ids()).rejects.toThrow('closed');
  expect(history.threads()).toBe(1);
});

// The journal in a thread of its own: the same answers, and an end that is told.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { openJournal } from '../../../src/main/journal/journal.ts';
import { openInThread } from '../../../src/main/journal/thread.ts';
import { aFolder, allOf, markOf, must, openAt } from './a-journal.ts';

const WORKER = new URL('../../../src/main/journal/worker.ts', import.meta.url);

it('writes and reads as in place, and lets go of the file when it is closed', async () => {
  const path = join(aFolder(), 'journal.db');
  const worker = new Worker(WORKER, { workerData: { path, reads: null } });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  const journal = await openAt(
    path,
    openInThread(worker, () => undefined),
  );
  const [mark] = must(await journal.ask([markOf(1)]));
  must(await journal.move(mark?.id ?? '', { kind: 'sent', baseline: null }));
  expect(must(await journal.verify())).toMatchObject({ sound: true, entries: 2 });
  expect(must(await journal.page({ offset: 0, limit: 5 })).operations).toMatchObject([{ id: mark?.id, state: { name: 'sending' } }]);
  expect(must(await journal.claimed('mark', 'x', [1]))).toEqual(new Set());
  expect((await allOf(journal.lines())).flatMap(must)).toHaveLength(2);
  await journal.close();
  expect(await ended).toBe(0);
  expect(await journal.ask([markOf(2)])).toEqual({ ok: false, error: { kind: 'journal', problem: 'closed' } });
  const again = await openAt(path);
  expect(again.unsettled()).toHaveLength(1);
  await again.close();
});

it('a thread that dies is told, and what waits for it is answered', async () => {
  const worker = new Worker(WORKER, { workerData: { path: join(aFolder(), 'journal.db'), reads: null } });
  let told = 0;
  const door = openInThread(worker, () => {
    told += 1;
  });
  const journal = await openAt('', door);
  const asked = journal.ask([markOf(1)]);
  await worker.terminate();
  expect(await asked).toMatchObject({ ok: false, error: { kind: 'journal', problem: 'closed' } });
  expect(await journal.ask([markOf(2)])).toMatchObject({ ok: false });
  expect(told).toBe(1);
});

it('says what is wrong with a file that it cannot open', async () => {
  const worker = new Worker(WORKER, { workerData: { path: join(aFolder(), 'none', 'journal.db'), reads: null } });
  const door = openInThread(worker, () => undefined);
  expect(await door.open()).toEqual({ ok: false, problem: 'unwritable' });
  expect(await door.unsettled()).toEqual({ ok: false, problem: 'closed' });
  await worker.terminate();
});

it('long readings go through a thread of their own: they see what is on the disk, and write nothing', async () => {
  const path = join(aFolder(), 'journal.db');
  const journal = await openAt(path);
  await journal.ask([markOf(1)]);
  await journal.close();
  const [writer, reader] = [null, { witness: null }].map((reads) => new Worker(WORKER, { workerData: { path, reads } }));
  if (writer === undefined || reader === undefined) throw new Error('two threads');
  const door = openInThread(writer, () => undefined);
  const both = must(
    await openJournal({
      door,
      openReader: () => openInThread(reader, () => undefined),
      timeNow: () => '2026-03-01T10:00:00.000Z',
      newId: () => 'another',
    }),
  );
  await both.ask([markOf(2, { actor: 'Bea' })]);
  const moved = both.move('another', { kind: 'undone', by: 'Bea' });
  expect(must(await both.page({ offset: 0, limit: 5 })).total).toBe(2);
  must(await moved);
  expect(must(await both.actors('https://shop.example'))).toEqual(['Ada', 'Bea']);
  expect(must(await both.story('another'))).toMatchObject({
    operation: { wish: { payment: 2 }, state: { name: 'undone' } },
    moves: [{ at: '2026-03-01T10:00:00.000Z', event: { kind: 'undone', by: 'Bea' } }],
  });
  expect(must(await both.story('nothing'))).toBeNull();
  expect(must(await both.verify())).toMatchObject({ sound: true, entries: 3 });
  expect((await allOf(both.lines())).flatMap(must)).toHaveLength(3);
  await both.close();
  await reader.terminate();
});

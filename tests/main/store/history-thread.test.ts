// The history in a thread of its own: the same answers, bytes handed over, and an end that is told.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { openHistoryInThread, throughThread } from '../../../src/main/store/history-thread.ts';
import type { Thread } from '../../../src/main/store/thread/thread-calls.ts';
import { ADA, ALL, ASKING, aFolder, aHistory, bytesOf, onTheWire } from './support/a-history.ts';
import { anOrder, aPayment } from './support/facts.ts';

const WORKER = new URL('../../../src/main/store/worker.ts', import.meta.url);
const never = (): void => {
  throw new Error('lost');
};

it('pulls, finds and remembers as in place, and tells of every change', async () => {
  const path = join(aFolder(), 'shop', 'ada.db');
  const history = await aHistory(path, openHistoryInThread(WORKER, path, never));
  await history.pull([anOrder(1), anOrder(2, { payments: [aPayment(7, 'pending')] })].map(onTheWire));
  await history.pay(aPayment(7, 'completed', { order: 2 }));
  const window = await history.door.window(ALL, ASKING, { offset: 0, limit: 10 }, true);
  expect(window.rows.map(({ id, state }) => [id, state])).toEqual([
    [1, 'no-payment'],
    [2, 'completed'],
  ]);
  const csv = await history.door.csv(ALL, ASKING, ['id', 'product'], { offset: 0, limit: 10 });
  expect(new TextDecoder('utf-8', { ignoreBOM: false }).decode(csv)).toBe('Order,Product\r\n1,Product 1\r\n2,Product 2\r\n');
  expect(history.summaries.map(({ total }) => total)).toEqual([2, 2]);
  await history.door.close();
  await expect(history.door.row(1)).rejects.toThrow('closed');
  const again = await aHistory(path, openHistoryInThread(WORKER, path, never));
  expect(again.opening).toMatchObject({ summary: { total: 2, highest: 2 }, problem: null });
  expect(await again.status(7)).toBe('completed');
  await again.door.erase();
});

it('takes a page’s bytes without copying them', async () => {
  const { door } = await aHistory(':memory:', openHistoryInThread(WORKER, ':memory:', never));
  await door.beginPull({ asked: 1, person: ADA });
  const bytes = bytesOf([{ id: 1 }]).slice();
  const received = door.pageBytes(1, bytes);
  expect(bytes.byteLength).toBe(0);
  expect(await received).toBe(1);
  // A view of something larger is left alone.
  const view = new Uint8Array(new ArrayBuffer(100), 10, 0);
  await door.pageBytes(1, view);
  expect(view.buffer.byteLength).toBe(100);
  await door.close();
});

it('a thread that dies is told once, and what waits for it rejects', async () => {
  const worker = new Worker(WORKER, { workerData: { path: ':memory:' } });
  let told = 0;
  const { door } = await aHistory(
    ':memory:',
    throughThread(worker as Thread, () => {
      told += 1;
    }),
  );
  const asked = expect(door.row(1)).rejects.toThrow('ended');
  await worker.terminate();
  await asked;
  await expect(door.row(1)).rejects.toThrow('closed');
  expect(told).toBe(1);
});

it('a call that goes wrong rejects, and the thread goes on', async () => {
  const { door } = await aHistory(':memory:', openHistoryInThread(WORKER, ':memory:', never));
  await expect(door.finishPull('2026-11-22T12:00:00.000Z', null)).rejects.toThrow('no pull');
  expect(await door.row(1)).toBeNull();
  await door.close();
});

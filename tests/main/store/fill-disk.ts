// Runs on a small disk of its own (history-full-disk.test.ts mounts it): pulls until the disk is full, and looks at what is there. Prints what it saw.
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HistoryDoor, HistoryFileProblem } from '../../../src/main/store/door.ts';
import { openHistoryInPlace } from '../../../src/main/store/open-history.ts';

const folder = process.argv[2] ?? '';
const path = join(folder, 'ada.db');
const ballast = join(folder, 'ballast');
const ROWS = 900;
const asking = { now: 0, zone: 'UTC' };

async function pull(door: HistoryDoor, asked: number, product: string): Promise<void> {
  const rows = Array.from({ length: ROWS }, (_, index) => ({ id: index + 1, product_name: `${product} ${index}`, payments: [] }));
  await door.beginPull({ asked, person: { userId: 1, username: 'ada' } });
  await door.pageBytes(1, new TextEncoder().encode(JSON.stringify(rows)));
  await door.endPage(1, null);
  await door.finishPull(product, null);
}

async function count(door: HistoryDoor, text: string): Promise<number> {
  const query = { text, state: null, sort: [{ by: 'id' as const, direction: 'ascending' as const }] };
  const { rows } = await door.window(query, asking, { offset: 0, limit: 500 }, true);
  return (await door.orders(rows.map(({ id }) => id))).filter((order) => order?.product?.startsWith(text)).length;
}

const problems: HistoryFileProblem[] = [];
const door = openHistoryInPlace(path);
await door.open(
  () => undefined,
  (problem) => problems.push(problem),
);
await pull(door, 1, 'former');
const { bavail, bsize } = statfsSync(folder);
writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 65_536)));
await pull(door, 2, `latter ${'x'.repeat(600)}`);
const shown = { latter: await count(door, 'latter'), former: await count(door, 'former') };
await door.putOrder({ id: 5_000, product: 'put', customer: null, quantity: null, price: null, createdAt: null, payments: [], more: [] }, 3);
await door.putPayment({ id: 7, order: 5_000, amount: 10_000n, status: 'pending', createdAt: null }, 4, 5);
const put = (await door.payments([7]))[0]?.order?.id;
await pull(door, 6, `third ${'y'.repeat(600)}`);
const third = await count(door, 'third');
await door.close();
rmSync(ballast);
const again = openHistoryInPlace(path);
const { summary, problem } = await again.open(() => undefined);
const after = { total: summary.total, asOf: summary.asOf, problem, former: await count(again, 'former') };
await pull(again, 1, 'fourth');
const fourth = await count(again, 'fourth');
await again.close();
process.stdout.write(JSON.stringify({ problems: problems.map(({ kind }) => kind), shown, put, third, after, fourth }));

// Bulk marks of the built app against a bare loop of the same requests.
// Ours: the real app with its window, signed in at a practice server in another process; `bulk.start` through the page's bridge, without a
// hold, until the last of them stands as settled in journal.db, read from outside every two milliseconds. So it holds the dry run's end, the
// asking in one transaction, each reading, each row that is synced before its write leaves, each write, each settling, and all that the
// window is told meanwhile. Yardstick: `bare-loop.ts`, in a main process of the same Electron, over the same lanes, four at once, at a server
// process that has just been started, too. Both know the update method already: ours learns it with a mark of its own before the clock runs.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as rest } from 'node:timers/promises';
import type { App } from '../kill/app.ts';
import { type Measured, type Subject, timesAtMost } from './row.ts';
import { startPracticeServer } from './server-process.ts';
import { openSignedIn } from './signed-in.ts';

/** Orders for each mark: enough that so many payments are pending. */
const ORDERS = 9;
const GOAL = 1.3;

async function pendingOf(app: App, marks: number): Promise<readonly number[]> {
  // All of them: a span is of the list as the window was last told it, and the window may not have asked yet.
  const gathered = await app.request('bulk.gather', { by: 'payments', span: null });
  if (!gathered.ok || gathered.value.ids.length <= marks) throw new Error('there are too few pending payments');
  return gathered.value.ids.slice(0, marks + 1);
}

async function ours(marks: number): Promise<{ milliseconds: number; ids: readonly number[] }> {
  const server = await startPracticeServer(ORDERS * marks);
  const { app, folder, end } = await openSignedIn(server.url, 0);
  const [first, ...ids] = await pendingOf(app, marks);
  const journal = new DatabaseSync(join(folder, 'journal.db'), { readOnly: true, timeout: 5_000 });
  const settled = journal.prepare('SELECT count(*) AS settled FROM standing WHERE settled = 1');
  const allOf = async (count: number): Promise<void> => {
    while (Number(settled.get()?.['settled']) < count) await rest(2);
  };
  await run(app, [first ?? 0]);
  await allOf(1);
  const plan = await app.request('bulk.plan', { to: 'completed', of: { by: 'payments', ids } });
  if (!plan.ok || plan.value.payments !== marks) throw new Error('the dry run is not what it should be');
  const began = performance.now();
  await app.request('bulk.start', { plan: plan.value.plan, confirmed: true });
  await allOf(marks + 1);
  const milliseconds = performance.now() - began;
  journal.close();
  await end();
  server.stop();
  return { milliseconds, ids };
}

async function run(app: App, ids: readonly number[]): Promise<void> {
  const plan = await app.request('bulk.plan', { to: 'completed', of: { by: 'payments', ids: [...ids] } });
  if (plan.ok) await app.request('bulk.start', { plan: plan.value.plan, confirmed: true });
}

async function bare(ids: readonly number[]): Promise<number> {
  const server = await startPracticeServer(ORDERS * ids.length);
  const { ELECTRON_EXEC_PATH: electron = '', ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron, [...sandbox, join(import.meta.dirname, 'bare.mjs'), 'loop', server.url, JSON.stringify(ids)], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  for await (const piece of child.stdout) said += String(piece);
  server.stop();
  const milliseconds = Number(said.trim());
  if (!(milliseconds > 0)) throw new Error(`the bare loop did not end well: ${said}`);
  return milliseconds;
}

/** One after the other, never at once: they share a machine. */
export async function measureBulkMarks(marks: number): Promise<Measured> {
  const { milliseconds, ids } = await ours(marks);
  return { ours: milliseconds, yardstick: await bare(ids) };
}

export function bulkMarks(marks: number): Subject {
  return { name: `${marks} bulk marks, in ms`, ...timesAtMost(GOAL) };
}

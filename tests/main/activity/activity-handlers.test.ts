// What the page may learn and take along: this server's entries, this person's decisions.
import { expect, it } from 'vitest';
import { createExports, type FileToSave } from '../../../src/main/activity/export.ts';
import { createActivityHandlers } from '../../../src/main/desk/activity-handlers.ts';
import type { Identity } from '../../../src/main/desk/identity.ts';
import { ok, type Result } from '../../../src/shared/result.ts';
import { type ADesk, aDesk, anOrder, cutAfterWrites, markInput, offline, pendingPayments } from '../journal/a-desk.ts';
import { allOf, must } from '../journal/a-journal.ts';

function handlersOf(desk: ADesk, { username = 'practice', base = 'https://shop.example' } = {}) {
  const files: string[] = [];
  const saveFile = async ({ name, chunks }: FileToSave): Promise<Result<string>> => {
    files.push((await allOf(chunks)).map(must).join(''));
    return ok(name);
  };
  const connection = { server: { base }, username };
  const identity = { connection, operations: ok(desk.operations) } as unknown as Identity;
  const wallClock = (): Date => new Date(desk.now());
  const exports = createExports({ saveFile, wallClock });
  return { files, exports, ...createActivityHandlers({ identity: () => identity, exports, print: async () => ok(true), wallClock }) };
}

/** Two conflicts and one that waits, asked for by `practice`. */
async function troubled() {
  const desk = await aDesk();
  const [first = 0, second = 0, third = 0] = pendingPayments(desk, 3);
  const asked = await Promise.all([first, second].map((payment) => desk.operations.ask(markInput(desk, payment), 0)));
  for (const payment of [first, second]) desk.store.state.changePayment(payment, { status: 'failed' });
  await desk.pass(1_000);
  desk.trouble(offline);
  const waiting = must(await desk.operations.ask(markInput(desk, third), 0));
  await desk.pass(1_000);
  return { desk, conflicts: asked.map((each) => must(each).id), waiting };
}

it('lists what needs this person, oldest first, in windows, and nothing that only waits', async () => {
  const { desk, conflicts } = await troubled();
  const decisions = handlersOf(desk)['activity.decisions'];
  const all = must(await decisions({ offset: 0, limit: 10 }));
  expect([all.total, all.operations.map(({ id }) => id)]).toEqual([2, conflicts]);
  expect(must(await decisions({ offset: 1, limit: 10 })).operations.map(({ id }) => id)).toEqual(conflicts.slice(1));
  expect(must(await handlersOf(desk, { username: 'bea' })['activity.decisions']({ offset: 0, limit: 10 })).total).toBe(0);
});

it('tells an entry with all that became of it, and whose it is; another server’s not at all', async () => {
  const { desk, conflicts } = await troubled();
  const id = conflicts[0] ?? '';
  const entry = must(await handlersOf(desk)['activity.entry']({ id }));
  expect(entry).toMatchObject({ own: true, operation: { id }, moves: [{ event: { kind: 'changed' } }] });
  expect(must(await handlersOf(desk, { username: 'bea' })['activity.entry']({ id }))).toMatchObject({ own: false });
  expect(must(await handlersOf(desk, { base: 'https://other.example' })['activity.entry']({ id }))).toBeNull();
  expect(must(await handlersOf(desk)['activity.entry']({ id: 'nothing' }))).toBeNull();
});

it('takes along what this person has not settled, and remembers just that', async () => {
  const { desk, conflicts, waiting } = await troubled();
  const others = handlersOf(desk, { username: 'bea' });
  expect(must(await others['operations.export']({ what: 'waiting' }))).toMatchObject({ entries: 0 });
  const own = handlersOf(desk);
  expect(must(await own['operations.export']({ what: 'waiting' }))).toMatchObject({ entries: 3 });
  expect(own.exports.exported).toEqual(new Set([...conflicts, waiting.id]));
});

it('counts the day of this computer, and verifies', async () => {
  const { desk } = await troubled();
  const own = handlersOf(desk);
  const sheet = must(await own['activity.shift']({ day: '2026-03-01' }));
  expect(sheet).toMatchObject({ day: '2026-03-01', undecided: { count: 2 }, waiting: { count: 1 }, clerks: [] });
  expect(must(await own['activity.shift']({ day: '2026-03-05' }))).toMatchObject({ undecided: { count: 0 } });
  expect(must(await own['activity.clerks'](null))).toEqual(['practice']);
  expect(must(await own['activity.verify'](null))).toMatchObject({ sound: true });
});

it('an answer that was lost is in the story of its creation', async () => {
  const desk = await aDesk();
  desk.trouble(cutAfterWrites);
  const { id } = must(await desk.operations.ask(anOrder(), 0));
  await desk.pass(60_000);
  const kinds = must(await handlersOf(desk)['activity.entry']({ id }))?.moves.map(({ event }) => event.kind);
  expect(kinds?.slice(0, 2)).toEqual(['sent', 'lost']);
  expect(kinds?.at(-1)).toBe('found');
});

// Exports: all that was asked for, once each, whatever comes meanwhile; and what was exported is known.
import { expect, it } from 'vitest';
import { createExports, type FileToSave } from '../../../src/main/activity/export.ts';
import type { Operations } from '../../../src/main/journal/operations.ts';
import type { Operation } from '../../../src/shared/domain/operation-schemas.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { aDesk, anOrder, markInput, pendingPayments } from '../journal/a-desk.ts';
import { allOf, must } from '../journal/a-journal.ts';

const EVERYTHING = { text: '', states: null, batch: null, actor: null, payment: null, order: null, from: null, until: null };

/** A dialog that takes whatever is offered. */
function aDialog(answer: 'save' | 'close' | 'full' = 'save') {
  const files: { name: string; text: string }[] = [];
  const saveFile = async ({ name, chunks }: FileToSave) => {
    if (answer === 'close') return ok(null);
    if (answer === 'full') return fail({ kind: 'not-saved', problem: 'full' });
    const text = (await allOf(chunks)).map(must).join('');
    files.push({ name, text });
    return ok(`/home/ada/${name}`);
  };
  return { files, ...createExports({ saveFile, wallClock: () => new Date(2026, 2, 1, 9) }) };
}

it('writes a line for each operation, in columns that a spreadsheet understands', async () => {
  const desk = await aDesk();
  const [payment = 0] = pendingPayments(desk, 1);
  must(await desk.operations.ask({ ...markInput(desk, payment), reason: '=1+1' }, 0));
  must(await desk.operations.ask(anOrder(), 0));
  await desk.pass(100);
  const { files, exportActivity } = aDialog();
  const { server } = must(await desk.operations.page({ offset: 0, limit: 1 })).operations[0]?.owner ?? { server: '' };
  expect(must(await exportActivity(desk.operations, server, EVERYTHING))).toEqual({
    saved: '/home/ada/paydesk-activity-2026-03-01.csv',
    entries: 2,
  });
  const rows = files[0]?.text.split('\r\n') ?? [];
  expect(rows[0]).toBe('\uFEFFTime (UTC),Clerk,Account,What,Payment,Order,Product,Amount,Before,After,Reason,Outcome,Attempts,Operation');
  expect(rows[1]).toMatch(/^2026-03-01T09:00:00\.000Z,practice,practice,New order,,21,Rice,25\.00,,,,Done,1,/);
  expect(rows[2]).toMatch(new RegExp(`,Mark,${payment},\\d+,,\\d+\\.\\d\\d,pending,completed,'=1\\+1,Done,1,`));
  expect(rows.slice(3)).toEqual(['']);
});

it('keeps to the filter and to this server', async () => {
  const desk = await aDesk();
  for (const payment of pendingPayments(desk, 3)) must(await desk.operations.ask(markInput(desk, payment), 0));
  must(await desk.operations.ask(anOrder(), 9_000));
  await desk.pass(100);
  const { server } = must(await desk.operations.page({ offset: 0, limit: 1 })).operations[0]?.owner ?? { server: '' };
  const { exportActivity } = aDialog();
  expect(must(await exportActivity(desk.operations, server, { ...EVERYTHING, states: ['done'] }))).toMatchObject({ entries: 3 });
  expect(must(await exportActivity(desk.operations, 'https://elsewhere.example', EVERYTHING))).toMatchObject({ entries: 0 });
});

it('what is asked for while it is written neither doubles nor pushes out a line', async () => {
  const made = Array.from({ length: 5_000 }, (_, index) => ({ ...AN_OPERATION, id: `o${index + 1}`, sequence: index + 1 }));
  const page: Operations['page'] = async ({ before = 0, limit, offset }) => {
    // Somebody marks on while each page is read.
    made.push({ ...AN_OPERATION, id: `new-${made.length}`, sequence: made.length + 1 });
    const found = made.filter(({ sequence }) => sequence < before).toReversed();
    return ok({ total: found.length, operations: found.slice(offset, offset + limit) });
  };
  const { files, exportActivity } = aDialog();
  must(await exportActivity({ page } as Operations, 's', EVERYTHING));
  const ids = (files[0]?.text ?? '')
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(',').at(-1));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(5_001);
  expect(ids.at(-1)).toBe('o1');
});

it('an error in the middle ends the export with that error', async () => {
  const page = async () => fail({ kind: 'journal', problem: 'closed' });
  const exports = createExports({
    wallClock: () => new Date(),
    saveFile: async ({ chunks }) => {
      for await (const chunk of chunks) if (!chunk.ok) return chunk;
      return ok('x');
    },
  });
  expect(await exports.exportActivity({ page } as unknown as Operations, 's', EVERYTHING)).toEqual({
    ok: false,
    error: { kind: 'journal', problem: 'closed' },
  });
});

it('the whole journal is saved with its hashes', async () => {
  const desk = await aDesk();
  must(await desk.operations.ask(anOrder(), 0));
  await desk.pass(100);
  const { files, exportJournal } = aDialog();
  expect(must(await exportJournal(desk.operations))).toMatchObject({ entries: 3 });
  expect(files[0]?.name).toBe('paydesk-journal-2026-03-01.jsonl');
  const lines = (files[0]?.text ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; hash: string });
  expect(lines.map(({ kind }) => kind)).toEqual(['asked', 'moved', 'moved']);
  expect(lines.every(({ hash }) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
});

it('only what was really saved counts as exported', async () => {
  const desk = await aDesk();
  const { id } = must(await desk.operations.ask(anOrder(), 9_000));
  for (const answer of ['close', 'full'] as const) {
    const dialog = aDialog(answer);
    await dialog.exportOperations(desk.operations.unsettled(), 'waiting');
    expect(dialog.exported).toEqual(new Set());
  }
  const dialog = aDialog();
  expect(must(await dialog.exportOperations(desk.operations.unsettled(), 'waiting'))).toMatchObject({ entries: 1 });
  expect(dialog.exported).toEqual(new Set([id]));
});

const AN_OPERATION: Operation = {
  ...{ id: 'o', sequence: 1, askedAt: '2026-03-01T09:00:00.000Z', changedAt: '2026-03-01T09:00:00.000Z', attempts: 1 },
  wish: { kind: 'mark', payment: 1, to: 'completed' },
  owner: { server: 's', username: 'ada' },
  ...{ actor: 'Ada', reason: null, batch: null, holdUntil: '2026-03-01T09:00:00.000Z' },
  saw: { status: 'pending', amount: '1.00', order: 1, product: 'Rice' },
  state: { name: 'done', how: 'answered', number: 1 },
};

// The journal against a model of it: a list in memory that cannot crash. Whatever is done in whatever order, both say the same.
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JournalDoor } from '../../../src/main/journal/door.ts';
import { type JournalFile, journalOver } from '../../../src/main/journal/file.ts';
import type { Journal } from '../../../src/main/journal/journal.ts';
import { migrate } from '../../../src/main/journal/migrations.ts';
import { noWitness } from '../../../src/main/journal/witness.ts';
import { isSettled, moveOperation } from '../../../src/shared/domain/operation.ts';
import type { Operation, OperationEvent } from '../../../src/shared/domain/operation-schemas.ts';
import { markOf, must, openAt } from './a-journal.ts';

type Action =
  | { readonly kind: 'ask'; readonly payments: readonly number[] }
  | { readonly kind: 'move'; readonly which: number; readonly event: OperationEvent }
  | { readonly kind: 'crash' | 'full' | 'room' };

const problem = { kind: 'unreachable', reason: 'offline' } as const;
const event = fc.constantFrom<OperationEvent>(
  { kind: 'undone', by: 'Ada' },
  { kind: 'parked', why: 'offline', problem },
  { kind: 'sent', baseline: null },
  { kind: 'sent', baseline: null },
  { kind: 'answered', number: 7 },
  { kind: 'found', number: 7 },
  { kind: 'refused', problem },
  { kind: 'changed', theirs: { status: 'failed', amount: '1.00', order: null, product: null } },
  { kind: 'lost', problem },
  { kind: 'looked', matches: [7], unreadable: false },
  { kind: 'send-again', by: 'Ada', reason: 'Slip' },
  { kind: 'keep-theirs', by: 'Ada' },
  { kind: 'say-done', by: 'Ada', number: null },
  { kind: 'say-not-done', by: 'Ada' },
);
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('ask' as const), payments: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 3 }) }),
  },
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('move' as const), which: fc.nat(20), event }) },
  { weight: 1, arbitrary: fc.constantFrom<Action>({ kind: 'crash' }, { kind: 'full' }, { kind: 'room' }) },
);

/** A file in memory that outlives the journals over it, and whose disk can be full. */
function aDisk() {
  const db = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  migrate(db);
  let full = false;
  const open = (): Promise<Journal> => {
    const file: JournalFile = journalOver(db, noWitness, null);
    const door: JournalDoor = {
      open: async () => ({ ok: true, value: file.opening }),
      append: async (changes) => (full ? { ok: false, problem: 'full' } : file.append(changes)),
      unsettled: async () => file.unsettled(),
      page: async (filter) => file.page(filter),
      claimed: async (kind, server, numbers) => file.claimed(kind, server, numbers),
      tally: async (batch) => file.tally(batch),
      amounts: async (batch) => file.amounts(batch),
      actors: async (server) => file.actors(server),
      verify: async () => file.verify(),
      rows: async (after, limit) => file.rows(after, limit),
      close: async () => undefined,
    };
    return openAt('', door);
  };
  return {
    open,
    close: () => db.close(),
    isFull: () => full,
    setFull: (now: boolean) => {
      full = now;
    },
  };
}

interface Run {
  journal: Journal;
  readonly model: Map<string, Operation>;
  readonly disk: ReturnType<typeof aDisk>;
  entries: number;
}

async function ask(run: Run, payments: readonly number[]): Promise<void> {
  const asked = await run.journal.ask(payments.map((payment) => markOf(payment)));
  expect(asked.ok).toBe(!run.disk.isFull());
  if (!asked.ok) return;
  for (const operation of asked.value) {
    run.entries += 1;
    expect(operation.sequence).toBe(run.entries);
    run.model.set(operation.id, operation);
  }
}

async function moveOne(run: Run, which: number, own: OperationEvent): Promise<void> {
  const before = [...run.model.values()][which % Math.max(1, run.model.size)];
  if (before === undefined) return;
  const moved = await run.journal.move(before.id, own);
  const expected = isSettled(before.state) ? null : moveOperation(before, own, '');
  if (expected === null) expect(moved).toMatchObject({ ok: false, error: { kind: 'moved-on' } });
  else if (run.disk.isFull()) expect(moved).toMatchObject({ ok: false, error: { kind: 'journal', problem: 'full' } });
  else {
    const after = must(moved);
    expect({ ...after, changedAt: '', state: noTimes(after) }).toEqual({ ...expected, state: noTimes(expected) });
    run.model.set(after.id, after);
    run.entries += 1;
  }
}

/** Readings note when they were made. */
function noTimes({ state }: Operation): object {
  return 'emptyReads' in state ? { ...state, emptyReads: state.emptyReads.length } : state;
}

async function act(run: Run, own: Action): Promise<void> {
  if (own.kind === 'ask') await ask(run, own.payments);
  else if (own.kind === 'move') await moveOne(run, own.which, own.event);
  else if (own.kind === 'crash') run.journal = await run.disk.open();
  else run.disk.setFull(own.kind === 'full');
}

it('says what the model says, through crashes and full disks', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 60, size: 'max' }), async (actions) => {
      const disk = aDisk();
      const run: Run = { journal: await disk.open(), model: new Map(), disk, entries: 0 };
      for (const own of actions) {
        await act(run, own);
        expect(run.journal.unsettled()).toEqual([...run.model.values()].filter(({ state }) => !isSettled(state)));
      }
      const all = must(await run.journal.page({ offset: 0, limit: 1_000 })).operations;
      expect(all.toReversed()).toEqual([...run.model.values()]);
      expect(must(await run.journal.verify())).toMatchObject({ sound: true, entries: run.entries });
      disk.close();
    }),
    { numRuns: 1_000 },
  );
});

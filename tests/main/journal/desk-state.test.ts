// What the page is told of all that is not settled.
import { describe, expect, it } from 'vitest';
import { deskStateOf, isOnItsWay } from '../../../src/main/journal/desk-state.ts';
import type { Operations } from '../../../src/main/journal/operations.ts';
import type { Operation, OperationState, Owner } from '../../../src/shared/domain/operation-schemas.ts';
import type { AppError } from '../../../src/shared/errors/app-error.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { anOperation, later } from '../../shared/domain/an-operation.ts';

const ADA: Owner = { server: 'https://shop.example', username: 'ada' };
const RAM: Owner = { ...ADA, username: 'ram' };
const trail = { doubt: true, tries: 1, baseline: null, rejected: [] };
const waiting: OperationState = { name: 'waiting', why: 'offline', problem: null, trail };
const aged: OperationState = { name: 'waiting', why: 'aged', problem: null, trail };
const unknown: OperationState = { name: 'unknown', problem: null, trail, matches: [], emptyReads: [], unreadable: false };
const held: OperationState = { name: 'held', until: later };
const conflict: OperationState = { name: 'conflict', theirs: { status: 'failed', amount: null, order: null, product: null }, trail };

const CALM = { reach: 'online', since: later, notices: [], goneOn: 0, batches: [], clock: null } as const;
let number = 0;
const one = (change: Partial<Operation> = {}): Operation => {
  number += 1;
  return anOperation({ id: `o${number}`, owner: ADA, wish: { kind: 'mark', payment: number, to: 'completed' }, ...change });
};

function stateOf(all: readonly Operation[], owner: Owner | null = ADA, halted: AppError | null = null) {
  const operations = { unsettled: () => all, isHalted: () => halted } as Operations;
  return deskStateOf({ ...CALM, operations: ok(operations), owner });
}

describe('the desk’s state', () => {
  it('counts what goes out by itself apart from what needs a person, and both apart from what is others’', () => {
    const all = [
      ...[held, waiting, { name: 'sending', trail } as const, unknown].map((state) => one({ state })),
      ...[conflict, aged, { ...unknown, unreadable: true }].map((state) => one({ state })),
      ...[held, conflict].map((state) => one({ state, owner: RAM })),
      one({ owner: { ...ADA, server: 'https://other.example' } }),
    ];
    expect(stateOf(all)).toMatchObject({ waiting: 4, decisions: 3, others: 3 });
    expect(stateOf(all).open.map(({ id }) => id)).toEqual(all.slice(0, 7).map(({ id }) => id));
    expect(stateOf(all, null)).toMatchObject({ open: [], waiting: 0, decisions: 0, others: 10 });
  });

  it('names of a batch only what needs a person, and counts all of it', () => {
    const all = [one({ batch: 'b' }), one({ batch: 'b', state: conflict }), one()];
    expect(stateOf(all)).toMatchObject({ waiting: 2, decisions: 1 });
    expect(stateOf(all).open.map(({ id }) => id)).toEqual([all[1]?.id, all[2]?.id]);
  });

  it('names at most 200, and always those that can still be undone', () => {
    const all = [...Array.from({ length: 250 }, () => one({ state: waiting })), one({ state: held }), one({ state: held })];
    const { open, waiting: count } = stateOf(all);
    expect(count).toBe(252);
    expect(open).toHaveLength(200);
    expect(open.slice(-2).map(({ id }) => id)).toEqual(all.slice(-2).map(({ id }) => id));
    expect(open.slice(0, 198)).toEqual(all.slice(0, 198));

    const many = Array.from({ length: 230 }, () => one({ state: held }));
    expect(stateOf(many).open).toEqual(many.slice(30));
  });

  it('says why nothing can be written down', () => {
    const full: AppError = { kind: 'journal', problem: 'full' };
    expect(stateOf([one()], ADA, full)).toMatchObject({ journal: full, waiting: 1 });
    expect(stateOf([one()]).journal).toBeNull();
    const closed: AppError = { kind: 'journal', problem: 'closed' };
    expect(deskStateOf({ ...CALM, operations: fail(closed), owner: ADA, reach: 'down' })).toEqual({
      ...{ ...CALM, reach: 'down', open: [], waiting: 0, decisions: 0, others: 0 },
      journal: closed,
    });
  });
});

it.each<[string, OperationState, boolean]>([
  ['held', held, true],
  ['waiting', waiting, true],
  ['sending', { name: 'sending', trail }, true],
  ['unknown, and read again by itself', unknown, true],
  ['waiting for a day', aged, false],
  ['in conflict', conflict, false],
  ['unknown, and nothing more can be read', { ...unknown, unreadable: true }, false],
  ['done', { name: 'done', how: 'answered', number: 5 }, false],
  ['undone', { name: 'undone' }, false],
])('one that is %s is on its way by itself: %#', (_what, state, expected) => {
  expect(isOnItsWay(anOperation({ state }))).toBe(expected);
});

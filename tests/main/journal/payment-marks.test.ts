// The marks beside the server's last word: against a list of all operations that is looked through anew each time.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OperationsChange } from '../../../src/main/journal/operations.ts';
import { createPaymentMarks } from '../../../src/main/journal/payment-marks.ts';
import { isSettled } from '../../../src/shared/domain/operation.ts';
import type { Operation, OperationState } from '../../../src/shared/domain/operation-schemas.ts';
import { anOperation, at, later } from '../../shared/domain/an-operation.ts';

const SHOP = 'https://shop.example';
const trail = { doubt: false, tries: 1, baseline: null, rejected: [] };
const STATES: readonly OperationState[] = [
  { name: 'held', until: later },
  { name: 'waiting', why: 'offline', problem: null, trail },
  { name: 'waiting', why: 'offline', problem: null, trail: { ...trail, doubt: true } },
  { name: 'sending', trail },
  { name: 'unknown', problem: null, trail, matches: [], emptyReads: [], unreadable: false },
  { name: 'conflict', theirs: { status: 'failed', amount: null, order: null, product: null }, trail },
  { name: 'done', how: 'answered', number: 5 },
  { name: 'refused', problem: { kind: 'forbidden', said: null } },
  { name: 'undone' },
  { name: 'decided', how: 'kept-theirs', number: null },
  { name: 'not-done' },
];
const STANDINGS = ['held', 'waiting', 'unknown', 'sending', 'unknown', 'conflict', null, null, null, null, null];

/** @param now by default before any hold is over. */
function setUp(unsettled: readonly Operation[] = [], now = at) {
  const listeners = new Set<(change: OperationsChange) => void>();
  const moved: Operation[] = [];
  const subscribe = (listener: (change: OperationsChange) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const marks = createPaymentMarks(
    { unsettled: () => unsettled, subscribe },
    SHOP,
    (operation) => moved.push(operation),
    () => now,
  );
  const tell = (change: OperationsChange): void => {
    for (const listener of listeners) listener(change);
  };
  return { marks, moved, tell, move: (operation: Operation) => tell({ kind: 'operation', operation }), listeners };
}

describe('the mark of a payment', () => {
  it.each(STATES.map((state, index) => [JSON.stringify(state), state, STANDINGS[index]] as const))('with %s', (_text, state, standing) => {
    const { marks, move } = setUp();
    move(anOperation({ state }));
    const until = state.name === 'held' ? later : null;
    expect(marks.of(5)).toEqual(standing === null ? null : { standing, asked: 'completed', operation: 'one', until });
  });

  it('is no longer held when its hold is over, though its turn may still come', () => {
    const over = setUp([anOperation({})], later);
    expect(over.marks.of(5)).toEqual({ standing: 'waiting', asked: 'completed', operation: 'one', until: null });
  });

  it('is there from the start where the journal has it', () => {
    expect(setUp([anOperation({})]).marks.of(5)).toMatchObject({ standing: 'held' });
  });

  it('is whoever’s asked for it, at this server and no other', () => {
    const ram = anOperation({ owner: { server: SHOP, username: 'ram' } });
    const elsewhere = anOperation({
      owner: { server: 'https://other.example', username: 'ada' },
      wish: { kind: 'mark', payment: 6, to: 'failed' },
    });
    const atStart = setUp([ram, elsewhere]);
    expect([atStart.marks.of(5)?.standing, atStart.marks.of(6)]).toEqual(['held', null]);
    const later = setUp();
    for (const operation of [ram, elsewhere]) later.move(operation);
    expect([later.marks.of(5)?.standing, later.marks.of(6)]).toEqual(['held', null]);
    expect(later.moved).toEqual([ram]);
  });

  it('is no creation', () => {
    const { marks, move, moved } = setUp();
    move(anOperation({ wish: { kind: 'record-payment', order: 5, amount: '1.00', another: false } }));
    expect(marks.of(5)).toBeNull();
    expect(moved).toHaveLength(1);
  });

  it('is known before anybody is told that it has moved', () => {
    const listeners = new Set<(change: OperationsChange) => void>();
    let seen: unknown;
    const marks = createPaymentMarks(
      {
        unsettled: () => [],
        subscribe: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      SHOP,
      () => {
        seen = marks.of(5)?.standing;
      },
      () => at,
    );
    for (const listener of listeners) listener({ kind: 'operation', operation: anOperation({}) });
    expect(seen).toBe('held');
  });

  it('follows nothing more once it is stopped', () => {
    const { marks, move, moved, listeners } = setUp();
    marks.stop();
    move(anOperation({}));
    expect([marks.of(5), moved, listeners.size]).toEqual([null, [], 0]);
  });

  it('is not touched by a batch or a halt', () => {
    const { marks, tell, moved } = setUp([anOperation({})]);
    tell({ kind: 'batch', batch: 'b' });
    tell({ kind: 'halted', error: { kind: 'journal', problem: 'full' } });
    expect([marks.of(5)?.standing, moved]).toEqual(['held', []]);
  });
});

it('after whatever moves there is a mark exactly where an operation is not settled', () => {
  const step = fc.record({ payment: fc.integer({ min: 1, max: 3 }), state: fc.constantFrom(...STATES) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { marks, move } = setUp();
      // One in a lane: the next one of a payment begins when the last one is settled.
      const current = new Map<number, Operation>();
      steps.forEach(({ payment, state }, index) => {
        const last = current.get(payment);
        const id = last === undefined || isSettled(last.state) ? `o${index}` : last.id;
        const operation = anOperation({ id, wish: { kind: 'mark', payment, to: 'failed' }, state });
        current.set(payment, operation);
        move(operation);
        for (const [of, { id: own, state: now }] of current) {
          expect(marks.of(of)?.operation ?? null).toBe(isSettled(now) ? null : own);
        }
      });
    }),
    { numRuns: 500 },
  );
});

// The shift sheet: every mark is counted once, in its hour, and the money is exact.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDay } from '../../../src/main/activity/local-day.ts';
import { shiftFigures } from '../../../src/main/activity/shift-sheet.ts';
import type { Operation, OperationState, Trail } from '../../../src/shared/domain/operation-schemas.ts';

const own = process.env['TZ'];
beforeEach(() => {
  process.env['TZ'] = 'Asia/Kathmandu';
});
afterEach(() => {
  if (own === undefined) delete process.env['TZ'];
  else process.env['TZ'] = own;
});

const TRAIL: Trail = { doubt: false, tries: 1, baseline: null, rejected: [] };
const DONE: OperationState = { name: 'done', how: 'answered', number: 1 };
const STATES: readonly OperationState[] = [
  DONE,
  { name: 'held', until: '2026-11-22T05:00:04.000Z' },
  { name: 'waiting', why: 'offline', problem: null, trail: TRAIL },
  { name: 'waiting', why: 'aged', problem: null, trail: TRAIL },
  { name: 'sending', trail: TRAIL },
  { name: 'unknown', problem: null, trail: TRAIL, matches: [], emptyReads: [], unreadable: false },
  { name: 'unknown', problem: null, trail: TRAIL, matches: [], emptyReads: [], unreadable: true },
  { name: 'conflict', theirs: { status: 'failed', amount: '1.00', order: 1, product: null }, trail: TRAIL },
  { name: 'refused', problem: { kind: 'session-ended' } },
  { name: 'undone' },
  { name: 'decided', how: 'kept-theirs', number: null },
  { name: 'decided', how: 'is-done', number: 1 },
  { name: 'decided', how: 'given-up', number: null },
  { name: 'not-done' },
];

function mark(change: Partial<Operation> = {}, saw: Partial<Operation['saw']> = {}): Operation {
  return {
    ...{ id: 'o', sequence: 1, askedAt: '2026-11-22T05:00:00.000Z', changedAt: '2026-11-22T05:00:00.000Z', attempts: 1 },
    wish: { kind: 'mark', payment: 1, to: 'completed' },
    owner: { server: 's', username: 'ada' },
    ...{ actor: 'Ada', reason: null, batch: null, holdUntil: '2026-11-22T05:00:00.000Z', state: DONE },
    saw: { status: 'pending', amount: '1.00', order: 1, product: 'Rice', ...saw },
    ...change,
  };
}

const NONE = { count: 0, sum: '0.00', unknown: 0 };

describe('the marks by clerk and hour', () => {
  it('stand in the hour of this computer in which they were asked for, without gaps between', () => {
    const { hours, clerks } = shiftFigures([
      // Kathmandu is 5:45 ahead.
      mark({ askedAt: '2026-11-22T03:14:59.999Z' }),
      mark({ askedAt: '2026-11-22T03:15:00.000Z' }),
      mark({ askedAt: '2026-11-22T05:20:00.000Z', owner: { server: 's', username: 'bea' }, actor: 'Bea' }),
    ]);
    expect(hours).toEqual([8, 9, 10, 11]);
    expect(clerks).toEqual([
      { clerk: 'Ada', account: 'ada', counts: [1, 1, 0, 0], total: 2 },
      { clerk: 'Bea', account: 'bea', counts: [0, 0, 0, 1], total: 1 },
    ]);
  });

  it('are one person’s, also those from before their name was known', () => {
    const { clerks } = shiftFigures([mark({ actor: 'ada' }), mark(), mark({ owner: { server: 's', username: 'bea' }, actor: 'bea' })]);
    expect(clerks.map(({ clerk, total }) => [clerk, total])).toEqual([
      ['Ada', 2],
      ['bea', 1],
    ]);
  });

  it('a day without marks has no hours', () => {
    expect(shiftFigures([])).toMatchObject({ hours: [], clerks: [], undone: NONE });
  });
});

describe('the totals', () => {
  it('sum exactly, corrections apart, and say of how many the amount is not known', () => {
    const { marks } = shiftFigures([
      mark({}, { amount: '0.10' }),
      mark({}, { amount: '0.20' }),
      mark({}, { amount: '90071992547409.93' }),
      mark({}, { amount: null, status: null }),
      mark({ wish: { kind: 'mark', payment: 1, to: 'failed' } }, { status: 'completed', amount: '5.00' }),
    ]);
    expect(marks).toEqual([
      { to: 'completed', done: { count: 4, sum: '90071992547410.23', unknown: 1 }, corrected: NONE },
      { to: 'failed', done: NONE, corrected: { count: 1, sum: '5.00', unknown: 0 } },
      { to: 'pending', done: NONE, corrected: NONE },
    ]);
  });

  it('tell what was created from what was marked', () => {
    const { newOrders, newPayments, marks } = shiftFigures([
      mark({ wish: { kind: 'create-order', product: 'Rice', quantity: 3, price: '0.35', another: false } }),
      mark({ wish: { kind: 'record-payment', order: 3, amount: '7.10', another: false } }),
      mark({ wish: { kind: 'record-payment', order: 3, amount: '7.10', another: false }, state: { name: 'undone' } }),
    ]);
    expect(newOrders).toEqual({ count: 1, sum: '1.05', unknown: 0 });
    expect(newPayments).toEqual({ count: 1, sum: '7.10', unknown: 0 });
    expect(marks.map(({ done }) => done)).toEqual([NONE, NONE, NONE]);
  });

  it('count every mark in exactly one place, whatever its state', () => {
    const anyMark = fc.record({
      state: fc.constantFrom(...STATES),
      to: fc.constantFrom('completed' as const, 'failed' as const, 'pending' as const),
      saw: fc.constantFrom('pending', 'failed', null),
      minute: fc.integer({ min: 0, max: 1_439 }),
    });
    fc.assert(
      fc.property(fc.array(anyMark, { maxLength: 40 }), (all) => {
        const figures = shiftFigures(
          all.map(({ state, to, saw, minute }) =>
            mark(
              { state, wish: { kind: 'mark', payment: 1, to }, askedAt: new Date(Date.UTC(2026, 10, 21, 18, 15 + minute)).toISOString() },
              { status: saw },
            ),
          ),
        );
        const { undone, refused, givenUp, waiting, undecided } = figures;
        const done = figures.marks.flatMap((line) => [line.done, line.corrected]);
        const sum = (tallies: readonly { count: number }[]) => tallies.reduce((total, { count }) => total + count, 0);
        expect(sum([...done, undone, refused, givenUp, waiting, undecided])).toBe(all.length);
        expect(figures.clerks.reduce((total, clerk) => total + clerk.total, 0)).toBe(sum(done));
        for (const { counts, total } of figures.clerks) {
          expect(counts).toHaveLength(figures.hours.length);
          expect(counts.reduce((all, one) => all + one, 0)).toBe(total);
        }
      }),
    );
  });
});

describe('a day', () => {
  it.each([
    ['Asia/Kathmandu', '2026-11-22', '2026-11-21T18:15:00.000Z', '2026-11-22T18:15:00.000Z'],
    ['America/New_York', '2026-11-22', '2026-11-22T05:00:00.000Z', '2026-11-23T05:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['UTC', '2026-12-31', '2026-12-31T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ])('in %s, %s begins and ends at midnight', (zone, day, from, until) => {
    process.env['TZ'] = zone;
    expect(localDay(day)).toEqual({ from, until });
  });
});

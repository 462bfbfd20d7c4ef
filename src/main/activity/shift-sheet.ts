// The shift sheet: what this desk did on one day, counted and summed exactly out of the journal. Pure.
import { type Money, moneyText, readMoney } from '../../shared/domain/money.ts';
import { needsPerson } from '../../shared/domain/operation-rules.ts';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { factsOf } from '../../shared/domain/operation-words.ts';
import { PAYMENT_STATUSES } from '../../shared/domain/payment.ts';
import type { ShiftSheet, Tally } from '../../shared/ipc/activity-requests.ts';
import { localHour } from './local-day.ts';

/** Where an operation is counted: in exactly one of these. */
type Place = 'done' | 'undone' | 'refused' | 'givenUp' | 'waiting' | 'undecided';

/** @param operations all that was asked for on the day, whatever their order. */
export function shiftFigures(operations: readonly Operation[]): Omit<ShiftSheet, 'day' | 'zone' | 'server' | 'madeAt'> {
  const marks = operations.filter(({ wish }) => wish.kind === 'mark');
  const done = marks.filter((mark) => placeOf(mark) === 'done');
  const hours = hoursBetween(done.map(({ askedAt }) => localHour(askedAt)));
  const at = (place: Place): Tally => tally(marks.filter((mark) => placeOf(mark) === place));
  const created = (kind: Operation['wish']['kind']): Tally =>
    tally(operations.filter((operation) => operation.wish.kind === kind && placeOf(operation) === 'done'));
  return {
    hours,
    clerks: clerksOf(done, hours),
    marks: PAYMENT_STATUSES.map((to) => {
      const own = done.filter(({ wish }) => wish.kind === 'mark' && wish.to === to);
      return { to, done: tally(own.filter((mark) => !isCorrection(mark))), corrected: tally(own.filter(isCorrection)) };
    }),
    ...{ undone: at('undone'), refused: at('refused'), givenUp: at('givenUp') },
    ...{ waiting: at('waiting'), undecided: at('undecided') },
    ...{ newOrders: created('create-order'), newPayments: created('record-payment') },
  };
}

function placeOf(operation: Operation): Place {
  const { state } = operation;
  switch (state.name) {
    case 'done':
    case 'undone':
    case 'refused':
      return state.name;
    case 'decided':
      return state.how === 'is-done' ? 'done' : 'givenUp';
    case 'not-done':
      return 'givenUp';
    default:
      return needsPerson(operation) ? 'undecided' : 'waiting';
  }
}

/** Somebody had decided on the payment already. */
function isCorrection({ saw }: Operation): boolean {
  return saw.status !== null && saw.status !== 'pending';
}

function tally(operations: readonly Operation[]): Tally {
  const amounts = operations.map((operation) => readMoney(factsOf(operation).amount));
  const sum = amounts.reduce<Money>((total, amount) => total + (amount ?? 0n), 0n);
  return { count: operations.length, sum: moneyText(sum), unknown: amounts.filter((amount) => amount === null).length };
}

/** Without gaps, so that a quiet hour is seen as one. */
function hoursBetween(hours: readonly number[]): number[] {
  if (hours.length === 0) return [];
  const first = Math.min(...new Set(hours));
  return Array.from({ length: Math.max(...new Set(hours)) - first + 1 }, (_, index) => first + index);
}

/** By account: before a profile was read, a person's first marks of a day stand under the account's name. */
function clerksOf(done: readonly Operation[], hours: readonly number[]): ShiftSheet['clerks'] {
  const byAccount = Map.groupBy(done, ({ owner }) => owner.username);
  const clerks = [...byAccount].map(([account, own]) => {
    const names = [...new Set(own.map(({ actor }) => actor))];
    const told = names.filter((name) => name !== account);
    const counts = hours.map((hour) => own.filter(({ askedAt }) => localHour(askedAt) === hour).length);
    return { clerk: (told.length > 0 ? told : names).toSorted().join(', '), account, counts, total: own.length };
  });
  return clerks.toSorted((a, b) => (a.clerk < b.clerk ? -1 : 1));
}

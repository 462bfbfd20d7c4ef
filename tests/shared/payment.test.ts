// What the payments of an order say together.
import { describe, expect, it } from 'vitest';
import { isPaymentStatus, orderPaymentState, paidSum } from '../../src/shared/domain/payment.ts';

const pay = (status: string | null, amount: bigint | null = 10n) => ({ status, amount });

describe('the state of an order', () => {
  it.each([
    ['not told', 10n, null, 'not-told'],
    ['no payment yet', 10n, [], 'no-payment'],
    ['one pending', 10n, [pay('pending')], 'pending'],
    ['one pending beside enough', 10n, [pay('completed'), pay('pending')], 'pending'],
    ['paid exactly', 10n, [pay('completed')], 'completed'],
    ['paid too much', 10n, [pay('completed'), pay('completed')], 'completed'],
    ['paid in part', 10n, [pay('completed', 9n)], 'partly-paid'],
    ['paid after a failure', 10n, [pay('failed'), pay('completed')], 'completed'],
    ['failed only', 10n, [pay('failed')], 'failed'],
    ['failed beside enough of nothing', 0n, [pay('failed')], 'failed'],
    ['an unknown status', 10n, [pay('refunded')], 'not-told'],
    ['no status', 10n, [pay(null)], 'not-told'],
    ['an unknown status beside a failure', 10n, [pay('refunded'), pay('failed')], 'failed'],
    ['completed, of no known total', null, [pay('completed', 1n)], 'completed'],
    ['completed, of no known amount', 10n, [pay('completed', null)], 'partly-paid'],
    ['completed in other letters', 10n, [pay('Completed')], 'not-told'],
  ] as const)('%s', (_what, total, payments, state) => {
    expect(orderPaymentState(total, payments)).toBe(state);
  });
});

it('only completed payments count as paid, exactly', () => {
  expect(paidSum([pay('completed', 1n), pay('pending', 2n), pay('failed', 4n), pay('completed', null), pay('completed', 8n)])).toBe(9n);
  expect(paidSum([])).toBe(0n);
});

it('the guide’s three statuses are known, and no other', () => {
  expect(['completed', 'failed', 'pending', 'Completed', 'refunded', '', null, 'toString'].filter((text) => isPaymentStatus(text))).toEqual(
    ['completed', 'failed', 'pending'],
  );
});

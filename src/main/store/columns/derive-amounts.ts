// What follows from an order's facts: total, paid, due and the state of its payments, by the rules of shared/domain/payment.ts, in numbers
// wherever they are exact: a million orders are worked out in one go.
import { timesQuantity } from '../../../shared/domain/money.ts';
import type { OrderPaymentState } from '../../../shared/domain/payment.ts';
import type { Order, Payment } from '../facts.ts';
import { type Exact, exact, exactOf } from './amount-dictionary.ts';

export interface DerivedAmounts {
  readonly quantity: Exact;
  readonly price: Exact;
  readonly total: Exact;
  readonly paid: Exact;
  readonly due: Exact;
  readonly state: OrderPaymentState;
}

const UNIT = 10_000;

export function deriveAmounts({ quantity, price, payments }: Pick<Order, 'quantity' | 'price' | 'payments'>): DerivedAmounts {
  const [exactQuantity, exactPrice] = [exactOf(quantity), exactOf(price)];
  const total = totalOf(exactQuantity, exactPrice);
  const sum = payments === null ? null : paidSum(payments);
  const paid = payments?.some(mayHavePaid) === true ? null : sum;
  const state = stateOf(total, payments, sum);
  return { quantity: exactQuantity, price: exactPrice, total, paid, due: difference(total, paid), state };
}

function totalOf(quantity: Exact, price: Exact): Exact {
  if (quantity === null || price === null) return null;
  if (typeof quantity === 'number' && typeof price === 'number') {
    const product = quantity * price;
    if (Math.abs(product) <= Number.MAX_SAFE_INTEGER) return roundedUnits(product);
  }
  return exactOf(timesQuantity(BigInt(price), BigInt(quantity)));
}

/** Half away from zero. */
function roundedUnits(product: number): number {
  const size = Math.abs(product);
  const rest = size % UNIT;
  const units = (size - rest) / UNIT + (rest * 2 >= UNIT ? 1 : 0);
  return product < 0 && units !== 0 ? -units : units;
}

/** Of such a payment it is not known what it comes to, so no sum with it is told. */
function mayHavePaid({ status, amount }: Payment): boolean {
  return status === null || (status === 'completed' && amount === null);
}

function paidSum(payments: readonly Payment[]): number | bigint {
  let sum: number | bigint = 0;
  for (const { status, amount } of payments) {
    const more = status === 'completed' ? exactOf(amount) : null;
    if (more === null) continue;
    sum = typeof sum === 'number' && typeof more === 'number' ? (exact(sum + more) ?? 0) : (exactOf(BigInt(sum) + BigInt(more)) ?? 0);
  }
  return sum;
}

function difference(total: Exact, paid: Exact): Exact {
  if (total === null || paid === null) return null;
  return typeof total === 'number' && typeof paid === 'number' ? exact(total - paid) : exactOf(BigInt(total) - BigInt(paid));
}

function stateOf(total: Exact, payments: readonly Payment[] | null, sum: number | bigint | null): OrderPaymentState {
  if (payments === null || sum === null) return 'not-told';
  if (payments.length === 0) return 'no-payment';
  let [completed, failed] = [false, false];
  for (const { status } of payments) {
    if (status === 'pending') return 'pending';
    completed ||= status === 'completed';
    failed ||= status === 'failed';
  }
  if (completed) return total === null || sum >= total ? 'completed' : 'partly-paid';
  return failed ? 'failed' : 'not-told';
}

// The keys C and F in Orders: mark the payment that the open order shows as chosen, and go on to the next one that is pending.
import type { PaymentStatus } from '../../shared/domain/payment.ts';
import type { OrderRow } from '../../shared/ipc/order-schemas.ts';
import type { Desk } from '../app/desk.ts';
import { targetOf } from '../marks/target.ts';
import { type PageCache, rowAt } from '../rows/page-cache.ts';
import { actedOn } from './detail-store.ts';

export function markOpenOrder({ detail, marks, orders }: Pick<Desk, 'detail' | 'marks' | 'orders'>, to: PaymentStatus): void {
  const { id, order, chosenPayment, choosePayment } = detail.getState();
  const payments = order?.payments ?? [];
  const payment = actedOn(payments, chosenPayment);
  if (payment === null || payment.standing !== 'settled' || payment.status === to) return;
  const onward = () => {
    const nextHere = payments.find((other) => other.id !== payment.id && isOpen(other));
    const { cache, selectedIndex, selectIndex } = orders.getState();
    const next = selectedIndex === null ? null : nextPending(cache, selectedIndex);
    // Whoever corrects a payment wants to see what became of it.
    if (payment.status !== 'pending') choosePayment(payment.id);
    else if (nextHere !== undefined) choosePayment(nextHere.id);
    else if (next !== null) selectIndex(next);
    else choosePayment(payment.id);
  };
  // With the key, not with the answer: the next key is for the next payment.
  onward();
  void marks
    .getState()
    .mark(targetOf(payment, order), to, onward)
    .then((taken) => {
      if (taken === 'taken') return;
      if (orders.getState().selectedId !== id) orders.getState().selectId(id);
      choosePayment(payment.id);
    });
}

function isOpen({ status, standing }: { readonly status: string | null; readonly standing: string }): boolean {
  return status === 'pending' && standing === 'settled';
}

/** Below the selected row, among the rows at hand. */
function nextPending(cache: PageCache<OrderRow>, from: number): number | null {
  for (let index = from + 1; index < cache.total; index += 1) {
    const row = rowAt(cache, index);
    if (row === undefined) return null;
    if (row.payments?.some(isOpen) === true) return index;
  }
  return null;
}

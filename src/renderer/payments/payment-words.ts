// What a payment number stands for, in one line beside its box. Pure.
import { formatMoney } from '../../shared/domain/money.ts';
import type { PendingRow } from '../../shared/ipc/order-schemas.ts';
import { age } from '../ui/format-time.ts';
import { partOfLine } from '../ui/server-text.ts';

/** `order 34 · Acer laptop · 450.00 · pending for 3 days`, or `· completed` where it is no longer pending. */
export function pendingLine({ payment, product }: PendingRow, currency: string, now: Date): string {
  const waited = age(payment.createdAt, now);
  return [
    payment.order === null ? null : `order ${payment.order}`,
    product === null ? null : partOfLine(product),
    payment.amount === null ? null : formatMoney(payment.amount, currency),
    payment.status !== 'pending' ? partOfLine(payment.status ?? 'status not told') : waited === null ? 'pending' : `pending for ${waited}`,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

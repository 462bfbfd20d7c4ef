// Which marks a payment can be given now. Pure.
import { PAYMENT_STATUSES, type PaymentStatus } from '../../shared/domain/payment.ts';
import type { PaymentView } from '../../shared/ipc/order-schemas.ts';

/**
 * @param payment null: only its number is known.
 * @returns every mark but the present status; where nobody knows the present status, all three.
 */
export function marksFor(payment: Pick<PaymentView, 'status' | 'standing'> | null): readonly PaymentStatus[] {
  if (payment === null || payment.standing === 'unknown') return PAYMENT_STATUSES;
  return PAYMENT_STATUSES.filter((status) => status !== payment.status);
}

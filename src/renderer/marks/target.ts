// What a person sees of a payment at the moment in which they mark it. Pure.
import { NOTHING_SEEN } from '../../shared/domain/operation-schemas.ts';
import type { PaymentView } from '../../shared/ipc/order-schemas.ts';
import type { MarkTarget } from './marks-store.ts';

/** @param order the order that it stands in, where its name is on the screen. */
export function targetOf({ id, status, amount, order }: PaymentView, shown: { readonly product: string | null } | null): MarkTarget {
  return { payment: id, saw: { status, amount, order, product: shown?.product ?? null } };
}

/** Nothing but its number is known. */
export function targetByNumber(payment: number): MarkTarget {
  return { payment, saw: NOTHING_SEEN };
}

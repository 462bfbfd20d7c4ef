// What has happened to an order, as far as it is known: what the server tells with a time, and everything that this desk did. Pure.
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { OrderRow, PaymentView } from '../../shared/ipc/order-schemas.ts';

export type TimelineEvent =
  /** Told by the server. */
  | { readonly kind: 'created'; readonly at: string | null }
  | { readonly kind: 'payment'; readonly at: string | null; readonly payment: PaymentView }
  /** Asked for at this desk. */
  | { readonly kind: 'operation'; readonly at: string; readonly operation: Operation };

/** Newest first. What has no time stands before what has one, the order itself before everything: nothing else can be said of it. */
export function timelineOf(order: Pick<OrderRow, 'createdAt' | 'payments'>, operations: readonly Operation[]): readonly TimelineEvent[] {
  const created: TimelineEvent = { kind: 'created', at: order.createdAt };
  const payments = (order.payments ?? []).map((payment): TimelineEvent => ({ kind: 'payment', at: payment.createdAt, payment }));
  const asked = operations.map((operation): TimelineEvent => ({ kind: 'operation', at: operation.askedAt, operation }));
  return [created, ...payments, ...asked]
    .map((event, place) => ({ event, place, time: timeOf(event) }))
    .sort((a, b) => b.time - a.time || b.place - a.place)
    .map(({ event }) => event);
}

function timeOf({ at }: TimelineEvent): number {
  const time = at === null ? Number.NaN : Date.parse(at);
  return Number.isNaN(time) ? -1 : time;
}

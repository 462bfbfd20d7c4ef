// Records a payment against an order. Never sent again on its own: a server keeps two where it is told twice.
import { formatMoney, readMoney } from '../../shared/domain/money.ts';
import { checkPaymentAmount } from '../../shared/domain/new-order.ts';
import type { PaymentView } from '../../shared/ipc/order-schemas.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { asText } from '../http/api.ts';
import { ask } from '../http/evidence.ts';
import type { WriteOutcome } from '../http/outcome.ts';
import { paymentViewOf } from '../store/order-view.ts';
import { readPayment } from '../store/read-wire.ts';
import type { PaymentsParts } from './payments-parts.ts';

/** @param typed the amount as typed. */
export type RecordPayment = (order: number, typed: string) => Promise<Result<PaymentView>>;

export function createRecordPayment({ connection, book, send }: PaymentsParts): RecordPayment {
  return async (order, typed) => {
    const amount = checkPaymentAmount(typed);
    if ('problem' in amount) return fail({ kind: 'refused', summary: [], fields: { amount: [amount.problem] } });
    const body = { order, amount: amount.value };
    const asked = book.now();
    const outcome = await send({
      what: `New payment of ${formatMoney(amount.value, '')} for order ${order}`,
      order,
      payment: null,
      asked: { thing: 'payment', id: null },
      call: (key) => ask(connection.api.POST('/api/orders/payments/', { params: { header: { 'Idempotency-Key': key } }, body, ...asText })),
      confirm: (answer) => confirmRecorded(answer, order),
    });
    if (outcome.class !== 'done') return fail(outcome.error);
    const payment = readPayment(outcome.body, order);
    if (payment === null) return fail(NOT_TOLD);
    // The guide's next step is to update the status, so a new payment that comes back without one is pending.
    const recorded = { ...payment, amount: payment.amount ?? readMoney(amount.value), status: payment.status ?? 'pending' };
    book.putPayment(recorded, asked);
    return ok(paymentViewOf(book.payment(payment.id) ?? { payment: recorded, standing: 'settled', asked: null }));
  };
}

const NOT_TOLD = { kind: 'outcome-unknown', thing: 'payment', status: null } as const;

/** Without a number in the answer it is not known which payment there is now, if any. */
function confirmRecorded(body: unknown, order: number): WriteOutcome {
  return readPayment(body, order) === null ? { class: 'unknown', error: NOT_TOLD } : { class: 'done', body };
}

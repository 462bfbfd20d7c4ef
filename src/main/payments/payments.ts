// Payments: marked, recorded, and listed while they are pending.
import { checkPaymentAmount } from '../../shared/domain/new-order.ts';
import { formatMoney, moneyText } from '../../shared/domain/money.ts';
import type { PaymentStatus } from '../../shared/domain/payment.ts';
import type { MarkOutput, PaymentView } from '../../shared/ipc/order-schemas.ts';
import { type Result, fail, ok } from '../../shared/result.ts';
import { asText } from '../http/api.ts';
import { ask } from '../http/evidence.ts';
import { type WriteOutcome, judgeRead } from '../http/outcome.ts';
import type { Connection } from '../http/connection.ts';
import type { Book } from '../store/book.ts';
import { paymentViewOf } from '../store/order-view.ts';
import { readPayment } from '../store/read-wire.ts';
import type { Send } from '../store/writing.ts';
import { type MethodMemory, updatePayment } from './update-payment.ts';

export interface Payments {
  /** Sets a payment's status. Never sent twice on its own; while one mark is on its way a second is refused as `busy`. */
  mark(id: number, to: PaymentStatus): Promise<Result<MarkOutput>>;
  record(order: number, amount: string): Promise<Result<PaymentView>>;
}

export interface PaymentsParts {
  readonly connection: Connection;
  readonly book: Book;
  readonly send: Send;
  readonly methods: MethodMemory;
}

export function createPayments({ connection, book, send, methods }: PaymentsParts): Payments {
  const { api } = connection;

  /** What the server says of a payment now; null where it offers no way to ask. */
  const look = async (id: number): Promise<Result<null>> => {
    const asked = book.now();
    const answer = judgeRead(await ask(api.GET('/api/orders/payments/{id}/', { params: { path: { id } }, ...asText })), { thing: 'payment', id });
    if (!answer.ok) return answer;
    const payment = readPayment(answer.value, null);
    if (payment?.id === id) book.putPayment(payment, asked);
    return ok(null);
  };

  const send_ = async (id: number, to: PaymentStatus): Promise<Result<MarkOutput>> => {
    const known = book.payment(id)?.payment ?? null;
    const before = known?.status ?? null;
    const asked = book.now();
    const outcome = await send({
      what: `${nameOf(id, known?.order ?? null)}: ${before ?? 'not known'} → ${to}`,
      order: known?.order ?? null,
      payment: id,
      asked: { thing: 'payment', id },
      call: (key) => updatePayment(api, { id, status: to, key, known }, methods),
      confirm: (body) => confirmStatus(body, to),
    });
    if (outcome.class === 'done') {
      const told = readPayment(outcome.body, known?.order ?? null);
      book.putPayment(told?.id === id ? { ...told, status: to } : { id, order: null, amount: null, createdAt: null, ...known, status: to }, asked);
    }
    book.setStanding(id, outcome.class === 'unknown' ? 'unknown' : null, to);
    if (outcome.class !== 'done') return fail(outcome.error);
    const payment = book.payment(id);
    return payment === null ? fail({ kind: 'not-found', thing: 'payment', id }) : ok({ payment: paymentViewOf(payment), before });
  };

  return {
    mark: async (id, to) => {
      if (book.payment(id)?.standing === 'sending') return fail({ kind: 'busy', thing: 'payment' });
      book.setStanding(id, 'sending', to);
      let settled = false;
      try {
        // A payment known only by its number: a server that lets it be read tells whether it exists, and of which order and amount it is.
        const looked = book.payment(id)?.payment.amount === null ? await look(id) : ok(null);
        if (!looked.ok && looked.error.kind === 'not-found') return looked;
        settled = true;
        return await send_(id, to);
      } finally {
        if (!settled) book.setStanding(id, null, to);
      }
    },
    record: async (order, typed) => {
      const amount = checkPaymentAmount(typed);
      if ('problem' in amount) return fail({ kind: 'refused', summary: [], fields: { amount: [amount.problem] } });
      const body = { order, amount: amount.value };
      const asked = book.now();
      const outcome = await send({
        what: `New payment of ${formatMoney(amount.value, '')} for order ${order}`,
        order,
        payment: null,
        asked: { thing: 'payment', id: null },
        call: (key) => ask(api.POST('/api/orders/payments/', { params: { header: { 'Idempotency-Key': key } }, body, ...asText })),
        confirm: (answer) => confirmRecorded(answer, order),
      });
      if (outcome.class !== 'done') return fail(outcome.error);
      const payment = readPayment(outcome.body, order);
      if (payment === null) return fail({ kind: 'outcome-unknown', thing: 'payment', status: null });
      book.putPayment({ ...payment, status: payment.status ?? 'pending' }, asked);
      const known = book.payment(payment.id);
      return ok(known === null ? { ...payment, amount: payment.amount === null ? null : moneyText(payment.amount), standing: 'settled', asked: null } : paymentViewOf(known));
    },
  };
}

function nameOf(id: number, order: number | null): string {
  return order === null ? `Payment ${id}` : `Payment ${id} of order ${order}`;
}

/** A server that treats the status as read-only answers 200 and changes nothing. */
function confirmStatus(body: unknown, to: PaymentStatus): WriteOutcome {
  const status = readPayment(body, null)?.status ?? null;
  if (status === null || status === to) return { class: 'done', body };
  return { class: 'refused', error: { kind: 'refused', summary: [`It left the payment ${status}.`], fields: {} } };
}

/** Without a number in the answer it is not known which payment there is now, if any. */
function confirmRecorded(body: unknown, order: number): WriteOutcome {
  return readPayment(body, order) === null
    ? { class: 'unknown', error: { kind: 'outcome-unknown', thing: 'payment', status: null } }
    : { class: 'done', body };
}

// Sets a payment's status. While one mark is on its way a second is refused; a lost answer leaves the payment `unknown` until the server tells.
import type { PaymentStatus } from '../../shared/domain/payment.ts';
import type { MarkOutput } from '../../shared/ipc/order-schemas.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { asText } from '../http/api.ts';
import { ask } from '../http/evidence.ts';
import { judgeRead, type WriteOutcome } from '../http/outcome.ts';
import type { Payment } from '../store/facts.ts';
import { paymentViewOf } from '../store/order-view.ts';
import { readPayment } from '../store/read-wire.ts';
import type { PaymentsParts } from './payments-parts.ts';
import { updatePayment } from './update-payment.ts';

export type MarkPayment = (id: number, to: PaymentStatus) => Promise<Result<MarkOutput>>;

export function createMarkPayment(parts: PaymentsParts): MarkPayment {
  const { book } = parts;
  return async (id, to) => {
    if (book.payment(id)?.standing === 'sending') return fail({ kind: 'busy', thing: 'payment' });
    book.setStanding(id, 'sending', to);
    let standing: 'unknown' | null = null;
    try {
      // A payment known only by its number: a server that lets it be read tells whether it exists, and of which order and amount it is.
      const looked = book.payment(id)?.payment.amount === null ? await look(parts, id) : ok(null);
      if (!looked.ok && looked.error.kind === 'not-found') return looked;
      standing = 'unknown';
      const before = book.payment(id)?.payment.status ?? null;
      const outcome = await sendMark(parts, id, to);
      if (outcome.class !== 'unknown') standing = null;
      // Settled before the answer is made, so that it says so.
      book.setStanding(id, standing, to);
      return answer(parts, id, before, outcome);
    } finally {
      // Also when a bug of our own threw: after a request may have left, the safe word is "not known".
      book.setStanding(id, standing, to);
    }
  };
}

function answer({ book }: PaymentsParts, id: number, before: string | null, outcome: WriteOutcome): Result<MarkOutput> {
  if (outcome.class !== 'done') return fail(outcome.error);
  const payment = book.payment(id);
  return payment === null ? fail({ kind: 'not-found', thing: 'payment', id }) : ok({ payment: paymentViewOf(payment), before });
}

/** Asks what the server says of a payment now; many servers offer no way to. */
async function look({ connection, book }: PaymentsParts, id: number): Promise<Result<null>> {
  const asked = book.now();
  const call = connection.api.GET('/api/orders/payments/{id}/', { params: { path: { id } }, ...asText });
  const told = judgeRead(await ask(call), { thing: 'payment', id });
  if (!told.ok) return told;
  const payment = readPayment(told.value, null);
  if (payment?.id === id) book.putPayment(payment, asked);
  return ok(null);
}

async function sendMark({ connection, book, send, methods }: PaymentsParts, id: number, to: PaymentStatus): Promise<WriteOutcome> {
  const known = book.payment(id)?.payment ?? { id, order: null, amount: null, status: null, createdAt: null };
  const asked = book.now();
  const outcome = await send({
    what: `${nameOf(known)}: ${known.status ?? 'not known'} → ${to}`,
    order: known.order,
    payment: id,
    asked: { thing: 'payment', id },
    call: (key) => updatePayment(connection.api, { id, status: to, key, known }, methods),
    confirm: (body) => confirmStatus(body, to),
  });
  if (outcome.class === 'done') {
    const told = readPayment(outcome.body, known.order);
    book.putPayment({ ...(told?.id === id ? told : known), status: to }, asked);
  }
  return outcome;
}

function nameOf({ id, order }: Payment): string {
  return order === null ? `Payment ${id}` : `Payment ${id} of order ${order}`;
}

/** A server that treats the status as read-only answers 200 and changes nothing. */
function confirmStatus(body: unknown, to: PaymentStatus): WriteOutcome {
  const status = readPayment(body, null)?.status ?? null;
  if (status === null || status === to) return { class: 'done', body };
  return { class: 'refused', error: { kind: 'refused', summary: [`It left the payment ${status}.`], fields: {} } };
}

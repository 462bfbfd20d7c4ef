// Sets a payment's status. While one mark is on its way a second is refused; a lost answer leaves the payment `unknown` until the server tells.
import { isPaymentStatus, type PaymentStatus } from '../../shared/domain/payment.ts';
import type { MarkOutput } from '../../shared/ipc/order-schemas.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { asText } from '../http/api.ts';
import { ask } from '../http/evidence.ts';
import { judgeRead, type WriteOutcome } from '../http/outcome.ts';
import { isRecord } from '../http/read-error.ts';
import type { Payment } from '../store/facts.ts';
import { paymentViewOf } from '../store/order-view.ts';
import { readOrder, readPayment } from '../store/read-wire.ts';
import type { PaymentsParts } from './payments-parts.ts';
import { updatePayment } from './update-payment.ts';

export type MarkPayment = (id: number, to: PaymentStatus) => Promise<Result<MarkOutput>>;

export function createMarkPayment(parts: PaymentsParts): MarkPayment {
  const { book } = parts;
  return async (id, to) => {
    const earlier = book.payment(id);
    if (earlier?.standing === 'sending') return fail({ kind: 'busy', thing: 'payment' });
    /** What was asked for and is not known to have happened. A mark that fails says nothing of one that was lost before it. */
    let unknown = earlier?.standing === 'unknown' ? earlier.asked : null;
    const lostBefore = unknown;
    const settle = (): void => book.setStanding(id, unknown === null ? null : 'unknown', unknown ?? to);
    book.setStanding(id, 'sending', to);
    try {
      if (await isMissing(parts, id)) {
        unknown = null;
        return fail({ kind: 'not-found', thing: 'payment', id });
      }
      unknown = to;
      const before = book.payment(id)?.payment.status ?? null;
      const outcome = await sendMark(parts, id, to);
      if (outcome.class !== 'unknown') unknown = outcome.class === 'done' ? null : lostBefore;
      // Settled before the answer is made, so that it says so.
      settle();
      return answer(parts, id, before, outcome);
    } finally {
      // Also when a bug of our own threw: after a request may have left, the safe word is "not known".
      settle();
    }
  };
}

/** A payment known only by its number: a server that lets it be read tells whether it exists, and of which order and amount it is. */
async function isMissing(parts: PaymentsParts, id: number): Promise<boolean> {
  if (parts.book.payment(id)?.payment.amount !== null) return false;
  const looked = await look(parts, id);
  return !looked.ok && looked.error.kind === 'not-found';
}

function answer({ book }: PaymentsParts, id: number, before: string | null, outcome: WriteOutcome): Result<MarkOutput> {
  if (outcome.class !== 'done') return fail(outcome.error);
  const payment = book.payment(id);
  return payment === null ? fail({ kind: 'not-found', thing: 'payment', id }) : ok({ payment: paymentViewOf(payment), before });
}

/** Asks what the server says of a payment now; many servers offer no way to. */
async function look({ connection, book }: PaymentsParts, id: number): Promise<Result<Payment | null>> {
  const asked = book.now();
  const call = connection.api.GET('/api/orders/payments/{id}/', { params: { path: { id } }, ...asText });
  const told = judgeRead(await ask(call), { thing: 'payment', id });
  if (!told.ok) return told;
  const payment = readPayment(told.value, null);
  if (payment?.id !== id) return ok(null);
  book.putPayment(payment, asked);
  return ok(payment);
}

/** Order and amount as they are now, for a server that wants them sent along: what this desk read earlier may undo a correction. */
async function lookForWhole(parts: PaymentsParts, known: Payment): Promise<Payment> {
  const looked = await look(parts, known.id);
  if (looked.ok && looked.value !== null && looked.value.amount !== null)
    return { ...looked.value, order: looked.value.order ?? known.order };
  if (known.order === null) return known;
  const call = parts.connection.api.GET('/api/orders/{id}/', { params: { path: { id: known.order } }, ...asText });
  const told = judgeRead(await ask(call), { thing: 'order', id: known.order });
  const order = told.ok ? readOrder(told.value) : null;
  const embedded = order?.payments?.find(({ id }) => id === known.id);
  return embedded === undefined || embedded.amount === null ? known : embedded;
}

async function sendMark(parts: PaymentsParts, id: number, to: PaymentStatus): Promise<WriteOutcome> {
  const { connection, book, send, methods } = parts;
  const known = book.payment(id)?.payment ?? { id, order: null, amount: null, status: null, createdAt: null };
  const outcome = await send({
    what: `${nameOf(known)}: ${known.status ?? 'not known'} → ${to}`,
    order: known.order,
    payment: id,
    asked: { thing: 'payment', id },
    call: (key) => updatePayment(connection.api, { id, status: to, key, known, now: () => lookForWhole(parts, known) }, methods),
    confirm: (body) => confirmStatus(body, to),
  });
  if (outcome.class === 'done') {
    const told = readPayment(outcome.body, known.order);
    // As of its answer: the payment may have been looked at on the way, and that older word must not stand over this one.
    book.putPayment({ ...(told?.id === id ? told : known), status: to }, book.now());
  }
  return outcome;
}

function nameOf({ id, order }: Payment): string {
  return order === null ? `Payment ${id}` : `Payment ${id} of order ${order}`;
}

/** A server that treats the status as read-only answers 200 and changes nothing. */
function confirmStatus(body: unknown, to: PaymentStatus): WriteOutcome {
  const status = readPayment(body, null)?.status ?? readThinStatus(body);
  if (status === null || status === to) return { class: 'done', body };
  return { class: 'refused', error: { kind: 'refused', summary: [`It left the payment ${status}.`], fields: {} } };
}

/** Without a number only one of the guide's words is taken as the payment's status: `{"status": "success"}` speaks of the request. */
function readThinStatus(body: unknown): PaymentStatus | null {
  const status = isRecord(body) && typeof body['status'] === 'string' ? body['status'].toLowerCase() : null;
  return isPaymentStatus(status) ? status : null;
}

// What the server says of a payment now, by whichever way this server offers.
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Payment } from '../store/facts.ts';
import type { StepParts } from './step.ts';

/** `untold`: this server lets nobody read it. `gone`: it says that there is no such payment. `failed`: not now. */
export type Look =
  | { readonly kind: 'told'; readonly payment: Payment }
  | { readonly kind: 'untold' }
  | { readonly kind: 'gone'; readonly problem: AppError }
  | { readonly kind: 'failed'; readonly problem: AppError; readonly retryAfter: number | null };

type Parts = Pick<StepParts, 'server' | 'ways' | 'clock'>;

export async function lookAt(parts: Parts, payment: number, { saw }: Operation): Promise<Look> {
  const direct = parts.ways.payment !== false ? await readDirectly(parts, payment) : UNTOLD;
  const brokenThere = direct.kind === 'failed' && direct.problem.kind === 'server-error';
  if (direct.kind !== 'untold' && !brokenThere) return direct;
  if (saw.order === null || parts.ways.embedded === false) return direct;
  const embedded = await readInOrder(parts, payment, saw.order);
  // Broken just now is not the same as not offered: nothing is sent unread for that.
  return embedded.kind === 'untold' ? direct : embedded;
}

const UNTOLD: Look = { kind: 'untold' };

async function readDirectly({ server, ways, clock }: Parts, id: number): Promise<Look> {
  const { result, ...timing } = await server.readPayment(id);
  clock.note(timing);
  if (result.ok) {
    ways.payment = true;
    return result.value.status === null ? UNTOLD : { kind: 'told', payment: result.value };
  }
  switch (result.error.kind) {
    case 'not-offered':
    case 'forbidden':
      // Where it has worked before, something else has answered.
      if (ways.payment === true) return { kind: 'failed', problem: result.error, retryAfter: timing.retryAfter };
      if (result.error.kind === 'not-offered') ways.payment = false;
      return UNTOLD;
    case 'not-found':
      return { kind: 'gone', problem: result.error };
    default:
      return { kind: 'failed', problem: result.error, retryAfter: timing.retryAfter };
  }
}

async function readInOrder({ server, ways, clock }: Parts, id: number, order: number): Promise<Look> {
  const { result, ...timing } = await server.readOrder(order);
  clock.note(timing);
  if (!result.ok) {
    const never = result.error.kind === 'not-offered' || result.error.kind === 'forbidden' || result.error.kind === 'not-found';
    return never && ways.embedded !== true ? UNTOLD : { kind: 'failed', problem: result.error, retryAfter: timing.retryAfter };
  }
  const { payments } = result.value;
  if (payments === null) {
    ways.embedded = false;
    return UNTOLD;
  }
  ways.embedded = true;
  const found = payments.find((payment) => payment.id === id);
  if (found === undefined) return { kind: 'gone', problem: { kind: 'not-found', thing: 'payment', id } };
  return found.status === null ? UNTOLD : { kind: 'told', payment: found };
}

// What order and payment statuses are called on screen, and which look each has. Pure.
import { assertNever } from '../../shared/assert-never.ts';
import { ORDER_STATE_WORDS } from '../../shared/domain/order-state-words.ts';
import type { OrderPaymentState, PaymentStatus, Standing } from '../../shared/domain/payment.ts';
import { isPaymentStatus } from '../../shared/domain/payment.ts';
import type { OrderRow, PaymentView } from '../../shared/ipc/order-schemas.ts';
import { readableText } from '../ui/server-text.ts';

/** Each look is a shape and a colour; the word always stands beside it. */
export type Look = 'good' | 'bad' | 'wait' | 'part' | 'none' | 'held' | 'sending' | 'unknown';

export interface StatusWords {
  readonly word: string;
  readonly look: Look;
  /** Until when it can be undone, ISO 8601: the seconds that are left stand behind the word. */
  readonly until?: string | null;
}

export const STATE_WORDS: Readonly<Record<OrderPaymentState, StatusWords>> = {
  pending: { word: ORDER_STATE_WORDS.pending, look: 'wait' },
  'partly-paid': { word: ORDER_STATE_WORDS['partly-paid'], look: 'part' },
  completed: { word: ORDER_STATE_WORDS.completed, look: 'good' },
  failed: { word: ORDER_STATE_WORDS.failed, look: 'bad' },
  'no-payment': { word: ORDER_STATE_WORDS['no-payment'], look: 'none' },
  'not-told': { word: ORDER_STATE_WORDS['not-told'], look: 'none' },
};

const PAYMENT_WORDS: Readonly<Record<PaymentStatus, StatusWords>> = {
  completed: { word: 'Completed', look: 'good' },
  failed: { word: 'Failed', look: 'bad' },
  pending: { word: 'Pending', look: 'wait' },
};

export function paymentStatusWords(status: string | null): StatusWords {
  if (isPaymentStatus(status)) return PAYMENT_WORDS[status];
  return { word: status === null ? 'Not told' : readableText(status), look: 'none' };
}

/** What is known of a payment on this desk; a mark that is not settled goes before the server's last word. */
export function paymentWords(payment: Pick<PaymentView, 'status' | 'standing' | 'asked' | 'until'>): StatusWords {
  return markWords(payment) ?? paymentStatusWords(payment.status);
}

function markWords({ standing, asked, until }: Pick<PaymentView, 'standing' | 'asked' | 'until'>): StatusWords | null {
  switch (standing) {
    case 'settled':
      return null;
    case 'held':
      return { word: asked === null ? 'Held' : PAYMENT_WORDS[asked].word, look: 'held', until };
    case 'waiting':
      return { word: 'Waiting', look: 'held', until: null };
    case 'sending':
      return { word: 'Sending…', look: 'sending' };
    case 'unknown':
      return { word: 'Not known', look: 'unknown' };
    case 'conflict':
      return { word: 'Conflict', look: 'unknown' };
    default:
      return assertNever(standing);
  }
}

/** What needs somebody's eyes first, first. */
const URGENCY: readonly Standing[] = ['conflict', 'unknown', 'sending', 'held', 'waiting'];

/** The status of a whole order: a payment with a mark that is not settled shows on its row. */
export function orderWords(order: Pick<OrderRow, 'state' | 'payments'>): StatusWords {
  for (const standing of URGENCY) {
    const words = order.payments?.filter((payment) => payment.standing === standing).map(markWords)[0];
    if (words != null) return words;
  }
  return STATE_WORDS[order.state];
}

/** The sentence under a payment whose mark is not settled; null when there is nothing to add. */
export function standingSentence({ standing, asked }: Pick<PaymentView, 'standing' | 'asked'>): string | null {
  const to = asked ?? 'changed';
  switch (standing) {
    case 'settled':
      return null;
    case 'held':
      return `Will be marked ${to}: it can still be undone.`;
    case 'waiting':
      return `To be marked ${to}: it is written down and waits to be sent.`;
    case 'sending':
      return `Being marked ${to}…`;
    case 'unknown':
      return `Not known: was asked to be ${to}, the answer was lost. Paydesk looks again by itself.`;
    case 'conflict':
      return `Was to be marked ${to}, but somebody else has changed it meanwhile.`;
    default:
      return assertNever(standing);
  }
}

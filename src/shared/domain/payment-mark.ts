// What an operation that is not settled means for the payment it marks: what its row shows beside the server's last word.
import type { Operation } from './operation-schemas.ts';
import type { PaymentStatus, Standing } from './payment.ts';

export interface PaymentMark {
  readonly standing: Exclude<Standing, 'settled'>;
  readonly asked: PaymentStatus;
  /** The operation that asks for it. */
  readonly operation: string;
  /** Until when it can be undone, ISO 8601; null when it is not held. */
  readonly until: string | null;
}

/** null: it marks no payment, or it is settled. */
export function paymentMarkOf({ id, wish, state }: Pick<Operation, 'id' | 'wish' | 'state'>): PaymentMark | null {
  if (wish.kind !== 'mark') return null;
  const own = { asked: wish.to, operation: id, until: null };
  switch (state.name) {
    case 'held':
      return { ...own, standing: 'held', until: state.until };
    case 'waiting':
      // After an attempt that may have been carried out "waiting" would claim too much.
      return { ...own, standing: state.trail.doubt ? 'unknown' : 'waiting' };
    case 'sending':
    case 'unknown':
    case 'conflict':
      return { ...own, standing: state.name };
    default:
      return null;
  }
}

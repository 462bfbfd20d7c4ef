// Records a payment against an order: written down first, sent once, and told as recorded, refused, or not known.
import { checkPaymentAmount } from '../../shared/domain/new-order.ts';
import { NOTHING_SEEN } from '../../shared/domain/operation-schemas.ts';
import type { CreationOutput } from '../../shared/ipc/order-schemas.ts';
import { fail, type Result } from '../../shared/result.ts';
import { create } from '../journal/create.ts';
import type { Operations } from '../journal/operations.ts';

export interface NewPaymentInput {
  readonly order: number;
  /** As typed. */
  readonly amount: string;
  /** The operation whose answer was lost and that is to be sent once more; null for a new one. */
  readonly again: string | null;
  /** What is known of the order, for the record. */
  readonly product: string | null;
}

export async function recordPayment(operations: Operations, input: NewPaymentInput): Promise<Result<CreationOutput>> {
  const amount = checkPaymentAmount(input.amount);
  if ('problem' in amount) return fail({ kind: 'refused', summary: [], fields: { amount: [amount.problem] } });
  const wish = { kind: 'record-payment', order: input.order, amount: amount.value, another: false } as const;
  return await create(
    operations,
    { wish, saw: { ...NOTHING_SEEN, order: input.order, product: input.product }, reason: null },
    input.again,
  );
}

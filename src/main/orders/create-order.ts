// Creates an order: written down first, sent once, and told as created, refused, or not known.
import { checkPrice, checkProductName, checkQuantity } from '../../shared/domain/new-order.ts';
import { NOTHING_SEEN } from '../../shared/domain/operation-schemas.ts';
import type { CreationOutput } from '../../shared/ipc/order-schemas.ts';
import { fail, type Result } from '../../shared/result.ts';
import { create } from '../journal/create.ts';
import type { Operations } from '../journal/operations.ts';

export interface NewOrderInput {
  readonly product: string;
  readonly quantity: string;
  readonly price: string;
  /** The operation whose answer was lost and that is to be sent once more; null for a new one. */
  readonly again: string | null;
}

/** @param input texts as typed: checked by the same rules as in the form. */
export async function createOrder(operations: Operations, input: NewOrderInput): Promise<Result<CreationOutput>> {
  const product = checkProductName(input.product);
  const quantity = checkQuantity(input.quantity);
  const price = checkPrice(input.price);
  if ('problem' in product || 'problem' in quantity || 'problem' in price) {
    const checks = { product_name: product, quantity, price };
    const problems = Object.entries(checks).flatMap(([name, check]) => ('problem' in check ? [{ name, lines: [check.problem] }] : []));
    return fail({ kind: 'refused', summary: [], fields: Object.fromEntries(problems.map(({ name, lines }) => [name, lines])) });
  }
  const wish = { kind: 'create-order', product: product.value, quantity: quantity.value, price: price.value, another: false } as const;
  return await create(operations, { wish, saw: NOTHING_SEEN, reason: null }, input.again);
}

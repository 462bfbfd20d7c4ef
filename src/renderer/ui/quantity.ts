// How a quantity is shown: as the server told it, without idle decimals.
import { readMoney } from '../../shared/domain/money.ts';

/** `5`, `2.5`; an unreadable one is given back as it came, a missing one as a dash. */
export function quantityText(quantity: string | null): string {
  if (quantity === null) return '—';
  if (readMoney(quantity) === null) return quantity;
  return quantity.includes('.') ? quantity.replace(/\.?0+$/, '') : quantity;
}

// Orders and payments as main holds them: amounts as integers, times as ISO 8601 in UTC.
import type { Money } from '../../shared/domain/money.ts';

export interface Payment {
  readonly id: number;
  readonly order: number | null;
  readonly amount: Money | null;
  /** As the server writes it; null: never told. */
  readonly status: string | null;
  readonly createdAt: string | null;
}

export interface Order {
  readonly id: number;
  readonly product: string | null;
  readonly customer: string | null;
  /** In ten-thousandths, like amounts: some shops sell by weight. */
  readonly quantity: Money | null;
  readonly price: Money | null;
  readonly createdAt: string | null;
  /** null: this server's answers carry no payments. */
  readonly payments: readonly Payment[] | null;
  /** Fields that this console does not know, as text. */
  readonly more: readonly { readonly name: string; readonly value: string }[];
}

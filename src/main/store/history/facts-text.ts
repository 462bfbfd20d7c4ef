// An order's facts as they are kept: the server's own bytes, or text of our own where it was put together from several answers.

import type { Order, Payment } from '../facts.ts';
import { readOrder } from '../read-wire.ts';
import { BrokenRow } from './database.ts';

/** As SQLite gives it. */
export type Facts = Uint8Array | string;

type Texts<T> = { readonly [K in keyof T]: T[K] extends bigint | null ? string | null : T[K] };
type PaymentText = Texts<Payment>;
type OrderText = Texts<Omit<Order, 'payments'>> & { readonly payments: readonly PaymentText[] | null };

/** @throws BrokenRow */
export function readFacts(facts: Facts): Order {
  if (typeof facts === 'string') return orderOf(parse(facts) as OrderText);
  const order = readOrder(parse(textOf(facts, 0, facts.length)));
  if (order === null) throw new BrokenRow('no order');
  return order;
}

/** UTF-8, as the scanner gives it. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', start, end);
}

export function orderText(order: Order): string {
  const { quantity, price, payments } = order;
  const text: OrderText = {
    ...order,
    quantity: textOrNull(quantity),
    price: textOrNull(price),
    payments: payments?.map(paymentFields) ?? null,
  };
  return JSON.stringify(text);
}

export function paymentText(payment: Payment): string {
  return JSON.stringify(paymentFields(payment));
}

/** @throws BrokenRow */
export function readPaymentText(text: string): Payment {
  return paymentOf(parse(text) as PaymentText);
}

function paymentFields(payment: Payment): PaymentText {
  return { ...payment, amount: textOrNull(payment.amount) };
}

function orderOf(text: OrderText): Order {
  const { quantity, price, payments } = text;
  return { ...text, quantity: moneyOf(quantity), price: moneyOf(price), payments: payments?.map(paymentOf) ?? null };
}

function paymentOf(text: PaymentText): Payment {
  return { ...text, amount: moneyOf(text.amount) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BrokenRow('no JSON');
  }
}

/** In ten-thousandths, as inside. */
function textOrNull(amount: bigint | null): string | null {
  return amount === null ? null : String(amount);
}

function moneyOf(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}

// Reads orders and payments from a server's answer: tolerant of every spelling that DRF servers are known to use, strict about what it claims.
import { readMoney } from '../../shared/domain/money.ts';
import { isPaymentStatus } from '../../shared/domain/payment.ts';
import { isRecord } from '../http/read-error.ts';
import type { Order, Payment } from './facts.ts';
import { createShapes, present } from './field-shape.ts';
import { readTime } from './read-time.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The names under which serializers embed payments: a related name, Django's own `_set`, and what people call it. */
const PAYMENT_FIELDS = [
  ...['payments', 'payment', 'payment_set', 'order_payments', 'order_payment', 'payment_details', 'payment_detail', 'payment_history'],
  ...['payment_records', 'transactions', 'transaction'],
] as const;
/** What stands there may be a bank's own numbers: taken only where every entry has an amount and one of the guide's statuses. */
const DOUBTFUL = new Set<string>(['transactions', 'transaction']);
const NUMBER_FIELDS = ['id', 'pk', 'order_id'];
const PAYMENT_NUMBER_FIELDS = ['id', 'pk', 'payment_id'];
const CUSTOMER_FIELDS = ['customer_name', 'customer', 'user'] as const;
const CREATED_FIELDS = ['created_at', 'created', 'created_on', 'date_created', 'order_date', 'ordered_at', 'date', 'timestamp'] as const;
const PRODUCT_NAME = ['product_name'];
const PRODUCT = ['product'];
const LONGEST_VALUE = 500;

/** Of the names under which each fact may stand those that an order has: another one says nothing. */
const orderShape = createShapes((names) => ({
  number: present(NUMBER_FIELDS, names),
  customer: present(CUSTOMER_FIELDS, names),
  created: present(CREATED_FIELDS, names),
  payments: present(PAYMENT_FIELDS, names),
}));
const paymentShape = createShapes((names) => ({
  number: present(PAYMENT_NUMBER_FIELDS, names),
  created: present(CREATED_FIELDS, names),
}));

/** @returns null when the value is no object or carries no order number. */
export function readOrder(value: unknown): Order | null {
  if (!isRecord(value)) return null;
  const { names, found } = orderShape(value);
  const number = firstTold(value, found.number, readNumber);
  if (number === null) return null;
  const id = number.told;
  const customer = firstTold(value, found.customer, readName);
  const created = firstTold(value, found.created, readTime);
  const product = firstTold(value, PRODUCT_NAME, readText) ?? firstTold(value, PRODUCT, readName);
  const quantity = readMoney(value['quantity']);
  const price = readMoney(value['price']);
  const embedded = readPayments(value, found.payments, id);
  const isShown = (name: string): boolean =>
    name === number.name ||
    name === product?.name ||
    name === customer?.name ||
    name === created?.name ||
    (name === 'quantity' && quantity !== null) ||
    (name === 'price' && price !== null) ||
    embedded.fields.includes(name);
  return {
    id,
    product: product?.told ?? null,
    customer: customer?.told ?? null,
    quantity,
    price,
    createdAt: created?.told ?? null,
    payments: embedded.payments,
    more: readMore(value, names, isShown),
  };
}

/** The first of these fields that says something, and what. */
function firstTold<T>(fields: Fields, names: readonly string[], read: (value: unknown) => T | null): { name: string; told: T } | null {
  for (const name of names) {
    const told = read(fields[name]);
    if (told !== null) return { name, told };
  }
  return null;
}

/** @param order the order in whose answer it stood, where the payment itself does not say. */
export function readPayment(value: unknown, order: number | null): Payment | null {
  // A server may embed bare payment numbers.
  if (typeof value === 'number' || typeof value === 'string') {
    const id = readNumber(value);
    return id === null ? null : { id, order, amount: null, status: null, createdAt: null };
  }
  if (!isRecord(value)) return null;
  const { found } = paymentShape(value);
  const id = firstTold(value, found.number, readNumber)?.told ?? null;
  if (id === null) return null;
  const named = isRecord(value['order']) ? value['order']['id'] : (value['order'] ?? value['order_id']);
  return {
    id,
    order: readNumber(named) ?? order,
    amount: readMoney(value['amount']),
    status: readText(value['status'])?.toLowerCase() ?? null,
    createdAt: firstTold(value, found.created, readTime)?.told ?? null,
  };
}

/** What the answer to an update says of this payment's status; null where it says nothing. */
export function readUpdatedStatus(body: unknown, payment: number): string | null {
  const told = readPayment(body, null);
  if (told !== null) return told.id === payment ? told.status : null;
  // Without a number only one of the guide's words is taken as the payment's status: `{"status": "success"}` speaks of the request.
  const status = isRecord(body) ? (readText(body['status'])?.toLowerCase() ?? null) : null;
  return isPaymentStatus(status) ? status : null;
}

interface Embedded {
  /** null: this answer says nothing of payments. */
  readonly payments: readonly Payment[] | null;
  /** The fields that said it. */
  readonly fields: readonly string[];
}

/** Where several names stand, the first that holds payments counts: an old field is often left behind empty. */
function readPayments(fields: Fields, names: readonly string[], order: number): Embedded {
  const told: string[] = [];
  let first: readonly Payment[] | null = null;
  for (const name of names) {
    const payments = readEmbedded(name, fields[name], order);
    if (payments === null) continue;
    told.push(name);
    if (first === null || first.length === 0) first = payments.length > 0 ? payments : (first ?? payments);
  }
  return { payments: first, fields: told };
}

function readEmbedded(name: string, value: unknown, order: number): readonly Payment[] | null {
  const list: readonly unknown[] = Array.isArray(value) ? value : value === null ? [] : [value];
  const payments: Payment[] = [];
  for (const item of list) {
    const payment = readPayment(item, order);
    if (payment !== null) payments.push(payment);
  }
  if (DOUBTFUL.has(name) && (payments.length < list.length || !payments.every(isSurelyPayment))) return null;
  // Payments that carry no numbers are no proof that there are none.
  return payments.length === 0 && list.length > 0 ? null : payments;
}

function isSurelyPayment({ amount, status }: Payment): boolean {
  return amount !== null && isPaymentStatus(status);
}

/** Known fields that say nothing are left out; what they say and we cannot read is shown as the server wrote it. */
const KNOWN = new Set<string>(['product_name', 'quantity', 'price', 'created_at', ...PAYMENT_FIELDS]);

function readMore(fields: Fields, names: readonly string[], isShown: (name: string) => boolean): { name: string; value: string }[] {
  const more: { name: string; value: string }[] = [];
  // Nearly always there are none: no lists are made to find that out, as this is done for every order of the history.
  for (const name of names) {
    if (isShown(name)) continue;
    const value = fields[name];
    if (!(KNOWN.has(name) && (value === null || value === ''))) more.push({ name, value: asText(value) });
  }
  return more;
}

function asText(value: unknown): string {
  const isPlain = typeof value === 'number' && Number.isSafeInteger(value);
  const text = typeof value === 'string' ? value : isPlain ? String(value) : (JSON.stringify(value) ?? '');
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}

function readText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** A name as text, or inside an object as serializers nest it. A bare number names a row of the server's, no person or product. */
function readName(value: unknown): string | null {
  if (!isRecord(value)) return readText(value);
  return readText(value['name']) ?? readText(value['username']) ?? readText(value['product_name']);
}

function readNumber(value: unknown): number | null {
  const id = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : null;
}

// Reads orders and payments from a server's answer: tolerant of every spelling that DRF servers are known to use, strict about what it claims.
import { readMoney } from '../../shared/domain/money.ts';
import { isPaymentStatus } from '../../shared/domain/payment.ts';
import { isRecord } from '../http/read-error.ts';
import type { Order, Payment } from './facts.ts';

type Fields = Readonly<Record<string, unknown>>;

const PAYMENT_FIELDS = ['payments', 'payment', 'payment_set', 'order_payments'] as const;
const CUSTOMER_FIELDS = ['customer_name', 'customer', 'user'] as const;
const KNOWN = new Set<string>(['id', 'product_name', 'quantity', 'price', 'created_at', ...PAYMENT_FIELDS]);
const LONGEST_VALUE = 500;

/** @returns null when the value is no object or carries no order number. */
export function readOrder(value: unknown): Order | null {
  if (!isRecord(value)) return null;
  const id = readNumber(value['id']);
  if (id === null) return null;
  const customerField = CUSTOMER_FIELDS.find((name) => readName(value[name]) !== null);
  return {
    id,
    product: readText(value['product_name']) ?? readName(value['product']),
    customer: customerField === undefined ? null : readName(value[customerField]),
    quantity: readMoney(value['quantity']),
    price: readMoney(value['price']),
    createdAt: readTime(value['created_at']),
    payments: readPayments(value, id),
    more: readMore(value, customerField),
  };
}

/** @param order the order in whose answer it stood, where the payment itself does not say. */
export function readPayment(value: unknown, order: number | null): Payment | null {
  // A server may embed bare payment numbers.
  if (typeof value === 'number' || typeof value === 'string') {
    const id = readNumber(value);
    return id === null ? null : { id, order, amount: null, status: null, createdAt: null };
  }
  if (!isRecord(value)) return null;
  const id = readNumber(value['id']);
  if (id === null) return null;
  const named = isRecord(value['order']) ? value['order']['id'] : value['order'];
  return {
    id,
    order: readNumber(named) ?? order,
    amount: readMoney(value['amount']),
    status: readText(value['status'])?.toLowerCase() ?? null,
    createdAt: readTime(value['created_at']),
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

function readPayments(fields: Fields, order: number): readonly Payment[] | null {
  const name = PAYMENT_FIELDS.find((field) => field in fields);
  if (name === undefined) return null;
  const value = fields[name];
  const list: readonly unknown[] = Array.isArray(value) ? value : value === null ? [] : [value];
  const payments = list.map((item) => readPayment(item, order)).filter((payment) => payment !== null);
  // Payments that carry no numbers are no proof that there are none.
  return payments.length === 0 && list.length > 0 ? null : payments;
}

function readMore(fields: Fields, customerField: string | undefined): { name: string; value: string }[] {
  return Object.entries(fields)
    .filter(([name]) => !KNOWN.has(name) && name !== customerField)
    .map(([name, value]) => ({ name, value: asText(value) }));
}

function asText(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
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

/** ISO 8601 only; without an offset it is taken as this computer's local time, as Django writes it with USE_TZ=False. */
function readTime(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00` : value);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

// A history door for tests: moments that are counted, pulls in one go, and questions in few words.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { HistoryDoor, HistoryFileProblem, HistoryOpening, Moment, Summary } from '../../../../src/main/store/door.ts';
import type { Order, Payment } from '../../../../src/main/store/facts.ts';
import { openHistoryInPlace } from '../../../../src/main/store/open-history.ts';
import { moneyText } from '../../../../src/shared/domain/money.ts';
import type { HistoryQuery } from '../../../../src/shared/ipc/order-schemas.ts';

export const ASKING = { now: Date.parse('2026-11-22T12:00:00Z'), zone: 'UTC' };
export const ALL: HistoryQuery = { text: '', state: null, sort: [{ by: 'id', direction: 'ascending' }] };
export const ADA = { userId: 7, username: 'ada' };

export interface AHistory {
  readonly door: HistoryDoor;
  readonly opening: HistoryOpening;
  readonly summaries: Summary[];
  readonly problems: HistoryFileProblem[];
  now(): Moment;
  /** All of it, on one page. */
  pull(rows: readonly unknown[], asked?: Moment, asOf?: string): Promise<void>;
  put(order: Order, asked?: Moment): Promise<void>;
  pay(payment: Payment, asked?: Moment): Promise<void>;
  status(payment: number): Promise<string | null | undefined>;
  payment(id: number): Promise<Payment | null>;
  order(id: number): Promise<Order | null>;
  /** The numbers of all orders. */
  ids(): Promise<readonly number[]>;
}

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paydesk-history-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function aHistory(path = ':memory:', door: HistoryDoor = openHistoryInPlace(path)): Promise<AHistory> {
  const summaries: Summary[] = [];
  const problems: HistoryFileProblem[] = [];
  const opening = await door.open(
    (summary) => summaries.push(summary),
    (problem) => problems.push(problem),
  );
  let moment = 0;
  const now = (): Moment => {
    moment += 1;
    return moment;
  };
  return {
    door,
    opening,
    summaries,
    problems,
    now,
    pull: async (rows, asked = now(), asOf = '2026-11-22T12:00:00.000Z') => {
      await door.beginPull({ asked, person: ADA });
      await door.pageBytes(1, bytesOf(rows));
      const end = await door.endPage(1, 'application/json');
      if (end.kind !== 'page') throw new Error('no page');
      await door.finishPull(asOf, null);
    },
    put: (order, asked = now()) => door.putOrder(order, asked),
    pay: (payment, asked = now()) => door.putPayment(payment, asked, now()),
    status: async (payment) => (await door.payments([payment]))[0]?.payment.status,
    payment: async (id) => (await door.payments([id]))[0]?.payment ?? null,
    order: async (id) => (await door.orders([id]))[0] ?? null,
    ids: async () => await door.numbers(ALL, ASKING, null),
  };
}

/** As a server writes them; orders as tests have them may stand among them. */
export function bytesOf(rows: readonly unknown[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(rows));
}

/** An order as the server writes it. */
export function onTheWire(order: Order): Record<string, unknown> {
  const { id, product, customer, quantity, price, createdAt, payments } = order;
  return {
    id,
    product_name: product,
    customer_name: customer,
    quantity: textOf(quantity),
    price: textOf(price),
    created_at: createdAt,
    ...(payments === null ? {} : { payments: payments.map((payment) => paymentOnTheWire(payment)) }),
  };
}

function paymentOnTheWire({ id, order, amount, status, createdAt }: Payment): Record<string, unknown> {
  return { id, order, amount: textOf(amount), status, created_at: createdAt };
}

function textOf(amount: bigint | null): string | null {
  return amount === null ? null : moneyText(amount);
}

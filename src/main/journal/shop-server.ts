// What delivery asks of the shop's server: readings and writes, each with what the answer proves.

import type { Owner, Wish } from '../../shared/domain/operation-schemas.ts';
import type { PaymentStatus } from '../../shared/domain/payment.ts';
import { fail, type Result } from '../../shared/result.ts';
import { asText } from '../http/api.ts';
import type { Connection } from '../http/connection.ts';
import { ask, type Evidence } from '../http/evidence.ts';
import { askHistory } from '../http/history-call.ts';
import { judgeRead, judgeWrite, type WriteOutcome } from '../http/outcome.ts';
import { readAllPages } from '../http/paging.ts';
import { readRetryAfter } from '../http/retry-after.ts';
import type { Order, Payment } from '../store/facts.ts';
import { readOrder, readPayment } from '../store/read-wire.ts';

/** Beside what an answer says. */
export interface Timing {
  /** Seconds that the server asks to wait. */
  readonly retryAfter: number | null;
  /** The server's own clock when it had answered, in milliseconds since 1970, as measured by all that it answers (http/server-clock). */
  readonly serverTime: number | null;
}

export type Read<T> = { readonly result: Result<T> } & Timing;
export type Written = { readonly outcome: WriteOutcome } & Timing;

export interface StatusUpdate {
  readonly id: number;
  readonly status: PaymentStatus;
  readonly key: string;
  /** As read just now where the server tells; else as the person saw it. */
  readonly known: Payment;
}

/** For one signed-in person. */
export interface ShopServer {
  readonly owner: Owner;
  readPayment(id: number): Promise<Read<Payment>>;
  readOrder(id: number): Promise<Read<Order>>;
  /** The whole history. */
  readOrders(): Promise<Read<readonly Order[]>>;
  setStatus(update: StatusUpdate): Promise<Written>;
  createOrder(wish: Extract<Wish, { kind: 'create-order' }>, key: string): Promise<Written>;
  recordPayment(wish: Extract<Wish, { kind: 'record-payment' }>, key: string): Promise<Written>;
}

export interface ShopServerParts {
  readonly connection: Pick<Connection, 'api' | 'server' | 'username' | 'clock'>;
  /** By the method that this server takes (payments/update-payment). */
  updatePayment(update: StatusUpdate): Promise<Evidence>;
}

export function createShopServer({ connection: { api, server, username, clock }, updatePayment }: ShopServerParts): ShopServer {
  const timingOf = (evidence: Evidence | null): Timing => ({
    retryAfter: evidence?.kind === 'answer' ? readRetryAfter(evidence.headers) : null,
    serverTime: evidence?.kind === 'answer' ? clock.time() : null,
  });
  const read = <T>(evidence: Evidence, asked: Parameters<typeof judgeRead>[1], pick: (value: unknown) => T | null): Read<T> => ({
    result: pickFrom(judgeRead(evidence, asked), pick),
    ...timingOf(evidence),
  });
  return {
    owner: { server: server.base, username },
    readPayment: async (id) => {
      const evidence = await ask(api.GET('/api/orders/payments/{id}/', { params: { path: { id } }, ...asText }));
      return read(evidence, { thing: 'payment', id }, (value) => expectId(readPayment(value, null), id));
    },
    readOrder: async (id) => {
      const evidence = await ask(api.GET('/api/orders/{id}/', { params: { path: { id } }, ...asText }));
      return read(evidence, { thing: 'order', id }, (value) => expectId(readOrder(value), id));
    },
    readOrders: async () => {
      let last: Evidence | null = null;
      const readPage = async (search: string): Promise<Evidence> => {
        last = await askHistory(api, { search });
        return last;
      };
      const rows = await readAllPages(readPage, 'history');
      const result: Result<readonly Order[]> = rows.ok
        ? { ok: true, value: rows.value.map(readOrder).filter((order) => order !== null) }
        : rows;
      return { result, ...timingOf(last) };
    },
    setStatus: async (update) => {
      const evidence = await updatePayment(update);
      return { outcome: judgeWrite(evidence, { thing: 'payment', id: update.id }), ...timingOf(evidence) };
    },
    createOrder: async ({ product, quantity, price }, key) => {
      const body = { product_name: product, quantity, price };
      const evidence = await ask(api.POST('/api/orders/', { params: { header: { 'Idempotency-Key': key } }, body, ...asText }));
      return { outcome: judgeWrite(evidence, { thing: 'order', id: null }), ...timingOf(evidence) };
    },
    recordPayment: async ({ order, amount }, key) => {
      const body = { order, amount };
      const evidence = await ask(api.POST('/api/orders/payments/', { params: { header: { 'Idempotency-Key': key } }, body, ...asText }));
      return { outcome: judgeWrite(evidence, { thing: 'payment', id: null }), ...timingOf(evidence) };
    },
  };
}

function pickFrom<T>(told: Result<unknown>, pick: (value: unknown) => T | null): Result<T> {
  const value = told.ok ? pick(told.value) : null;
  return !told.ok ? told : value === null ? fail({ kind: 'not-the-api', status: 200 }) : { ok: true, value };
}

function expectId<T extends { readonly id: number }>(told: T | null, id: number): T | null {
  return told?.id === id ? told : null;
}

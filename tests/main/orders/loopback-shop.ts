// A history pulled over real HTTP: a server on loopback that a test writes by hand, and this desk's own way to it down to the door.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Reachability } from '../../../src/main/http/reach.ts';
import { createHistory, type History } from '../../../src/main/orders/history.ts';
import { bind } from '../../../src/main/session/bind.ts';
import type { HistoryDoor } from '../../../src/main/store/door.ts';
import { createHistoryBook, type HistoryBook } from '../../../src/main/store/history-book.ts';
import { openHistoryInPlace } from '../../../src/main/store/open-history.ts';

export interface LoopbackShop {
  readonly history: History;
  readonly book: HistoryBook;
  readonly url: string;
  /** Addresses of the history that were asked for, without host and path; sign-in aside. */
  readonly asked: string[];
  /** What was sent as `If-None-Match`, call by call. */
  readonly named: (string | undefined)[];
  readonly reached: Reachability[];
  /** Numbers of all orders, ascending. */
  ids(): Promise<readonly number[]>;
  products(): Promise<Readonly<Record<number, string | null | undefined>>>;
}

export type Answer = (search: URLSearchParams, outgoing: ServerResponse, incoming: IncomingMessage) => void;

export const listen = async (handle: (incoming: IncomingMessage, outgoing: ServerResponse) => void): Promise<string> => {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

export function json(outgoing: ServerResponse, value: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): void {
  outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
  outgoing.end(JSON.stringify(value));
}

/** @param answer may be exchanged for another while the test runs, by what this returns. */
export async function openLoopbackShop(
  answer: Answer,
  door: HistoryDoor = openHistoryInPlace(':memory:'),
): Promise<LoopbackShop & { answerWith(other: Answer): void }> {
  const asked: string[] = [];
  const named: (string | undefined)[] = [];
  const reached: Reachability[] = [];
  let current = answer;
  let minutes = 0;
  const url = await listen((incoming, outgoing) => {
    const at = new URL(incoming.url ?? '', 'http://shop');
    if (at.pathname === '/api/token/refresh/') return json(outgoing, { access: 'renewed' });
    asked.push(at.search.slice(1));
    named.push(incoming.headers['if-none-match']);
    current(at.searchParams, outgoing, incoming);
  });
  const bound = bind({
    target: { server: { origin: url, base: url, exposed: false }, network: fetch, username: 'ram', practice: false },
    refresh: 'refresh',
    access: 'access',
    keep: () => Promise.resolve(),
    ended: () => undefined,
    reached: (reach) => reached.push(reach),
    now: () => 0,
    wallClock: () => new Date(0),
  });
  const asking = () => ({ now: 0, zone: 'UTC' });
  const log = (line: string): never => {
    throw new Error(line);
  };
  const book = createHistoryBook({ door, changed: () => undefined, markOf: () => null, asking, log, trouble: () => undefined });
  /** Each pull is a minute later. */
  const timeNow = (): string => new Date(Date.UTC(2026, 9, 22, 10, minutes++)).toISOString();
  const history = createHistory({ connection: bound.connection, book, timeNow, changed: () => undefined });
  const ids = async (): Promise<readonly number[]> =>
    await book.numbers({ text: '', state: null, sort: [{ by: 'id', direction: 'ascending' }] }, null);
  return {
    history,
    book,
    url,
    asked,
    named,
    reached,
    ids,
    products: async () => {
      const orders = await book.orders(await ids());
      return Object.fromEntries(orders.map((order) => [order?.id, order?.product]));
    },
    answerWith: (other) => {
      current = other;
    },
  };
}

export const upTo = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);
export const orders = (ids: readonly number[]): object[] => ids.map((id) => ({ id, product_name: `Tea ${id}` }));

/** By page number, of whatever `list` says at that moment. */
export const paged =
  (list: (page: number) => readonly number[], size: number, host = 'http://shop.internal:8000'): Answer =>
  (search, outgoing) => {
    const page = Number(search.get('page') ?? 1);
    const all = list(page);
    const pages = Math.max(1, Math.ceil(all.length / size));
    if (page > pages) return json(outgoing, { detail: 'Invalid page.' }, {}, 404);
    const next = page < pages ? `${host}/api/orders/history/?page=${page + 1}` : null;
    return json(outgoing, { count: all.length, next, previous: null, results: orders(all.slice((page - 1) * size, page * size)) });
  };

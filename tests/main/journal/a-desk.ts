// A desk for delivery tests: the practice store as its server, a clock that goes when it is told, and a wire that can be cut.
import { createApi } from '../../../src/main/http/api.ts';
import { NoAnswer } from '../../../src/main/http/no-answer.ts';
import { createServerClock } from '../../../src/main/http/server-clock.ts';
import { type JournalDoor, openInPlace } from '../../../src/main/journal/door.ts';
import type { Journal } from '../../../src/main/journal/journal.ts';
import { type AskInput, createOperations, type Operations } from '../../../src/main/journal/operations.ts';
import { createShopServer } from '../../../src/main/journal/shop-server.ts';
import type { UpdateMethod } from '../../../src/main/payments/update-method.ts';
import { updatePayment } from '../../../src/main/payments/update-payment.ts';
import type { PracticeBehaviour } from '../../../src/main/practice/behaviour.ts';
import { PRACTICE_ACCOUNT } from '../../../src/main/practice/people.ts';
import { createPracticeStore, type PracticeStore } from '../../../src/main/practice/store.ts';
import type { Operation, Wish } from '../../../src/shared/domain/operation-schemas.ts';
import { NOTHING_SEEN } from '../../../src/shared/domain/operation-schemas.ts';
import type { PaymentStatus } from '../../../src/shared/domain/payment.ts';
import { createVirtualClock } from '../../simulation/virtual-clock.ts';
import { must, openAt } from './a-journal.ts';

const SHOP = 'https://shop.example';
const SERVER = { origin: SHOP, base: SHOP, exposed: false };

/** What happens to one request instead of an answer, or after it; `null` lets it through. */
export type Trouble = (request: Request, pass: () => Promise<Response>) => Promise<Response> | null;

export interface ADesk {
  readonly store: PracticeStore;
  readonly journal: Journal;
  readonly operations: Operations;
  /** Milliseconds pass, and everything that falls due happens. */
  pass(milliseconds: number): Promise<void>;
  now(): number;
  /** @returns the stop */
  after(milliseconds: number, work: () => void): () => void;
  trouble(next: Trouble | null): void;
  signIn(username?: string): Promise<void>;
  signOut(): void;
  /** The last state of an operation, settled or not. */
  state(id: string): Promise<Operation['state']>;
  /** `PATCH /api/orders/payments/5/`, of all requests that reached the store. */
  writes(): string[];
  bugs: unknown[];
}

export const isWrite = ({ method, url }: Request): boolean => method !== 'GET' && method !== 'OPTIONS' && !url.includes('/api/token/');
const cutBefore = new NoAnswer('cut-off', false);
/** The server carries it out and nobody hears of it. */
export const cutAfterWrites: Trouble = (request, pass) => (isWrite(request) ? pass().then(() => Promise.reject(cutBefore)) : null);
export const cutBeforeWrites: Trouble = (request) => (isWrite(request) ? Promise.reject(cutBefore) : null);
export const offline: Trouble = () => Promise.reject(new NoAnswer('offline', true));

export async function aDesk(behaviour: Partial<PracticeBehaviour> = {}, door?: (inner: JournalDoor) => JournalDoor): Promise<ADesk> {
  const clock = createVirtualClock(Date.UTC(2026, 2, 1, 9));
  const timeNow = (): string => new Date(clock.now()).toISOString();
  const store = createPracticeStore({ now: clock.now, behaviour: { orders: 20, accessSeconds: 10_000_000, ...behaviour } });
  const inner = openInPlace({ path: ':memory:', timeNow });
  const journal = await openAt('', door === undefined ? inner : door(inner), timeNow);
  const bugs: unknown[] = [];
  let ids = 0;
  const operations = createOperations({
    journal,
    now: clock.now,
    random: () => 0.5,
    after: clock.at,
    failed: (thrown) => bugs.push(thrown),
    newId: () => {
      ids += 1;
      return `batch-${ids}`;
    },
  });
  let trouble: Trouble | null = null;
  let underWay = 0;
  /** Until nobody waits for the store any more, and what follows from its answers has happened. */
  const drain = async (): Promise<void> => {
    do {
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    } while (underWay > 0);
  };
  let method: UpdateMethod | null = null;

  const connect = (username: string, token: string): void => {
    const measured = createServerClock({ wall: clock.now, now: clock.now });
    const answer = async (request: Request): Promise<Response> => {
      const own = new Request(request, { headers: { ...Object.fromEntries(request.headers), authorization: `Bearer ${token}` } });
      underWay += 1;
      try {
        return await (trouble?.(own, () => store.fetch(own)) ?? store.fetch(own));
      } finally {
        underWay -= 1;
      }
    };
    const api = createApi(SERVER, measured.watch(answer));
    const memory = {
      read: () => method,
      save: (learned: UpdateMethod) => {
        method = learned;
      },
    };
    const server = createShopServer({
      connection: { api, server: SERVER, username, clock: measured },
      updatePayment: (update) => updatePayment(api, update, memory),
    });
    const highestOrder = (): number => store.state.orderCount;
    operations.connect({ owner: server.owner, actor: () => username }, { server, names: () => [username], highestOrder });
  };

  const pass = async (milliseconds: number): Promise<void> => {
    const end = clock.now() + milliseconds;
    await drain();
    while (clock.step(end - clock.now())) await drain();
    clock.skip(end - clock.now());
    await drain();
  };

  const desk: ADesk = {
    ...{ store, journal, operations, pass, bugs, now: clock.now, after: clock.at },
    trouble: (next) => {
      trouble = next;
    },
    signIn: async (username = PRACTICE_ACCOUNT.username) => {
      const body = JSON.stringify({ username: PRACTICE_ACCOUNT.username, password: PRACTICE_ACCOUNT.password });
      const answer = await store.fetch(
        new Request(`${SHOP}/api/token/`, { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
      );
      connect(username, ((await answer.json()) as { access: string }).access);
      await drain();
    },
    signOut: () => operations.connect(null, null),
    state: async (id) => {
      const page = must(await operations.page({ offset: 0, limit: 1_000 }));
      const found = page.operations.find((operation) => operation.id === id);
      if (found === undefined) throw new Error(`no operation ${id}`);
      return found.state;
    },
    writes: () =>
      store.requests
        .filter(({ method, path }) => method !== 'GET' && method !== 'OPTIONS' && path !== '/api/token/')
        .map(({ method, path }) => `${method} ${path}`),
  };
  await desk.signIn();
  return desk;
}

/** The mark of a payment as the store has it now. */
export function markInput({ store }: ADesk, id: number, to: PaymentStatus = 'completed'): AskInput {
  const payment = store.state.payment(id);
  if (payment === undefined) throw new Error(`no payment ${id}`);
  const amount = (payment.amountMinor / 100).toFixed(2);
  return {
    wish: { kind: 'mark', payment: id, to },
    saw: { status: payment.status, amount, order: payment.orderId, product: null },
    reason: 'Slip',
  };
}

export const anOrder = (another = false): AskInput => ({
  wish: { kind: 'create-order', product: 'Rice', quantity: 2, price: '12.50', another },
  saw: NOTHING_SEEN,
  reason: null,
});

export const aPayment = (order: number, amount = '3.00', another = false): AskInput => ({
  wish: { kind: 'record-payment', order, amount, another } satisfies Wish,
  saw: NOTHING_SEEN,
  reason: null,
});

export function pendingPayments({ store }: ADesk, most: number): number[] {
  const found: number[] = [];
  for (let id = 1; found.length < most && id < 2_000; id += 1) if (store.state.payment(id)?.status === 'pending') found.push(id);
  return found;
}

// One signed-in identity on a practice store, with the network in between under the test's hand. No session, no Electron.

import { createIdentity, type Identity } from '../../../../src/main/desk/identity.ts';
import type { Connection } from '../../../../src/main/http/connection.ts';
import type { Fetch } from '../../../../src/main/http/transport.ts';
import type { Operations } from '../../../../src/main/journal/operations.ts';
import type { WritePathParts } from '../../../../src/main/journal/write-path.ts';
import { createOrder } from '../../../../src/main/orders/create-order.ts';
import { type MarkRules, markPayment } from '../../../../src/main/payments/mark-payment.ts';
import { recordPayment } from '../../../../src/main/payments/record-payment.ts';
import type { UpdateMethod } from '../../../../src/main/payments/update-method.ts';
import type { PracticeBehaviour } from '../../../../src/main/practice/behaviour.ts';
import { PRACTICE_ACCOUNT } from '../../../../src/main/practice/people.ts';
import { createPracticeStore, type PracticeRequest, type PracticeStore } from '../../../../src/main/practice/store.ts';
import { bind } from '../../../../src/main/session/bind.ts';
import { openBook } from '../../../../src/main/store/book-door.ts';
import type { Payment } from '../../../../src/main/store/facts.ts';
import { moneyText } from '../../../../src/shared/domain/money.ts';
import { NOTHING_SEEN, type Operation, type Seen } from '../../../../src/shared/domain/operation-schemas.ts';
import type { PaymentStatus } from '../../../../src/shared/domain/payment.ts';
import type { MarkInput } from '../../../../src/shared/ipc/operation-requests.ts';
import type { CreationOutput, PaymentView, PendingWindow } from '../../../../src/shared/ipc/order-schemas.ts';
import type { Result } from '../../../../src/shared/result.ts';
import { aClock, aWritePath, becameOf } from './a-write-path.ts';
import { createFaultyNetwork, type FaultyNetwork } from './faulty-network.ts';

export const ORIGIN = 'https://shop.example';
export const TODAY = Date.UTC(2026, 9, 22, 10);

export interface Shop extends Omit<Identity, 'operations'> {
  readonly operations: Operations;
  readonly store: PracticeStore;
  readonly network: FaultyNetwork;
  readonly connection: Connection;
  /** Asks for a mark as the page does, by what this desk knows of the payment. Not held unless `rules` say so. */
  ask(payment: number, to: PaymentStatus, more?: Partial<MarkInput>, rules?: Partial<MarkRules>): Promise<Result<Operation>>;
  /** Asks, and waits for what one attempt comes to. */
  mark(payment: number, to: PaymentStatus, more?: Partial<MarkInput>): Promise<Operation>;
  create(typed: { product: string; quantity: string; price: string; again?: string | null }): Promise<Result<CreationOutput>>;
  record(order: number, amount: string, again?: string | null): Promise<Result<CreationOutput>>;
  /** What stands in the journal, newest first. */
  journal(): Promise<readonly Operation[]>;
  /** How a payment stands on the screen; undefined where it is not known. */
  shown(payment: number): Promise<Pick<PaymentView, 'status' | 'standing' | 'asked'> | undefined>;
  /** What this desk knows of a payment; null where it knows nothing. */
  payment(id: number): Promise<Payment | null>;
  /** Payments that are pending, as the page asks for them. */
  pending(): Promise<PendingWindow>;
  /** What falls due meanwhile happens. */
  pass(milliseconds: number): Promise<void>;
  /** How often the page was told that the history changed. */
  changes(): number;
  readonly names: string[];
  /** The learned method as it is remembered. */
  remembered(): UpdateMethod | null;
  remember(method: UpdateMethod | null): void;
  /** Requests that the store has taken up since the last call, sign-in aside. */
  requests(): readonly PracticeRequest[];
  tick(milliseconds: number): void;
}

/** @param between stands between the network and the practice store: what the server says may be changed there. */
export async function openShop(
  behaviour: Partial<PracticeBehaviour> = {},
  between: (store: Fetch) => Fetch = (store) => store,
  parts: Partial<WritePathParts> = {},
): Promise<Shop> {
  let calls = 0;
  // A call that a test holds back is waited for by nobody.
  const clock = aClock(TODAY, () => calls > network.held());
  const store: PracticeStore = createPracticeStore({ behaviour: { orders: 12, ...behaviour }, now: () => clock.now() });
  const network = createFaultyNetwork(between((request) => store.fetch(request)));
  const server = { origin: ORIGIN, base: ORIGIN, exposed: false };
  const { access, refresh } = await signIn(store);
  const bound = bind({
    target: { server, network: network.fetch, username: PRACTICE_ACCOUNT.username, practice: false },
    access,
    refresh,
    keep: () => Promise.resolve(),
    ended: () => undefined,
    reached: () => undefined,
    now: clock.now,
    wallClock: () => new Date(clock.now()),
  });
  const connection = { ...bound.connection, api: counted(bound.connection.api, (more) => (calls += more)) };
  let method: UpdateMethod | null = null;
  let changes = 0;
  let read = store.requests.length;
  const names: string[] = [];
  const operations = wentWell(await aWritePath(clock, parts).shop());
  const identity = createIdentity({
    connection,
    operations: { ok: true, value: operations },
    methods: {
      read: () => method,
      save: (learned) => {
        method = learned;
      },
    },
    timeNow: clock.timeNow,
    door: openBook(),
    asking: () => ({ now: clock.now(), zone: 'UTC' }),
    log: (line) => {
      throw new Error(line);
    },
    named: (name) => names.push(name),
    historyChanged: () => {
      changes += 1;
    },
  });
  const { book } = identity;
  const payment = async (id: number): Promise<Payment | null> => (await book.payments([id]))[0]?.payment ?? null;
  const seen = async (id: number): Promise<Seen> => {
    const known = await payment(id);
    if (known === null) return NOTHING_SEEN;
    const { status, amount, order } = known;
    return { status, amount: amount === null ? null : moneyText(amount), order, product: null };
  };
  const ask: Shop['ask'] = async (id, to, more, rules) =>
    await markPayment(
      operations,
      { payment: id, to, saw: await seen(id), reason: 'Slip', confirmed: false, ...more },
      { hold: 0, confirmAbove: '', ...rules },
    );
  return {
    ...identity,
    operations,
    store,
    network,
    connection,
    names,
    ask,
    mark: async (id, to, more) => await becameOf(operations, wentWell(await ask(id, to, more)).id),
    create: async ({ again = null, ...typed }) => await createOrder(operations, { ...typed, again }),
    record: async (order, amount, again = null) => await recordPayment(operations, { order, amount, again, product: null }),
    journal: async () => wentWell(await operations.page({ offset: 0, limit: 1_000 })).operations,
    payment,
    pending: () => book.pending(0, 500, false),
    shown: async (id) => {
      const row = await book.pendingRow(id);
      if (row === null) return undefined;
      const { status, standing, asked } = row.payment;
      return { status, standing, asked };
    },
    pass: clock.pass,
    changes: () => changes,
    remembered: () => method,
    remember: (learned) => {
      method = learned;
    },
    requests: () => {
      const since = store.requests.slice(read);
      read = store.requests.length;
      return since;
    },
    tick: clock.skip,
  };
}

/** The same client; says how many more calls are under way. */
function counted(api: Connection['api'], count: (more: 1 | -1) => void): Connection['api'] {
  return new Proxy(api, {
    get: (own, name) => {
      const call: unknown = Reflect.get(own, name);
      if (typeof call !== 'function') return call;
      return async (...input: unknown[]): Promise<unknown> => {
        count(1);
        return await Promise.resolve(Reflect.apply(call, own, input)).finally(() => count(-1));
      };
    },
  });
}

async function signIn(store: PracticeStore): Promise<{ access: string; refresh: string }> {
  const request = new Request(`${ORIGIN}/api/token/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(PRACTICE_ACCOUNT),
  });
  return (await (await store.fetch(request)).json()) as { access: string; refresh: string };
}

/** The requests that may change something. */
export function writes(requests: readonly PracticeRequest[]): readonly string[] {
  return requests.filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method)).map(({ method, path }) => `${method} ${path}`);
}

export function wentWell<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`unexpected: ${JSON.stringify(result.error)}`);
  return result.value;
}

export function errorOf(result: Result<unknown>): Extract<Result<unknown>, { ok: false }>['error'] {
  if (result.ok) throw new Error('unexpectedly went well');
  return result.error;
}

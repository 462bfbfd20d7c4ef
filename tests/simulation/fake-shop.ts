// A small shop server with a memory of everything it has carried out: who, when, under which operation's key.
import type { Chance } from './chance.ts';

export interface Commit {
  readonly at: number;
  readonly kind: 'mark' | 'create-order' | 'record-payment';
  readonly number: number;
  readonly key: string;
  readonly user: string;
}

export interface ShopOrder {
  readonly id: number;
  readonly user: string;
  readonly product: string;
  readonly quantity: number;
  readonly price: string;
  readonly createdAt: string;
}

export interface ShopPayment {
  readonly id: number;
  readonly order: number;
  readonly amount: string;
  status: string;
  /** Every status it ever had, and since when. */
  readonly past: { readonly at: number; readonly status: string }[];
}

/** How servers differ. */
export interface ShopHabits {
  readonly readPayment: boolean;
  readonly embeds: boolean;
  readonly method: 'PATCH' | 'PUT' | 'POST';
  readonly paged: boolean;
  readonly tellsTime: boolean;
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly token: string | null;
  readonly key: string | null;
}

export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string>;
}

export interface FakeShop {
  readonly habits: ShopHabits;
  readonly commits: readonly Commit[];
  readonly orders: ReadonlyMap<number, ShopOrder>;
  readonly payments: ReadonlyMap<number, ShopPayment>;
  handle(call: Call): Reply;
  signIn(user: string): { access: string; refresh: string };
  /** All access tokens run out. */
  expire(): void;
  /** The refresh tokens of a person are worth nothing any more. */
  revoke(user: string): void;
  /** Somebody else, in a browser tab. */
  change(id: number, status: string): void;
}

const PAGE = 5;
const GIVEN = { code: 'token_not_valid', detail: 'Given token not valid for any token type' };

export function createFakeShop(chance: Chance, now: () => number): FakeShop {
  const habits: ShopHabits = {
    readPayment: chance.happens(0.7),
    embeds: chance.happens(0.7),
    method: chance.pick(['PATCH', 'PATCH', 'PUT', 'POST'] as const) ?? 'PATCH',
    paged: chance.happens(0.5),
    tellsTime: chance.happens(0.8),
  };
  const orders = new Map<number, ShopOrder>();
  const payments = new Map<number, ShopPayment>();
  const commits: Commit[] = [];
  const access = new Map<string, string>();
  const refresh = new Map<string, string>();
  let tokens = 0;

  const headers = (): Record<string, string> => (habits.tellsTime ? { date: new Date(now()).toUTCString() } : {});
  const json = (status: number, value: unknown): Reply => ({
    status,
    body: JSON.stringify(value),
    headers: { 'content-type': 'application/json', ...headers() },
  });
  const addOrder = (user: string, product: string, quantity: number, price: string): ShopOrder => {
    const order = { id: orders.size + 1, user, product, quantity, price, createdAt: new Date(now()).toISOString() };
    orders.set(order.id, order);
    return order;
  };
  const addPayment = (order: number, amount: string): ShopPayment => {
    const payment = { id: payments.size + 1, order, amount, status: 'pending', past: [{ at: now(), status: 'pending' }] };
    payments.set(payment.id, payment);
    return payment;
  };
  const setStatus = (payment: ShopPayment, status: string): void => {
    payment.status = status;
    payment.past.push({ at: now(), status });
  };
  const issue = (user: string): { access: string; refresh: string } => {
    tokens += 1;
    const pair = { access: `access-${user}-${tokens}`, refresh: `refresh-${user}-${tokens}` };
    access.set(pair.access, user);
    refresh.set(pair.refresh, user);
    return pair;
  };

  const showPayment = ({ id, order, amount, status }: ShopPayment) => ({ id, order, amount, status });
  const showOrder = (order: ShopOrder) => ({
    id: order.id,
    product_name: order.product,
    quantity: order.quantity,
    price: order.price,
    customer_name: order.user,
    created_at: order.createdAt,
    ...(habits.embeds ? { payments: [...payments.values()].filter((payment) => payment.order === order.id).map(showPayment) } : {}),
  });

  const renew = (body: string): Reply => {
    const given = String((JSON.parse(body) as { refresh?: unknown }).refresh);
    const user = refresh.get(given);
    // Rotation with a blacklist: whoever loses this answer has lost the session.
    refresh.delete(given);
    return user === undefined ? json(401, { detail: 'Token is blacklisted', code: 'token_not_valid' }) : json(200, issue(user));
  };

  const history = (query: string): Reply => {
    const list = [...orders.values()];
    if (!habits.paged) return json(200, list.map(showOrder));
    const page = Number(new URLSearchParams(query).get('page') ?? 1);
    const end = page * PAGE;
    // The name that the server believes it has; no token may follow it there.
    const next = end < list.length ? `http://internal.example:8000/api/orders/history/?page=${page + 1}` : null;
    return json(200, { count: list.length, next, previous: null, results: list.slice(end - PAGE, end).map(showOrder) });
  };

  const createOrder = (call: Call, user: string): Reply => {
    const { product_name, quantity, price } = JSON.parse(call.body) as { product_name: string; quantity: number; price: string };
    const order = addOrder(user, product_name, quantity, price);
    commits.push({ at: now(), kind: 'create-order', number: order.id, key: call.key ?? '', user });
    return json(201, showOrder(order));
  };

  const recordPayment = (call: Call, user: string): Reply => {
    const { order, amount } = JSON.parse(call.body) as { order: number; amount: string };
    if (!orders.has(order)) return json(400, { order: [`Invalid pk "${order}" - object does not exist.`] });
    const payment = addPayment(order, amount);
    commits.push({ at: now(), kind: 'record-payment', number: payment.id, key: call.key ?? '', user });
    return json(201, showPayment(payment));
  };

  const onePayment = (call: Call, user: string, id: number): Reply => {
    const allow = { allow: `${habits.readPayment ? 'GET, HEAD, ' : ''}${habits.method}, OPTIONS` };
    const offered = call.method === habits.method || call.method === 'OPTIONS' || (call.method === 'GET' && habits.readPayment);
    if (!offered) return { ...json(405, { detail: `Method "${call.method}" not allowed.` }), headers: { ...headers(), ...allow } };
    if (call.method === 'OPTIONS') return { ...json(200, { name: 'Payment' }), headers: { ...headers(), ...allow } };
    const payment = payments.get(id);
    if (payment === undefined) return json(404, { detail: 'No Payment matches the given query.' });
    if (call.method === 'GET') return json(200, showPayment(payment));
    setStatus(payment, (JSON.parse(call.body) as { status: string }).status);
    commits.push({ at: now(), kind: 'mark', number: id, key: call.key ?? '', user });
    return json(200, showPayment(payment));
  };

  const route = (call: Call, user: string): Reply => {
    if (call.path === '/api/orders/history/') return history(call.query);
    if (call.path === '/api/orders/') return createOrder(call, user);
    if (call.path === '/api/orders/payments/') return recordPayment(call, user);
    const payment = /^\/api\/orders\/payments\/(\d+)\/$/.exec(call.path)?.[1];
    if (payment !== undefined) return onePayment(call, user, Number(payment));
    const order = orders.get(Number(/^\/api\/orders\/(\d+)\/$/.exec(call.path)?.[1]));
    return order === undefined ? json(404, { detail: 'No Order matches the given query.' }) : json(200, showOrder(order));
  };

  for (let made = 0; made < 8; made += 1) {
    const order = addOrder('customer', chance.pick(['Rice', 'Tea', 'Soap']) ?? 'Rice', 1, '10.00');
    addPayment(order.id, '10.00');
    if (chance.happens(0.3)) addPayment(order.id, '4.50');
  }

  return {
    habits,
    commits,
    orders,
    payments,
    handle: (call) => {
      if (call.path === '/api/token/refresh/') return renew(call.body);
      const user = access.get(call.token ?? '');
      return user === undefined ? json(chance.happens(0.5) ? 401 : 403, GIVEN) : route(call, user);
    },
    signIn: issue,
    expire: () => access.clear(),
    revoke: (user) => {
      for (const [token, owner] of refresh) if (owner === user) refresh.delete(token);
    },
    change: (id, status) => {
      const payment = payments.get(id);
      if (payment !== undefined && payment.status !== status) setStatus(payment, status);
    },
  };
}

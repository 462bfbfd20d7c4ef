// Orders, payments and what this desk did, as the page sees them. Amounts are canonical decimal text (domain/money), times ISO 8601.
import * as v from 'valibot';
import { ORDER_PAYMENT_STATES, PAYMENT_STATUSES, STANDINGS } from '../domain/payment.ts';
import { appError } from '../errors/app-error.ts';

const money = v.nullable(v.string());
const time = v.nullable(v.string());
/** Order and payment numbers are whole and positive. */
export const serverNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const markableStatus = v.picklist(PAYMENT_STATUSES);

export const paymentView = v.strictObject({
  id: serverNumber,
  order: v.nullable(serverNumber),
  amount: money,
  /** The last status that the server told; one outside the guide's three is shown as given. null: never told. */
  status: v.nullable(v.string()),
  createdAt: time,
  standing: v.picklist(STANDINGS),
  /** What was asked for, while the standing is not `settled`; and the operation in the journal that asks for it. */
  asked: v.nullable(markableStatus),
  operation: v.nullable(v.string()),
  /** Until when a held one can be undone, ISO 8601. */
  until: time,
});
export type PaymentView = v.InferOutput<typeof paymentView>;

export const orderRow = v.strictObject({
  id: serverNumber,
  product: v.nullable(v.string()),
  customer: v.nullable(v.string()),
  quantity: v.nullable(v.string()),
  price: money,
  /** quantity × price */
  total: money,
  /** Sum of completed payments; null when the server does not tell the payments. */
  paid: money,
  due: money,
  createdAt: time,
  state: v.picklist(ORDER_PAYMENT_STATES),
  /** null: the server embeds no payments and this desk has seen none of this order. */
  payments: v.nullable(v.array(paymentView)),
});
export type OrderRow = v.InferOutput<typeof orderRow>;

export const orderDetail = v.strictObject({
  order: orderRow,
  /** Fields of the server's answer that this console does not know, as text. */
  more: v.array(v.strictObject({ name: v.string(), value: v.string() })),
  /** When the server told this. */
  asOf: v.string(),
  /** Set when the server could not be asked just now and this is what the history last said. */
  problem: v.nullable(appError),
});
export type OrderDetail = v.InferOutput<typeof orderDetail>;

export const historyState = v.strictObject({
  /** Grows with every change of the history or of a payment's standing. */
  revision: count,
  total: count,
  /** Rows of the server's answer that carry no order number and so cannot be shown. */
  unreadable: count,
  /** By so many the server's own count was higher than what all its pages brought, though they were read twice; null where nothing is missing. */
  missing: v.nullable(count),
  /** Every order of the last complete pull says that it is the signed-in person's own: there may be others that the server does not show. */
  ownOnly: v.boolean(),
  /** Only the beginning of a first pull is here; it goes again if the pull breaks. */
  partial: v.boolean(),
  /** Set while a pull runs. `expected` where the server tells a count; `since` when it began, by this computer's clock, ISO 8601. */
  pulling: v.nullable(v.strictObject({ received: count, expected: v.nullable(count), since: v.string() })),
  /** When the last complete pull was answered; null before the first one. */
  asOf: v.nullable(v.string()),
  /** Why the last pull failed; null when it did not. */
  problem: v.nullable(appError),
});
export type HistoryState = v.InferOutput<typeof historyState>;

export const SORT_KEYS = ['id', 'product', 'customer', 'quantity', 'price', 'total', 'paid', 'due', 'createdAt', 'state'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
const sortStep = v.strictObject({ by: v.picklist(SORT_KEYS), direction: v.picklist(['ascending', 'descending']) });
export type SortStep = v.InferOutput<typeof sortStep>;
/** More would be nobody's question. */
export const MOST_SORT_STEPS = 3;
export const historyQuery = v.strictObject({
  /** In the query language (domain/query): words are found anywhere in number, product, customer or amounts, whatever the case; all must be found. */
  text: v.pipe(v.string(), v.maxLength(500)),
  /** The chip that is on; beside what the text says. */
  state: v.nullable(v.picklist(ORDER_PAYMENT_STATES)),
  /** The first decides, the next one among equals; after them the higher number comes first. */
  sort: v.pipe(v.array(sortStep), v.minLength(1), v.maxLength(MOST_SORT_STEPS)),
});
export type HistoryQuery = v.InferOutput<typeof historyQuery>;

const range = { offset: count, limit: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(500)) };
/** `fresh`: found anew; otherwise rows stand where they stood when this query was last found, and what has come in since waits. */
export const windowInput = v.strictObject({ query: historyQuery, fresh: v.boolean(), ...range });
export const historyWindow = v.strictObject({
  revision: count,
  /** Rows of this result. */
  total: count,
  /** Orders that match and are not let in: they have come, or have come to match, since the query was found. */
  added: count,
  /** How many orders match the text, by state: the numbers on the filter chips. */
  counts: v.record(v.picklist(ORDER_PAYMENT_STATES), count),
  rows: v.array(orderRow),
});
export type HistoryWindow = v.InferOutput<typeof historyWindow>;

/** How many orders match each query now. */
export const countsInput = v.strictObject({ queries: v.pipe(v.array(historyQuery), v.maxLength(50)) });
export const countsOutput = v.array(count);

/** Rows of the last complete pull that carry no order number: their places in the server's answer, from 1, and what it wrote there. */
export const unreadableRows = v.array(v.strictObject({ place: count, text: v.string() }));

/** Where an order stands in a query's result, so that the page can scroll to it; null when it is not in it. */
export const positionInput = v.strictObject({ query: historyQuery, id: serverNumber });
export const position = v.nullable(count);

/** `keep`: payments that were decided since the last asking keep their places, because a hand is over them. */
export const pendingInput = v.strictObject({ ...range, keep: v.boolean() });
export const pendingRow = v.strictObject({ payment: paymentView, product: v.nullable(v.string()), customer: v.nullable(v.string()) });
export type PendingRow = v.InferOutput<typeof pendingRow>;
export const pendingWindow = v.strictObject({
  revision: count,
  /** Rows: the pending ones and those that are kept. */
  total: count,
  pending: count,
  /** Sum of the pending amounts, exactly. */
  sum: v.string(),
  rows: v.array(pendingRow),
  /** false: this server embeds no payments in its orders, so only payments seen by this desk can be listed. */
  embedded: v.boolean(),
});
export type PendingWindow = v.InferOutput<typeof pendingWindow>;

/** Texts as typed; main checks them again with the same rules as the page (domain/new-order). */
const typed = v.pipe(v.string(), v.maxLength(2_000));
/** `again`: the operation whose answer was lost; the person has looked and wants it sent once more. */
const again = v.nullable(typed);
export const createOrderInput = v.strictObject({ product: typed, quantity: typed, price: typed, again });
export const recordPaymentInput = v.strictObject({ order: serverNumber, amount: typed, again });

/** `unknown`: the answer was lost. `id`: null where the server accepted it without telling its number. */
export const creationOutput = v.variant('outcome', [
  v.strictObject({ outcome: v.literal('created'), id: v.nullable(serverNumber) }),
  v.strictObject({ outcome: v.literal('unknown'), operation: v.string() }),
]);
export type CreationOutput = v.InferOutput<typeof creationOutput>;

const tally = v.strictObject({ orders: count, total: v.string() });
export const insights = v.strictObject({
  asOf: v.nullable(v.string()),
  states: v.array(v.strictObject({ state: v.picklist(ORDER_PAYMENT_STATES), ...tally.entries })),
  /** The last 14 days in this computer's time zone, oldest first; `day` is YYYY-MM-DD. */
  days: v.array(v.strictObject({ day: v.string(), ...tally.entries, paid: v.string() })),
});
export type Insights = v.InferOutput<typeof insights>;

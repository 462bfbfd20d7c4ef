// Marking many payments at once, as the page asks for it: choosing rows, the dry run, the run itself.
import * as v from 'valibot';
import { historyQuery, serverNumber } from './order-schemas.ts';

/** Rows that can be chosen for one run. Beyond it the dry run would take longer than a person waits. */
export const MOST_CHOSEN = 20_000;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const id = v.pipe(v.string(), v.maxLength(100));
const ids = v.pipe(v.array(serverNumber), v.maxLength(MOST_CHOSEN));

/** What a bulk run can set: putting back to pending is a correction, and those are made one by one, each with its reason. */
export const BULK_STATUSES = ['completed', 'failed'] as const;
const to = v.picklist(BULK_STATUSES);
export type BulkStatus = v.InferOutput<typeof to>;

/** Places in the list as it was last told, both included; null: all of them. */
const span = v.nullable(v.strictObject({ first: count, last: count }));
export const gatherInput = v.variant('by', [
  v.strictObject({ by: v.literal('orders'), query: historyQuery, span }),
  v.strictObject({ by: v.literal('payments'), span }),
]);
export type GatherInput = v.InferOutput<typeof gatherInput>;
/** `ids`: at most `MOST_CHOSEN`, in the list's order, as they stood at this moment. `total`: how many there are. */
export const gathered = v.strictObject({ ids, total: count });
export type Gathered = v.InferOutput<typeof gathered>;

export const planInput = v.strictObject({
  to,
  of: v.variant('by', [
    v.strictObject({ by: v.literal('orders'), ids }),
    v.strictObject({ by: v.literal('payments'), ids }),
    /** Those of an earlier run that came to nothing. */
    v.strictObject({ by: v.literal('failed'), batch: id }),
  ]),
});
export type PlanInput = v.InferOutput<typeof planInput>;

/**
 * `already`: it has that status. `correction`: it is no longer pending, and has another one. `under-way`: a mark of it is not settled.
 * `no-payment`: the order has none. `not-told`: this server has not told the payment, or its status, to this desk.
 */
export const LEFT_OUT = ['already', 'correction', 'under-way', 'no-payment', 'not-told'] as const;
export type LeftOutReason = (typeof LEFT_OUT)[number];

/** One of those concerned, to recognise them by; an order without a payment, or a payment without an order. */
const example = v.strictObject({
  payment: v.nullable(serverNumber),
  order: v.nullable(serverNumber),
  product: v.nullable(v.string()),
  amount: v.nullable(v.string()),
});
export type PlanExample = v.InferOutput<typeof example>;

export const plan = v.strictObject({
  /** Frozen in main: what is started is what this describes. */
  plan: id,
  to,
  payments: count,
  /** Canonical decimal text; exact. Amounts that are not known count as nothing, and are counted in `unpriced`. */
  sum: v.string(),
  unpriced: count,
  orders: count,
  /** Orders of which more than one payment is marked. */
  several: count,
  /** Above the amount over which each mark is confirmed, and that amount. */
  large: count,
  limit: v.string(),
  examples: v.array(example),
  leftOut: v.array(v.strictObject({ why: v.picklist(LEFT_OUT), count, examples: v.array(example) })),
});
export type Plan = v.InferOutput<typeof plan>;

/** `confirmed`: the person has agreed to the large amounts. */
export const startInput = v.strictObject({ plan: id, confirmed: v.boolean() });
/** `batch`: null where nothing was left to be marked. `left`: what somebody else has begun to mark since the dry run. */
export const started = v.strictObject({ batch: v.nullable(id), taken: count, left: count });
export type Started = v.InferOutput<typeof started>;

export const batchInput = v.strictObject({ batch: id });
export const cancelled = v.strictObject({ count });

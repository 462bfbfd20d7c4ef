// Marks and creations as the page asks for them, undoes them and decides on them, and what it is told of those that are not settled.
import * as v from 'valibot';
import { decision, OPERATION_STATES, operation, seen } from '../domain/operation-schemas.ts';
import { PAYMENT_STATUSES } from '../domain/payment.ts';
import { appError } from '../errors/app-error.ts';
import { serverNumber } from './order-schemas.ts';
import { notice } from './shell-requests.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const id = v.pipe(v.string(), v.maxLength(100));

/** As the server told it, whatever its length; bounded, because the page is. */
const shown = v.nullable(v.pipe(v.string(), v.maxLength(100_000)));
const moment = v.nullable(v.pipe(v.string(), v.maxLength(40)));

export const markInput = v.strictObject({
  payment: serverNumber,
  to: v.picklist(PAYMENT_STATUSES),
  /** What stood on the screen when the person decided. */
  saw: v.strictObject({ ...seen.entries, status: shown, amount: shown, product: shown }),
  /** Due for a correction; without it the answer is a refusal that names `reason`. */
  reason: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  /** The person has been asked a second time; without it a large amount is refused by the name of `confirm`. */
  confirmed: v.boolean(),
});
export type MarkInput = v.InferOutput<typeof markInput>;

export const operationInput = v.strictObject({ id });
export const decideInput = v.strictObject({ id, decision });

/** `down`: there is a network, and the server does not answer on it. */
export const REACHES = ['online', 'offline', 'down', 'signed-out'] as const;
export type Reach = (typeof REACHES)[number];

/** Of a batch: marks that were asked for together. */
export const batchView = v.strictObject({
  batch: id,
  to: v.nullable(v.picklist(PAYMENT_STATUSES)),
  actor: v.string(),
  /** When it was asked for, ISO 8601. */
  at: v.string(),
  total: count,
  /** Of all its amounts, exactly, as canonical decimal text; those that are not known count as nothing. */
  sum: v.string(),
  /** The same for what is done; null while the batch is under way. */
  doneSum: v.nullable(v.string()),
  done: count,
  /** Refused by the server, given up, or left as somebody else has set it. */
  failed: count,
  /** Undone before they were sent. */
  cancelled: count,
  /** Unknown or in conflict, until a person decides. */
  decisions: count,
  paused: v.boolean(),
  /** Until when all of it can be undone, ISO 8601; null once the hold is over. */
  heldUntil: v.nullable(v.string()),
});
export type BatchView = v.InferOutput<typeof batchView>;

export const deskState = v.strictObject({
  reach: v.picklist(REACHES),
  /** Since when it is so, ISO 8601. */
  since: v.string(),
  /** Single ones that are not settled, and those of batches that need a person; oldest first, at most 200. */
  open: v.array(operation),
  /** Held, waiting or being sent, for this person and server, batches included. */
  waiting: count,
  /** Of these, how many a person has to decide on. */
  decisions: count,
  /** Asked for by others at this desk: they go on when those sign in again. */
  others: count,
  /** Batches that are under way, or were since Paydesk was opened; newest first. */
  batches: v.array(batchView),
  /** Why nothing can be written down just now, and so nothing is sent; null when all is well. */
  journal: v.nullable(appError),
  /** What was wrong when the journal was opened, until somebody has read it. */
  notices: v.array(notice),
  /** Minutes that the server's clock is ahead of this computer's, negative: behind; null while they agree, or nothing is known. */
  clock: v.nullable(v.pipe(v.number(), v.safeInteger())),
  /** Marks that waited already when this person signed in and have begun to go out; 0 while they have not. */
  goneOn: count,
});
export type DeskState = v.InferOutput<typeof deskState>;

/** Finds operations of all times, of this server. Newest first. */
export const operationsInput = v.strictObject({
  text: v.pipe(v.string(), v.maxLength(500)),
  /** Absent states: all. */
  states: v.nullable(v.array(v.picklist(OPERATION_STATES))),
  batch: v.nullable(id),
  actor: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  payment: v.nullable(serverNumber),
  order: v.nullable(serverNumber),
  /** ISO 8601: asked for at or after, and before. */
  from: moment,
  until: moment,
  offset: count,
  limit: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(500)),
});
export type OperationsInput = v.InferOutput<typeof operationsInput>;
export const operationsPage = v.strictObject({ total: count, operations: v.array(operation) });
export type OperationsPage = v.InferOutput<typeof operationsPage>;

// What an operation is, once, as schemas: what was asked, the states it passes through, and the events that move it.
// Journal bodies are parsed with these when they are read back, and the page may be shown them as they are.
import * as v from 'valibot';
import { appError } from '../errors/app-error.ts';
import { PAYMENT_STATUSES } from './payment.ts';

const number = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** ISO 8601 in UTC, as `Date.toISOString` writes it. */
const time = v.pipe(v.string(), v.isoTimestamp());
const text = v.string();
/** Canonical decimal text (domain/money). */
const amount = v.string();

/** What stood on the screen when the person decided; null: not known to them. */
export const seen = v.strictObject({
  status: v.nullable(text),
  amount: v.nullable(amount),
  order: v.nullable(number),
  product: v.nullable(text),
});
export type Seen = v.InferOutput<typeof seen>;

export const NOTHING_SEEN: Seen = { status: null, amount: null, order: null, product: null };

/** `another`: the person knows that an equal one is there already and wants one more. */
export const wish = v.variant('kind', [
  v.strictObject({ kind: v.literal('mark'), payment: number, to: v.picklist(PAYMENT_STATUSES) }),
  v.strictObject({ kind: v.literal('create-order'), product: text, quantity: number, price: amount, another: v.boolean() }),
  v.strictObject({ kind: v.literal('record-payment'), order: number, amount, another: v.boolean() }),
]);
export type Wish = v.InferOutput<typeof wish>;
export type OperationKind = Wish['kind'];

/** The server's base address and the user name: an operation is never sent under another. */
export const owner = v.strictObject({ server: text, username: text });
export type Owner = v.InferOutput<typeof owner>;

export const asked = v.strictObject({
  wish,
  owner,
  /** Who sat at the desk, as their profile names them. */
  actor: text,
  saw: seen,
  /** Why a payment that was no longer pending is marked. */
  reason: v.nullable(text),
  /** Operations asked for together. */
  batch: v.nullable(text),
  holdUntil: time,
});
export type Asked = v.InferOutput<typeof asked>;

/** What was known before a creation was sent, to tell afterwards which one is new. */
export const baseline = v.strictObject({
  highestOrder: v.nullable(number),
  /** The order's payments; null where the server does not tell them. */
  payments: v.nullable(v.array(number)),
  sentAt: time,
  /** Whether `sentAt` is by the server's clock, or by this computer's, which may be wrong. */
  serverClock: v.boolean(),
});
export type Baseline = v.InferOutput<typeof baseline>;

/** What earlier attempts have left behind. */
export const trail = v.strictObject({
  /** An earlier attempt may have been carried out. */
  doubt: v.boolean(),
  /** Attempts since a person last had a say. */
  tries: count,
  baseline: v.nullable(baseline),
  /** Server numbers that a person has looked at and said not to be this one. */
  rejected: v.array(number),
});
export type Trail = v.InferOutput<typeof trail>;

/** `aged`: asked for too long ago to go out unasked. `person`: somebody has just said to send it. */
export const WAIT_REASONS = ['offline', 'server', 'signed-out', 'slow-down', 'aged', 'person'] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];
const why = v.picklist(WAIT_REASONS);
const problem = v.nullable(appError);

export const operationState = v.variant('name', [
  v.strictObject({ name: v.literal('held'), until: time }),
  /** Unless `trail.doubt`, nothing of it has reached the server. */
  v.strictObject({ name: v.literal('waiting'), why, problem, trail }),
  v.strictObject({ name: v.literal('sending'), trail }),
  v.strictObject({
    name: v.literal('unknown'),
    problem,
    trail,
    /** Server numbers that may be the one that was asked for. */
    matches: v.array(number),
    /** The first and the last time that a complete reading showed none. */
    emptyReads: v.array(time),
    /** Nothing more can be found out, or may be tried, without a person. */
    unreadable: v.boolean(),
  }),
  v.strictObject({ name: v.literal('conflict'), theirs: seen, trail }),
  /** `already`: it was so before anything was sent. `found`: the answer was lost, and reading showed it. */
  v.strictObject({ name: v.literal('done'), how: v.picklist(['answered', 'already', 'found']), number: v.nullable(number) }),
  v.strictObject({ name: v.literal('refused'), problem: appError }),
  v.strictObject({ name: v.literal('undone') }),
  /** By a person: theirs stays, it was carried out after all, or it was given up although an attempt may have been carried out. */
  v.strictObject({ name: v.literal('decided'), how: v.picklist(['kept-theirs', 'is-done', 'given-up']), number: v.nullable(number) }),
  v.strictObject({ name: v.literal('not-done') }),
]);
export type OperationState = v.InferOutput<typeof operationState>;

export const OPERATION_STATES = operationState.options.map(({ entries }) => entries.name.literal);

const by = text;
export const operationEvent = v.variant('kind', [
  v.strictObject({ kind: v.literal('undone'), by }),
  /** It is certain that nothing was carried out by this attempt; it will be tried again. */
  v.strictObject({ kind: v.literal('parked'), why, problem }),
  /** Written before the first byte leaves. */
  v.strictObject({ kind: v.literal('sent'), baseline: v.nullable(baseline) }),
  v.strictObject({ kind: v.literal('answered'), number: v.nullable(number) }),
  v.strictObject({ kind: v.literal('found'), number: v.nullable(number) }),
  v.strictObject({ kind: v.literal('refused'), problem: appError }),
  v.strictObject({ kind: v.literal('changed'), theirs: seen }),
  v.strictObject({ kind: v.literal('lost'), problem }),
  /** A reading that settled nothing. */
  v.strictObject({ kind: v.literal('looked'), matches: v.array(number), unreadable: v.boolean() }),
  /** `reason`: why theirs is corrected, where it is no longer pending. */
  v.strictObject({ kind: v.literal('send-again'), by, reason: v.nullable(text) }),
  v.strictObject({ kind: v.literal('keep-theirs'), by }),
  v.strictObject({ kind: v.literal('say-done'), by, number: v.nullable(number) }),
  v.strictObject({ kind: v.literal('say-not-done'), by }),
]);
export type OperationEvent = v.InferOutput<typeof operationEvent>;

/** What a person may decide on an operation that needs one. */
export const decision = v.variant('kind', [
  /** Also for what waits because it is old. `reason`: due where what somebody else has decided meanwhile is set again. */
  v.strictObject({ kind: v.literal('send-again'), reason: v.nullable(v.pipe(text, v.maxLength(500))) }),
  /** Of a conflict: what stands at the server stays. */
  v.strictObject({ kind: v.literal('keep-theirs') }),
  /** Of an unknown outcome: it was carried out, and this is its number where one was picked. */
  v.strictObject({ kind: v.literal('say-done'), number: v.nullable(number) }),
  v.strictObject({ kind: v.literal('say-not-done') }),
]);
export type Decision = v.InferOutput<typeof decision>;

export const operation = v.strictObject({
  id: text,
  /** The place of its asking in the journal: older ones are lower. */
  sequence: number,
  askedAt: time,
  ...asked.entries,
  state: operationState,
  /** How often it was sent. */
  attempts: count,
  changedAt: time,
});
export type Operation = v.InferOutput<typeof operation>;

// What the page asks about everything that this desk did: exports, the check of the journal, the shift sheet.
import * as v from 'valibot';
import { operation, operationEvent } from '../domain/operation-schemas.ts';
import { PAYMENT_STATUSES } from '../domain/payment.ts';
import { operationsInput } from './operation-requests.ts';

const id = v.pipe(v.string(), v.maxLength(100));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const { offset: _offset, limit: _limit, ...filterEntries } = operationsInput.entries;

/** Which operations of this server: what a page of them is asked by, without its place. */
export const operationsFilter = v.strictObject(filterEntries);
export type OperationsFilter = v.InferOutput<typeof operationsFilter>;

/** `activity`: all that match, as CSV. `journal`: every entry with its hash, as JSON lines. `waiting`: this person's unsettled ones, as CSV. */
export const exportInput = v.variant('what', [
  v.strictObject({ what: v.literal('activity'), filter: operationsFilter }),
  v.strictObject({ what: v.literal('journal') }),
  v.strictObject({ what: v.literal('waiting') }),
]);
export type ExportInput = v.InferOutput<typeof exportInput>;

/** `saved`: where; null when the person closed the dialog. `entries`: how many the file holds. */
export const exportOutput = v.strictObject({ saved: v.nullable(v.string()), entries: count });
export type ExportOutput = v.InferOutput<typeof exportOutput>;

export const entryInput = v.strictObject({ id });
/** One operation with all that became of it, oldest first; null where this server's journal has none by that name. */
export const entryOutput = v.nullable(
  v.strictObject({
    operation,
    /** Of the person who is signed in: only they can have it sent. */
    own: v.boolean(),
    moves: v.array(v.strictObject({ at: v.string(), event: operationEvent })),
  }),
);
export type ActivityEntry = NonNullable<v.InferOutput<typeof entryOutput>>;

export const decisionsInput = v.strictObject({ offset: count, limit: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(500)) });

/**
 * `gap`: an entry is missing or stands elsewhere. `altered`: it is not what was written. `shortened`: entries are missing at the end.
 * `unlawful`, `unreadable`: Paydesk would not have written it. `standing`: the list that is derived from the entries disagrees with them.
 */
export const FLAWS = ['gap', 'altered', 'shortened', 'unlawful', 'unreadable', 'standing'] as const;
export type Flaw = (typeof FLAWS)[number];
/** `sequence`: the first entry concerned. `hash`: of the last one; written down elsewhere it shows a journal that was rewritten whole. */
export const verdict = v.variant('sound', [
  v.strictObject({ sound: v.literal(true), entries: count, hash: v.string() }),
  v.strictObject({ sound: v.literal(false), flaw: v.picklist(FLAWS), sequence: count }),
]);
export type VerdictView = v.InferOutput<typeof verdict>;

/** A day of this computer's time zone. */
export const shiftInput = v.strictObject({ day: v.pipe(v.string(), v.isoDate()) });

/** `sum`: exact, canonical decimal text. `unknown`: how many of them have no known amount. */
const tally = v.strictObject({ count, sum: v.string(), unknown: count });
export type Tally = v.InferOutput<typeof tally>;

export const shiftSheet = v.strictObject({
  /** YYYY-MM-DD */
  day: v.string(),
  /** IANA name of the time zone in which the day begins and ends. */
  zone: v.string(),
  server: v.string(),
  /** ISO 8601 */
  madeAt: v.string(),
  /** 0 to 23: from the first hour with a mark to the last. */
  hours: v.array(count),
  /** Marks that are done, by who asked for them and in which hour; `counts` stand under `hours`. */
  clerks: v.array(v.strictObject({ clerk: v.string(), account: v.string(), counts: v.array(count), total: count })),
  /** Marks that are done, by what they set; what was pending before, and what was corrected. */
  marks: v.array(v.strictObject({ to: v.picklist(PAYMENT_STATUSES), done: tally, corrected: tally })),
  undone: tally,
  refused: tally,
  /** By a person: what others had set stays, or it was not carried out. */
  givenUp: tally,
  waiting: tally,
  /** Unknown, in conflict or too old: a person has to decide. */
  undecided: tally,
  newOrders: tally,
  newPayments: tally,
});
export type ShiftSheet = v.InferOutput<typeof shiftSheet>;

// What the window's frame asks and is told: what still waits to be sent, closing, alerts, and what was found wrong when the files were opened.
import * as v from 'valibot';
import { operation } from '../domain/operation-schemas.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const id = v.pipe(v.string(), v.maxLength(100));

/** What was wrong with the journal's file when Paydesk was opened, or with a history's. Nothing that is still there is hidden by it. */
export const notice = v.variant('kind', [
  /** It could not be read: renamed to `file`, and a new one begun. */
  v.strictObject({ kind: v.literal('set-aside'), file: v.string() }),
  /** This many entries that were written once are gone. */
  v.strictObject({ kind: v.literal('missing'), entries: count }),
  /** An entry, by its place, that Paydesk would not have written like this. */
  v.strictObject({ kind: v.literal('broken'), entry: count }),
  /** The stored history: could not be read and was renamed to `file`; is of a newer Paydesk, and left alone; cannot be written there. */
  v.strictObject({ kind: v.picklist(['history-set-aside', 'history-newer', 'history-not-kept']), file: v.string() }),
]);
export type Notice = v.InferOutput<typeof notice>;

/** What of this person is on its way or waits, batches included; oldest first, at most 200 of `total`. */
export const waitingList = v.strictObject({
  total: count,
  entries: v.array(
    v.strictObject({
      operation,
      /** Its batch is paused: it is not sent until somebody goes on with that. */
      paused: v.boolean(),
    }),
  ),
  /** Of other people at this desk. */
  others: count,
});
export type WaitingList = v.InferOutput<typeof waitingList>;

/** null: all of them. */
export const cancelInput = v.strictObject({ ids: v.nullable(v.pipe(v.array(id), v.maxLength(500))) });
export const cancelOutput = v.strictObject({ cancelled: count, list: waitingList });

/** What becomes of the wish to close Paydesk. */
export const closeInput = v.strictObject({ answer: v.picklist(['close', 'stay']) });

/** Where a notification that was clicked leads; `operation`: the one to be decided on. */
export const showPlace = v.strictObject({ place: v.picklist(['payments', 'activity']), operation: v.nullable(v.string()) });
export type ShowPlace = v.InferOutput<typeof showPlace>;

/** Said politely inside the window. */
export const told = v.strictObject({ text: v.string() });

// What the page asks about everything that this desk did: exports, the check of the journal, the shift sheet.
import * as v from 'valibot';
import { operationsInput } from './operation-requests.ts';

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

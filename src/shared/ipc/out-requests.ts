// What leaves Paydesk through main: the history as a file, orders as text on the clipboard.
import * as v from 'valibot';
import { ORDER_CSV_COLUMNS } from '../domain/order-csv.ts';
import { historyQuery, serverNumber } from './order-schemas.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The result of a query as it stands on the screen, with these columns in this order, each once. */
export const exportHistoryInput = v.strictObject({
  query: historyQuery,
  columns: v.pipe(
    v.array(v.picklist(ORDER_CSV_COLUMNS)),
    v.minLength(1),
    v.maxLength(20),
    v.check((columns) => new Set(columns).size === columns.length),
  ),
});
export type ExportHistoryInput = v.InferOutput<typeof exportHistoryInput>;

/** `saved`: where; null when the person closed the system's dialog or cancelled. `orders`: how many the file holds. */
export const exportHistoryOutput = v.strictObject({ saved: v.nullable(v.string()), orders: count });
export type ExportHistoryOutput = v.InferOutput<typeof exportHistoryOutput>;

/** Orders written so far. Told from the moment on at which it is known where they go. */
export const exporting = v.strictObject({ done: count, total: count });

/** Only its number crosses: what is copied is main's to say. */
export const copyOrderInput = v.strictObject({ id: serverNumber });

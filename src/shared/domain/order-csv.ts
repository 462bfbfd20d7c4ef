// Orders as rows of a spreadsheet: the same words as on the screen, numbers as numbers.
import { type Cell, CSV_START, csvRow } from '../csv.ts';
import type { OrderRow, PaymentView } from '../ipc/order-schemas.ts';
import { readableText } from '../readable-text.ts';
import { ORDER_STATE_WORDS } from './order-state-words.ts';

/** In the order in which all of them are written. Those that can be sorted by are called as in `SORT_KEYS`. */
export const ORDER_CSV_COLUMNS = [
  'id',
  'product',
  'customer',
  'quantity',
  'price',
  'total',
  'paid',
  'due',
  'createdAt',
  'state',
  'payments',
] as const;
export type OrderCsvColumn = (typeof ORDER_CSV_COLUMNS)[number];

const COLUMNS: Readonly<Record<OrderCsvColumn, { readonly head: string; readonly cell: (row: OrderRow) => Cell }>> = {
  id: { head: 'Order', cell: ({ id }) => id },
  product: { head: 'Product', cell: ({ product }) => asShown(product) },
  customer: { head: 'Customer', cell: ({ customer }) => asShown(customer) },
  quantity: { head: 'Quantity', cell: ({ quantity }) => decimal(quantity) },
  price: { head: 'Price', cell: ({ price }) => decimal(price) },
  total: { head: 'Total', cell: ({ total }) => decimal(total) },
  paid: { head: 'Paid', cell: ({ paid }) => decimal(paid) },
  due: { head: 'Due', cell: ({ due }) => decimal(due) },
  createdAt: { head: 'Created (UTC)', cell: ({ createdAt }) => createdAt },
  state: { head: 'Payment status', cell: ({ state }) => ORDER_STATE_WORDS[state] },
  payments: { head: 'Payments', cell: ({ payments }) => payments?.map(paymentText).join(', ') ?? null },
};

/**
 * What is not told is an empty cell; statuses are what the server said last, without marks that are under way.
 * @param withHeader the byte order mark and the column names before the rows: for the first piece of a file.
 */
export function orderCsv(rows: readonly OrderRow[], columns: readonly OrderCsvColumn[], withHeader: boolean): string {
  const chosen = columns.map((column) => COLUMNS[column]);
  const head = withHeader ? CSV_START + csvRow(chosen.map(({ head }) => head)) : '';
  return head + rows.map((row) => csvRow(chosen.map(({ cell }) => cell(row)))).join('');
}

/** On one line, and with nothing in it that turns or hides what stands beside it: a file is also read by people, and line by line. */
function asShown(text: string | null): string | null {
  return text === null ? null : readableText(text);
}

function decimal(text: string | null): Cell {
  return text === null ? null : { decimal: text };
}

/** `51 completed 100.00` */
function paymentText({ id, status, amount }: PaymentView): string {
  return `${id} ${status === null ? 'status not told' : readableText(status)} ${amount ?? 'amount not told'}`;
}

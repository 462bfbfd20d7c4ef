// Which columns a file of orders can have: those on the screen, or all there are.
import { ORDER_CSV_COLUMNS, type OrderCsvColumn } from '../../shared/domain/order-csv.ts';

const WORDS: Readonly<Record<OrderCsvColumn, string>> = {
  id: 'order',
  product: 'product',
  customer: 'customer',
  quantity: 'quantity',
  price: 'price',
  total: 'total',
  paid: 'paid',
  due: 'due',
  createdAt: 'created',
  state: 'payment status',
  payments: 'payments',
};

export const ALL_COLUMNS: readonly OrderCsvColumn[] = ORDER_CSV_COLUMNS;

/** What the grid calls its columns, and what a file does. */
const OF_COLUMN = {
  ...({ order: 'id', product: 'product', customer: 'customer', quantity: 'quantity', price: 'price', total: 'total' } as const),
  ...({ paid: 'paid', due: 'due', created: 'createdAt', payment: 'state', payments: 'payments' } as const),
} satisfies Readonly<Record<string, OrderCsvColumn>>;

/**
 * The grid's own, in its order, also where a narrow window has no room for all of them.
 * @param customers whether this server tells customers: a column of nothing is none
 */
export function shownColumns(grid: readonly (keyof typeof OF_COLUMN)[], customers: boolean): readonly OrderCsvColumn[] {
  return grid.filter((column) => customers || column !== 'customer').map((column) => OF_COLUMN[column]);
}

/** `Order, product and total.` */
export function columnWords(columns: readonly OrderCsvColumn[]): string {
  const words = columns.map((column) => WORDS[column]);
  const [last = '', ...others] = words.toReversed();
  const text = others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

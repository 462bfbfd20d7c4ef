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

/** The grid's own, also where a narrow window has no room for all of them. @param customers whether this server tells customers */
export function shownColumns(customers: boolean): readonly OrderCsvColumn[] {
  return ['id', 'product', ...(customers ? (['customer'] as const) : []), 'quantity', 'total', 'due', 'createdAt', 'state'];
}

/** `Order, product and total.` */
export function columnWords(columns: readonly OrderCsvColumn[]): string {
  const words = columns.map((column) => WORDS[column]);
  const [last = '', ...others] = words.toReversed();
  const text = others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

// The columns of the history: what each is called, how wide it is, and which of the chosen ones a narrow pane still holds. Pure.
import type { SortKey } from '../../shared/ipc/order-schemas.ts';
import { COLUMN_IDS, type ColumnId } from '../../shared/ipc/view-requests.ts';

export interface Column {
  readonly id: ColumnId;
  readonly label: string;
  readonly sort?: SortKey;
  readonly align?: 'end';
  /** Pixels; of a column that takes what is left, the least that it is of use with. */
  readonly width: number;
  /** In a narrow pane; absent: the same. */
  readonly tight?: number;
  /** Its part of what is left. */
  readonly share?: number;
  /** The higher, the sooner it gives way. */
  readonly spare: number;
}

const NUMBER = { align: 'end', width: 112, tight: 96 } as const;

export const COLUMNS: Readonly<Record<ColumnId, Column>> = {
  order: { id: 'order', label: 'Order', sort: 'id', width: 72, tight: 56, spare: 0 },
  product: { id: 'product', label: 'Product', sort: 'product', width: 190, tight: 104, share: 1.6, spare: 2 },
  customer: { id: 'customer', label: 'Customer', sort: 'customer', width: 90, share: 1, spare: 10 },
  quantity: { id: 'quantity', label: 'Quantity', sort: 'quantity', align: 'end', width: 72, spare: 9 },
  price: { id: 'price', label: 'Price', sort: 'price', ...NUMBER, spare: 6 },
  total: { id: 'total', label: 'Total', sort: 'total', ...NUMBER, spare: 3 },
  paid: { id: 'paid', label: 'Paid', sort: 'paid', ...NUMBER, spare: 5 },
  due: { id: 'due', label: 'Due', sort: 'due', ...NUMBER, spare: 4 },
  created: { id: 'created', label: 'Created', sort: 'createdAt', width: 118, spare: 8 },
  payment: { id: 'payment', label: 'Payment status', sort: 'state', width: 138, tight: 134, spare: 1 },
  payments: { id: 'payments', label: 'Payments', width: 112, spare: 7 },
};

/** Below this width of the pane columns and gaps are tighter. */
const TIGHT_BELOW = 740;
const GAP = { wide: 16, tight: 12 } as const;
/** The tick before the row, the air behind it, and the scroll bar. */
const AROUND = 66;
/** An order is told by its number and its status at the least. */
const FEWEST = 2;

export interface Fitted {
  readonly columns: readonly Column[];
  /** For `grid-template-columns`. */
  readonly template: string;
  readonly gap: number;
}

/** @param width of the pane in pixels; null before it has been measured. */
export function fitColumns(ids: readonly ColumnId[], width: number | null): Fitted {
  const tight = width !== null && width < TIGHT_BELOW;
  const gap = tight ? GAP.tight : GAP.wide;
  const widthOf = (column: Column) => (tight ? (column.tight ?? column.width) : column.width);
  const needed = (columns: readonly Column[]) => columns.reduce((sum, column) => sum + widthOf(column) + gap, AROUND - gap);
  let columns: readonly Column[] = ids.map((id) => COLUMNS[id]);
  while (width !== null && columns.length > FEWEST && needed(columns) > width) {
    const most = Math.max(...columns.map(({ spare }) => spare));
    columns = columns.filter(({ spare }) => spare !== most);
  }
  const stretched = columns.some(({ share }) => share !== undefined);
  const tracks = columns.map((column, place) => {
    if (column.share !== undefined) return `minmax(0, ${column.share}fr)`;
    return !stretched && place === columns.length - 1 ? `minmax(${widthOf(column)}px, 1fr)` : `${widthOf(column)}px`;
  });
  return { columns, template: tracks.join(' '), gap };
}

/** Every column with whether it is chosen: the chosen ones in their order, then the others in theirs. */
export function columnChoices(chosen: readonly ColumnId[]): readonly { readonly id: ColumnId; readonly on: boolean }[] {
  const others = COLUMN_IDS.filter((id) => !chosen.includes(id));
  return [...chosen.map((id) => ({ id, on: true })), ...others.map((id) => ({ id, on: false }))];
}

/** Put in where it usually stands, among those that are there; or taken out, unless it is the last one. */
export function toggledColumn(chosen: readonly ColumnId[], id: ColumnId): ColumnId[] {
  if (chosen.includes(id)) return chosen.length === 1 ? [...chosen] : chosen.filter((other) => other !== id);
  const after = COLUMN_IDS.slice(0, COLUMN_IDS.indexOf(id)).findLast((before) => chosen.includes(before));
  const at = after === undefined ? 0 : chosen.indexOf(after) + 1;
  return [...chosen.slice(0, at), id, ...chosen.slice(at)];
}

export function movedColumn(chosen: readonly ColumnId[], id: ColumnId, by: -1 | 1): ColumnId[] {
  const from = chosen.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= chosen.length) return [...chosen];
  const others = chosen.filter((other) => other !== id);
  return [...others.slice(0, to), id, ...others.slice(to)];
}

// What is measured at one size of a shop, by name; and the columns that are sorted by.
import type { SortKey } from '../../src/shared/ipc/order-schemas.ts';

/** What of it is wanted: the rest is left out to save time. */
export type Part = 'pull' | 'block' | 'search' | 'sort' | 'fling' | 'heap' | 'rest' | 'cached';

export interface Figures {
  /** Milliseconds from the pull's beginning until its first rows are painted, until everything is found; of a second pull. */
  firstRows?: number;
  searchable?: number;
  secondPull?: number;
  /** Milliseconds by which main's event loop was late at worst during the first pull. */
  block?: number;
  /** 95th percentile, in milliseconds. */
  search?: number;
  /** Medians by column, in milliseconds. */
  sort?: Readonly<Record<string, number>>;
  /** Frames longer than 33 ms. */
  fling?: number;
  /** Megabytes. */
  heap?: number;
  resident?: number;
  proportional?: number;
  /** Milliseconds from launch to the first rows of the history that was read at an earlier start. */
  cached?: number;
}

export interface Column {
  /** The beginning of its head's text. */
  readonly label: string;
  readonly by: SortKey;
  /** Its name in the yardstick's page. */
  readonly field: string;
}

export const COLUMNS: readonly Column[] = [
  { label: 'Product', by: 'product', field: 'product' },
  { label: 'Customer', by: 'customer', field: 'customer' },
  { label: 'Quantity', by: 'quantity', field: 'quantity' },
  { label: 'Total', by: 'total', field: 'total' },
  { label: 'Created', by: 'createdAt', field: 'created' },
  { label: 'Payment status', by: 'state', field: 'status' },
];

/** Milliseconds: two frames of a screen with 60 of them a second. */
const LONG_FRAME = 33;

export function longFrames(lengths: readonly number[]): number {
  return lengths.filter((length) => length > LONG_FRAME).length;
}

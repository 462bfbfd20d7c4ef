// The sortings asked for last, worked out once for each change of the history.
import type { SortStep } from '../../../shared/ipc/order-schemas.ts';
import type { Columns } from './order-columns.ts';
import { sortRows } from './sort-rows.ts';

/** The one on screen and the one before. */
const MOST_KEPT = 2;

export function createSortings(columns: () => Columns, version: () => number): (steps: readonly SortStep[]) => Uint32Array | null {
  let kept: { readonly key: string; readonly version: number; readonly rows: Uint32Array | null }[] = [];
  return (steps) => {
    const key = steps.map(({ by, direction }) => `${by} ${direction}`).join();
    kept = kept.filter((own) => own.version === version());
    const known = kept.find((own) => own.key === key) ?? { key, version: version(), rows: sortRows(columns(), steps) };
    kept = [known, ...kept.filter((own) => own !== known)].slice(0, MOST_KEPT);
    return known.rows;
  };
}

// What the grid shows for each key and each sort, asked of the app itself in a session that is not measured: a key's rows are painted when
// the grid counts that many rows and this one stands first.
import type { HistoryQuery } from '../../src/shared/ipc/order-schemas.ts';
import type { App } from '../kill/app.ts';
import { COLUMNS } from './figures.ts';
import { strokes } from './typing.ts';

export interface Shown {
  readonly total: number;
  /** The order in the first row; null: there is no row. */
  readonly first: number | null;
}

export interface Expected {
  /** By what stands in the search box. */
  readonly search: ReadonlyMap<string, Shown>;
  /** By `sortName`. */
  readonly sort: ReadonlyMap<string, Shown>;
}

type Direction = HistoryQuery['sort'][number]['direction'];
const NEWEST_FIRST: HistoryQuery['sort'] = [{ by: 'id', direction: 'descending' }];

export function sortName(by: string, direction: string): string {
  return `${by} ${direction}`;
}

/** @param which of the two are wanted. */
export async function expect(app: App, which: { readonly search: boolean; readonly sort: boolean }): Promise<Expected> {
  const shown = async (text: string, sort: HistoryQuery['sort']): Promise<Shown> => {
    const result = await app.request('history.window', { query: { text, state: null, sort }, fresh: true, offset: 0, limit: 1 });
    if (!result.ok) throw new Error(`the history does not answer: ${JSON.stringify(result.error)}`);
    return { total: result.value.total, first: result.value.rows[0]?.id ?? null };
  };
  const search = new Map<string, Shown>();
  if (which.search)
    for (const text of new Set(['', ...strokes().map((stroke) => stroke.text)])) search.set(text, await shown(text, NEWEST_FIRST));
  const sort = new Map<string, Shown>();
  const directions: readonly Direction[] = ['ascending', 'descending'];
  if (which.sort)
    for (const { by } of COLUMNS)
      for (const direction of directions) sort.set(sortName(by, direction), await shown('', [{ by, direction }]));
  return { search, sort };
}

// What a list that is asked for window by window holds, and what it needs to be told. The store itself is in list-store.ts.
import type { StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Result } from '../../shared/result.ts';
import type { PageCache, RowRange } from './page-cache.ts';

export interface WindowAnswer<Row> {
  readonly revision: number;
  readonly total: number;
  readonly rows: readonly Row[];
}

export interface ListState<Query, Row, Answer> {
  readonly query: Query;
  readonly cache: PageCache<Row>;
  /** The last answer, for what it says beside its rows; null before the first one. */
  readonly answer: Answer | null;
  readonly problem: AppError | null;
  readonly selectedId: number | null;
  /** Where the selected row stands; null when it is not in this list or not known yet. */
  readonly selectedIndex: number | null;
  /** The selected row should be scrolled into sight as soon as the list is drawn. */
  readonly reveal: boolean;
  /** The list's own offset in pixels, kept while another view is shown. */
  readonly offset: number;
  /** By how many rows those in sight have moved since the list was made: it is to be scrolled along. */
  readonly shift: number;
  /** What `shift` was when the offset was told. */
  readonly offsetShift: number;
  /** New rows above those in sight that nobody has seen yet. */
  readonly above: number;
  /** The row that is to stand at the top as soon as the list is drawn; null: the list stands where it stands. */
  readonly goal: number | null;
  setQuery(query: Query): void;
  /** Another query, with its rows where they were once left. @param top the number of the row that stood first in sight */
  restore(query: Query, top: number | null, selectedId: number | null): void;
  /** The number of the first row in sight; null at the very top, where the list is to stay. */
  topId(): number | null;
  /** @param top the first row in sight; the range may begin above it. */
  show(range: RowRange, top?: number): void;
  /**
   * A person has asked for what is new: it is found anew, and at the top of the list it may come into sight.
   * @returns to be called once, when all of it has come.
   */
  letIn(): () => void;
  /**
   * The history has changed: rows older than this are asked for again as they are seen.
   * @param letIn what is new comes in by itself, and at the top of the list it comes into sight until the next change says otherwise
   */
  renew(revision: number, letIn?: boolean): void;
  /** Asks for the rows at hand anew, though nothing has changed. */
  reask(): void;
  /** What has just been told of single rows, ahead of the next answer. @param change gives back the very row where it says the same. */
  amend(change: (row: Row) => Row): void;
  setOffset(offset: number): void;
  revealed(): void;
  /** The goal has been reached. */
  arrived(): void;
  selectIndex(index: number): void;
  /** The first row of the query as it stands now: while its answer is on its way, not the first of the former one. */
  selectFirst(): void;
  selectId(id: number | null): void;
}

/** Before the first answer. */
export const UNTOLD = {
  answer: null,
  problem: null,
  selectedId: null,
  selectedIndex: null,
  reveal: false,
  offset: 0,
  shift: 0,
  offsetShift: 0,
  above: 0,
  goal: null,
};

export type ListStore<Query, Row, Answer> = StoreApi<ListState<Query, Row, Answer>>;

export interface ListSource<Query, Row, Answer> {
  readonly query: Query;
  readonly idOf: (row: Row) => number;
  /** @param fresh found anew; otherwise the rows stand as they stood when this query was last found. */
  ask(query: Query, offset: number, limit: number, fresh: boolean): Promise<Result<Answer>>;
  /** Where a row stands that is not among the pages at hand. Absent: such a row counts as gone. */
  position?(query: Query, id: number): Promise<number | null>;
  /** Rows in sight keep their places on the screen when others come in above them, or go. */
  readonly keepsPlace?: true;
}

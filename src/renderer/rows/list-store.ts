// A list that is asked for window by window: the query, the pages at hand, and one selected row that keeps its identity when rows move.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Result } from '../../shared/result.ts';
import { emptyCache, indexOf, nextPage, outdated, PAGE_SIZE, type PageCache, type RowRange, rowAt, withPage } from './page-cache.ts';

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
  setQuery(query: Query): void;
  show(range: RowRange): void;
  /** The history has changed: rows older than this are asked for again as they are seen. */
  renew(revision: number): void;
  /** Asks for the rows at hand anew, though nothing has changed. */
  reask(): void;
  setOffset(offset: number): void;
  revealed(): void;
  selectIndex(index: number): void;
  /** The first row of the query as it stands now: while its answer is on its way, not the first of the former one. */
  selectFirst(): void;
  selectId(id: number | null): void;
}

export type ListStore<Query, Row, Answer> = StoreApi<ListState<Query, Row, Answer>>;

interface ListSource<Query, Row, Answer> {
  readonly query: Query;
  readonly idOf: (row: Row) => number;
  ask(query: Query, offset: number, limit: number): Promise<Result<Answer>>;
  /** Where a row stands that is not among the pages at hand. Absent: such a row counts as gone. */
  position?(query: Query, id: number): Promise<number | null>;
}

export function createListStore<Query, Row, Answer extends WindowAnswer<Row>>(
  source: ListSource<Query, Row, Answer>,
): ListStore<Query, Row, Answer> {
  let wanted: RowRange = { first: 0, last: 0 };
  let revision = 0;
  let busy = false;
  /** Rows of the former query stay on screen until the first answer to the new one: no flicker between two letters. */
  let freshQuery = true;
  /** The selected index lies in a page that has not arrived; until then the former row stays selected by its identity. */
  let awaitingRow = false;

  return createStore<ListState<Query, Row, Answer>>((set, get) => {
    /** One request at a time, always for the newest query: fast typing asks for its last word, not for every letter. */
    const pump = async (): Promise<void> => {
      const page = busy ? null : missingPage();
      if (page === null) return;
      const { query } = get();
      const asked = revision;
      busy = true;
      const result = await source.ask(query, page * PAGE_SIZE, PAGE_SIZE);
      busy = false;
      if (get().query === query) {
        // After a failure nothing is asked again by itself: the next change, scroll or refresh does.
        if (!result.ok) return set({ problem: result.error });
        take(page, result.value, asked);
        await settleSelection();
      }
      return pump();
    };

    const missingPage = (): number | null => {
      const { cache, answer } = get();
      return nextPage(cache, wanted, answer === null ? null : cache.total, revision);
    };

    const take = (page: number, answer: Answer, asked: number): void => {
      // Told at least as newly as what was known when asking; an answer that looked older would be asked for again for ever.
      const told = { total: answer.total, rows: answer.rows, revision: Math.max(answer.revision, asked) };
      revision = Math.max(revision, told.revision);
      const base = freshQuery ? emptyCache<Row>() : get().cache;
      freshQuery = false;
      set({ cache: withPage(base, page, told), answer, problem: null });
    };

    const settleSelection = async (): Promise<void> => {
      const { cache, selectedId, selectedIndex } = get();
      const there = selectedIndex === null ? undefined : rowAt(cache, selectedIndex);
      if (!awaitingRow) return findAgain(selectedId, there);
      if (there !== undefined) set({ selectedId: source.idOf(there) });
      else if (cache.total <= (selectedIndex ?? 0)) set({ selectedIndex: null });
      else return;
      awaitingRow = false;
    };

    /** Rows move when others are added or decided; the selection follows its row, not its place. */
    const findAgain = async (id: number | null, there: Row | undefined): Promise<void> => {
      const isIt = (row: Row) => source.idOf(row) === id;
      if (id === null || (there !== undefined && isIt(there))) return;
      const { cache, query } = get();
      const found = indexOf(cache, isIt) ?? (await source.position?.(query, id)) ?? null;
      if (get().selectedId === id && get().query === query && !awaitingRow) set({ selectedIndex: found });
    };

    return {
      query: source.query,
      cache: emptyCache(),
      answer: null,
      problem: null,
      selectedId: null,
      selectedIndex: null,
      reveal: false,
      offset: 0,
      setQuery(query) {
        wanted = { first: 0, last: 0 };
        freshQuery = true;
        awaitingRow = false;
        set({ query, offset: 0, selectedIndex: null, cache: outdated(get().cache) });
        void pump();
      },
      show(range) {
        wanted = range;
        void pump();
      },
      renew(newest) {
        revision = Math.max(revision, newest);
        void pump();
      },
      reask() {
        set({ cache: outdated(get().cache) });
        void pump();
      },
      setOffset: (offset) => set({ offset }),
      revealed: () => set({ reveal: false }),
      selectIndex(index) {
        const row = rowAt(get().cache, index);
        awaitingRow = row === undefined;
        set({ selectedIndex: index, reveal: true, ...(row === undefined ? {} : { selectedId: source.idOf(row) }) });
      },
      selectFirst() {
        if (!freshQuery) return get().cache.total > 0 ? get().selectIndex(0) : undefined;
        awaitingRow = true;
        set({ selectedIndex: 0, reveal: true });
      },
      selectId(id) {
        awaitingRow = false;
        set({ selectedId: id, selectedIndex: null });
        void settleSelection().then(() => set({ reveal: true }));
      },
    };
  });
}

// A list that is asked for window by window: the query, the pages at hand, and one selected row that keeps its identity when rows move.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Result } from '../../shared/result.ts';
import { agreedShift, newAbove, witnesses } from './keep-place.ts';
import {
  changed,
  emptyCache,
  indexOf,
  keepSame,
  nextPage,
  outdated,
  PAGE_SIZE,
  type PageCache,
  pageOf,
  type RowRange,
  rowAt,
  withPage,
} from './page-cache.ts';

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
  setQuery(query: Query): void;
  /** @param top the first row in sight; the range may begin above it. */
  show(range: RowRange, top?: number): void;
  /** A person has asked for what is new: at the top of the list it may come into sight. */
  letIn(): void;
  /** The history has changed: rows older than this are asked for again as they are seen. */
  renew(revision: number): void;
  /** Asks for the rows at hand anew, though nothing has changed. */
  reask(): void;
  /** What has just been told of single rows, ahead of the next answer. @param change gives back the very row where it says the same. */
  amend(change: (row: Row) => Row): void;
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
  /** Rows in sight keep their places on the screen when others come in above them, or go. */
  readonly keepsPlace?: true;
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
  let top = 0;
  let lettingIn = false;

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
        await placeAndTake(page, result.value, asked);
        await settleSelection();
      }
      return pump();
    };

    const placeAndTake = async (page: number, answer: Answer, asked: number): Promise<void> => {
      const { query } = get();
      busy = true;
      const shift = await shiftIn(page, answer);
      // Everything that will be in sight, so that nothing flickers between two answers.
      const rest = shift === 0 ? [] : await askAround(page, shift, query);
      busy = false;
      if (get().query !== query) return;
      const grown = answer.total - get().cache.total;
      const base = freshQuery ? emptyCache<Row>() : get().cache;
      freshQuery = false;
      const cache = [[page, answer] as const, ...rest].reduce((known, [number, told]) => withAnswer(known, number, told, asked), base);
      lettingIn &&= pageOf(top) !== page;
      // At once: at no moment stands another row where somebody looks.
      set({ cache, answer, problem: null, ...(shift === 0 ? {} : scrolledAlong(shift, grown)) });
    };

    /** Told at least as newly as what was known when asking; an answer that looked older would be asked for again for ever. */
    const withAnswer = (cache: PageCache<Row>, page: number, { total, rows, ...answer }: Answer, asked: number): PageCache<Row> => {
      const told = { total, rows: keepSame(cache, rows, source.idOf), revision: Math.max(answer.revision, asked) };
      revision = Math.max(revision, told.revision);
      return withPage(cache, page, told);
    };

    /** By how many rows those in sight stand elsewhere in this answer than on the screen. */
    const shiftIn = async (page: number, answer: Answer): Promise<number> => {
      const { cache, query } = get();
      if (source.keepsPlace !== true || freshQuery || cache.total === 0 || pageOf(top) !== page || (lettingIn && top === 0)) return 0;
      const seen = witnesses(cache, top, source.idOf);
      const moved = seen.map(async ({ id, before }) => {
        const within = answer.rows.findIndex((row) => source.idOf(row) === id);
        return { before, after: within >= 0 ? page * PAGE_SIZE + within : ((await source.position?.(query, id)) ?? null) };
      });
      return agreedShift(await Promise.all(moved));
    };

    const askAround = async (page: number, shift: number, query: Query): Promise<(readonly [number, Answer])[]> => {
      const [first, last] = [pageOf(Math.max(0, wanted.first + shift)), pageOf(Math.max(0, wanted.last + shift))];
      const others = Array.from({ length: last - first + 1 }, (_, place) => first + place).filter((number) => number !== page);
      const answers = await Promise.all(
        others.map(async (number) => [number, await source.ask(query, number * PAGE_SIZE, PAGE_SIZE)] as const),
      );
      return answers.flatMap(([number, result]) => (result.ok ? [[number, result.value] as const] : []));
    };

    const scrolledAlong = (by: number, grown: number): Pick<ListState<Query, Row, Answer>, 'shift' | 'above' | 'selectedIndex'> => {
      const { shift, above, selectedIndex } = get();
      wanted = { first: Math.max(0, wanted.first + by), last: Math.max(0, wanted.last + by) };
      top = Math.max(0, top + by);
      return {
        shift: shift + by,
        above: Math.min(top, newAbove(above, by, grown)),
        selectedIndex: selectedIndex === null || awaitingRow ? selectedIndex : Math.max(0, selectedIndex + by),
      };
    };

    const missingPage = (): number | null => {
      const { cache, answer } = get();
      return nextPage(cache, wanted, answer === null ? null : cache.total, revision);
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
      shift: 0,
      offsetShift: 0,
      above: 0,
      setQuery(query) {
        wanted = { first: 0, last: 0 };
        top = 0;
        freshQuery = true;
        awaitingRow = false;
        set({ query, offset: 0, offsetShift: get().shift, above: 0, selectedIndex: null, cache: outdated(get().cache) });
        void pump();
      },
      show(range, first = range.first) {
        wanted = range;
        top = first;
        if (get().above > top) set({ above: top });
        void pump();
      },
      letIn() {
        lettingIn = true;
      },
      renew(newest) {
        revision = Math.max(revision, newest);
        void pump();
      },
      reask() {
        set({ cache: outdated(get().cache) });
        void pump();
      },
      amend(change) {
        const cache = changed(get().cache, change);
        if (cache !== get().cache) set({ cache });
      },
      setOffset: (offset) => set({ offset, offsetShift: get().shift }),
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

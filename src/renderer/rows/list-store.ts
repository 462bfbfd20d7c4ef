// A list that is asked for window by window: the query, the pages at hand, and one selected row that keeps its identity when rows move.
import { createStore } from 'zustand/vanilla';
import { newAbove, shiftSeen, witnesses } from './keep-place.ts';
import { type ListSource, type ListState, type ListStore, UNTOLD, type WindowAnswer } from './list-state.ts';
import {
  changed,
  emptyCache,
  indexOf,
  keepSame,
  nextPageAt,
  outdated,
  PAGE_SIZE,
  type PageCache,
  pageOf,
  type RowRange,
  rowAt,
  withPage,
} from './page-cache.ts';

export function createListStore<Query, Row, Answer extends WindowAnswer<Row>>(
  source: ListSource<Query, Row, Answer>,
): ListStore<Query, Row, Answer> {
  let wanted: RowRange = { first: 0, last: 0 };
  let revision = 0;
  let [busy, lettingIn] = [false, false];
  /** Rows of the former query stay on screen until the first answer to the new one: no flicker between two letters. */
  let freshQuery = true;
  /** The selected index lies in a page that has not arrived; until then the former row stays selected by its identity. */
  let awaitingRow = false;
  let top = 0;
  /** Who waits for what is new: as long as anybody does, it comes in as it comes; an answer asked for before that lets nothing in. */
  let expecting = 0;
  /** It is only just coming in, and nobody has put a hand on it: at its top nothing has a place yet. */
  let growing = false;
  /** The next asking finds anew: the query is new, or a person has asked for what has come in. Everything else leaves rows where they are. */
  let findAnew = true;
  /** The newest answer that was found anew: what is newer has not been let in. */
  let foundAt = 0;
  /** The row that is to stand at the top once it is known where it stands. */
  let wantedTop: number | null = null;

  return createStore<ListState<Query, Row, Answer>>((set, get) => {
    /** One request at a time, always for the newest query: fast typing asks for its last word, not for every letter. */
    const pump = async (): Promise<void> => {
      const page = busy ? null : missingPage();
      if (page === null) return;
      const { query } = get();
      const asked = revision;
      const fresh = isFresh();
      findAnew = false;
      busy = true;
      const result = await source.ask(query, page * PAGE_SIZE, PAGE_SIZE, fresh);
      busy = false;
      if (get().query !== query) return pump();
      // After a failure nothing is asked again by itself: the next change, scroll or refresh does.
      if (!result.ok) {
        findAnew ||= fresh;
        return set({ problem: result.error });
      }
      await placeAndTake(page, result.value, asked, fresh);
      await settleSelection();
      await settleTop();
      return pump();
    };

    /** Where there is no row, none can move. */
    const isFresh = (): boolean => findAnew || (get().answer !== null && get().cache.total === 0);

    const placeAndTake = async (page: number, answer: Answer, asked: number, fresh: boolean): Promise<void> => {
      const { query } = get();
      busy = true;
      const shift = await shiftIn(page, answer);
      // Everything that will be in sight, so that nothing flickers between two answers.
      const rest = shift === 0 ? [] : await askAround(page, shift, query);
      busy = false;
      if (get().query !== query) return;
      const grown = answer.total - get().cache.total;
      const base = beforeAnswer(fresh);
      if (fresh) foundAt = Math.max(answer.revision, asked);
      const cache = [[page, answer] as const, ...rest].reduce((known, [number, told]) => withAnswer(known, number, told, asked), base);
      lettingIn &&= findAnew || pageOf(top) !== page;
      // At once: at no moment stands another row where somebody looks.
      set({ cache, answer, problem: null, ...(shift === 0 ? {} : scrolledAlong(shift, grown)) });
    };

    /** Rows of another finding stand elsewhere: they stay on screen until they are told anew. Those of another query go. */
    const beforeAnswer = (fresh: boolean): PageCache<Row> => {
      const { cache } = get();
      const base = freshQuery ? emptyCache<Row>() : fresh ? outdated(cache) : cache;
      freshQuery = false;
      return base;
    };

    /** Told at least as newly as what was known when asking; an answer that looked older would be asked for again for ever. */
    const withAnswer = (cache: PageCache<Row>, page: number, { total, rows, ...answer }: Answer, asked: number): PageCache<Row> => {
      const told = { total, rows: keepSame(cache, rows, source.idOf), revision: Math.max(answer.revision, asked) };
      revision = Math.max(revision, told.revision);
      return withPage(cache, page, told);
    };

    /** By how many rows those in sight stand elsewhere in this answer than on the screen. */
    const shiftIn = async (page: number, answer: Answer): Promise<number> => {
      const { cache, query, selectedId } = get();
      if (top === 0 && (lettingIn || (growing && selectedId === null))) return 0;
      if (source.keepsPlace !== true || freshQuery || cache.total === 0 || pageOf(top) !== page) return 0;
      const told = answer.rows.map(source.idOf);
      return await shiftSeen(witnesses(cache, top, source.idOf), async (id) => {
        const within = told.indexOf(id);
        return within >= 0 ? page * PAGE_SIZE + within : ((await source.position?.(query, id)) ?? null);
      });
    };

    const askAround = async (page: number, shift: number, query: Query): Promise<(readonly [number, Answer])[]> => {
      const [first, last] = [pageOf(Math.max(0, wanted.first + shift)), pageOf(Math.max(0, wanted.last + shift))];
      const others = Array.from({ length: last - first + 1 }, (_, place) => first + place).filter((number) => number !== page);
      const answers = await Promise.all(
        others.map(async (number) => [number, await source.ask(query, number * PAGE_SIZE, PAGE_SIZE, false)] as const),
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

    const settleTop = async (): Promise<void> => {
      const { query, goal, cache } = get();
      if (wantedTop === null || goal !== null || cache.total === 0) return;
      const found = (await source.position?.(query, wantedTop)) ?? null;
      if (get().query !== query) return;
      if (found === null || found === 0) wantedTop = null;
      else set({ goal: found });
    };

    const missingPage = (): number | null => {
      if (findAnew) return pageOf(top);
      const { cache, answer } = get();
      return nextPageAt(top, cache, wanted, answer === null ? null : cache.total, revision);
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

    const begin = (query: Query): void => {
      wanted = { first: 0, last: 0 };
      top = 0;
      freshQuery = true;
      findAnew = true;
      awaitingRow = false;
      wantedTop = null;
      const { shift, cache } = get();
      set({ query, offset: 0, offsetShift: shift, above: 0, selectedIndex: null, goal: null, cache: outdated(cache) });
    };

    return {
      query: source.query,
      cache: emptyCache(),
      ...UNTOLD,
      setQuery(query) {
        begin(query);
        void pump();
      },
      restore(query, wantedId, selectedId) {
        begin(query);
        wantedTop = wantedId;
        set({ selectedId, reveal: false });
        void pump();
      },
      topId() {
        const row = top === 0 ? undefined : rowAt(get().cache, top);
        return wantedTop ?? (row === undefined ? null : source.idOf(row));
      },
      show(range, first = range.first) {
        wanted = range;
        // Whoever scrolls up to the top wants to see what is new.
        if (first === 0 && top > 0 && revision > foundAt) findAnew = lettingIn = true;
        top = first;
        if (get().above > top) set({ above: top });
        void pump();
      },
      letIn() {
        expecting += 1;
        findAnew = lettingIn = true;
        return () => {
          expecting -= 1;
          findAnew = lettingIn = true;
          if (get().answer !== null) void pump();
        };
      },
      renew(newest, letIn = false) {
        revision = Math.max(revision, newest);
        growing = letIn;
        if (letIn || expecting > 0) findAnew = lettingIn = true;
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
      arrived() {
        wantedTop = null;
        set({ goal: null });
      },
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

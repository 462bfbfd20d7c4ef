// The choice of one list: what a hand does to its rows, and the ranges that reach beyond the rows at hand, which main tells.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../shared/errors/app-error.ts';
import type { Gathered } from '../../shared/ipc/bulk-requests.ts';
import type { Result } from '../../shared/result.ts';
import { type Choice, type Gesture, isMany, NOTHING_CHOSEN, only, ranged, toggled } from './choice.ts';
import type { ListStore, WindowAnswer } from './list-state.ts';
import { indexOf, type RowRange, rowAt } from './page-cache.ts';

export interface ChoiceState extends Choice {
  /** Beside the choice stands the row that is selected; with `many` marks concern the choice. */
  readonly many: boolean;
  act(index: number, gesture: Gesture): void;
  /** Every row of the result as it stands now: a frozen set. */
  all(): void;
  clear(): void;
  /** Chooses these again, unless a hand has been on the rows since then. */
  restore(ids: readonly number[], since: number): void;
  /** Grows with everything that a hand does. */
  touched(): number;
}

export type ChoiceStore = StoreApi<ChoiceState>;

interface ChoiceSource<Query, Row, Answer> {
  readonly list: ListStore<Query, Row, Answer>;
  readonly idOf: (row: Row) => number;
  /** Selects a row, as a plain click does. */
  select(index: number): void;
  /** @param span null: the whole result. */
  gather(query: Query, span: RowRange | null): Promise<Result<Gathered>>;
  failed(error: AppError): void;
  /** Whether the same rows answer both queries, in whatever order. */
  sameRows(a: Query, b: Query): boolean;
}

export function createChoiceStore<Query, Row, Answer extends WindowAnswer<Row>>(source: ChoiceSource<Query, Row, Answer>): ChoiceStore {
  const { list, idOf } = source;
  let touches = 0;
  /** The row that was selected by a hand here; selected by others, it is no part of any choice. */
  let byHand: number | null = null;
  /** A hand is selecting a row just now, or has selected one that is still on its way. */
  let selecting = false;
  /** Where the anchor stood, for when its row is no longer at hand. */
  let anchorAt: number | null = null;

  const select = (index: number): void => {
    selecting = true;
    source.select(index);
    byHand = list.getState().selectedId;
    selecting = rowAt(list.getState().cache, index) === undefined;
  };

  const store = createStore<ChoiceState>((set, get) => {
    const put = (choice: Choice) => set({ ...choice, many: isMany(choice, list.getState().selectedId) });
    const idAt = (index: number) => {
      const row = rowAt(list.getState().cache, index);
      return row === undefined ? undefined : idOf(row);
    };
    /** From the rows at hand; null where some of them are not. */
    const atHand = ({ first, last }: RowRange): readonly number[] | null => {
      const ids: number[] = [];
      for (let index = first; index <= last; index += 1) {
        const id = idAt(index);
        if (id === undefined) return null;
        ids.push(id);
      }
      return ids;
    };
    const tell = async (span: RowRange | null, take: (ids: readonly number[]) => void) => {
      const asked = touches;
      const known = span === null ? null : atHand(span);
      if (known !== null) return take(known);
      const told = await source.gather(list.getState().query, span);
      // The hand has gone on meanwhile.
      if (asked !== touches) return;
      if (told.ok) take(told.value.ids);
      else source.failed(told.error);
    };
    const range = (index: number, add: boolean) => {
      const { selectedIndex, selectedId, cache } = list.getState();
      const own = get().anchor;
      const anchor = own ?? selectedId;
      const start = (own === null ? selectedIndex : (indexOf(cache, (row) => idOf(row) === own) ?? anchorAt)) ?? index;
      anchorAt = start;
      select(index);
      void tell({ first: Math.min(start, index), last: Math.max(start, index) }, (ids) => {
        put(ranged(get(), ids, anchor ?? ids[0] ?? null, add));
      });
    };
    return {
      ...NOTHING_CHOSEN,
      many: false,
      act(index, gesture) {
        touches += 1;
        const wasByHand = byHand;
        if (gesture === 'range' || gesture === 'add-range') return range(index, gesture === 'add-range');
        const before = list.getState().selectedId;
        anchorAt = index;
        select(index);
        void tell({ first: index, last: index }, ([id]) => {
          if (id !== undefined) put(afterGesture(get(), id, gesture, before === wasByHand && before !== id ? before : null));
        });
      },
      all() {
        touches += 1;
        void tell(null, (ids) => put({ ids: new Set(ids), anchor: get().anchor }));
      },
      clear() {
        touches += 1;
        put(NOTHING_CHOSEN);
      },
      restore(ids, since) {
        if (touches === since) put({ ids: new Set(ids), anchor: null });
      },
      touched: () => touches,
    };
  });

  list.subscribe((now, before) => {
    // What is chosen is what was seen: another search starts with nothing chosen.
    if (now.query !== before.query && !source.sameRows(now.query, before.query)) store.getState().clear();
    if (now.selectedId === before.selectedId) return;
    const { ids } = store.getState();
    const hand = selecting;
    if (hand) {
      byHand = now.selectedId;
      selecting = false;
    }
    // Gone on by a mark or a search: ranges begin there, and a single ticked row was that row's own.
    const choice = hand ? store.getState() : { ids: ids.size === 1 ? new Set<number>() : ids, anchor: null };
    store.setState({ ids: choice.ids, anchor: choice.anchor, many: isMany(choice, now.selectedId) });
  });
  return store;
}

/** @param before the row that a hand had selected; a click with Ctrl takes it along. */
function afterGesture(choice: Choice, id: number, gesture: Exclude<Gesture, 'range' | 'add-range'>, before: number | null): Choice {
  switch (gesture) {
    case 'only':
      return only(id);
    case 'walk':
      return { ids: choice.ids, anchor: id };
    case 'tick':
      return toggled(choice, id, null);
    case 'toggle':
      return toggled(choice, id, before);
  }
}

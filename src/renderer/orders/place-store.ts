// How the history is looked at, and where: read back at the start of a session, and kept while somebody works.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { FIRST_LOOK, FIRST_QUERY } from '../../shared/domain/built-in-views.ts';
import type { HistoryPlace, Look, SavedView } from '../../shared/ipc/view-requests.ts';
import type { Client } from '../bridge.ts';
import type { OrdersStore } from './orders-store.ts';

export interface PlaceState {
  readonly look: Look;
  /** The selected order stands open beside the list. */
  readonly reading: boolean;
  /** Of the open order, in pixels; null: as wide as suits the window. */
  readonly width: number | null;
  /** The selected order is shown in short, above the list. */
  readonly peeking: boolean;
  /** What is open above the screen. */
  readonly dialog: 'views' | 'columns' | null;
  setLook(look: Look): void;
  setReading(reading: boolean): void;
  setWidth(width: number | null): void;
  peek(peeking: boolean): void;
  ask(dialog: PlaceState['dialog']): void;
}

export interface PlaceStore extends StoreApi<PlaceState> {
  /** Where somebody stands in the history now. */
  now(): HistoryPlace;
  goBack(place: HistoryPlace): void;
  show(view: SavedView): void;
  /** @returns the stop, which keeps what has not been kept */
  follow(): () => void;
  /** Where somebody is now is kept before they go. */
  flush(): void;
}

/** Milliseconds: a wheel that turns is one new place. */
const REST = 300;

export function createPlaceStore(client: Client, orders: OrdersStore): PlaceStore {
  const store = createStore<PlaceState>((set) => ({
    look: FIRST_LOOK,
    reading: true,
    width: null,
    peeking: false,
    dialog: null,
    setLook: (look) => set({ look }),
    setReading: (reading) => set(reading ? { reading, peeking: false } : { reading }),
    setWidth: (width) => set({ width }),
    peek: (peeking) => set({ peeking }),
    ask: (dialog) => set({ dialog }),
  }));

  const now = (): HistoryPlace => {
    const { look, reading, width } = store.getState();
    const { query, selectedId, topId } = orders.getState();
    return { query, look, top: topId(), selected: selectedId, reading, width };
  };

  const goBack = ({ query, look, top, selected, reading, width }: HistoryPlace): void => {
    store.setState({ look, reading, width });
    if (orders.getState().query === query) orders.getState().selectId(selected);
    else orders.getState().restore(query, top, selected);
  };

  const show = ({ query, look }: SavedView): void => {
    store.getState().setLook(look);
    orders.getState().setQuery(query);
  };

  /** What has not been kept yet is kept now. */
  let flush = (): void => undefined;

  const follow = (): (() => void) => {
    let kept = '';
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const keep = (): void => {
      clearTimeout(waiting);
      waiting = undefined;
      const place = now();
      const text = JSON.stringify(place);
      if (text === kept) return;
      kept = text;
      void client.request('look.save', place);
    };
    const keepSoon = (): void => {
      waiting ??= setTimeout(keep, REST);
    };
    const stops: (() => void)[] = [];
    void client.request('look.read', null).then((read) => {
      if (left) return;
      const { query, selectedId } = orders.getState();
      // Whoever was quicker than the disk has begun anew.
      if (read.ok && read.value !== null && query === FIRST_QUERY && selectedId === null) {
        // Its rows are on their way already: nothing is asked for twice.
        const same = read.value.top === null && JSON.stringify(read.value.query) === JSON.stringify(query);
        goBack(same ? { ...read.value, query } : read.value);
      }
      kept = JSON.stringify(now());
      stops.push(orders.subscribe(keepSoon), store.subscribe(keepSoon));
    });
    const hidden = (): void => (waiting === undefined ? undefined : keep());
    flush = hidden;
    globalThis.addEventListener?.('pagehide', hidden);
    globalThis.addEventListener?.('blur', hidden);
    return () => {
      left = true;
      hidden();
      for (const stop of stops) stop();
      globalThis.removeEventListener?.('pagehide', hidden);
      globalThis.removeEventListener?.('blur', hidden);
    };
  };

  return { ...store, now, goBack, show, follow, flush: () => flush() };
}

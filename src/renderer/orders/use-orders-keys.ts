// The keys of the orders' screen: what is typed here, whatever has the focus.
import { useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { BulkStatus } from '../../shared/ipc/bulk-requests.ts';
import { useAnnouncements } from '../app/context.ts';
import type { Desk } from '../app/desk.ts';
import { useScreenKeys } from '../app/screen-keys.ts';
import { type CopyOf, copyOrder } from '../out/copy-order.ts';
import { CHIPS, chipKey, withChip } from './chip-states.ts';

interface OrdersActions {
  toSearch(): void;
  refresh(): void;
  newOrder(): void;
  mark(to: BulkStatus): void;
}

export function useOrdersKeys(desk: Desk, { toSearch, refresh, newOrder, mark }: OrdersActions): void {
  const peeking = useStore(desk.looking, (looking) => looking.peeking);
  const step = useStep(desk);
  const announcements = useAnnouncements();
  const copy = (what: CopyOf) => () => {
    const { selectedId } = desk.orders.getState();
    if (selectedId !== null) void copyOrder(desk.client, announcements, what, selectedId);
  };
  const keys = useMemo(() => ({ ...chipKeys(desk), ...viewKeys(desk) }), [desk]);
  useScreenKeys({
    ...keys,
    ...{ 'Ctrl+f': toSearch, '/': toSearch, F5: refresh, 'Ctrl+r': refresh, 'Ctrl+n': newOrder },
    ...{ c: () => mark('completed'), f: () => mark('failed') },
    ...{ 'Ctrl+Shift+e': () => desk.ask('export'), 'Ctrl+Shift+c': copy('ticket'), 'Ctrl+Shift+n': copy('number') },
    'Ctrl+Shift+l': copy('link'),
    ...{ 'Alt+ArrowUp': () => step(-1), 'Alt+ArrowDown': () => step(1) },
    ...(peeking ? { Escape: () => desk.looking.getState().peek(false) } : {}),
  });
}

/** To the order before or after the selected one, in the result as it stands. */
export function useStep(desk: Desk): (by: -1 | 1) => void {
  return useCallback(
    (by) => {
      const { selectedIndex, cache, selectIndex } = desk.orders.getState();
      const to = selectedIndex === null ? null : selectedIndex + by;
      if (to !== null && to >= 0 && to < cache.total) selectIndex(to);
    },
    [desk],
  );
}

function chipKeys(desk: Desk): Readonly<Record<string, () => void>> {
  const press = (state: (typeof CHIPS)[number] | null) => () => {
    const { query, setQuery } = desk.orders.getState();
    if (state !== null || query.state !== null) setQuery(withChip(query, state));
  };
  return Object.fromEntries([null, ...CHIPS].map((state) => [chipKey(state), press(state)]));
}

function viewKeys(desk: Desk): Readonly<Record<string, () => void>> {
  const show = (at: number) => () => {
    const view = desk.views.getState().views?.[at];
    if (view !== undefined) desk.looking.show(view);
  };
  return Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`Alt+${at + 1}`, show(at)]));
}

// The pending payments, oldest first, and the payment number that the three buttons act on.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PendingRow, PendingWindow } from '../../shared/ipc/order-schemas.ts';
import type { Client } from '../bridge.ts';
import type { ListStore } from '../rows/list-state.ts';
import { createListStore } from '../rows/list-store.ts';
import { rowAt } from '../rows/page-cache.ts';

/** There is nothing to search or sort: oldest first is the point of this list. */
type PendingQuery = null;
export type PendingList = ListStore<PendingQuery, PendingRow, PendingWindow>;

interface NumberBox {
  readonly typed: string;
  /** What is known of the payment whose number stands in the box, where it is not in the list. */
  readonly other: PendingRow | null;
}

export interface PendingStore {
  readonly list: PendingList;
  readonly box: StoreApi<NumberBox>;
  /** Selecting a row fills the box: the buttons have one source for what they act on. */
  selectIndex(index: number): void;
  type(typed: string): void;
  /** Asks anew for what is known of a payment that is not in the list. */
  renewOther(): Promise<void>;
  /** The payment to go on with after this one; null when this one is not in the list. */
  after(payment: number): number | null;
  /** Selects a payment by its number and fills the box with it. */
  goOn(payment: number | null): void;
  /** These are on their way by other hands: if the box holds one of them, it goes on to the first that is left. */
  leave(payments: ReadonlySet<number>): void;
  /** The first one, where nothing has been chosen or typed yet: the list is there to be worked off. */
  begin(): void;
  /** Whether a hand is over the rows: then those that are decided keep their places. */
  hover(over: boolean): void;
}

export function createPendingStore(client: Client): PendingStore {
  let over = false;
  const list = createListStore<PendingQuery, PendingRow, PendingWindow>({
    query: null,
    idOf: (row) => row.payment.id,
    ask: (_query, offset, limit) => client.request('payments.pending', { offset, limit, keep: over }),
  });
  const box = createStore<NumberBox>(() => ({ typed: '', other: null }));
  const renewOther = async (): Promise<void> => {
    const id = readPaymentNumber(box.getState().typed);
    const result = id === null || hasRow(list, id) ? null : await client.request('payments.peek', id);
    if (readPaymentNumber(box.getState().typed) === id) box.setState({ other: result?.ok ? result.value : null });
  };
  // Selection may settle later than the key that asked for it, so the box follows the list instead of the key.
  list.subscribe(({ selectedId }, before) => {
    if (selectedId !== before.selectedId && selectedId !== null) box.setState({ typed: String(selectedId) });
  });
  return {
    list,
    box,
    selectIndex: (index) => {
      list.getState().selectIndex(index);
      const id = list.getState().selectedId;
      if (id !== null) box.setState({ typed: String(id) });
    },
    type(typed) {
      box.setState({ typed });
      const id = readPaymentNumber(typed);
      if (id !== list.getState().selectedId) list.getState().selectId(id !== null && hasRow(list, id) ? id : null);
      void renewOther();
    },
    renewOther,
    after(payment) {
      const { cache, selectedIndex } = list.getState();
      if (selectedIndex === null || rowAt(cache, selectedIndex)?.payment.id !== payment) return null;
      const open = (index: number) => {
        const row = rowAt(cache, index)?.payment;
        return row?.status === 'pending' && row.standing === 'settled' && row.id !== payment ? row.id : null;
      };
      // Onward first; at the end of the list what was passed over.
      for (let index = selectedIndex + 1; index < cache.total && rowAt(cache, index) !== undefined; index += 1)
        if (open(index) !== null) return open(index);
      for (let index = 0; index < selectedIndex; index += 1) if (open(index) !== null) return open(index);
      return null;
    },
    leave(payments) {
      const own = readPaymentNumber(box.getState().typed);
      if (own === null || !payments.has(own)) return;
      const rows = [...list.getState().cache.pages.values()].flatMap((page) => page.rows);
      const next = rows.find(({ payment }) => payment.status === 'pending' && payment.standing === 'settled' && !payments.has(payment.id));
      this.goOn(next?.payment.id ?? null);
    },
    begin() {
      const { selectedId, cache } = list.getState();
      if (selectedId === null && box.getState().typed === '' && cache.total > 0) list.getState().selectIndex(0);
    },
    hover(now) {
      const left = over && !now;
      over = now;
      if (left) list.getState().reask();
    },
    goOn(payment) {
      list.getState().selectId(payment);
      box.setState({ typed: payment === null ? '' : String(payment) });
    },
  };
}

function hasRow(list: PendingList, id: number): boolean {
  return findPending(list, id) !== null;
}

/** The payment whose number stands in the box, as far as this desk knows it. */
export function boxedPayment({ list, box }: Pick<PendingStore, 'list' | 'box'>): PendingRow | null {
  const { typed, other } = box.getState();
  const id = readPaymentNumber(typed);
  if (id === null) return null;
  return findPending(list, id) ?? (other?.payment.id === id ? other : null);
}

/** A pending payment by its number, among the rows at hand. */
export function findPending(list: PendingList, id: number): PendingRow | null {
  for (const { rows } of list.getState().cache.pages.values()) {
    const row = rows.find((candidate) => candidate.payment.id === id);
    if (row !== undefined) return row;
  }
  return null;
}

/** A payment's number as typed, `#12` or `12`; null when it is none. */
export function readPaymentNumber(typed: string): number | null {
  const digits = typed.trim().replace(/^#\s*/, '');
  if (!/^\d{1,15}$/.test(digits)) return null;
  const number = Number(digits);
  return number >= 1 ? number : null;
}

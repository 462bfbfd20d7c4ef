// Keeps what is known of the selected order at hand: its payments are marked by keys also while it is not open beside the list.
import { useEffect, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import type { Desk } from '../app/desk.ts';
import { rowAt } from '../rows/page-cache.ts';
import { paymentsOf } from './at-desk-store.ts';

export function useOpenOrder(desk: Desk): void {
  const selectedId = useStore(desk.orders, (list) => list.selectedId);
  const payments = useStore(desk.detail, ({ order }) => paymentsOf(order).join());
  useLayoutEffect(() => {
    const { cache, selectedIndex } = desk.orders.getState();
    const row = selectedIndex === null ? undefined : rowAt(cache, selectedIndex);
    desk.detail.getState().open(selectedId, row?.id === selectedId ? row : null);
  }, [desk, selectedId]);
  useEffect(() => {
    void desk.atDesk.getState().read(selectedId, payments === '' ? [] : payments.split(',').map(Number));
  }, [desk, selectedId, payments]);
}

// Orders: the history on the left, the selected order on the right, and the keys that tie them together.
import { type CSSProperties, useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { BulkStatus } from '../../shared/ipc/bulk-requests.ts';
import type { Desk } from '../app/desk.ts';
import { ColumnsDialog } from '../views/ColumnsDialog.tsx';
import { ViewsDialog } from '../views/ViewsDialog.tsx';
import { DetailPane } from './DetailPane.tsx';
import { Divider } from './Divider.tsx';
import { markOpenOrder } from './mark-open-order.ts';
import { OrdersList } from './OrdersList.tsx';
import { useOpenOrder } from './use-open-order.ts';
import { useOrdersKeys } from './use-orders-keys.ts';
import './orders.css';

export function OrdersScreen({ desk }: { readonly desk: Desk }) {
  const selectedId = useStore(desk.orders, (list) => list.selectedId);
  const query = useStore(desk.orders, (list) => list.query);
  const many = useStore(desk.choices.orders, (choice) => choice.many);
  const looking = useStore(desk.looking);
  const search = useRef<HTMLInputElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLElement>(null);
  useOpenOrder(desk);

  const toRows = useCallback(() => {
    const { selectedIndex: at, selectFirst } = desk.orders.getState();
    if (at === null) selectFirst();
    pane.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  }, [desk]);
  const toSearch = useCallback(() => {
    search.current?.focus();
    search.current?.select();
  }, []);
  const wantsDetail = useRef(false);
  const toDetail = useCallback(() => {
    desk.looking.getState().setReading(true);
    // Where it has just been opened it is there a moment later.
    wantsDetail.current = detail.current === null;
    detail.current?.focus();
  }, [desk]);
  const { reading } = looking;
  useEffect(() => {
    if (reading && wantsDetail.current) detail.current?.focus();
    wantsDetail.current = false;
  }, [reading]);
  const refresh = useCallback(() => void desk.refresh(), [desk]);
  const newOrder = useCallback(() => desk.drafts.getState().openNewOrder(true), [desk]);
  const markChosen = useCallback((to: BulkStatus) => void desk.bulk.getState().rehearse('orders', to), [desk]);
  useOrdersKeys(desk, { toSearch, refresh, newOrder, mark: (to) => (many ? markChosen(to) : markOpenOrder(desk, to)) });

  const open = selectedId !== null && reading;
  const style = looking.width === null ? {} : ({ '--detail': `${looking.width}px` } as CSSProperties);
  const closeDialog = () => looking.ask(null);
  return (
    <div className="orders" data-detail={open} style={style}>
      <h1 className="unseen">Orders</h1>
      <OrdersList
        desk={desk}
        paneRef={pane}
        searchRef={search}
        onRefresh={refresh}
        onNewOrder={newOrder}
        onToRows={toRows}
        onToSearch={toSearch}
        onOpen={toDetail}
        onMark={markChosen}
      />
      {open ? <Divider width={looking.width} onWidth={looking.setWidth} /> : null}
      {open ? (
        <DetailPane
          desk={desk}
          detailRef={detail}
          onBack={toRows}
          onClose={() => {
            looking.setReading(false);
            toRows();
          }}
        />
      ) : null}
      {looking.dialog === 'views' ? (
        <ViewsDialog
          store={desk.views}
          query={query}
          look={looking.look}
          onChoose={(view) => {
            desk.looking.show(view);
            closeDialog();
          }}
          onClose={closeDialog}
        />
      ) : null}
      {looking.dialog === 'columns' ? <ColumnsDialog look={looking.look} onLook={looking.setLook} onClose={closeDialog} /> : null}
    </div>
  );
}

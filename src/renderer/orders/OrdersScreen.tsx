// Orders: the history on the left, the selected order on the right, and the keys that tie them together.
import { useCallback, useRef } from 'react';
import { useStore } from 'zustand';
import type { BulkStatus } from '../../shared/ipc/bulk-requests.ts';
import { useAnnouncements } from '../app/context.ts';
import type { Desk } from '../app/desk.ts';
import { useScreenKeys } from '../app/screen-keys.ts';
import { ChoiceBar } from '../bulk/ChoiceBar.tsx';
import { DetailPane } from './DetailPane.tsx';
import { markOpenOrder } from './mark-open-order.ts';
import { OrdersEmpty } from './OrdersEmpty.tsx';
import { OrdersGrid } from './OrdersGrid.tsx';
import { OrdersToolbar } from './OrdersToolbar.tsx';
import { FIRST_QUERY } from '../../shared/domain/built-in-views.ts';
import { sortedAlso, sortedBy } from './sorting.ts';
import { PullBar } from './PullBar.tsx';
import { cancelledWords } from './pull-words.ts';
import './orders.css';

export function OrdersScreen({ desk }: { readonly desk: Desk }) {
  const list = useStore(desk.orders);
  const history = useStore(desk.history);
  const search = useRef<HTMLInputElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLElement>(null);
  const { query, cache, answer, selectedIndex, selectedId } = list;

  const toRows = useCallback(() => {
    const { selectedIndex: at, selectFirst } = desk.orders.getState();
    if (at === null) selectFirst();
    pane.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  }, [desk]);
  const toSearch = useCallback(() => {
    search.current?.focus();
    search.current?.select();
  }, []);
  const toDetail = useCallback(() => detail.current?.focus(), []);
  const refresh = useCallback(() => void desk.refresh(), [desk]);
  const announcements = useAnnouncements();
  const cancel = useCallback(async () => {
    const left = await desk.history.getState().cancel();
    if (left?.pulling === null) announcements.getState().announce(cancelledWords(left.asOf, new Date()));
  }, [desk, announcements]);
  const newOrder = useCallback(() => desk.drafts.getState().openNewOrder(true), [desk]);
  const choice = useStore(desk.choices.orders);
  const markChosen = (to: BulkStatus) => desk.bulk.getState().rehearse('orders', to);
  const mark = (to: BulkStatus) => (choice.many ? markChosen(to) : markOpenOrder(desk, to));
  useScreenKeys({
    ...{ 'Ctrl+f': toSearch, '/': toSearch, F5: refresh, 'Ctrl+r': refresh, 'Ctrl+n': newOrder },
    ...{ c: () => mark('completed'), f: () => mark('failed') },
  });

  // Counts come with every answer; an answer with no rows at all, and no filter, is an empty history or one that is still on its way.
  const loading =
    answer === null || (answer.total === 0 && history.state !== null && history.state.total === 0 && history.state.pulling !== null);
  return (
    <div className="orders" data-detail={selectedId !== null}>
      <h1 className="unseen">Orders</h1>
      <section className="orders-list" aria-label="History" ref={pane}>
        <OrdersToolbar
          query={query}
          counts={loading ? null : answer.counts}
          refreshing={history.refreshing || (history.state?.pulling ?? null) !== null}
          ownOnly={history.state?.ownOnly ?? false}
          searchRef={search}
          onQuery={list.setQuery}
          onRefresh={refresh}
          onNewOrder={newOrder}
          onToRows={toRows}
        />
        <OrdersGrid
          cache={cache}
          count={loading && list.problem === null ? null : cache.total}
          query={query}
          customers={desk.customersSeen(cache)}
          selectedIndex={selectedIndex}
          choice={choice}
          reveal={list.reveal}
          offset={list.offset}
          shift={list.shift}
          offsetShift={list.offsetShift}
          above={list.above}
          empty={
            <OrdersEmpty
              query={query}
              history={history.state}
              problem={list.problem}
              anyStatus={Object.values(answer?.counts ?? {}).reduce((sum, count) => sum + count, 0)}
              onAnyStatus={() => list.setQuery({ ...query, state: null })}
              onRetry={refresh}
              onClear={() => {
                list.setQuery({ ...FIRST_QUERY, sort: query.sort });
                toSearch();
              }}
              onNewOrder={newOrder}
            />
          }
          onSort={(by) => list.setQuery(sortedBy(query, by))}
          onRevealed={list.revealed}
          onOffset={list.setOffset}
          onShow={list.show}
          onSelect={choice.act}
          onOpen={toDetail}
        />
        <PullBar pulling={history.state?.pulling ?? null} onCancel={cancel} />
        <ChoiceBar choice={desk.choices.orders} total={cache.total} onMark={markChosen} />
      </section>
      {selectedId === null ? null : <DetailPane desk={desk} detailRef={detail} onBack={toRows} onClose={() => list.selectId(null)} />}
    </div>
  );
}

// The left side of Orders: toolbar, rows, and what lies over and under them.
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { FIRST_QUERY } from '../../shared/domain/built-in-views.ts';
import type { BulkStatus } from '../../shared/ipc/bulk-requests.ts';
import { useAnnouncements } from '../app/context.ts';
import type { Desk } from '../app/desk.ts';
import { ChoiceBar } from '../bulk/ChoiceBar.tsx';
import { ExportButton } from '../out/ExportButton.tsx';
import type { Gesture } from '../rows/choice.ts';
import { counted } from '../ui/format-time.ts';
import { activeView } from '../views/views-store.ts';
import { OrdersEmpty } from './OrdersEmpty.tsx';
import { OrdersGrid } from './OrdersGrid.tsx';
import { OrdersToolbar } from './OrdersToolbar.tsx';
import type { OrdersState } from './orders-store.ts';
import { PeekCard } from './PeekCard.tsx';
import { PullBar } from './PullBar.tsx';
import { cancelledWords } from './pull-words.ts';
import { sortedAlso, sortedBy } from './sorting.ts';

interface OrdersListProps {
  readonly desk: Desk;
  readonly paneRef: RefObject<HTMLDivElement | null>;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onRefresh: () => void;
  readonly onNewOrder: () => void;
  readonly onToRows: () => void;
  readonly onToSearch: () => void;
  readonly onOpen: () => void;
  readonly onMark: (to: BulkStatus) => void;
}

export function OrdersList({ desk, paneRef, searchRef, onRefresh, onNewOrder, onToRows, onToSearch, onOpen, onMark }: OrdersListProps) {
  // Every scroll tells the offset, which nothing here shows.
  const list = useStore(
    desk.orders,
    useShallow(({ offset: _offset, offsetShift: _shift, ...shown }: OrdersState) => shown),
  );
  const history = useStore(desk.history);
  const choice = useStore(desk.choices.orders);
  const looking = useStore(desk.looking);
  const views = useStore(desk.views, (store) => store.views);
  const peeked = useStore(desk.detail, ({ id, order }) => (order?.id === id ? order : null));
  const { query, cache, answer, selectedId } = list;
  const announcements = useAnnouncements();
  useSaidNews(answer?.added ?? 0);
  const cancel = useCallback(async () => {
    const left = await desk.history.getState().cancel();
    if (left?.pulling === null) announcements.getState().announce(cancelledWords(left.asOf, new Date()));
  }, [desk, announcements]);
  const { act } = choice;
  const pick = useCallback(
    (index: number, gesture: Gesture) => {
      if (gesture === 'only') desk.looking.getState().setReading(true);
      act(index, gesture);
    },
    [desk, act],
  );
  const peek = useCallback(() => {
    const { peeking, peek: put } = desk.looking.getState();
    put(!peeking);
  }, [desk]);

  // Counts come with every answer; an answer with no rows at all, and no filter, is an empty history or one that is still on its way.
  const loading =
    answer === null || (answer.total === 0 && history.state !== null && history.state.total === 0 && history.state.pulling !== null);
  const partial = history.state?.partial ?? false;
  return (
    <section className="orders-list" aria-label="History" ref={paneRef}>
      <OrdersToolbar
        query={query}
        counts={loading ? null : answer.counts}
        partial={partial}
        view={activeView(views, query, looking.look)?.name ?? null}
        refreshing={history.refreshing || (history.state?.pulling ?? null) !== null}
        ownOnly={history.state?.ownOnly ?? false}
        searchRef={searchRef}
        exporting={<ExportButton desk={desk} />}
        onQuery={list.setQuery}
        onViews={() => looking.ask('views')}
        onColumns={() => looking.ask('columns')}
        onRefresh={onRefresh}
        onNewOrder={onNewOrder}
        onToRows={onToRows}
      />
      <div className="orders-rows">
        <OrdersGrid
          list={{ ...list, ...offsetOf(desk.orders.getState()) }}
          count={loading && list.problem === null ? null : cache.total}
          look={looking.look}
          customers={desk.customersSeen(cache)}
          choice={choice}
          empty={
            <OrdersEmpty
              query={query}
              history={history.state}
              problem={list.problem}
              anyStatus={Object.values(answer?.counts ?? {}).reduce((sum, count) => sum + count, 0)}
              onAnyStatus={() => list.setQuery({ ...query, state: null })}
              onRetry={onRefresh}
              onClear={() => {
                list.setQuery({ ...FIRST_QUERY, sort: query.sort });
                onToSearch();
              }}
              onNewOrder={onNewOrder}
            />
          }
          onSort={(by, also) => list.setQuery(also ? sortedAlso(query, by) : sortedBy(query, by))}
          onSelect={act}
          onPick={pick}
          onOpen={onOpen}
          onPeek={peek}
          onNews={() => list.letIn()()}
        />
        {looking.peeking && selectedId !== null && peeked?.id === selectedId ? (
          <PeekCard order={peeked} index={list.selectedIndex} pane={paneRef} />
        ) : null}
      </div>
      <PullBar pulling={history.state?.pulling ?? null} onCancel={cancel} />
      <ChoiceBar choice={desk.choices.orders} total={cache.total} partial={partial} onMark={onMark} />
    </section>
  );
}

/** Where the list was left: read when it is drawn, never waited for. */
const offsetOf = ({ offset, offsetShift }: OrdersState) => ({ offset, offsetShift });

/** Once for each growth, politely: the button stands there for the eye. */
function useSaidNews(added: number): void {
  const announcements = useAnnouncements();
  const said = useRef(0);
  useEffect(() => {
    if (added > said.current)
      announcements.getState().murmur(`${counted(added, 'new order')}. They come in when you go to the top of the list.`);
    said.current = added;
  }, [added, announcements]);
}

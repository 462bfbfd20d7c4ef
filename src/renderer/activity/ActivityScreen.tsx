// Activity: everything this desk did, what needs a decision before all else, and one entry in full beside it.
import { useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Desk } from '../app/desk.ts';
import { useScreenKeys } from '../app/screen-keys.ts';
import { useNow } from '../ui/clock.ts';
import { ActivityEmpty } from './ActivityEmpty.tsx';
import { ActivityGrid } from './ActivityGrid.tsx';
import { ActivityToolbar } from './ActivityToolbar.tsx';
import { dayOf, FIRST_QUERY } from './activity-query.ts';
import { EntryDetail } from './EntryDetail.tsx';
import { NeedsYou } from './NeedsYou.tsx';
import { ShiftSheetView } from './ShiftSheetView.tsx';
import { VerdictNote } from './VerdictNote.tsx';
import './activity.css';

export function ActivityScreen({ desk }: { readonly desk: Desk }) {
  const { activity, tools, decisions } = desk;
  const list = useStore(activity.list);
  const { decisions: due, clerks, entry } = useStore(activity.facts);
  const shift = useStore(tools, (state) => state.shift);
  const now = useNow();
  const search = useRef<HTMLInputElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLElement>(null);
  useEffect(() => activity.watch(), [activity]);
  const toSearch = useCallback(() => {
    search.current?.focus();
    search.current?.select();
  }, []);
  const toRows = useCallback(() => {
    const { selectedIndex, selectFirst } = activity.list.getState();
    if (selectedIndex === null) selectFirst();
    pane.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  }, [activity]);
  useScreenKeys({ 'Ctrl+f': toSearch, '/': toSearch });
  if (shift !== null) return <ShiftSheetView shift={shift} tools={tools} />;
  const { query, selectedId } = list;
  const selected = selectedId === null ? null : (entry ?? null);
  return (
    <section className="activity-screen" aria-label="Activity" data-detail={selected !== null}>
      <h1 className="unseen">Activity</h1>
      <div className="activity-list" ref={pane}>
        <ActivityToolbar
          query={query}
          total={list.answer?.total ?? null}
          due={due.total}
          clerks={clerks}
          tools={tools}
          searchRef={search}
          onQuery={activity.setQuery}
          onToRows={toRows}
          onShift={() => void tools.getState().openShift(dayOf(now))}
        />
        <VerdictNote tools={tools} />
        {query.outcome === 'needs-you' ? null : (
          <NeedsYou due={due} onDecide={decisions.open} onAll={() => activity.setQuery({ ...FIRST_QUERY, outcome: 'needs-you' })} />
        )}
        <ActivityGrid
          list={list}
          onOpen={() => detail.current?.focus()}
          empty={
            <ActivityEmpty
              query={query}
              problem={list.problem}
              onAll={() => {
                activity.setQuery(FIRST_QUERY);
                toSearch();
              }}
              onRetry={list.reask}
            />
          }
        />
      </div>
      {selected === null ? null : (
        <EntryDetail
          key={selected.operation.id}
          entry={selected}
          detailRef={detail}
          onDecide={decisions.open}
          onShowOrder={desk.showOrder}
          onBack={toRows}
          onClose={() => list.selectId(null)}
        />
      )}
    </section>
  );
}

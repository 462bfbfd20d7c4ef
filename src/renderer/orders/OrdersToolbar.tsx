// Above the history: the search, the status chips with their counts, the views, and what can be done here.
import { Columns3, LayoutList, Plus, RefreshCw } from 'lucide-react';
import { type ReactNode, type RefObject, useContext } from 'react';
import { ORDER_PAYMENT_STATES, type OrderPaymentState } from '../../shared/domain/payment.ts';
import type { HistoryQuery, HistoryWindow } from '../../shared/ipc/order-schemas.ts';
import { LetterKeysContext, useTimeZone } from '../app/context.ts';
import { FilterButton } from '../query/FilterButton.tsx';
import { QueryBox } from '../query/QueryBox.tsx';
import { Button } from '../ui/Button.tsx';
import { CHIPS, chipKey, withChip } from './chip-states.ts';
import { OwnOnly } from './OwnOnly.tsx';
import { STATE_WORDS } from './order-words.ts';
import { soFar } from './pull-words.ts';

interface OrdersToolbarProps {
  readonly query: HistoryQuery;
  /** null before the first answer. */
  readonly counts: HistoryWindow['counts'] | null;
  /** Only the beginning of the history is here: there are at least so many. */
  readonly partial: boolean;
  /** The view that is shown; null: none of the saved ones. */
  readonly view: string | null;
  readonly refreshing: boolean;
  readonly ownOnly: boolean;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onQuery: (query: HistoryQuery) => void;
  /** Stands before the others. */
  readonly exporting: ReactNode;
  readonly onViews: () => void;
  readonly onColumns: () => void;
  readonly onRefresh: () => void;
  readonly onNewOrder: () => void;
  /** From the search straight into the rows. */
  readonly onToRows: () => void;
}

export function OrdersToolbar(props: OrdersToolbarProps) {
  const { query, counts, partial, refreshing, ownOnly, searchRef, exporting, onQuery, onRefresh, onNewOrder, onToRows } = props;
  const zone = useTimeZone();
  const all = counts === null ? null : ORDER_PAYMENT_STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const onText = (text: string) => onQuery({ ...query, text });
  return (
    <div className="orders-toolbar">
      <div className="orders-actions">
        <QueryBox text={query.text} boxRef={searchRef} onText={onText} onToRows={onToRows} zone={zone} now={Date.now} />
        <FilterButton text={query.text} onText={onText} zone={zone} now={Date.now} />
        {exporting}
        <Button icon={<RefreshCw size={14} aria-hidden="true" />} pending={refreshing} title="Refresh (F5)" onPress={onRefresh}>
          Refresh
        </Button>
        <Button kind="primary" icon={<Plus size={15} aria-hidden="true" />} title="New order (Ctrl+N)" onPress={onNewOrder}>
          New order
        </Button>
      </div>
      <div className="orders-narrowing">
        <fieldset className="chips">
          <legend className="unseen">Payment status</legend>
          <Chip
            label="All"
            state={null}
            count={all}
            partial={partial}
            on={query.state === null}
            onPress={() => onQuery({ ...query, state: null })}
          />
          {CHIPS.filter((state) => state !== 'not-told' || (counts?.[state] ?? 0) > 0 || query.state === state).map((state) => (
            <Chip
              key={state}
              label={STATE_WORDS[state].word}
              state={state}
              // A status that no order has is not in the counts at all.
              count={counts === null ? null : (counts[state] ?? 0)}
              partial={partial}
              on={query.state === state}
              onPress={() => onQuery(withChip(query, state))}
            />
          ))}
        </fieldset>
        <div className="orders-looks">
          <Button
            kind="quiet"
            icon={<LayoutList size={14} aria-hidden="true" />}
            title="Saved views (Alt+1 to 9)"
            aria-haspopup="dialog"
            onPress={props.onViews}
          >
            <span className="look-name">Views</span>
            {props.view === null ? null : <bdi className="orders-view cut">{props.view}</bdi>}
          </Button>
          <Button
            kind="quiet"
            icon={<Columns3 size={14} aria-hidden="true" />}
            title="Columns and density"
            aria-haspopup="dialog"
            onPress={props.onColumns}
          >
            <span className="look-name">Columns</span>
          </Button>
        </div>
      </div>
      <OwnOnly ownOnly={ownOnly} />
    </div>
  );
}

interface ChipProps {
  readonly label: string;
  readonly state: OrderPaymentState | null;
  readonly count: number | null;
  readonly partial: boolean;
  readonly on: boolean;
  readonly onPress: () => void;
}

function Chip({ label, state, count, partial, on, onPress }: ChipProps) {
  const letterKeys = useContext(LetterKeysContext);
  const key = chipKey(state);
  const told = letterKeys ? { title: `${label} (${key})`, 'aria-keyshortcuts': key } : {};
  return (
    <button type="button" className="chip" aria-pressed={on} onClick={onPress} {...told}>
      {label} <span className="chip-count number">{count === null ? '' : soFar(count, partial)}</span>
    </button>
  );
}

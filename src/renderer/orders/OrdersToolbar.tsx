// Above the history: the search, the status chips with their counts, and what can be done here.
import { Plus, RefreshCw } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { ORDER_PAYMENT_STATES, type OrderPaymentState } from '../../shared/domain/payment.ts';
import type { HistoryQuery, HistoryWindow } from '../../shared/ipc/order-schemas.ts';
import { Button } from '../ui/Button.tsx';
import { grouped } from '../ui/format-time.ts';
import { SearchBox } from '../ui/SearchBox.tsx';
import { OwnOnly } from './OwnOnly.tsx';
import { STATE_WORDS } from './order-words.ts';

interface OrdersToolbarProps {
  readonly query: HistoryQuery;
  /** null before the first answer. */
  readonly counts: HistoryWindow['counts'] | null;
  readonly refreshing: boolean;
  readonly ownOnly: boolean;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onQuery: (query: HistoryQuery) => void;
  /** Stands before the others. */
  readonly exporting: ReactNode;
  readonly onRefresh: () => void;
  readonly onNewOrder: () => void;
  /** From the search straight into the rows. */
  readonly onToRows: () => void;
}

const CHIPS = ['pending', 'partly-paid', 'completed', 'failed', 'no-payment', 'not-told'] as const satisfies readonly OrderPaymentState[];

export function OrdersToolbar(props: OrdersToolbarProps) {
  const { query, counts, refreshing, ownOnly, searchRef, exporting, onQuery, onRefresh, onNewOrder, onToRows } = props;
  const all = counts === null ? null : ORDER_PAYMENT_STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const toggle = (state: OrderPaymentState | null) => onQuery({ ...query, state });
  return (
    <div className="orders-toolbar">
      <div className="orders-actions">
        <SearchBox
          label="Search orders"
          placeholder="Search number, product or customer"
          text={query.text}
          boxRef={searchRef}
          onText={(text) => onQuery({ ...query, text })}
          onToRows={onToRows}
        />
        {exporting}
        <Button icon={<RefreshCw size={14} aria-hidden="true" />} pending={refreshing} title="Refresh (F5)" onPress={onRefresh}>
          Refresh
        </Button>
        <Button kind="primary" icon={<Plus size={15} aria-hidden="true" />} title="New order (Ctrl+N)" onPress={onNewOrder}>
          New order
        </Button>
      </div>
      <fieldset className="chips">
        <legend className="unseen">Payment status</legend>
        <Chip label="All" count={all} on={query.state === null} onPress={() => toggle(null)} />
        {CHIPS.filter((state) => state !== 'not-told' || (counts?.[state] ?? 0) > 0 || query.state === state).map((state) => (
          <Chip
            key={state}
            label={STATE_WORDS[state].word}
            count={counts?.[state] ?? null}
            on={query.state === state}
            onPress={() => toggle(query.state === state ? null : state)}
          />
        ))}
      </fieldset>
      <OwnOnly ownOnly={ownOnly} />
    </div>
  );
}

interface ChipProps {
  readonly label: string;
  readonly count: number | null;
  readonly on: boolean;
  readonly onPress: () => void;
}

function Chip({ label, count, on, onPress }: ChipProps) {
  return (
    <button type="button" className="chip" aria-pressed={on} onClick={onPress}>
      {label} <span className="chip-count number">{count === null ? '' : grouped(count)}</span>
    </button>
  );
}

// Above the history: the search, the status chips with their counts, and what can be done here.
import { Plus, RefreshCw } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { ORDER_PAYMENT_STATES, type OrderPaymentState } from '../../shared/domain/payment.ts';
import type { HistoryQuery, HistoryWindow } from '../../shared/ipc/order-schemas.ts';
import { FilterButton } from '../query/FilterButton.tsx';
import { QueryBox } from '../query/QueryBox.tsx';
import { Button } from '../ui/Button.tsx';
import { grouped } from '../ui/format-time.ts';
import { OwnOnly } from './OwnOnly.tsx';
import { STATE_WORDS } from './order-words.ts';

interface OrdersToolbarProps {
  readonly query: HistoryQuery;
  /** null before the first answer. */
  readonly counts: HistoryWindow['counts'] | null;
  readonly refreshing: boolean;
  readonly ownOnly: boolean;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onQuery: (query: HistoryQuery) => void;
  /** Stands before the others. */
  readonly exporting: ReactNode;
  readonly onRefresh: () => void;
  readonly onNewOrder: () => void;
  /** From the search straight into the rows. */
  readonly onToRows: () => void;
}

/** Days in a query are this computer's; main finds by the same. */
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const CHIPS = ['pending', 'partly-paid', 'completed', 'failed', 'no-payment', 'not-told'] as const satisfies readonly OrderPaymentState[];

export function OrdersToolbar(props: OrdersToolbarProps) {
  const { query, counts, refreshing, ownOnly, searchRef, exporting, onQuery, onRefresh, onNewOrder, onToRows } = props;
  const all = counts === null ? null : ORDER_PAYMENT_STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const onText = (text: string) => onQuery({ ...query, text });
  const toggle = (state: OrderPaymentState | null) => onQuery({ ...query, state });
  return (
    <div className="orders-toolbar">
      <div className="orders-actions">
        <QueryBox text={query.text} boxRef={searchRef} onText={onText} onToRows={onToRows} zone={ZONE} now={Date.now} />
        <FilterButton text={query.text} onText={onText} zone={ZONE} now={Date.now} />
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

// The pending payments as a grid: how long each has waited, how much, and for what.
import { memo, useCallback, useMemo } from 'react';
import type { PendingRow, PendingWindow } from '../../shared/ipc/order-schemas.ts';
import { paymentWords } from '../orders/order-words.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { Cell } from '../rows/Cell.tsx';
import { ColumnHead } from '../rows/ColumnHead.tsx';
import type { Gesture } from '../rows/choice.ts';
import type { ChoiceState } from '../rows/choice-store.ts';
import { Grid, type RowPlace } from '../rows/Grid.tsx';
import { GridRow, SkeletonRow } from '../rows/GridRow.tsx';
import { gridOfList } from '../rows/grid-of-list.ts';
import type { ListState } from '../rows/list-state.ts';
import { rowAt } from '../rows/page-cache.ts';
import { Amount } from '../ui/Amount.tsx';
import { useNow } from '../ui/clock.ts';
import { age, fullTime } from '../ui/format-time.ts';
import { ServerText } from '../ui/ServerText.tsx';

const COLUMNS = [
  { id: 'waited', label: 'Waiting for' },
  { id: 'amount', label: 'Amount', align: 'end' },
  { id: 'number', label: 'Payment' },
  { id: 'order', label: 'Order' },
  { id: 'product', label: 'Product' },
  { id: 'customer', label: 'Customer' },
  { id: 'status', label: 'Status' },
] as const;

const SKELETON = COLUMNS.map(({ id }) => ({ area: id, width: 70, end: id === 'amount' }));

interface PendingGridProps {
  readonly list: ListState<null, PendingRow, PendingWindow>;
  readonly choice: ChoiceState;
  readonly empty: React.ReactNode;
  readonly onSelect: (index: number, gesture: Gesture) => void;
  readonly onOpen: () => void;
  readonly onHover: (over: boolean) => void;
}

export function PendingGrid({ list, choice, empty, onSelect, onOpen, onHover }: PendingGridProps) {
  const { cache } = list;
  const header = (
    // biome-ignore lint/a11y/useFocusableInteractive: the buttons within take the focus.
    <div role="row" aria-rowindex={1} aria-label="Column headings">
      {COLUMNS.map(({ id, label, ...column }) => (
        <ColumnHead key={id} column={id} label={label} {...column} />
      ))}
    </div>
  );
  const row = useCallback(
    (place: RowPlace) => {
      const pending = rowAt(cache, place.index);
      if (pending === undefined) return <SkeletonRow key={place.id} place={place} cells={SKELETON} />;
      return <Row {...place} key={place.id} pending={pending} onSelect={onSelect} onOpen={onOpen} />;
    },
    [cache, onSelect, onOpen],
  );
  const idAt = (index: number) => rowAt(cache, index)?.payment.id;
  const customers = useMemo(() => hasCustomers(cache), [cache]);
  const loading = list.answer === null && list.problem === null;
  return (
    <div className="pending-grid" data-customers={customers} onPointerEnter={() => onHover(true)} onPointerLeave={() => onHover(false)}>
      <Grid
        label="Pending payments"
        count={loading ? 20 : cache.total}
        busy={loading}
        header={header}
        row={row}
        {...gridOfList(list)}
        empty={empty}
        choice={choice}
        idAt={idAt}
        onSelect={onSelect}
        onOpen={onOpen}
      />
    </div>
  );
}

function hasCustomers({ pages }: PendingGridProps['list']['cache']): boolean {
  return [...pages.values()].some(({ rows }) => rows.some(({ customer }) => customer !== null && customer !== ''));
}

interface RowProps extends RowPlace {
  readonly pending: PendingRow;
  readonly onSelect: (index: number, gesture: Gesture) => void;
  readonly onOpen: () => void;
}

const Row = memo(function Row({ pending: { payment, product, customer }, onSelect, onOpen, ...place }: RowProps) {
  const now = useNow();
  return (
    <GridRow place={place} label={`Payment ${payment.id}`} onSelect={onSelect} onOpen={onOpen}>
      <Cell column="waited">
        <span className="number" title={fullTime(payment.createdAt)}>
          {age(payment.createdAt, now) ?? '—'}
        </span>
      </Cell>
      <Cell column="amount" align="end">
        <Amount value={payment.amount} />
      </Cell>
      <Cell column="number">
        <span className="number order-number">{payment.id}</span>
      </Cell>
      <Cell column="order">
        <span className="number">{payment.order ?? '—'}</span>
      </Cell>
      <Cell column="product">
        <ServerText text={product} />
      </Cell>
      <Cell column="customer">
        <ServerText text={customer} />
      </Cell>
      <Cell column="status">
        <StatusMark status={paymentWords(payment)} />
      </Cell>
    </GridRow>
  );
});

// The history as a grid: eight columns of which the less needed ones leave as the pane narrows.
import { memo, useCallback } from 'react';
import type { HistoryQuery, OrderRow, SortKey } from '../../shared/ipc/order-schemas.ts';
import { Cell } from '../rows/Cell.tsx';
import { ColumnHead } from '../rows/ColumnHead.tsx';
import type { Gesture } from '../rows/choice.ts';
import type { ChoiceState } from '../rows/choice-store.ts';
import { Grid, type RowPlace } from '../rows/Grid.tsx';
import { GridRow, SkeletonRow } from '../rows/GridRow.tsx';
import { type PageCache, type RowRange, rowAt } from '../rows/page-cache.ts';
import { Amount } from '../ui/Amount.tsx';
import { grouped } from '../ui/format-time.ts';
import { quantityText } from '../ui/quantity.ts';
import { ServerText } from '../ui/ServerText.tsx';
import { When } from '../ui/When.tsx';
import { orderWords } from './order-words.ts';
import { StatusMark } from './StatusMark.tsx';

interface Column {
  readonly id: string;
  readonly label: string;
  readonly sort?: SortKey;
  readonly align?: 'end';
}

const COLUMNS: readonly Column[] = [
  { id: 'order', label: 'Order', sort: 'id' },
  { id: 'product', label: 'Product', sort: 'product' },
  { id: 'customer', label: 'Customer' },
  { id: 'quantity', label: 'Quantity', sort: 'quantity', align: 'end' },
  { id: 'total', label: 'Total', sort: 'total', align: 'end' },
  { id: 'due', label: 'Due', sort: 'due', align: 'end' },
  { id: 'created', label: 'Created', sort: 'createdAt' },
  { id: 'payment', label: 'Payment status', sort: 'state' },
];

const SKELETON = COLUMNS.map(({ id, align }) => ({ area: id, width: id === 'payment' ? 80 : 70, end: align === 'end' }));

export interface OrdersGridProps {
  readonly cache: PageCache<OrderRow>;
  /** null: nobody has told yet how many there are. */
  readonly count: number | null;
  readonly query: HistoryQuery;
  readonly customers: boolean;
  readonly selectedIndex: number | null;
  readonly choice: ChoiceState;
  readonly reveal: boolean;
  readonly offset: number;
  readonly shift: number;
  readonly offsetShift: number;
  /** New orders above those in sight. */
  readonly above: number;
  readonly empty: React.ReactNode;
  readonly onSort: (by: SortKey) => void;
  readonly onRevealed: () => void;
  readonly onOffset: (offset: number) => void;
  readonly onShow: (range: RowRange, top: number) => void;
  readonly onSelect: (index: number, gesture: Gesture) => void;
  readonly onOpen: () => void;
}

/** As many skeleton rows as fill a tall window. */
const SKELETON_ROWS = 24;

export function OrdersGrid(props: OrdersGridProps) {
  const { cache, query, onSelect, onOpen } = props;
  const header = (
    // biome-ignore lint/a11y/useFocusableInteractive: the buttons within take the focus.
    <div role="row" aria-rowindex={1} aria-label="Column headings">
      {COLUMNS.map(({ id, label, sort, align }) => (
        <ColumnHead
          key={id}
          column={id}
          label={label}
          {...(align === undefined ? {} : { align })}
          {...(sort === undefined
            ? {}
            : { direction: query.sort.find(({ by }) => by === sort)?.direction ?? null, onSort: () => props.onSort(sort) })}
        />
      ))}
    </div>
  );
  const row = useCallback(
    (place: RowPlace) => {
      const order = rowAt(cache, place.index);
      if (order === undefined) return <SkeletonRow key={place.id} place={place} cells={SKELETON} />;
      return <Row {...place} key={place.id} order={order} onSelect={onSelect} onOpen={onOpen} />;
    },
    [cache, onSelect, onOpen],
  );
  const idAt = (index: number) => rowAt(cache, index)?.id;
  return (
    <div className="orders-grid" data-customers={props.customers}>
      <Grid
        label="Orders"
        count={props.count ?? SKELETON_ROWS}
        busy={props.count === null}
        header={header}
        row={row}
        restart={query}
        empty={props.empty}
        selectedIndex={props.selectedIndex}
        reveal={props.reveal}
        offset={props.offset}
        shift={props.shift}
        offsetShift={props.offsetShift}
        news={props.above === 0 ? null : { words: `${grouped(props.above)} new`, thing: props.above === 1 ? 'order' : 'orders' }}
        onRevealed={props.onRevealed}
        onOffset={props.onOffset}
        onShow={props.onShow}
        choice={props.choice}
        idAt={idAt}
        onSelect={onSelect}
        onOpen={onOpen}
      />
    </div>
  );
}

interface RowProps extends RowPlace {
  readonly order: OrderRow;
  readonly onSelect: (index: number, gesture: Gesture) => void;
  readonly onOpen: () => void;
}

/** Drawn anew only when its own order, place or selection changes: a scroll moves forty rows and redraws two. */
const Row = memo(function Row({ order, onSelect, onOpen, ...place }: RowProps) {
  return (
    <GridRow place={place} label={`Order ${order.id}`} onSelect={onSelect} onOpen={onOpen}>
      <Cell column="order">
        <span className="number order-number">{order.id}</span>
      </Cell>
      <Cell column="product">
        <ServerText text={order.product} />
      </Cell>
      <Cell column="customer">
        <ServerText text={order.customer} />
      </Cell>
      <Cell column="quantity" align="end">
        <span className="number">{quantityText(order.quantity)}</span>
      </Cell>
      <Cell column="total" align="end">
        <Amount value={order.total} />
      </Cell>
      <Cell column="due" align="end">
        <span data-zero={order.due !== null && /^-?0[.0]*$/.test(order.due)} className="due">
          <Amount value={order.due} />
        </span>
      </Cell>
      <Cell column="created">
        <When iso={order.createdAt} />
      </Cell>
      <Cell column="payment">
        <StatusMark status={orderWords(order)} />
      </Cell>
    </GridRow>
  );
});

// The history as a grid: the columns that were chosen, of which the less needed ones leave as the pane narrows.
import { type CSSProperties, memo, type ReactNode, useCallback, useMemo, useRef } from 'react';
import type { HistoryQuery, OrderRow, SortKey } from '../../shared/ipc/order-schemas.ts';
import type { Density, Look } from '../../shared/ipc/view-requests.ts';
import { Cell } from '../rows/Cell.tsx';
import { ColumnHead } from '../rows/ColumnHead.tsx';
import type { Gesture } from '../rows/choice.ts';
import type { ChoiceState } from '../rows/choice-store.ts';
import { Grid, type RowPlace } from '../rows/Grid.tsx';
import { GridRow, SkeletonRow } from '../rows/GridRow.tsx';
import { gridOfList } from '../rows/grid-of-list.ts';
import { rowAt } from '../rows/page-cache.ts';
import { grouped } from '../ui/format-time.ts';
import { useWidth } from '../ui/use-width.ts';
import { type Column, fitColumns } from './columns.ts';
import { ORDER_CELLS } from './order-cells.tsx';
import type { OrdersState } from './orders-store.ts';
import { sortWords } from './sorting.ts';

export interface OrdersGridProps {
  readonly list: OrdersState;
  /** null: nobody has told yet how many there are. */
  readonly count: number | null;
  readonly look: Look;
  readonly customers: boolean;
  readonly choice: ChoiceState;
  readonly empty: ReactNode;
  readonly onSort: (by: SortKey, also: boolean) => void;
  readonly onSelect: (index: number, gesture: Gesture) => void;
  /** By the mouse: whoever clicks a row wants to read it. */
  readonly onPick: (index: number, gesture: Gesture) => void;
  readonly onOpen: () => void;
  readonly onPeek: () => void;
  readonly onNews: () => void;
}

/** As many skeleton rows as fill a tall window. */
const SKELETON_ROWS = 24;
/** Pixels; the rows' style says the same. */
const ROW_HEIGHTS: Readonly<Record<Density, number>> = { comfortable: 36, compact: 28 };

export function OrdersGrid(props: OrdersGridProps) {
  const { list, look, customers, onPick, onOpen } = props;
  const { cache, answer, above } = list;
  const pane = useRef<HTMLDivElement>(null);
  const width = useWidth(pane);
  const { columns, template, gap } = useMemo(
    () =>
      fitColumns(
        look.columns.filter((id) => customers || id !== 'customer'),
        width,
      ),
    [look.columns, customers, width],
  );
  const blanks = useMemo(() => bones(columns), [columns]);
  const row = useCallback(
    (place: RowPlace) => {
      const order = rowAt(cache, place.index);
      if (order === undefined) return <SkeletonRow key={place.id} place={place} cells={blanks} />;
      return <Row {...place} key={place.id} order={order} columns={columns} onPick={onPick} onOpen={onOpen} />;
    },
    [cache, columns, blanks, onPick, onOpen],
  );
  const news = above + (answer?.added ?? 0);
  const height = ROW_HEIGHTS[look.density];
  const style = { '--columns': template, '--gap': `${gap}px`, '--row': `${height}px` } as CSSProperties;
  return (
    <div className="orders-grid" ref={pane} style={style}>
      <Grid
        {...gridOfList(list)}
        label="Orders"
        count={props.count ?? SKELETON_ROWS}
        busy={props.count === null}
        header={<Heads columns={columns} sort={list.query.sort} onSort={props.onSort} />}
        row={row}
        rowHeight={height}
        shift={list.shift}
        offsetShift={list.offsetShift}
        empty={props.empty}
        news={news === 0 ? null : { words: `${grouped(news)} new`, thing: news === 1 ? 'order' : 'orders' }}
        onNews={props.onNews}
        choice={props.choice}
        idAt={(index) => rowAt(cache, index)?.id}
        onSelect={props.onSelect}
        onOpen={onOpen}
        onPeek={props.onPeek}
      />
    </div>
  );
}

const bones = (columns: readonly Column[]) =>
  columns.map(({ id, align }) => ({ area: id, width: id === 'payment' ? 80 : 70, end: align === 'end' }));

interface HeadsProps {
  readonly columns: readonly Column[];
  readonly sort: HistoryQuery['sort'];
  readonly onSort: (by: SortKey, also: boolean) => void;
}

function Heads({ columns, sort, onSort }: HeadsProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the buttons within take the focus.
    <div role="row" aria-rowindex={1} aria-label="Column headings">
      {columns.map(({ id, label, sort: by, align }) => (
        <ColumnHead
          key={id}
          column={id}
          label={label}
          {...(align === undefined ? {} : { align })}
          {...(by === undefined
            ? {}
            : {
                direction: sort.find((step) => step.by === by)?.direction ?? null,
                among: sort.length > 1 ? sortWords(sort, by) : null,
                hint: `Sort by ${label.toLowerCase()}. With Shift: as well`,
                onSort: (also: boolean) => onSort(by, also),
              })}
        />
      ))}
    </div>
  );
}

interface RowProps extends RowPlace {
  readonly order: OrderRow;
  readonly columns: readonly Column[];
  readonly onPick: (index: number, gesture: Gesture) => void;
  readonly onOpen: () => void;
}

/** Drawn anew only when its own order, place or selection changes: a scroll moves forty rows and redraws two. */
const Row = memo(function Row({ order, columns, onPick, onOpen, ...place }: RowProps) {
  return (
    <GridRow place={place} label={`Order ${order.id}`} onSelect={onPick} onOpen={onOpen}>
      {columns.map(({ id, align }) => (
        <Cell key={id} column={id} {...(align === undefined ? {} : { align })}>
          {ORDER_CELLS[id](order)}
        </Cell>
      ))}
    </GridRow>
  );
});

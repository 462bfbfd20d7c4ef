// The entries as a grid, newest first: when, who, what, for how much, and what became of it.
import { memo, type ReactNode, useCallback } from 'react';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { factsOf } from '../../shared/domain/operation-words.ts';
import { StatusMark } from '../orders/StatusMark.tsx';
import { Cell } from '../rows/Cell.tsx';
import { ColumnHead } from '../rows/ColumnHead.tsx';
import { Grid, type RowPlace } from '../rows/Grid.tsx';
import { GridRow, SkeletonRow } from '../rows/GridRow.tsx';
import { gridOfList } from '../rows/grid-of-list.ts';
import type { ListState, WindowAnswer } from '../rows/list-state.ts';
import { rowAt } from '../rows/page-cache.ts';
import { Amount } from '../ui/Amount.tsx';
import { ServerText } from '../ui/ServerText.tsx';
import { When } from '../ui/When.tsx';
import type { ActivityQuery } from './activity-query.ts';
import { changeOf, lineOf, outcomeLook, subjectOf } from './activity-words.ts';

const COLUMNS = [
  { id: 'when', label: 'Asked for' },
  { id: 'who', label: 'Clerk' },
  { id: 'what', label: 'What' },
  { id: 'change', label: 'Change' },
  { id: 'amount', label: 'Amount', align: 'end' },
  { id: 'order', label: 'Order' },
  { id: 'product', label: 'Product' },
  { id: 'outcome', label: 'Outcome' },
] as const;

const SKELETON = COLUMNS.map(({ id }) => ({ area: id, width: 70, end: id === 'amount' }));

interface ActivityGridProps {
  readonly list: ListState<ActivityQuery, Operation, WindowAnswer<Operation>>;
  readonly empty: ReactNode;
  readonly onOpen: () => void;
}

export function ActivityGrid({ list, empty, onOpen }: ActivityGridProps) {
  const { cache, selectIndex } = list;
  const header = (
    // biome-ignore lint/a11y/useFocusableInteractive: there is nothing to do in this head.
    <div role="row" aria-rowindex={1} aria-label="Column headings">
      {COLUMNS.map(({ id, label, ...column }) => (
        <ColumnHead key={id} column={id} label={label} {...column} />
      ))}
    </div>
  );
  const row = useCallback(
    (place: RowPlace) => {
      const operation = rowAt(cache, place.index);
      if (operation === undefined) return <SkeletonRow key={place.id} place={place} cells={SKELETON} />;
      const { id, ...where } = place;
      return <Row key={id} id={id} {...where} operation={operation} onSelect={selectIndex} onOpen={onOpen} />;
    },
    [cache, selectIndex, onOpen],
  );
  const loading = list.answer === null && list.problem === null;
  return (
    <div className="activity-grid">
      <Grid
        label="Entries"
        count={loading ? 20 : cache.total}
        busy={loading}
        header={header}
        row={row}
        {...gridOfList(list)}
        empty={empty}
        onSelect={selectIndex}
        onOpen={onOpen}
      />
    </div>
  );
}

interface RowProps extends RowPlace {
  readonly operation: Operation;
  readonly onSelect: (index: number) => void;
  readonly onOpen: () => void;
}

const Row = memo(function Row({ operation, onSelect, onOpen, ...place }: RowProps) {
  const { order, amount, product } = factsOf(operation);
  const outcome = outcomeLook(operation);
  return (
    <GridRow place={place} label={`${lineOf(operation)}, ${outcome.word}`} onSelect={onSelect} onOpen={onOpen}>
      <Cell column="when">
        <When iso={operation.askedAt} />
      </Cell>
      <Cell column="who">
        <ServerText text={operation.actor} />
      </Cell>
      <Cell column="what">
        <span className="order-number cut">{subjectOf(operation)}</span>
      </Cell>
      <Cell column="change">
        <ServerText text={changeOf(operation)} absent="" />
      </Cell>
      <Cell column="amount" align="end">
        <Amount value={amount} />
      </Cell>
      <Cell column="order">
        <span className="number">{order ?? '—'}</span>
      </Cell>
      <Cell column="product">
        <ServerText text={product} />
      </Cell>
      <Cell column="outcome">
        <StatusMark status={outcome} />
      </Cell>
    </GridRow>
  );
});

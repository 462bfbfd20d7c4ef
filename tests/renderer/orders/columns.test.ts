// Which columns a pane holds, and what choosing and moving does to them.
import { describe, expect, it } from 'vitest';
import { columnChoices, fitColumns, movedColumn, toggledColumn } from '../../../src/renderer/orders/columns.ts';
import { FIRST_LOOK } from '../../../src/shared/domain/built-in-views.ts';
import { COLUMN_IDS, type ColumnId } from '../../../src/shared/ipc/view-requests.ts';

const shown = (ids: readonly ColumnId[], width: number | null) => fitColumns(ids, width).columns.map(({ id }) => id);

describe('a pane', () => {
  it('that is wide holds every chosen column, in the chosen order', () => {
    const order: ColumnId[] = ['payment', 'order', 'total'];
    expect(shown(order, 1_200)).toEqual(order);
    expect(shown(COLUMN_IDS, 3_000)).toEqual(COLUMN_IDS);
    expect(shown(COLUMN_IDS, null)).toEqual(COLUMN_IDS);
  });

  it('that narrows lets go of the least needed first, and never of number and status', () => {
    const widths = [1_100, 1_000, 880, 700, 560, 430, 200];
    const held = widths.map((width) => shown(FIRST_LOOK.columns, width));
    for (const [at, columns] of held.entries()) {
      expect(columns).toEqual(expect.arrayContaining(['order', 'payment']));
      const wider = held[at - 1] ?? FIRST_LOOK.columns;
      expect(columns.filter((id) => !wider.includes(id))).toEqual([]);
    }
    expect(held.at(-1)).toEqual(['order', 'payment']);
    expect(held[1]).not.toContain('customer');
  });

  it('is filled to its edge also where no column takes what is left', () => {
    expect(fitColumns(['order', 'total'], 900).template).toBe('72px minmax(112px, 1fr)');
    expect(fitColumns(['order', 'product'], 900).template).toBe('72px minmax(0, 1.6fr)');
  });
});

describe('the choice of columns', () => {
  it('takes one in where it usually stands, and the last one never out', () => {
    expect(toggledColumn(['order', 'payment'], 'price')).toEqual(['order', 'price', 'payment']);
    expect(toggledColumn(['payment', 'due'], 'order')).toEqual(['order', 'payment', 'due']);
    expect(toggledColumn(['order', 'price', 'payment'], 'price')).toEqual(['order', 'payment']);
    expect(toggledColumn(['order'], 'order')).toEqual(['order']);
  });

  it('moves one by one place, and not beyond the ends', () => {
    expect(movedColumn(['order', 'price', 'payment'], 'price', -1)).toEqual(['price', 'order', 'payment']);
    expect(movedColumn(['order', 'price', 'payment'], 'price', 1)).toEqual(['order', 'payment', 'price']);
    expect(movedColumn(['order', 'price'], 'price', 1)).toEqual(['order', 'price']);
    expect(movedColumn(['order', 'price'], 'due', 1)).toEqual(['order', 'price']);
  });

  it('lists every column once, the chosen ones first', () => {
    const choices = columnChoices(['due', 'order']);
    expect(choices.slice(0, 2)).toEqual([
      { id: 'due', on: true },
      { id: 'order', on: true },
    ]);
    expect(choices.map(({ id }) => id).toSorted()).toEqual([...COLUMN_IDS].sort());
  });
});

import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/main/store/facts.ts';
import { createHistoryReader, type HistoryReader } from '../../../src/main/store/history-query.ts';
import { type HistoryQuery, SORT_KEYS, type SortKey } from '../../../src/shared/ipc/order-schemas.ts';
import { aBook } from './support/a-book.ts';
import { amount, anOrder, aPayment } from './support/facts.ts';

const ALL: HistoryQuery = { text: '', state: null, sort: [{ by: 'id', direction: 'ascending' }] };

function readerOf(orders: readonly Order[]): HistoryReader {
  const book = aBook();
  book.replaceOrders(orders, book.now());
  return createHistoryReader(book);
}

const idsOf = (reader: HistoryReader, query: Partial<HistoryQuery>): number[] =>
  reader.window({ ...ALL, ...query }, 0, 500).rows.map(({ id }) => id);

describe('searching', () => {
  const reader = readerOf([
    anOrder(12, { product: 'Acer Aspire', customer: 'Ram Rai' }),
    anOrder(123, { product: 'ACER Nitro', customer: 'Sita Devi' }),
    anOrder(4, { product: 'Cafe\u0301 crème', customer: 'Ｙｕｋｉ' }),
    anOrder(5, { product: 'لابتوب أيسر', customer: 'محمد' }),
    anOrder(6, { product: '東京ばな奈', customer: '山田 太郎' }),
    anOrder(7, { product: null, customer: null }),
    anOrder(8, { product: 'Cable 100% (12 m) [new].*', customer: 'İpek' }),
  ]);

  it.each([
    ['nothing finds everything', '', [4, 5, 6, 7, 8, 12, 123]],
    ['only blanks find everything', ' \u00a0\t', [4, 5, 6, 7, 8, 12, 123]],
    ['a number, wherever its digits stand', '2', [8, 12, 123]],
    ['the order of just that number first', ' 12 ', [12, 8, 123]],
    ['a word, whatever its case', 'aCeR', [12, 123]],
    ['a part of a word', 'spir', [12]],
    ['every word, in any order and any field', 'rai acer 12', [12]],
    ['not some of the words', 'acer yamada', []],
    ['a composed accent typed for a decomposed one', 'café', [4]],
    ['a decomposed accent typed for a composed one', 'cre\u0300me', [4]],
    ['full-width letters typed as usual ones', 'yuki', [4]],
    ['Arabic', 'أيسر', [5]],
    ['Arabic, the customer', 'محمد', [5]],
    ['Japanese, without blanks', 'ばな奈', [6]],
    ['Japanese, a name with an ideographic blank', '山田　太郎', [6]],
    ['characters that mean something to search patterns', '[new].*', [8]],
    ['a percent sign', '100%', [8]],
    ['nothing for what is nowhere', 'zebra', []],
    ['no word from the end of one field and the start of the next', 'aspireram', []],
    ['no null for what is not told', 'null', []],
  ])('finds %s', (_, text, expected) => {
    expect(idsOf(reader, { text })).toEqual(expected);
  });
});

describe('filtering by state', () => {
  const paid = [aPayment(1, 'completed')];
  const reader = readerOf([
    anOrder(1, { product: 'Acer', payments: paid }),
    anOrder(2, { product: 'Acer', payments: [aPayment(2, 'pending')] }),
    anOrder(3, { product: 'Acer', payments: [aPayment(3, 'pending')] }),
    anOrder(4, { product: 'Dell', payments: [aPayment(4, 'pending')] }),
    anOrder(5, { product: 'Dell', payments: null }),
  ]);

  it('shows that state alone, and counts each state within the text', () => {
    const window = reader.window({ ...ALL, text: 'acer', state: 'pending' }, 0, 10);
    expect(window.rows.map(({ id }) => id)).toEqual([2, 3]);
    expect(window.total).toBe(2);
    expect(window.counts).toEqual({ completed: 1, pending: 2 });
    expect(reader.window(ALL, 0, 10).counts).toEqual({ completed: 1, pending: 3, 'not-told': 1 });
  });

  it('may show nothing at all', () => {
    expect(reader.window({ ...ALL, state: 'failed' }, 0, 10)).toMatchObject({ total: 0, rows: [], counts: { pending: 3 } });
  });
});

describe('sorting', () => {
  const orders = [
    anOrder(1, { product: 'item 10', quantity: amount('10'), price: amount('1'), createdAt: '2026-10-03T00:00:00.000Z' }),
    anOrder(2, { product: 'Item 9', quantity: amount('9'), price: amount('100'), createdAt: '2026-10-01T00:00:00.000Z' }),
    anOrder(3, { product: null, quantity: null, price: null, createdAt: null, payments: null }),
    anOrder(4, {
      product: 'item 10',
      quantity: amount('9'),
      price: amount('100'),
      createdAt: '2026-10-02T00:00:00.000Z',
      payments: [aPayment(1, 'pending')],
    }),
    anOrder(5, { product: null, quantity: null, price: null, createdAt: null, payments: null }),
  ];
  const reader = readerOf(orders);
  const sorted = (by: SortKey, direction: 'ascending' | 'descending'): number[] => idsOf(reader, { sort: [{ by, direction }] });

  it.each<[SortKey, number[], number[]]>([
    ['id', [1, 2, 3, 4, 5], [5, 4, 3, 2, 1]],
    // Numbers inside names count as numbers; equals stand newest first, what is not told stands last.
    ['product', [2, 4, 1, 5, 3], [4, 1, 2, 5, 3]],
    ['quantity', [4, 2, 1, 5, 3], [1, 4, 2, 5, 3]],
    ['total', [1, 4, 2, 5, 3], [4, 2, 1, 5, 3]],
    ['due', [1, 4, 2, 5, 3], [4, 2, 1, 5, 3]],
    ['createdAt', [2, 4, 1, 5, 3], [1, 4, 2, 5, 3]],
    ['state', [4, 2, 1, 5, 3], [5, 3, 2, 1, 4]],
  ])('by %s, both ways', (by, ascending, descending) => {
    expect(sorted(by, 'ascending')).toEqual(ascending);
    expect(sorted(by, 'descending')).toEqual(descending);
  });

  it('does not depend on the order in which the server told', () => {
    const backwards = readerOf(orders.toReversed());
    for (const by of SORT_KEYS) expect(idsOf(backwards, { sort: [{ by, direction: 'ascending' }] })).toEqual(sorted(by, 'ascending'));
  });

  it('sorts amounts as amounts, beyond what a float can tell apart', () => {
    const close = [
      anOrder(1, { price: amount('9007199254740993.01') }),
      anOrder(2, { price: amount('9007199254740993') }),
      anOrder(3, { price: amount('9.5') }),
    ];
    expect(idsOf(readerOf(close), { sort: [{ by: 'total', direction: 'ascending' }] })).toEqual([3, 2, 1]);
  });
});

describe('a window', () => {
  const reader = readerOf(Array.from({ length: 10 }, (_, index) => anOrder(index + 1)));
  const newest: HistoryQuery = { ...ALL, sort: [{ by: 'id', direction: 'descending' }] };

  it.each([
    [0, 3, [10, 9, 8]],
    [8, 3, [2, 1]],
    [9, 1, [1]],
    [10, 5, []],
    [5_000, 500, []],
  ])('from %i, %i long, holds what is there', (offset, limit, expected) => {
    const window = reader.window(newest, offset, limit);
    expect(window.rows.map(({ id }) => id)).toEqual(expected);
    expect(window.total).toBe(10);
  });

  it('agrees with the position of each of its orders', () => {
    for (const [index, { id }] of reader.window(newest, 0, 10).rows.entries()) expect(reader.position(newest, id)).toBe(index);
    expect(reader.position(newest, 11)).toBeNull();
    expect(reader.position({ ...newest, text: '10' }, 9)).toBeNull();
  });

  it('follows every change of the book, for the same query', () => {
    const book = aBook();
    book.replaceOrders([anOrder(1, { payments: [aPayment(7, 'pending', { order: 1 })] })], book.now());
    const live = createHistoryReader(book);
    expect(live.window(ALL, 0, 5)).toMatchObject({ revision: 1, counts: { pending: 1 } });
    book.mark(7, { standing: 'sending', asked: 'completed' });
    expect(live.window(ALL, 0, 5).rows[0]?.payments?.[0]?.standing).toBe('sending');
    book.putPayment(aPayment(7, 'completed'), book.now());
    book.putOrder(anOrder(2), book.now());
    expect(live.window(ALL, 0, 5)).toMatchObject({ revision: 4, total: 2, counts: { completed: 1, 'no-payment': 1 } });
    expect(live.all()).toHaveLength(2);
  });

  it('of an empty book is empty', () => {
    expect(readerOf([]).window(ALL, 0, 5)).toEqual({ revision: 1, total: 0, counts: {}, rows: [] });
  });
});

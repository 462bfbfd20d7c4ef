import { describe, expect, it } from 'vitest';
import type { WordTerm } from '../../../../src/shared/domain/query/terms.ts';
import { SORT_KEYS, type SortKey } from '../../../../src/shared/ipc/order-schemas.ts';
import { amount, anOrder, aPayment } from '../support/facts.ts';
import { ALL, ASKING, anIndex, by, idsOf, meaning } from './support/an-index.ts';

describe('words', () => {
  const index = anIndex([
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
    ['one letter', 'q', []],
    ['one letter that some have', 'p', [8, 12]],
    ['every word, in any order and any field', 'rai acer 12', [12]],
    ['not some of the words', 'acer yamada', []],
    ['a composed accent typed for a decomposed one', 'café', [4]],
    ['a decomposed accent typed for a composed one', 'cre\u0300me', [4]],
    ['an accent that is not typed', 'cafe creme', [4]],
    ['an accent that is not there', 'ácer', [12, 123]],
    ['full-width letters typed as usual ones', 'yuki', [4]],
    ['a dotted capital I', 'ipek', [8]],
    ['the same, typed so', 'İPEK', [8]],
    ['Arabic', 'أيسر', [5]],
    ['Arabic, the customer', 'محمد', [5]],
    ['Japanese, without blanks', 'ばな奈', [6]],
    ['Japanese, not a letter for its like', 'はな奈', []],
    ['Japanese, a name with an ideographic blank', '山田　太郎', [6]],
    ['characters that mean something to search patterns', '[new].*', [8]],
    ['a percent sign', '100%', [8]],
    ['nothing for what is nowhere', 'zebra', []],
    ['no word from the end of one field and the start of the next', 'aspireram', []],
    ['no null for what is not told', 'null', []],
  ])('find %s', (_, text, expected) => {
    expect(idsOf(index, { text })).toEqual(expected);
  });

  it('find a phrase in one field, and not over the end of it', () => {
    expect(idsOf(index, { text: '"acer aspire"' })).toEqual([12]);
    expect(idsOf(index, { text: '"aspire ram"' })).toEqual([]);
  });

  it('refuse what contains them, where they are not wanted', () => {
    expect(idsOf(index, { text: '-acer' })).toEqual([4, 5, 6, 7, 8]);
    expect(idsOf(index, { text: 'acer -nitro' })).toEqual([12]);
  });

  it('a final sigma is a sigma', () => {
    expect(idsOf(anIndex([anOrder(1, { product: 'ΟΔΟΣ' })]), { text: 'οδοσ' })).toEqual([1]);
  });
});

describe('digits and amounts in words', () => {
  const orders = [
    anOrder(1, { product: null, price: amount('450000'), payments: [] }),
    anOrder(2, { product: null, price: amount('0.125'), payments: [aPayment(77, 'completed', { amount: amount('19.90') })] }),
    anOrder(3, { product: null, price: amount('-450.5'), payments: [aPayment(78, 'pending', { amount: null })] }),
    anOrder(90210, { product: null, price: null, payments: null }),
    anOrder(123456789, { product: null, price: amount('123456789012345678901234.56') }),
    anOrder(9_007_199_254_740_991, { product: null, price: null }),
  ];
  const index = anIndex(orders);

  it.each<[string, number[]]>([
    ['450000', [1]],
    ['450,000', [1]],
    ['4,50,000.00', [1]],
    ['450000.00', [1]],
    ['50000.0', [1]],
    ['.00', [1]],
    ['.125', [2]],
    ['125', [2]],
    ['19.9', [2]],
    ['9.90', [2]],
    ['19.95', []],
    ['77', []],
    ['450.5', [3]],
    ['450.50', [3]],
    ['-450.5', [3]],
    ['0210', [90210]],
    ['90210', [90210]],
    ['00210', []],
    ['345678', [123456789]],
    ['3456789012', [123456789]],
    ['234.56', [123456789]],
    ['9007199254740991', [9_007_199_254_740_991]],
    ['07199', [9_007_199_254_740_991]],
    ['992547', [9_007_199_254_740_991]],
    ['90071992547409911', []],
  ])('%s', (text, expected) => {
    const word: WordTerm = { kind: 'word', text, not: false };
    expect(idsOf(anIndex(orders, meaning(word)))).toEqual(expected);
  });

  it('an order whose number is typed in full stands first, whatever the sorting, in its state alone', () => {
    const sort = by('id', 'descending').sort;
    expect(idsOf(index, { text: '1', sort })[0]).toBe(1);
    expect(idsOf(index, { text: ' 2 ', sort })[0]).toBe(2);
    expect(idsOf(index, { text: '1', sort, state: 'pending' })).toEqual([]);
    expect(idsOf(index, { text: '0090210', sort })).toEqual([]);
    expect(idsOf(index, { text: '-1', sort })).not.toContain(1);
  });
});

describe('the chip', () => {
  const paid = [aPayment(1, 'completed')];
  const index = anIndex([
    anOrder(1, { product: 'Acer', payments: paid }),
    anOrder(2, { product: 'Acer', payments: [aPayment(2, 'pending')] }),
    anOrder(3, { product: 'Acer', payments: [aPayment(3, 'pending')] }),
    anOrder(4, { product: 'Dell', payments: [aPayment(4, 'pending')] }),
    anOrder(5, { product: 'Dell', payments: null }),
  ]);
  const RANGE = { offset: 0, limit: 10 };

  it('shows that state alone, and counts each state within the text', () => {
    const found = index.find({ ...ALL, text: 'acer', state: 'pending' }, ASKING, RANGE, true);
    expect(found).toEqual({ total: 2, added: 0, counts: { completed: 1, pending: 2 }, ids: [2, 3] });
    expect(index.find(ALL, ASKING, RANGE, true).counts).toEqual({ completed: 1, pending: 3, 'not-told': 1 });
  });

  it('may show nothing at all', () => {
    expect(index.find({ ...ALL, state: 'failed' }, ASKING, RANGE, true)).toMatchObject({ total: 0, ids: [], counts: { pending: 3 } });
  });

  it('is counted for queries that are not shown', () => {
    const queries = [
      ALL,
      { ...ALL, state: 'pending' as const },
      { ...ALL, text: 'dell', state: 'not-told' as const },
      { ...ALL, text: 'x' },
    ];
    expect(index.counts(queries, ASKING)).toEqual([5, 3, 1, 0]);
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
  const index = anIndex(orders);

  it.each<[SortKey, number[], number[]]>([
    ['id', [1, 2, 3, 4, 5], [5, 4, 3, 2, 1]],
    // Numbers inside names count as numbers; equals stand newest first, what is not told stands last.
    ['product', [2, 4, 1, 5, 3], [4, 1, 2, 5, 3]],
    ['quantity', [4, 2, 1, 5, 3], [1, 4, 2, 5, 3]],
    ['total', [1, 4, 2, 5, 3], [4, 2, 1, 5, 3]],
    ['due', [1, 4, 2, 5, 3], [4, 2, 1, 5, 3]],
    ['createdAt', [2, 4, 1, 5, 3], [1, 4, 2, 5, 3]],
    ['state', [4, 2, 1, 5, 3], [5, 3, 2, 1, 4]],
  ])('by %s, both ways', (key, ascending, descending) => {
    expect(idsOf(index, by(key))).toEqual(ascending);
    expect(idsOf(index, by(key, 'descending'))).toEqual(descending);
  });

  it('does not depend on the order in which the server told', () => {
    const backwards = anIndex(orders.toReversed());
    for (const key of SORT_KEYS) expect(idsOf(backwards, by(key))).toEqual(idsOf(index, by(key)));
  });

  it('by several keys: the next one decides among equals', () => {
    const sort = [...by('quantity').sort, ...by('product', 'descending').sort];
    expect(idsOf(index, { sort })).toEqual([4, 2, 1, 5, 3]);
    expect(idsOf(index, { sort: [...by('price').sort, ...by('id').sort] })).toEqual([1, 2, 4, 3, 5]);
  });

  it('sorts amounts as amounts, beyond what a float can tell apart', () => {
    const close = [
      anOrder(1, { price: amount('9007199254740993.01') }),
      anOrder(2, { price: amount('9007199254740993') }),
      anOrder(3, { price: amount('9.5') }),
      anOrder(4, { price: amount('-999999999999999999999999.5') }),
      anOrder(5, { price: amount('-999999999999999999999999.25') }),
    ];
    expect(idsOf(anIndex(close), by('total'))).toEqual([4, 5, 3, 2, 1]);
    expect(idsOf(anIndex(close), by('total', 'descending'))).toEqual([1, 2, 3, 5, 4]);
  });
});

describe('a window', () => {
  const index = anIndex(Array.from({ length: 10 }, (_, at) => anOrder(at + 1)));
  const newest = { ...ALL, ...by('id', 'descending') };

  it.each([
    [0, 3, [10, 9, 8]],
    [8, 3, [2, 1]],
    [9, 1, [1]],
    [10, 5, []],
    [5_000, 500, []],
  ])('from %i, %i long, holds what is there', (offset, limit, expected) => {
    const found = index.find(newest, ASKING, { offset, limit }, true);
    expect(found.ids).toEqual(expected);
    expect(found.total).toBe(10);
  });

  it('agrees with the position of each of its orders, and with the numbers of the whole', () => {
    const { ids } = index.find(newest, ASKING, { offset: 0, limit: 10 }, true);
    for (const [place, id] of ids.entries()) expect(index.position(newest, ASKING, id)).toBe(place);
    expect(index.position(newest, ASKING, 11)).toBeNull();
    expect(index.position({ ...newest, text: '10' }, ASKING, 9)).not.toBeNull();
    expect(index.position({ ...newest, text: 'product:zebra' }, ASKING, 9)).toBeNull();
    expect([...index.numbers(newest, ASKING, null)]).toEqual(ids);
    expect([...index.numbers(newest, ASKING, { first: 2, last: 4 })]).toEqual([8, 7, 6]);
  });

  it('of an empty index is empty', () => {
    const empty = anIndex([]);
    expect(empty.find(ALL, ASKING, { offset: 0, limit: 5 }, true)).toEqual({ total: 0, added: 0, counts: {}, ids: [] });
    expect([empty.size, empty.highest(), empty.has(1), empty.position(ALL, ASKING, 1)]).toEqual([0, null, false, null]);
    for (const key of SORT_KEYS) expect(idsOf(empty, by(key))).toEqual([]);
  });
});

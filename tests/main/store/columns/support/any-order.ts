// Orders, terms and queries of every kind, for property tests: from small pools, so that equals, repeats and near misses are common.
import fc from 'fast-check';
import type { Order, Payment } from '../../../../../src/main/store/facts.ts';
import { ORDER_PAYMENT_STATES } from '../../../../../src/shared/domain/payment.ts';
import { AMOUNT_FIELDS, type Term } from '../../../../../src/shared/domain/query/terms.ts';
import { type HistoryQuery, SORT_KEYS } from '../../../../../src/shared/ipc/order-schemas.ts';
import { amount } from '../../support/facts.ts';

const NUMBERS = [...Array.from({ length: 30 }, (_, at) => at + 1), 99, 100, 1_234, 9_999, 10_000, 10_001, 12_345, 99_999_999, 123_456_789];
const LARGE = [4_294_967_296, 100_000_000_001, 9_007_199_254_740_991];
const TEXTS = [
  'Acer',
  'acer',
  'ACER Nitro 5',
  'acer nitro 10',
  'Crème',
  'creme',
  'Ｙｕｋｉ',
  'yuki',
  '東京',
  'Lamp-2',
  'lamp 12',
  '',
  'ß',
  'Žižka',
];
const AMOUNTS = [
  ...['0', '0.1', '0.125', '1', '10', '10.5', '19.90', '450000', '450000.0001', '-3.5', '225179981368.5248', '225179981368.5249'],
  ...['9007199254740993', '9007199254740993.01', '-99999999999999999999999999', '99999999999999999999999999.9999'],
].map(amount);
const TIMES = ['2026-10-01T09:00:00.000Z', '2026-10-01T09:00:00.001Z', '2026-10-22T00:00:00.000Z', '1999-12-31T23:59:59.999Z'];
const WORDS = [
  'a',
  'e',
  'er',
  'acer',
  'nitro 1',
  'crème',
  'ＹＵ',
  '東',
  'z',
  '',
  '0',
  '1',
  '00',
  '5.',
  '.5',
  '12',
  '999',
  '4500',
  '450,000',
  '00.0',
  '-3',
];
const LONG_WORDS = ['123456', '9007199', '34567', '2345', '99999999', '10000', '225179981368.52'];

const orNull = <T>(values: readonly T[]): fc.Arbitrary<T | null> => fc.constantFrom<T | null>(...values, null);

export const anyNumber = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 1, arbitrary: fc.constantFrom(...LARGE) },
);

const anyPayment: fc.Arbitrary<Payment> = fc.record({
  id: fc.integer({ min: 1, max: 60 }),
  order: fc.constant(null),
  amount: orNull(AMOUNTS),
  status: orNull(['pending', 'completed', 'failed', 'refunded']),
  createdAt: orNull(TIMES),
});

export const anyOrder: fc.Arbitrary<Order> = fc.record({
  id: anyNumber,
  product: orNull(TEXTS),
  customer: orNull(TEXTS),
  quantity: orNull(AMOUNTS.slice(0, 6)),
  price: orNull(AMOUNTS),
  createdAt: orNull(TIMES),
  payments: fc.option(fc.array(anyPayment, { maxLength: 3 }), { freq: 6 }),
  more: fc.constant([]),
});

const words = fc.constantFrom(...WORDS, ...LONG_WORDS, ...TEXTS);
const not = fc.boolean();
const bound = fc.option(fc.record({ value: fc.constantFrom(...AMOUNTS), included: fc.boolean() }));
const instant = fc.option(fc.constantFrom(...TIMES.map((time) => Date.parse(time))));
const anyField = fc.constantFrom('product' as const, 'customer' as const, 'number' as const, 'payment' as const);

const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('word' as const), text: words, not }) },
  fc.record({ kind: fc.constant('text' as const), field: anyField, any: fc.array(words, { minLength: 1, maxLength: 2 }), not }),
  fc.record({ kind: fc.constant('status' as const), any: fc.subarray([...ORDER_PAYMENT_STATES], { minLength: 1 }), not }),
  fc.record({ kind: fc.constant('amount' as const), field: fc.constantFrom(...AMOUNT_FIELDS), from: bound, to: bound, not }),
  fc.record({ kind: fc.constant('time' as const), from: instant, to: instant, not }),
);

export const anyTerms = fc.array(anyTerm, { maxLength: 3 });

const anyStep = fc.record({
  by: fc.constantFrom(...SORT_KEYS),
  direction: fc.constantFrom('ascending' as const, 'descending' as const),
});

/** @param texts what its text may be */
export const anyQuery = (texts: readonly string[]): fc.Arbitrary<HistoryQuery> =>
  fc.record({
    text: fc.constantFrom(...texts),
    state: fc.option(fc.constantFrom(...ORDER_PAYMENT_STATES), { freq: 3 }),
    sort: fc.array(anyStep, { minLength: 1, maxLength: 3 }),
  });

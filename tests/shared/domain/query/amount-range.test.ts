// Amounts and quantities in a query: exact, and unambiguous whatever stands for the decimal sign.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyText } from '../../../../src/shared/domain/money.ts';
import { readQuery } from '../../../../src/shared/domain/query/parse-query.ts';
import { readAmount } from '../../../../src/shared/domain/query/read-amount-range.ts';

/** `(12.50` without that amount, `[12.50` with it. */
function range(text: string): string {
  const { terms, problems } = readQuery(text, { now: 0, zone: 'UTC' });
  const [term] = terms;
  if (term?.kind !== 'amount') throw new Error(`${text}: ${problems[0]?.message ?? 'no amount'}`);
  const { from, to, field, not } = term;
  const low = from === null ? '' : `${from.included ? '[' : '('}${moneyText(from.value)}`;
  const high = to === null ? '' : `${moneyText(to.value)}${to.included ? ']' : ')'}`;
  return `${not ? 'not ' : ''}${field} ${low}..${high}`;
}

it.each([
  ['amount:500', 'amount [500.00..500.00]'],
  ['amount:=500', 'amount [500.00..500.00]'],
  ['amount:>500', 'amount (500.00..'],
  ['amount: > 500', 'amount (500.00..'],
  ['total:>=500', 'total [500.00..'],
  ['total:≥500', 'total [500.00..'],
  ['price:<0.5', 'price ..0.50)'],
  ['price:<.5', 'price ..0.50)'],
  ['paid:<=12.50', 'paid ..12.50]'],
  ['due:100..200', 'due [100.00..200.00]'],
  ['due:100..', 'due [100.00..'],
  ['due:..200', 'due ..200.00]'],
  ['due:100...200', 'due [100.00..200.00]'],
  ['due:<0', 'due ..0.00)'],
  ['due:-5..5', 'due [-5.00..5.00]'],
  ['quantity:3', 'quantity [3.00..3.00]'],
  ['qty:>2', 'quantity (2.00..'],
  ['amount:500,', 'amount [500.00..500.00]'],
  ['-amount:500', 'not amount [500.00..500.00]'],
  ['amount:>1,234.50', 'amount (1234.50..'],
  ['amount:1,000..2,000', 'amount [1000.00..2000.00]'],
  ['amount:>$500', 'amount (500.00..'],
  ['amount:"> 500 €"', 'amount (500.00..'],
  ['amount:\u200e500\u200e', 'amount [500.00..500.00]'],
])('%s is %s', (text, expected) => {
  expect(range(text)).toBe(expected);
});

describe('near: within five percent, at least one unit', () => {
  it.each([
    ['amount:~500', 'amount [475.00..525.00]'],
    ['amount:≈500', 'amount [475.00..525.00]'],
    ['amount:~10', 'amount [9.00..11.00]'],
    ['amount:~20', 'amount [19.00..21.00]'],
    ['amount:~20.20', 'amount [19.19..21.21]'],
    ['due:~-500', 'due [-525.00..-475.00]'],
    ['quantity:~3', 'quantity [2.00..4.00]'],
  ])('%s is %s', (text, expected) => {
    expect(range(text)).toBe(expected);
  });
});

describe('the decimal sign', () => {
  it.each([
    ['1234.5', '1234.50'],
    ['1.234', '1.234'],
    ['1,234', '1234.00'],
    ['12,5', '12.50'],
    ['12,50', '12.50'],
    ['0,1234', '0.1234'],
    ['1,234.50', '1234.50'],
    ['1.234,50', '1234.50'],
    ['1,234,567', '1234567.00'],
    ['1.234.567', '1234567.00'],
    ['1.234.567,89', '1234567.89'],
    ['1,23,456.50', '123456.50'],
    ["1'234.50", '1234.50'],
    ['1’234,50', '1234.50'],
    ['$1,234.50', '1234.50'],
    ['1.234,50 €', '1234.50'],
    ['500.', '500.00'],
    ['-0.0001', '-0.0001'],
    ['123456789012345678901234.5678', '123456789012345678901234.5678'],
  ])('%s is %s', (text, expected) => {
    const amount = readAmount(text);
    expect(amount === null ? null : moneyText(amount)).toBe(expected);
  });

  it.each([
    '',
    '.',
    ',',
    '1,2,3',
    '1.2.3',
    '1,2345,678',
    '12,34.5',
    '0.00001',
    '1e5',
    '0x10',
    'NaN',
    '--1',
    '1 2',
    '1_000',
    '9'.repeat(40),
  ])('%j is no amount', (text) => {
    expect(readAmount(text)).toBeNull();
  });

  it('reads every amount as it is written here, with commas between the thousands or without', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), (value) => {
        const text = moneyText(value);
        expect(readAmount(text)).toBe(value);
        const [whole = '', fraction = ''] = text.split('.');
        expect(readAmount(`${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`)).toBe(value);
      }),
    );
  });
});

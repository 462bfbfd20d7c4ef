// Exact amounts: read, written, multiplied and shown without a float ever touching them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, type Money, moneyText, readMoney, timesQuantity } from '../../src/shared/domain/money.ts';

const amount = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });

/** The same number by another road: digits put together as text. */
function plainText(value: Money): string {
  const digits = (value < 0n ? -value : value).toString().padStart(5, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

describe('reading', () => {
  it.each([
    ['450000.00', 4_500_000_000n],
    ['0.1', 1_000n],
    ['0.0001', 1n],
    ['19.90', 199_000n],
    [19.9, 199_000n],
    [0.1, 1_000n],
    [1e21, 10n ** 25n],
    [1e-7, 0n],
    ['1E2', 1_000_000n],
    ['  7 ', 70_000n],
    ['7.', 70_000n],
    ['+7', 70_000n],
    ['-0.5', -5_000n],
    ['-0', 0n],
    [-0, 0n],
    ['0.00005', 1n],
    ['0.00004999', 0n],
    ['-0.00005', -1n],
    ['1.99995', 20_000n],
  ])('%j is %s ten-thousandths', (value, money) => {
    expect(readMoney(value)).toBe(money);
  });

  it.each([
    '',
    ' ',
    '.5',
    '1,5',
    '1.2.3',
    '12 3',
    'NaN',
    'Infinity',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '0x10',
    '١٢',
    '1e9999',
    `1${'0'.repeat(40)}`,
    `0.${'1'.repeat(40)}`,
    '1e99',
    null,
    undefined,
    true,
    [],
    ['1'],
    {},
    10n,
  ])('%o is no amount', (value) => {
    expect(readMoney(value)).toBeNull();
  });

  it('never fails, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), (value) => ['bigint', 'object'].includes(typeof readMoney(value))));
  });

  it('takes a float by the decimal text it is written as', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), (cents) => {
        expect(readMoney(cents / 100)).toBe(BigInt(cents) * 100n);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('writing', () => {
  it.each([
    [0n, '0.00'],
    [1n, '0.0001'],
    [10n, '0.001'],
    [100n, '0.01'],
    [1_250n, '0.125'],
    [4_500_000_000n, '450000.00'],
    [-5_000n, '-0.50'],
    [-1n, '-0.0001'],
  ])('%s ten-thousandths are %s', (money, text) => {
    expect(moneyText(money)).toBe(text);
  });

  it('is read back as the same, and means the same as the plain text', () => {
    fc.assert(
      fc.property(amount, (money) => {
        expect(readMoney(moneyText(money))).toBe(money);
        expect(readMoney(plainText(money))).toBe(money);
        expect(moneyText(money)).toMatch(/^-?\d+\.\d{2,4}$/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('multiplying', () => {
  it('a price by a whole quantity is exact', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 2 ** 31 - 1 }), (price, count) => {
        expect(timesQuantity(price, BigInt(count) * 10_000n)).toBe(price * BigInt(count));
      }),
      { numRuns: 2_000 },
    );
  });

  it('by a broken quantity is off by less than half of the finest unit, and symmetrical', () => {
    fc.assert(
      fc.property(amount, amount, (price, quantity) => {
        const product = timesQuantity(price, quantity);
        const error = product * 10_000n - price * quantity;
        expect((error < 0n ? -error : error) * 2n).toBeLessThanOrEqual(10_000n);
        expect(timesQuantity(-price, quantity)).toBe(-product);
      }),
      { numRuns: 2_000 },
    );
  });

  it('knows what a float does not', () => {
    const [price, quantity] = [readMoney('1.1'), readMoney('3')];
    expect(price !== null && quantity !== null && moneyText(timesQuantity(price, quantity))).toBe('3.30');
  });
});

it('a plain amount is what it is with its sign written out, also where it is too long for a float', () => {
  const digits = (least: number) => fc.stringMatching(new RegExp(`^[0-9]{${least},16}$`));
  const text = fc
    .tuple(digits(1), fc.option(digits(0), { nil: null }))
    .map(([whole, part]) => (part === null ? whole : `${whole}.${part}`));
  fc.assert(fc.property(text, (plain) => readMoney(plain) === readMoney(`+${plain}`)));
  fc.assert(fc.property(fc.nat({ max: 10 ** 13 }), (whole) => readMoney(whole) === readMoney(`+${whole}`)));
});

it.each([
  ['99999999999.9999', 999_999_999_999_999n],
  ['123456789012.3457', 1_234_567_890_123_457n],
  ['12345678901234.5679', 123_456_789_012_345_679n],
])('%s is read to its last digit', (text, money) => {
  expect(readMoney(text)).toBe(money);
});

describe('showing', () => {
  it.each([
    ['450000.00', '', 'en-US', '450,000.00'],
    ['450000.00', 'EUR', 'en-US', '€450,000.00'],
    ['450000.00', 'NPR', 'en-IN', 'NPR 4,50,000.00'],
    ['1234.5', '', 'de-DE', '1.234,50'],
    ['0.125', '', 'en-US', '0.125'],
    ['-19.90', 'USD', 'en-US', '-$19.90'],
    ['99999999999999999999.99', '', 'en-US', '99,999,999,999,999,999,999.99'],
    ['not told', 'EUR', 'en-US', 'not told'],
  ])('%s in %j for %s is %s', (text, currency, locale, shown) => {
    expect(formatMoney(text, currency, locale).replace(/\u00a0/g, ' ')).toBe(shown);
  });

  it('keeps every digit of every amount', () => {
    fc.assert(
      fc.property(amount, (money) => {
        expect(formatMoney(moneyText(money), '', 'en-US').replaceAll(',', '')).toBe(moneyText(money));
      }),
    );
  });
});

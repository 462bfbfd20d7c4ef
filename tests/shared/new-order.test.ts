// What may be typed for an order or a payment, and what is sent for it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPaymentAmount, checkPrice, checkProductName, checkQuantity } from '../../src/shared/domain/new-order.ts';

const NO_AMOUNT = 'An amount is a number with at most two decimals and a point, like 1200.50.';

describe('a product name', () => {
  it.each([
    'Acer',
    'لوحة مفاتيح',
    'Naïve 🧾 “x”',
    '<b>bold</b>',
    "Robert'); DROP TABLE orders;--",
    '=1+1',
    'x'.repeat(255),
    '🧾'.repeat(255),
  ])('may be %s', (name) => {
    expect(checkProductName(`  ${name}\n`)).toEqual({ value: name });
  });

  it('may not be empty or too long, counted in characters', () => {
    expect(checkProductName(' \t ')).toEqual({ problem: 'Type the product’s name.' });
    expect(checkProductName('🧾'.repeat(256))).toEqual({ problem: 'A product name has at most 255 characters; this one has 256.' });
  });
});

describe('a quantity', () => {
  it.each([
    ['5', 5],
    [' 1 ', 1],
    ['+7', 7],
    ['007', 7],
    ['2147483647', 2_147_483_647],
  ])('%j is %i', (typed, value) => {
    expect(checkQuantity(typed)).toEqual({ value });
  });

  it.each([
    ['', 'Type how many.'],
    ['0', 'A quantity is at least 1.'],
    ['-3', 'A quantity is at least 1.'],
    ['2147483648', 'That quantity is too large for a server to keep.'],
    ['99999999999999999999999', 'That quantity is too large for a server to keep.'],
    ['1.5', 'A quantity is a whole number, like 5.'],
    ['5.0', 'A quantity is a whole number, like 5.'],
    ['1e3', 'A quantity is a whole number, like 5.'],
    ['1,000', 'A quantity is a whole number, like 5.'],
    ['five', 'A quantity is a whole number, like 5.'],
    ['٥', 'A quantity is a whole number, like 5.'],
    ['0x10', 'A quantity is a whole number, like 5.'],
    ['Infinity', 'A quantity is a whole number, like 5.'],
  ])('%j is none: %s', (typed, problem) => {
    expect(checkQuantity(typed)).toEqual({ problem });
  });
});

describe('an amount', () => {
  it.each([
    ['1200', '1200.00'],
    ['1200.', '1200.00'],
    ['1200.5', '1200.50'],
    [' 1200.50 ', '1200.50'],
    ['0.01', '0.01'],
    ['1,200.50', '1200.50'],
    ['1,200.', '1200.00'],
    ['1,200,300', '1200300.00'],
    ['1 200', '1200.00'],
    ['1 200 300.5', '1200300.50'],
    ['1\u00a0200,00'.replace(',00', '.00'), '1200.00'],
    ['1\u202f200', '1200.00'],
    ['450000.00', '450000.00'],
    ['99999999999999999999.99', '99999999999999999999.99'],
  ])('%j is sent as %s', (typed, value) => {
    expect(checkPrice(typed)).toEqual({ value });
    expect(checkPaymentAmount(typed)).toEqual({ value });
  });

  it.each([
    '1,200',
    '1,20',
    '1200,50',
    '1.200,50',
    '1 200,300',
    '1,200 300',
    '1,200\u00a0300',
    '12,34,567',
    '1,2345',
    '1  200',
    '1.234',
    '1.2.3',
    '.5',
    '.',
    '-',
    '1e3',
    '0x10',
    '$5',
    '5 EUR',
    'NaN',
    'Infinity',
    '٥',
    '9'.repeat(31),
  ])('%j is not guessed at', (typed) => {
    expect(checkPrice(typed)).toEqual({ problem: NO_AMOUNT });
    expect(checkPaymentAmount(typed)).toEqual({ problem: NO_AMOUNT });
  });

  it.each(['-1', '-0.01', '-1,200.50'])('%j is negative', (typed) => {
    expect(checkPaymentAmount(typed)).toEqual({ problem: 'An amount cannot be negative.' });
  });

  it('of nothing is a price, but no payment', () => {
    expect(checkPrice('0')).toEqual({ value: '0.00' });
    expect(checkPaymentAmount('0.00')).toEqual({ problem: 'The amount must be more than 0.' });
    expect(checkPrice(' ')).toEqual({ problem: 'Type the price of one.' });
    expect(checkPaymentAmount('')).toEqual({ problem: 'Type the amount that was paid.' });
  });

  it('of any cents is sent as just these, with or without groups', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 20n }), fc.constantFrom(',', ' ', '\u00a0'), (cents, separator) => {
        const text = `${cents / 100n}.${(cents % 100n).toString().padStart(2, '0')}`;
        expect(checkPaymentAmount(text)).toEqual({ value: text });
        expect(checkPaymentAmount(text.replace(/\B(?=(\d{3})+\.)/g, separator))).toEqual({ value: text });
      }),
    );
  });

  it('is never taken for another one than the digits say', () => {
    const typed = fc.string({ unit: fc.constantFrom('1', '2', '0', ',', '.', ' ', '-', '\u00a0'), maxLength: 12 });
    fc.assert(
      fc.property(typed, (text) => {
        const checked = checkPrice(text);
        if ('problem' in checked) return;
        const plain = text.replace(/[^\d.]/g, '');
        expect(checked.value).toBe(`${BigInt(plain.split('.')[0] ?? '')}.${(plain.split('.')[1] ?? '').padEnd(2, '0')}`);
        // A comma groups only together with a point or another comma.
        expect((text.match(/,/g) ?? []).length === 1 && !text.includes('.')).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });
});

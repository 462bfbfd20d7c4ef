// Decimal text to hundredths, against exact arithmetic.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactMinor, minorAsText } from '../../../src/main/practice/exact-decimal.ts';

const least = 'Ensure this value is greater than or equal to 0.01.';

describe('hundredths and text', () => {
  it('are each other’s inverse over the whole range', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (minor) => {
        expect(exactMinor(minorAsText(minor))).toEqual({ ok: true, value: minor });
      }),
    );
  });

  it('agree with exact arithmetic for any digits, wherever the point stands', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 4 }), (digits, places) => {
        const text = digits.toString().padStart(places + 1, '0');
        const check = exactMinor(places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`);
        const minor = digits * 10n ** BigInt(Math.max(0, 2 - places));
        const fits = places <= 2 && minor > 0n && minor < 10n ** 10n;
        expect(check.ok).toBe(fits);
        if (check.ok) expect(BigInt(check.value)).toBe(minor);
      }),
    );
  });

  it.each(['', '.', '-', 'e5', '1e', '1..2', '١٢', '0x10', '1_0', 'Infinity'])('does not take %j for a number', (text) => {
    expect(exactMinor(text)).toEqual({ ok: false, problems: ['A valid number is required.'] });
  });

  it.each(['0.00', '-0.01', '-99'])('finds %j too small', (text) => {
    expect(exactMinor(text)).toEqual({ ok: false, problems: [least] });
  });

  it('judges exponents by what they mean', () => {
    expect(exactMinor('1e3')).toEqual({ ok: true, value: 100_000 });
    expect(exactMinor('1e400')).toMatchObject({ problems: ['Ensure that there are no more than 10 digits in total.'] });
    expect(exactMinor('1e-3')).toMatchObject({ problems: ['Ensure that there are no more than 2 decimal places.'] });
  });
});

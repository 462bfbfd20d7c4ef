import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAmount, emptyAmounts, exactOf } from '../../../../src/main/store/columns/amount-dictionary.ts';
import { amountsWith } from '../../../../src/main/store/columns/find-amounts.ts';
import { digitFinder, findDigits } from '../../../../src/main/store/columns/find-digits.ts';
import { moneyText } from '../../../../src/shared/domain/money.ts';
import { runs } from '../support/runs.ts';

/** Of every size, with zeros and repeats in every place. */
const number = fc
  .array(fc.constantFrom('0', '0', '1', '1', '2', '9', '000', '0000', '12'), { minLength: 1, maxLength: 15 })
  .map((digits) => Number(digits.join('').slice(0, 15)));

/** Often a piece of one of the numbers. */
const withPiece = fc
  .tuple(fc.array(number, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat({ max: 14 }), fc.integer({ min: 1, max: 9 }))
  .map(([numbers, pick, from, length]) => {
    const text = String(numbers[pick % numbers.length]);
    return { numbers, piece: text.slice(from % text.length, (from % text.length) + length) };
  });

describe('digits anywhere in a number', () => {
  it('are found where its text contains them', () => {
    fc.assert(
      fc.property(withPiece, fc.constantFrom('', '0', '00', '1'), ({ numbers, piece }, before) => {
        const digits = before + piece;
        const has = digitFinder(digits);
        expect(numbers.filter(has)).toEqual(numbers.filter((own) => String(own).includes(digits)));
      }),
      { numRuns: runs(200) },
    );
  });

  it('are found in a column of rising numbers, besides what was found before', () => {
    fc.assert(
      fc.property(withPiece, fc.integer({ min: 0, max: 3 }), ({ numbers, piece }, more) => {
        const rising = [...new Set(numbers.flatMap((own) => [own, own + more]))].sort((a, b) => a - b);
        const found = Uint8Array.from(rising, (_, at) => (at % 5 === 0 ? 1 : 0));
        findDigits(found, Float64Array.from(rising), piece);
        expect([...found]).toEqual(rising.map((own, at) => (at % 5 === 0 || String(own).includes(piece) ? 1 : 0)));
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('words in amounts', () => {
  it('are found where the canonical text contains them', () => {
    const amount = fc
      .oneof(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }))
      .chain((own) =>
        // Most prices end in zeros.
        fc.constantFrom(own, own * 100n, own * 10_000n),
      );
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 8 }),
        (all, pick, from, length) => {
          const amounts = emptyAmounts();
          for (const own of all) addAmount(amounts, exactOf(own) ?? 0);
          const text = moneyText(all[pick % all.length] ?? 0n);
          const word = text.slice(from % text.length, (from % text.length) + length);
          const wanted = [0, ...all.map((own) => (moneyText(own).includes(word) ? 1 : 0))];
          expect([word, ...(amountsWith(amounts, word) ?? [])]).toEqual([word, ...wanted]);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

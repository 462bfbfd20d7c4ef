import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldedUnit } from '../../../../src/main/store/columns/fold.ts';
import { createTextCoder } from '../../../../src/main/store/columns/text-coder.ts';
import { emptyTexts, folded } from '../../../../src/main/store/columns/text-dictionary.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const MARKS = ['\u0301', '\u0308', '\u3099', '\u309a', '\u11a8', '\u093c', '\u0000', 'Σ', 'ς', 'İ', '½', '¨', '️'];

describe('letters that fold one by one', () => {
  it('are those that fold alike alone and beside each of the others', () => {
    const steady = Array.from({ length: 0x10000 }, (_, unit) => unit).filter((unit) => foldedUnit(unit) !== null);
    expect(steady.length).toBeGreaterThan(30_000);
    for (const unit of steady) {
      const letter = String.fromCharCode(unit);
      expect(foldedUnit(unit)?.length).toBeLessThanOrEqual(8);
      if (unit > 0x3100 && unit % 97 > 0) continue;
      for (const beside of ['a', 'é', 'Σ', 'が', '각', 'й', '½', '¨', 'آ', 'ऩ', '्', 'क़', 'ế'])
        expect([letter, beside, fold(letter + beside), fold(beside + letter)]).toEqual([
          letter,
          beside,
          fold(letter) + fold(beside),
          fold(beside) + fold(letter),
        ]);
    }
  });

  it('make the texts that folding them whole makes, and equal texts have one code', () => {
    const letter = fc.oneof(
      fc.integer({ min: 0, max: 0x24f }).map((unit) => String.fromCharCode(unit)),
      fc.integer({ min: 0x370, max: 0x52f }).map((unit) => String.fromCharCode(unit)),
      fc.integer({ min: 0x600, max: 0x66f }).map((unit) => String.fromCharCode(unit)),
      fc.integer({ min: 0x900, max: 0x97f }).map((unit) => String.fromCharCode(unit)),
      fc.integer({ min: 0x1e00, max: 0x202f }).map((unit) => String.fromCharCode(unit)),
      fc.integer({ min: 0x3000, max: 0x30ff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(...MARKS),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    const text = fc.array(letter, { maxLength: 12 }).map((letters) => letters.join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 30 }), (told) => {
        const texts = emptyTexts();
        const { codeOf } = createTextCoder(texts);
        const codes = new Map<string, number>();
        for (const one of [...told, ...told]) {
          const code = codeOf(one);
          const own = texts.bytes.subarray(texts.ends[code - 1], texts.ends[code]);
          expect(Buffer.from(own)).toEqual(Buffer.from(folded(one)));
          const key = Buffer.from(bytesOf(fold(one))).toString('hex');
          expect(codes.get(key) ?? code).toBe(code);
          codes.set(key, code);
        }
      }),
      { numRuns: 150 },
    );
  });
});

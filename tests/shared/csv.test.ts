// What is written can be read back by any reader of RFC 4180, whatever was in it; and no text becomes a formula.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, csvRow } from '../../src/shared/csv.ts';

/** A reader of its own, straight from the grammar of RFC 4180: a quoted or a bare cell, then a comma or the end of the line. */
function parse(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const from = cell.lastIndex;
    const match = cell.exec(text);
    if (match === null) throw new Error(`no cell at ${from}`);
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

const dangerous = /^[=+\-@\t\r]/;
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', '\t', "'", ' ', ';', 'a', '\u0000', '😀') }),
  fc.constantFrom('=1+1', '+41', '-5', '@SUM(A1)', '\t=1', '\r=1', "'quoted", '"', '""', ',', '\r\n', '\uFEFF', '=cmd|"/c calc"!A1'),
);

describe('a row of comma-separated values', () => {
  it('is read back as it was, but for the apostrophe that disarms a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(hostile, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }), (rows) => {
        fc.pre(rows.every((row) => row.length > 1 || row[0] !== ''));
        const expected = rows.map((row) => row.map((cell) => (dangerous.test(cell) ? `'${cell}` : cell)));
        expect(parse(rows.map(csvRow).join(''))).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never begins a cell with what a spreadsheet computes', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(dangerous.test(parse(csvRow([text, 'end']))[0]?.[0] ?? '')).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each<[Cell, string]>([
    [-5, '-5'],
    [1204, '1204'],
    [Number.NaN, ''],
    [{ decimal: '-12.50' }, '-12.50'],
    [{ decimal: '100000000000000000000.0001' }, '100000000000000000000.0001'],
    [{ decimal: '=1' }, "'=1"],
    [{ decimal: '-1;2' }, "'-1;2"],
    ['-5', "'-5"],
    ['Rice, 5 kg', '"Rice, 5 kg"'],
    ['5" disk', '"5"" disk"'],
    [' Rice', '" Rice"'],
    ['a\nb', '"a\nb"'],
    [null, ''],
  ])('%j is written as %j: numbers stay numbers', (cell, text) => {
    expect(csvRow([cell])).toBe(`${text}\r\n`);
  });
});

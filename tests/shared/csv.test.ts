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

/** As a program takes it that strips whatever it can before it looks, and knows the full-width and small forms. */
function dangerous(cell: string): boolean {
  if (/^[\t\r]/.test(cell)) return true;
  const first = [...cell].find((character) => !/[\s\p{C}"]/u.test(character)) ?? '';
  return ['=', '+', '-', '@'].includes(first.normalize('NFKC').replace('\u2212', '-'));
}

/** Where Excel cuts a line of this file in a country whose separator is a semicolon, and what a paste of tabs is cut at: quotes protect nothing. */
const cutOpen = (text: string) => text.split(/[;\t\r\n]/);

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', '\t', "'", ' ', ';', 'a', '\u0000', '\u200b', '\uff1d', '\uff20', '😀'),
  }),
  fc.constantFrom('=1+1', '+41', '-5', '@SUM(A1)', '\t=1', '\r=1', "'quoted", '"', '""', ',', '\r\n', '\uFEFF', '=cmd|"/c calc"!A1'),
);

describe('a row of comma-separated values', () => {
  it('is read back as it was, but for the apostrophe that disarms a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(hostile, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }), (rows) => {
        fc.pre(rows.every((row) => row.length > 1 || row[0] !== ''));
        const read = parse(rows.map(csvRow).join(''));
        const bare = (all: readonly (readonly string[])[]) => all.map((row) => row.map((cell) => cell.replaceAll("'", '')));
        expect(bare(read)).toEqual(bare(rows));
        // No apostrophe but where something has to be disarmed: texts without such a sign come back to the letter.
        for (const [y, row] of rows.entries())
          for (const [x, cell] of row.entries())
            if (!cutOpen(cell).some(dangerous) && !/^[\t\r]/.test(cell)) expect(read[y]?.[x]).toBe(cell);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never begins a cell with what a spreadsheet computes', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [cell = ''] = parse(csvRow([text, 'end']))[0] ?? [];
        expect(dangerous(cell)).toBe(false);
        // A semicolon, a tab or a line's end within it begins no formula either.
        expect(
          cutOpen(csvRow(['1', text]).replace(/^1,|\r\n$/g, ''))
            .slice(1)
            .filter(dangerous),
        ).toEqual([]);
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
    ['  =1', "'  =1"],
    ['\u200b\u00a0@SUM(A1)', "'\u200b\u00a0@SUM(A1)"],
    ['＝1＋1', "'＝1＋1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['\u22125', "'\u22125"],
    ['a;=1', "a;'=1"],
    ['a;"=1', `"a;'""=1"`],
    ['a\n=1', `"a\n'=1"`],
    ['Rice - 5 kg; 1+1=2', 'Rice - 5 kg; 1+1=2'],
    ['Rice, 5 kg', '"Rice, 5 kg"'],
    ['5" disk', '"5"" disk"'],
    [' Rice', '" Rice"'],
    ['a\nb', '"a\nb"'],
    [null, ''],
  ])('%j is written as %j: numbers stay numbers', (cell, text) => {
    expect(csvRow([cell])).toBe(`${text}\r\n`);
  });
});

// A page's bytes cut into rows: whatever pieces they come in, exactly what JSON.parse would have made of the whole.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPageScanner } from '../../../../src/main/store/pull/page-scanner.ts';
import { type Scanned, scan, utf8 } from './scan.ts';

/** Half of the rule is the caller's: a row that does not parse makes the page no list. */
const told = ({ end, rows }: Scanned): readonly unknown[] | null => (end.kind === 'page' && rows !== 'unparsable' ? rows : null);
const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });

/** What JSON.parse and the rules of paging say of the same text. */
function expected(text: string): readonly unknown[] | null {
  try {
    const value = JSON.parse(text) as unknown;
    if (Array.isArray(value)) return value;
    const results = typeof value === 'object' && value !== null ? (value as { results?: unknown }).results : null;
    return Array.isArray(results) ? results : null;
  } catch {
    return null;
  }
}

const rowsOf = fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 12 });
const spacing = fc.constantFrom(undefined, 1, '\t', '\r\n ');

describe('cut as JSON.parse would read it', () => {
  it('a bare list', () => {
    fc.assert(
      fc.property(rowsOf, spacing, cuts, (rows, space, pieces) => {
        const text = JSON.stringify(rows, null, space);
        const scanned = scan(utf8(text), pieces);
        expect(told(scanned)).toEqual(JSON.parse(text));
        expect(scanned.end).toEqual({ kind: 'page', rows: rows.length, count: rows.length, next: null });
        expect(scanned.restarts).toBe(0);
      }),
    );
  });

  it('an envelope, with whatever stands before and after its rows', () => {
    const key = fc.oneof(fc.constantFrom('links', 'a[', '{"results":[', 'é"', 'resultss'), fc.string());
    const extra = fc.array(fc.tuple(key, fc.jsonValue({ maxDepth: 3 })), { maxLength: 4 });
    fc.assert(
      fc.property(rowsOf, extra, extra, spacing, cuts, (rows, before, after, space, pieces) => {
        const others = (list: typeof before) =>
          Object.fromEntries(list.filter(([name]) => !['results', 'next', 'links', 'count'].includes(name)));
        const next = 'http://internal/?cursor=ab%3D#x';
        const text = JSON.stringify(
          { ...others(before), count: 7, nested: { results: [1] }, results: rows, next, ...others(after) },
          null,
          space,
        );
        const scanned = scan(utf8(text), pieces);
        expect(told(scanned)).toEqual(JSON.parse(JSON.stringify(rows)));
        expect(scanned.end).toEqual({ kind: 'page', rows: rows.length, count: 7, next: 'cursor=ab%3D' });
      }),
    );
  });

  it('text that was spoilt by a byte', () => {
    const whole = JSON.stringify({
      count: 2,
      next: null,
      results: [{ id: 1, a: ['x', { y: 'é\\"' }] }, { id: 2 }, 'z', -3.5e2, true],
      more: {},
    });
    const change = fc.record({
      at: fc.nat({ max: whole.length }),
      gone: fc.integer({ min: 0, max: 3 }),
      into: fc.oneof(fc.constantFrom('', '"', '\\', '[', ']', '{', '}', ',', ':', ' ', '\u0000', '\uFEFF'), fc.string({ maxLength: 3 })),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(whole, JSON.stringify([{ id: 1 }, [2], 'x,]', null])),
        fc.array(change, { maxLength: 3 }),
        cuts,
        (start, changes, pieces) => {
          const text = changes.reduce((so, { at, gone, into }) => so.slice(0, at) + into + so.slice(at + gone), start).toWellFormed();
          // A mark at the very beginning is no part of the text, as decode-text reads it.
          expect(told(scan(utf8(text), pieces))).toEqual(expected(text.replace(/^\uFEFF/, '')));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['[]', []],
    [' [ ] \n', []],
    ['[{}]', [{}]],
    ['[[],{"a":"]}\\\\"},"\\"",1,-0.5e3,null,true,false]', [[], { a: ']}\\' }, '"', 1, -500, null, true, false]],
    ['{"results":[]}', []],
    ['{"results" : [1 , 2] , "next":null}', [1, 2]],
    ['{"data":{"results":[3]},"results":[1]}', [1]],
    // Of one name told twice JSON.parse takes the last; names may be spelled with escapes.
    ['{"results":[1],"results":[2,3]}', [2, 3]],
    ['{"\\u0072esults":[4]}', [4]],
    ['{"results":[1],"\\u0072esults":[5]}', [5]],
  ])('%s', (text, rows) => {
    for (const pieces of [[], [1], [2, 3]]) expect(told(scan(utf8(text), pieces))).toEqual(rows);
  });

  it.each([
    ...['', ' ', '[', ']', '[1,]', '[,1]', '[1 2]', '[{}{}]', '[{}]x', '[{}],', '[{},{}', '[{]', '[tru]', '["a]', '[\uFEFF1]', '[01]'],
    ...[
      '{',
      '{}',
      '{"results":[1]',
      '{"results":[1],}',
      '{"results":[1]}}',
      '{"results":[1]}{"results":[1]}',
      '{"results":{}}',
      '{"results":null}',
    ],
    ...[
      '{"results":[1],"results":null}',
      '{"a":"results":[1]}',
      '{:[1]}',
      '{"orders":[1]}',
      '"text"',
      '7',
      'null',
      '<!doctype html>',
      '{"next":7,"results":[]}',
    ],
    ...['{"links":{"next":"https://x/page/2/"},"results":[1]}', '{"a":::::::[1]}'],
  ])('%s is no list', (text) => {
    for (const pieces of [[], [1], [3]]) expect(told(scan(utf8(text), pieces))).toBeNull();
  });
});

describe('encodings, as decode-text reads them', () => {
  const value = [
    { id: 1, product_name: 'Crème brûlée' },
    { id: 2, product_name: 'Käse' },
  ];
  const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
  const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));

  it.each([
    ['UTF-8 with a mark', utf8(`\uFEFF${JSON.stringify(value)}`), 'application/json'],
    ['Latin-1 without a label', latin(JSON.stringify(value)), null],
    ['Latin-1 with its label', latin(JSON.stringify(value)), 'application/json; charset=ISO-8859-1'],
    ['UTF-8 labelled as Latin-1', utf8(JSON.stringify(value)), 'application/json; charset=latin1'],
    ['UTF-16 with a mark', utf16(`\uFEFF${JSON.stringify(value)}`), null],
    ['UTF-16 without a mark', utf16(JSON.stringify(value)), null],
    ['UTF-16, an envelope', utf16(JSON.stringify({ results: value })), null],
    ['Latin-1 around the rows', latin(JSON.stringify({ note: 'é', results: value })), null],
  ])('%s', (_, bytes, label) => {
    for (const pieces of [[], [1], [2, 5]]) expect(told(scan(bytes, pieces, label))).toEqual(value);
  });

  it('rows told before a byte that is no UTF-8 are told anew, once', () => {
    const scanned = scan(latin(JSON.stringify(value)), [10], null);
    expect([scanned.restarts, scanned.rows]).toEqual([1, value]);
  });

  it('single bytes that were lost among UTF-8 are shown as such', () => {
    const bytes = utf8('[{"a":"é"},{"a":"?"}]');
    bytes[bytes.length - 4] = 0xff;
    expect(told(scan(bytes, [4]))).toEqual([{ a: 'é' }, { a: '\uFFFD' }]);
  });
});

it('counts the rows as they come', () => {
  const scanner = createPageScanner({ row: () => undefined, restart: () => undefined });
  expect([scanner.write(new Uint8Array(utf8('[{"id":1},{"i'))), scanner.write(new Uint8Array(utf8('d":2}]')))]).toEqual([1, 2]);
});

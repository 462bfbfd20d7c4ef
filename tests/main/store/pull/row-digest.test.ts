// The digest of a row: by it a row that has not changed is known again without being parsed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan, utf8 } from './scan.ts';

const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });

describe('a digest', () => {
  const row = (fields: object): Uint8Array => utf8(JSON.stringify([fields]));

  it('is the same whatever pieces the row comes in', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.nat(), name: fc.string() }), { maxLength: 20 }), cuts, (rows, pieces) => {
        const bytes = utf8(JSON.stringify(rows));
        expect(scan(bytes, pieces).digests).toEqual(scan(bytes).digests);
      }),
    );
  });

  it('is another for each change of a row, also of its highest bits', () => {
    const seen = new Map<string, string>();
    const add = (text: string): void => {
      const [digest] = scan(utf8(`["${text}"]`)).digests;
      expect(seen.get(digest ?? '') ?? text).toBe(text);
      seen.set(digest ?? '', text);
    };
    for (let length = 0; length < 64; length += 1) add('a'.repeat(length));
    for (let at = 0; at < 32; at += 1)
      for (let other = at + 1; other < 32; other += 1)
        for (const letter of 'bq!A') add([...'a'.repeat(32)].map((a, place) => (place === at || place === other ? letter : a)).join(''));
    expect(seen.size).toBe(64 + 496 * 4);
  });

  it('of 100,000 rows is no other row’s', () => {
    const seen = new Set<string>();
    for (let block = 0; block < 20; block += 1) {
      const rows = Array.from({ length: 5_000 }, (_, place) => ({
        id: block * 5_000 + place,
        status: place % 2 === 0 ? 'pending' : 'failed',
      }));
      for (const digest of scan(utf8(JSON.stringify(rows))).digests) seen.add(digest);
    }
    expect(seen.size).toBe(100_000);
  });

  it('stays what it is, as files keep it', () => {
    expect(scan(row({ id: 1, product_name: 'Tea' })).digests).toMatchInlineSnapshot(`
      [
        "3736338805 3666433328",
      ]
    `);
  });
});

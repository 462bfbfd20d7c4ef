import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOrderIndex, loadIndex } from '../../../../src/main/store/columns/create-index.ts';
import type { OrderIndex } from '../../../../src/main/store/columns/order-index.ts';
import { readQuery } from '../../../../src/shared/domain/query/parse-query.ts';
import { amount, anOrder, aPayment } from '../support/facts.ts';
import { anIndex, by, idsOf } from './support/an-index.ts';

const full = (): OrderIndex =>
  anIndex([
    anOrder(1, { product: 'Acer', customer: '山田', price: amount('99999999999999999999.5'), payments: [aPayment(5, 'pending')] }),
    anOrder(2, { product: null, customer: null, quantity: null, price: null, createdAt: null, payments: null }),
    anOrder(9_007_199_254_740_991, { product: 'Lamp', price: amount('0.125'), payments: [aPayment(6, null, { amount: null })] }),
  ]);

const copied = (parts: readonly Uint8Array[]): Uint8Array[] => parts.map((part) => part.slice());
const load = (parts: readonly Uint8Array[]): OrderIndex | null => loadIndex(parts, readQuery);

describe('a saved index', () => {
  it('is the same when it is loaded, and goes on from there', () => {
    const loaded = load(copied(full().save()));
    expect(loaded).not.toBeNull();
    if (loaded === null) return;
    expect(idsOf(loaded, by('total'))).toEqual([9_007_199_254_740_991, 1, 2]);
    expect(idsOf(loaded, { text: '山田 999.5' })).toEqual([1]);
    expect([...loaded.pending().payments]).toEqual([5]);
    expect([loaded.size, loaded.highest(), loaded.tellsPayments()]).toEqual([3, 9_007_199_254_740_991, false]);
    loaded.put(anOrder(3, { product: 'Lamp 2' }));
    loaded.put(anOrder(1, { product: 'Lamp 1', payments: [] }));
    expect(idsOf(loaded, { text: 'lamp', ...by('product') })).toEqual([9_007_199_254_740_991, 1, 3]);
    expect(load(copied(loaded.save()))?.size).toBe(4);
  });

  it('may be empty', () => {
    expect(load(copied(createOrderIndex(readQuery).save()))?.size).toBe(0);
  });

  it('is taken back from bytes that lie anywhere in their buffers', () => {
    const shifted = full()
      .save()
      .map((part) => {
        const buffer = new Uint8Array(part.length + 3);
        buffer.set(part, 3);
        return buffer.subarray(3);
      });
    expect(load(shifted)?.size).toBe(3);
  });

  it('is not taken with any bit of it turned over', () => {
    const parts = copied(full().save());
    const places = parts.flatMap((part, at) => Array.from(part, (_, byte) => [at, byte] as const));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 0, max: 7 }), ([part, byte], bit) => {
        const damaged = copied(parts);
        const cells = damaged[part] ?? new Uint8Array(0);
        cells[byte] = (cells[byte] ?? 0) ^ (1 << bit);
        expect(load(damaged)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('is not taken cut, mixed with another one, or when it is something else', () => {
    const parts = copied(full().save());
    const other = copied(anIndex([anOrder(1), anOrder(2), anOrder(3)]).save());
    expect(load([])).toBeNull();
    expect(load(parts.slice(0, -1))).toBeNull();
    expect(load([...parts, new Uint8Array(1)])).toBeNull();
    expect(load(parts.map((part) => part.subarray(0, part.length - 1)))).toBeNull();
    expect(load([...parts.slice(0, 2), ...other.slice(2)])).toBeNull();
    expect(load([new TextEncoder().encode('{"format":"paydesk columns 1"}')])).toBeNull();
    expect(load(parts.toReversed())).toBeNull();
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 40 })), (blobs) => load(blobs) === null));
  });
});

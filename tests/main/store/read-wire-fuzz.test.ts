import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOrder } from '../../../src/main/store/read-wire.ts';

describe('whatever a server sends', () => {
  const keys = fc.constantFrom(
    'id',
    'product_name',
    'product',
    'quantity',
    'price',
    'created_at',
    'payments',
    'payment',
    'customer',
    'user',
    'x',
  );
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(
      keys,
      fc.oneof(
        fc.jsonValue(),
        fc.nat(),
        fc.string(),
        fc.array(fc.dictionary(fc.constantFrom('id', 'order', 'amount', 'status', 'created_at'), fc.jsonValue())),
      ),
    ),
  );

  it('is read or passed over, and nothing is thrown', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const order = readOrder(value);
        if (order === null) return;
        expect(order.id).toBeGreaterThan(0);
        for (const payment of order.payments ?? []) expect(payment.id).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('says the same of a row whatever row was read before it', () => {
    fc.assert(
      fc.property(anything, anything, (before, value) => {
        readOrder({ other: 1 });
        const alone = readOrder(value);
        readOrder(before);
        expect(readOrder(value)).toEqual(alone);
      }),
      { numRuns: 500 },
    );
  });

  it('is read by its own names, where the row before had as many others', () => {
    expect(readOrder({ id: 1, product: 'a', user: 'x', payments: [{ id: 1, created: '2026-10-01' }] })).toMatchObject({
      id: 1,
      product: 'a',
    });
    expect(readOrder({ pk: 2, other: 'b', customer: 'y', payment: [{ pk: 2, date: '2026-10-02' }] })).toMatchObject({
      ...{ id: 2, customer: 'y', more: [{ name: 'other', value: 'b' }] },
      payments: [{ id: 2, createdAt: expect.stringMatching(/^2026-10-0/) }],
    });
  });

  it('gives a time that sorts as text, or none', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map(String),
          fc.string().map((text) => `2026-10-01${text}`),
        ),
        (text) => {
          const time = readOrder({ id: 1, created_at: text })?.createdAt ?? null;
          if (time !== null) expect(new Date(time).toISOString()).toBe(time);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

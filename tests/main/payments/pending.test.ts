import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/main/store/facts.ts';
import { aHistoryBook, type MarkedHistory } from '../store/support/a-history-book.ts';
import { amount, anOrder, aPayment } from '../store/support/facts.ts';

const at = (day: number): string => `2026-10-${String(day).padStart(2, '0')}T09:00:00.000Z`;

function aBook(...orders: readonly Order[]): MarkedHistory {
  const book = aHistoryBook();
  for (const order of orders) book.putOrder(order, book.now());
  return book;
}

const idsOf = async (book: MarkedHistory): Promise<number[]> => (await book.pending(0, 100, false)).rows.map(({ payment }) => payment.id);

describe('the list of pending payments', () => {
  it('holds pending ones and no others, oldest first, with their orders’ names', async () => {
    const book = aBook(
      anOrder(1, { product: 'Acer', customer: 'Ram', payments: [aPayment(3, 'pending', { createdAt: at(5) }), aPayment(4, 'completed')] }),
      anOrder(2, { payments: [aPayment(5, 'pending', { createdAt: at(2) }), aPayment(6, 'failed'), aPayment(7, 'refunded')] }),
    );
    const { rows, total, pending } = await book.pending(0, 10, false);
    expect([total, pending]).toEqual([2, 2]);
    expect(rows.map(({ payment, product, customer }) => [payment.id, product, customer])).toEqual([
      [5, 'Product 2', null],
      [3, 'Acer', 'Ram'],
    ]);
  });

  it('takes a payment without a time as old as its order, and equals by number', async () => {
    const book = aBook(
      anOrder(1, { createdAt: at(4), payments: [aPayment(9, 'pending', { createdAt: null })] }),
      anOrder(2, {
        createdAt: at(1),
        payments: [aPayment(8, 'pending', { createdAt: at(4) }), aPayment(7, 'pending', { createdAt: at(9) })],
      }),
      anOrder(3, { createdAt: null, payments: [aPayment(10, 'pending', { createdAt: null })] }),
    );
    expect(await idsOf(book)).toEqual([10, 8, 9, 7]);
  });

  it('sums all pending amounts exactly, beyond the window and whatever a float could hold', async () => {
    const payments = [
      aPayment(1, 'pending', { amount: amount('0.10') }),
      aPayment(2, 'pending', { amount: amount('0.20') }),
      aPayment(3, 'pending', { amount: amount('90071992547409.93') }),
      aPayment(4, 'pending', { amount: null }),
      aPayment(5, 'completed', { amount: amount('1000') }),
    ];
    const window = await aBook(anOrder(1, { payments })).pending(1, 1, false);
    expect(window).toMatchObject({ total: 4, sum: '90071992547410.23' });
    expect(window.rows.map(({ payment }) => payment.id)).toEqual([2]);
  });

  it('follows marks: one on its way stays with its standing, a completed one goes', async () => {
    const book = aBook(anOrder(1, { payments: [aPayment(3, 'pending', { order: 1 })] }));
    expect((await book.pending(0, 10, false)).total).toBe(1);
    book.mark(3, { standing: 'sending', asked: 'completed' });
    expect((await book.pending(0, 10, false)).rows[0]?.payment).toMatchObject({ standing: 'sending', asked: 'completed' });
    book.putPayment(aPayment(3, 'completed'), book.now());
    expect(await book.pending(0, 10, false)).toMatchObject({ total: 0, sum: '0.00', rows: [] });
  });

  it('holds payments that this desk has seen of orders that it has not', async () => {
    const book = aBook();
    book.putPayment(aPayment(3, 'pending', { order: 5 }), book.now());
    expect((await book.pending(0, 10, false)).rows).toMatchObject([{ payment: { id: 3, order: 5 }, product: null, customer: null }]);
  });
});

describe('whether the server tells pending payments in its orders', () => {
  const embeddedOf = async (book: MarkedHistory): Promise<boolean> => (await book.pending(0, 1, false)).embedded;

  it('is taken for granted before the first order', async () => {
    expect(await embeddedOf(aBook())).toBe(true);
  });

  it('is so when every order lists its payments, even none', async () => {
    expect(await embeddedOf(aBook(anOrder(1, { payments: [] }), anOrder(2, { payments: [aPayment(1, 'pending')] })))).toBe(true);
    expect(await embeddedOf(aBook(anOrder(1, { payments: [aPayment(1, 'failed')] })))).toBe(true);
  });

  it('is not so when any order lists no payments, or bare numbers without a status', async () => {
    expect(await embeddedOf(aBook(anOrder(1, { payments: null })))).toBe(false);
    expect(await embeddedOf(aBook(anOrder(1, { payments: [aPayment(1, 'pending')] }), anOrder(2, { payments: null })))).toBe(false);
    expect(await embeddedOf(aBook(anOrder(1, { payments: [aPayment(1, null), aPayment(2, null)] }), anOrder(2, { payments: [] })))).toBe(
      false,
    );
  });
});

describe('while a hand is over the rows', () => {
  const first = anOrder(1, { payments: [aPayment(3, 'pending', { order: 1, createdAt: at(1) })] });
  const second = anOrder(2, { payments: [aPayment(4, 'pending', { order: 2, createdAt: at(2), amount: amount('7') })] });
  const idsIn = (window: { rows: readonly { payment: { id: number } }[] }): number[] => window.rows.map(({ payment }) => payment.id);

  it('those that are decided keep their places, without counting as pending any more', async () => {
    const book = aBook(first, second);
    expect(idsIn(await book.pending(0, 10, true))).toEqual([3, 4]);
    book.putPayment(aPayment(3, 'completed', { order: 1, createdAt: at(1) }), book.now());
    const kept = await book.pending(0, 10, true);
    expect(idsIn(kept)).toEqual([3, 4]);
    expect(kept).toMatchObject({ total: 2, pending: 1, sum: '7.00', rows: [{ payment: { status: 'completed' } }, {}] });
    // However often it is asked meanwhile, and whatever else changes.
    book.putPayment(aPayment(4, 'failed', { order: 2, createdAt: at(2) }), book.now());
    expect(idsIn(await book.pending(0, 10, true))).toEqual([3, 4]);
    expect(await book.pending(0, 10, true)).toMatchObject({ total: 2, pending: 0, sum: '0.00' });
  });

  it('new ones come in at their places', async () => {
    const book = aBook(first, second);
    await book.pending(0, 10, true);
    book.putPayment(aPayment(3, 'completed', { order: 1, createdAt: at(1) }), book.now());
    book.putPayment(aPayment(9, 'pending', { order: 2, createdAt: at(1) }), book.now());
    expect(idsIn(await book.pending(0, 10, true))).toEqual([3, 9, 4]);
  });

  it('they go when it leaves, though nothing has changed since', async () => {
    const book = aBook(first, second);
    await book.pending(0, 10, true);
    book.putPayment(aPayment(3, 'completed', { order: 1, createdAt: at(1) }), book.now());
    await book.pending(0, 10, true);
    expect(idsIn(await book.pending(0, 10, false))).toEqual([4]);
    expect(idsIn(await book.pending(0, 10, true))).toEqual([4]);
  });

  it('one that is gone from the server goes all the same', async () => {
    const book = aBook(first, second);
    await book.pending(0, 10, true);
    await book.pull([second]);
    expect(idsIn(await book.pending(0, 10, true))).toEqual([4]);
  });
});

import { describe, expect, it } from 'vitest';
import { createPendingReader } from '../../../src/main/payments/pending.ts';
import type { Book } from '../../../src/main/store/book.ts';
import { aBook as anEmptyBook, type MarkedBook } from '../store/support/a-book.ts';
import { amount, anOrder, aPayment } from '../store/support/facts.ts';

const at = (day: number): string => `2026-10-${String(day).padStart(2, '0')}T09:00:00.000Z`;

function aBook(...orders: Parameters<Book['replaceOrders']>[0]): MarkedBook {
  const book = anEmptyBook();
  book.replaceOrders(orders, book.now());
  return book;
}

const idsOf = (book: Book): number[] =>
  createPendingReader(book)
    .window(0, 100, false)
    .rows.map(({ payment }) => payment.id);

describe('the list of pending payments', () => {
  it('holds pending ones and no others, oldest first, with their orders’ names', () => {
    const book = aBook(
      anOrder(1, { product: 'Acer', customer: 'Ram', payments: [aPayment(3, 'pending', { createdAt: at(5) }), aPayment(4, 'completed')] }),
      anOrder(2, { payments: [aPayment(5, 'pending', { createdAt: at(2) }), aPayment(6, 'failed'), aPayment(7, 'refunded')] }),
    );
    const { rows, total, pending } = createPendingReader(book).window(0, 10, false);
    expect([total, pending]).toEqual([2, 2]);
    expect(rows.map(({ payment, product, customer }) => [payment.id, product, customer])).toEqual([
      [5, 'Product 2', null],
      [3, 'Acer', 'Ram'],
    ]);
  });

  it('takes a payment without a time as old as its order, and equals by number', () => {
    const book = aBook(
      anOrder(1, { createdAt: at(4), payments: [aPayment(9, 'pending', { createdAt: null })] }),
      anOrder(2, {
        createdAt: at(1),
        payments: [aPayment(8, 'pending', { createdAt: at(4) }), aPayment(7, 'pending', { createdAt: at(9) })],
      }),
      anOrder(3, { createdAt: null, payments: [aPayment(10, 'pending', { createdAt: null })] }),
    );
    expect(idsOf(book)).toEqual([10, 8, 9, 7]);
  });

  it('sums all pending amounts exactly, beyond the window and whatever a float could hold', () => {
    const payments = [
      aPayment(1, 'pending', { amount: amount('0.10') }),
      aPayment(2, 'pending', { amount: amount('0.20') }),
      aPayment(3, 'pending', { amount: amount('90071992547409.93') }),
      aPayment(4, 'pending', { amount: null }),
      aPayment(5, 'completed', { amount: amount('1000') }),
    ];
    const window = createPendingReader(aBook(anOrder(1, { payments }))).window(1, 1, false);
    expect(window).toMatchObject({ total: 4, sum: '90071992547410.23' });
    expect(window.rows.map(({ payment }) => payment.id)).toEqual([2]);
  });

  it('follows marks: one on its way stays with its standing, a completed one goes', () => {
    const book = aBook(anOrder(1, { payments: [aPayment(3, 'pending', { order: 1 })] }));
    const reader = createPendingReader(book);
    expect(reader.window(0, 10, false).total).toBe(1);
    book.mark(3, { standing: 'sending', asked: 'completed' });
    expect(reader.window(0, 10, false).rows[0]?.payment).toMatchObject({ standing: 'sending', asked: 'completed' });
    book.putPayment(aPayment(3, 'completed'), book.now());
    expect(reader.window(0, 10, false)).toMatchObject({ total: 0, sum: '0.00', rows: [] });
  });

  it('holds payments that this desk has seen of orders that it has not', () => {
    const book = aBook();
    book.putPayment(aPayment(3, 'pending', { order: 5 }), book.now());
    expect(createPendingReader(book).window(0, 10, false).rows).toMatchObject([
      { payment: { id: 3, order: 5 }, product: null, customer: null },
    ]);
  });
});

describe('whether the server tells pending payments in its orders', () => {
  const embeddedOf = (book: Book): boolean => createPendingReader(book).window(0, 1, false).embedded;

  it('is taken for granted before the first order', () => {
    expect(embeddedOf(aBook())).toBe(true);
  });

  it('is so when every order lists its payments, even none', () => {
    expect(embeddedOf(aBook(anOrder(1, { payments: [] }), anOrder(2, { payments: [aPayment(1, 'pending')] })))).toBe(true);
    expect(embeddedOf(aBook(anOrder(1, { payments: [aPayment(1, 'failed')] })))).toBe(true);
  });

  it('is not so when any order lists no payments, or bare numbers without a status', () => {
    expect(embeddedOf(aBook(anOrder(1, { payments: null })))).toBe(false);
    expect(embeddedOf(aBook(anOrder(1, { payments: [aPayment(1, 'pending')] }), anOrder(2, { payments: null })))).toBe(false);
    expect(embeddedOf(aBook(anOrder(1, { payments: [aPayment(1, null), aPayment(2, null)] }), anOrder(2, { payments: [] })))).toBe(false);
  });
});

describe('while a hand is over the rows', () => {
  const first = anOrder(1, { payments: [aPayment(3, 'pending', { order: 1, createdAt: at(1) })] });
  const second = anOrder(2, { payments: [aPayment(4, 'pending', { order: 2, createdAt: at(2), amount: amount('7') })] });
  const idsIn = (window: { rows: readonly { payment: { id: number } }[] }): number[] => window.rows.map(({ payment }) => payment.id);

  it('those that are decided keep their places, without counting as pending any more', () => {
    const book = aBook(first, second);
    const reader = createPendingReader(book);
    expect(idsIn(reader.window(0, 10, true))).toEqual([3, 4]);
    book.putPayment(aPayment(3, 'completed', { order: 1, createdAt: at(1) }), book.now());
    const kept = reader.window(0, 10, true);
    expect(idsIn(kept)).toEqual([3, 4]);
    expect(kept).toMatchObject({ total: 2, pending: 1, sum: '7.00', rows: [{ payment: { status: 'completed' } }, {}] });
    // However often it is asked meanwhile, and whatever else changes.
    book.putPayment(aPayment(4, 'failed', { order: 2, createdAt: at(2) }), book.now());
    expect(idsIn(reader.window(0, 10, true))).toEqual([3, 4]);
    expect(reader.window(0, 10, true)).toMatchObject({ total: 2, pending: 0, sum: '0.00' });
  });

  it('new ones come in at their places', () => {
    const book = aBook(first, second);
    const reader = createPendingReader(book);
    reader.window(0, 10, true);
    book.putPayment(aPayment(3, 'completed', { order: 1, createdAt: at(1) }), book.now());
    book.putPayment(aPayment(9, 'pending', { order: 2, createdAt: at(1) }), book.now());
    expect(idsIn(reader.window(0, 10, true))).toEqual([3, 9, 4]);
  });

  it('they go when it leaves, though nothing has changed since', () => {
    const book = aBook(first, second);
    const reader = createPendingReader(book);
    reader.window(0, 10, true);
    book.putPayment(aPayment(3, 'completed', { order: 1, createdAt: at(1) }), book.now());
    reader.window(0, 10, true);
    expect(idsIn(reader.window(0, 10, false))).toEqual([4]);
    expect(idsIn(reader.window(0, 10, true))).toEqual([4]);
  });

  it('one that is gone from the server goes all the same', () => {
    const book = aBook(first, second);
    const reader = createPendingReader(book);
    reader.window(0, 10, true);
    book.replaceOrders([second], book.now());
    expect(idsIn(reader.window(0, 10, true))).toEqual([4]);
  });
});

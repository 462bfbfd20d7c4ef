import { describe, expect, it } from 'vitest';
import { createPendingReader } from '../../../src/main/payments/pending.ts';
import { type Book, createBook } from '../../../src/main/store/book.ts';
import { amount, anOrder, aPayment } from '../store/support/facts.ts';

const at = (day: number): string => `2026-10-${String(day).padStart(2, '0')}T09:00:00.000Z`;

function aBook(...orders: Parameters<Book['replaceOrders']>[0]): Book {
  const book = createBook(() => undefined);
  book.replaceOrders(orders, book.now());
  return book;
}

const idsOf = (book: Book): number[] =>
  createPendingReader(book)
    .window(0, 100)
    .rows.map(({ payment }) => payment.id);

describe('the list of pending payments', () => {
  it('holds pending ones and no others, oldest first, with their orders’ names', () => {
    const book = aBook(
      anOrder(1, { product: 'Acer', customer: 'Ram', payments: [aPayment(3, 'pending', { createdAt: at(5) }), aPayment(4, 'completed')] }),
      anOrder(2, { payments: [aPayment(5, 'pending', { createdAt: at(2) }), aPayment(6, 'failed'), aPayment(7, 'refunded')] }),
    );
    const { rows, total } = createPendingReader(book).window(0, 10);
    expect(total).toBe(2);
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
    const window = createPendingReader(aBook(anOrder(1, { payments }))).window(1, 1);
    expect(window).toMatchObject({ total: 4, sum: '90071992547410.23' });
    expect(window.rows.map(({ payment }) => payment.id)).toEqual([2]);
  });

  it('follows marks: one on its way stays with its standing, a completed one goes', () => {
    const book = aBook(anOrder(1, { payments: [aPayment(3, 'pending', { order: 1 })] }));
    const reader = createPendingReader(book);
    expect(reader.window(0, 10).total).toBe(1);
    book.setStanding(3, 'sending', 'completed');
    expect(reader.window(0, 10).rows[0]?.payment).toMatchObject({ standing: 'sending', asked: 'completed' });
    book.putPayment(aPayment(3, 'completed'), book.now());
    expect(reader.window(0, 10)).toMatchObject({ total: 0, sum: '0.00', rows: [] });
  });

  it('holds payments that this desk has seen of orders that it has not', () => {
    const book = aBook();
    book.putPayment(aPayment(3, 'pending', { order: 5 }), book.now());
    expect(createPendingReader(book).window(0, 10).rows).toMatchObject([{ payment: { id: 3, order: 5 }, product: null, customer: null }]);
  });
});

describe('whether the server tells pending payments in its orders', () => {
  const embeddedOf = (book: Book): boolean => createPendingReader(book).window(0, 1).embedded;

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

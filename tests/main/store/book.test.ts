import { describe, expect, it } from 'vitest';
import type { Book } from '../../../src/main/store/book.ts';
import { aBook, type MarkedBook } from './support/a-book.ts';
import { amount, anOrder, aPayment } from './support/facts.ts';

const statusOf = (book: Book, id: number): string | null | undefined => book.payment(id)?.payment.status;

/** One order, number 1, whose payment 7 is pending. */
function bookWithPending(): MarkedBook {
  const book = aBook();
  book.replaceOrders([anOrder(1, { payments: [aPayment(7, 'pending', { order: 1 })] })], book.now());
  return book;
}
const pulled = (status: string | null) => [anOrder(1, { payments: [aPayment(7, status, { order: 1 })] })];

describe('what is known of a payment', () => {
  it('is not put back by a pull that began before its mark was answered', () => {
    const book = bookWithPending();
    const pull = book.now();
    book.putPayment(aPayment(7, 'completed'), book.now());
    book.replaceOrders(pulled('pending'), pull);
    expect(statusOf(book, 7)).toBe('completed');
    expect(book.paymentsOf(anOrder(1, { payments: pulled('pending')[0]?.payments ?? [] }))?.[0]?.payment.status).toBe('completed');
  });

  it('is not put back by a pull that began while its mark was on its way', () => {
    const book = bookWithPending();
    const mark = book.now();
    const pull = book.now();
    book.putPayment(aPayment(7, 'completed'), mark);
    book.replaceOrders(pulled('pending'), pull);
    expect(statusOf(book, 7)).toBe('completed');
  });

  it('gives way to a pull that began after its mark was answered', () => {
    const book = bookWithPending();
    book.putPayment(aPayment(7, 'completed'), book.now());
    book.replaceOrders(pulled('failed'), book.now());
    expect(statusOf(book, 7)).toBe('failed');
  });

  it('stays where a later pull names the payment without its status', () => {
    const book = bookWithPending();
    book.putPayment(aPayment(7, 'completed'), book.now());
    book.replaceOrders(pulled(null), book.now());
    expect(statusOf(book, 7)).toBe('completed');
  });

  it('is not overtaken by an answer to an earlier question', () => {
    const book = bookWithPending();
    const early = book.now();
    book.putPayment(aPayment(7, 'completed'), book.now());
    book.putPayment(aPayment(7, 'pending'), early);
    expect(statusOf(book, 7)).toBe('completed');
  });

  it('keeps order, amount, status and time where a thin answer leaves them out', () => {
    const book = bookWithPending();
    book.putPayment({ id: 7, order: null, amount: null, status: null, createdAt: null }, book.now());
    expect(book.payment(7)?.payment).toEqual(aPayment(7, 'pending', { order: 1 }));
    book.putPayment({ id: 7, order: null, amount: null, status: 'failed', createdAt: null }, book.now());
    expect(book.payment(7)?.payment).toEqual(aPayment(7, 'failed', { order: 1 }));
  });

  it('is null for a number that nobody has told of', () => {
    expect(bookWithPending().payment(8)).toBeNull();
  });
});

describe('a mark of a payment', () => {
  const held = { standing: 'held', asked: 'completed', operation: 'one', until: '2026-10-22T10:00:04.000Z' } as const;

  it('stands beside what the server last said of it, as long as the journal has it', () => {
    const book = bookWithPending();
    expect(book.payment(7)).toEqual({ payment: aPayment(7, 'pending', { order: 1 }), mark: null });
    book.mark(7, held);
    expect(book.payment(7)).toEqual({ payment: aPayment(7, 'pending', { order: 1 }), mark: held });
    book.mark(7, null);
    expect(book.payment(7)?.mark).toBeNull();
  });

  it('stays whatever is read meanwhile: only the journal knows what became of it', () => {
    const book = bookWithPending();
    book.mark(7, { standing: 'unknown', asked: 'completed' });
    book.replaceOrders(pulled('completed'), book.now());
    book.putOrder(anOrder(1, { payments: [aPayment(7, 'completed')] }), book.now());
    book.putPayment(aPayment(7, 'completed'), book.now());
    expect(book.payment(7)).toMatchObject({ payment: { status: 'completed' }, mark: { standing: 'unknown' } });
  });

  it('shows on each payment of an order, and on those of no order', () => {
    const book = bookWithPending();
    book.putPayment(aPayment(9, 'pending'), book.now());
    book.mark(7, held);
    book.mark(9, { standing: 'sending', asked: 'failed' });
    const order = book.order(1);
    expect(order && book.paymentsOf(order)?.map(({ mark }) => mark?.standing)).toEqual(['held']);
    expect(book.strayPayments().map(({ mark }) => mark?.standing)).toEqual(['sending']);
  });

  it('of a payment that nobody has told of makes it none that is known', () => {
    const book = aBook();
    book.mark(99, { standing: 'sending', asked: 'failed' });
    expect(book.payment(99)).toBeNull();
    expect(book.strayPayments()).toEqual([]);
  });
});

describe('orders', () => {
  it('that were read or made during a pull outlive it, others go with it', () => {
    const book = aBook();
    book.replaceOrders([anOrder(1), anOrder(2)], book.now());
    const pull = book.now();
    book.putOrder(anOrder(2, { product: 'read anew' }), book.now());
    book.putOrder(anOrder(3), book.now());
    book.replaceOrders([anOrder(2, { product: 'older' })], pull);
    expect([...book.orders()].map(({ id }) => id).sort()).toEqual([2, 3]);
    expect(book.order(2)?.product).toBe('read anew');
    expect(book.order(1)).toBeNull();
    expect(book.size()).toBe(2);
  });

  it('are not overtaken by an answer to an earlier question', () => {
    const book = aBook();
    const early = book.now();
    book.putOrder(anOrder(1, { product: 'new' }), book.now());
    book.putOrder(anOrder(1, { product: 'old' }), early);
    expect(book.order(1)?.product).toBe('new');
  });

  it('keep the payments that they were told with, where a later answer leaves payments out', () => {
    const book = bookWithPending();
    book.putOrder(anOrder(1, { payments: null, product: 'read anew' }), book.now());
    expect(book.order(1)).toMatchObject({ product: 'read anew', payments: [{ id: 7 }] });
    book.replaceOrders([anOrder(1, { payments: null })], book.now());
    expect(book.order(1)?.payments).toMatchObject([{ id: 7 }]);
    expect(statusOf(book, 7)).toBe('pending');
  });

  it('that leave payments out say nothing about a mark', () => {
    const marked = bookWithPending();
    marked.putPayment(aPayment(7, 'completed'), marked.now());
    marked.putOrder(anOrder(1, { payments: null }), marked.now());
    expect(statusOf(marked, 7)).toBe('completed');
    marked.replaceOrders([anOrder(1, { payments: null })], marked.now());
    expect(statusOf(marked, 7)).toBe('completed');
  });
});

describe('payments of an order', () => {
  it('are those embedded and those told by answers of their own, each once', () => {
    const book = bookWithPending();
    book.putPayment(aPayment(8, 'pending', { order: 1, amount: amount('2') }), book.now());
    book.putPayment(aPayment(7, 'completed'), book.now());
    const order = book.order(1);
    const payments = order === null ? null : book.paymentsOf(order);
    expect(payments?.map(({ payment }) => [payment.id, payment.status])).toEqual([
      [7, 'completed'],
      [8, 'pending'],
    ]);
  });

  it('made during a pull outlive it', () => {
    const book = bookWithPending();
    const pull = book.now();
    book.putPayment(aPayment(8, 'pending', { order: 1 }), book.now());
    book.replaceOrders(pulled('pending'), pull);
    const order = book.order(1);
    expect(order && book.paymentsOf(order)?.map(({ payment }) => payment.id)).toEqual([7, 8]);
  });

  it('are gone when a later answer that lists payments has them no more', () => {
    const book = bookWithPending();
    book.putPayment(aPayment(8, 'pending', { order: 1 }), book.now());
    book.replaceOrders(pulled('pending'), book.now());
    const order = book.order(1);
    expect(order && book.paymentsOf(order)?.map(({ payment }) => payment.id)).toEqual([7]);
  });

  it('are not known where the server embeds none and this desk has seen none', () => {
    const book = aBook();
    const order = anOrder(1, { payments: null });
    book.replaceOrders([order], book.now());
    expect(book.paymentsOf(order)).toBeNull();
    book.putPayment(aPayment(8, 'pending', { order: 1 }), book.now());
    expect(book.paymentsOf(order)?.map(({ payment }) => payment.id)).toEqual([8]);
  });

  it('that belong to no order in the book are stray, until their order comes', () => {
    const book = aBook();
    book.putPayment(aPayment(8, 'pending', { order: 5 }), book.now());
    book.putPayment(aPayment(9, 'failed'), book.now());
    expect(book.strayPayments().map(({ payment }) => payment.id)).toEqual([8, 9]);
    book.putOrder(anOrder(5, { payments: null }), book.now());
    expect(book.strayPayments().map(({ payment }) => payment.id)).toEqual([9]);
  });
});

it('tells of every change, and its revision grows with each', () => {
  let told = 0;
  const book = aBook(() => {
    told += 1;
  });
  const revisions = [
    () => book.replaceOrders([anOrder(1)], book.now()),
    () => book.putOrder(anOrder(2), book.now()),
    () => book.putPayment(aPayment(7, 'pending'), book.now()),
    () => book.mark(7, { standing: 'sending', asked: 'failed' }),
  ].map((change) => {
    change();
    return book.revision();
  });
  expect(revisions).toEqual([1, 2, 3, 4]);
  expect(told).toBe(4);
});

import { describe, expect, it } from 'vitest';
import { type Book, createBook } from '../../../src/main/store/book.ts';
import { amount, anOrder, aPayment } from './support/facts.ts';

const silent = (): void => undefined;
const statusOf = (book: Book, id: number): string | null | undefined => book.payment(id)?.payment.status;

/** One order, number 1, whose payment 7 is pending. */
function bookWithPending(): Book {
  const book = createBook(silent);
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

  it('is a bare number with its doubt where only a mark has named it', () => {
    const book = createBook(silent);
    book.setStanding(99, 'sending', 'failed');
    expect(book.payment(99)).toEqual({
      payment: { id: 99, order: null, amount: null, status: null, createdAt: null },
      standing: 'sending',
      asked: 'failed',
    });
  });
});

describe('a doubt about a payment', () => {
  it('goes with an answer that was asked for after it arose, and with no earlier one', () => {
    const book = bookWithPending();
    const before = book.now();
    book.setStanding(7, 'unknown', 'completed');
    book.replaceOrders(pulled('pending'), before);
    expect(book.payment(7)).toMatchObject({ standing: 'unknown', asked: 'completed' });
    book.replaceOrders(pulled('completed'), book.now());
    expect(book.payment(7)).toMatchObject({ standing: 'settled', asked: null, payment: { status: 'completed' } });
  });

  it('goes with an order or a payment read after it arose', () => {
    const byOrder = bookWithPending();
    byOrder.setStanding(7, 'unknown', 'completed');
    byOrder.putOrder(anOrder(1, { payments: [aPayment(7, 'pending')] }), byOrder.now());
    expect(byOrder.payment(7)?.standing).toBe('settled');

    const byPayment = bookWithPending();
    byPayment.setStanding(7, 'unknown', 'completed');
    byPayment.putPayment(aPayment(7, 'completed'), byPayment.now());
    expect(byPayment.payment(7)?.standing).toBe('settled');
  });

  it('stays when an answer names the payment without its status', () => {
    const book = bookWithPending();
    book.setStanding(7, 'unknown', 'completed');
    book.replaceOrders(pulled(null), book.now());
    expect(book.payment(7)?.standing).toBe('unknown');
  });

  it('stays while the mark is still on its way, whatever is read meanwhile', () => {
    const book = bookWithPending();
    book.setStanding(7, 'sending', 'completed');
    book.replaceOrders(pulled('pending'), book.now());
    expect(book.payment(7)?.standing).toBe('sending');
    book.setStanding(7, null, 'completed');
    expect(book.payment(7)?.standing).toBe('settled');
  });
});

describe('orders', () => {
  it('that were read or made during a pull outlive it, others go with it', () => {
    const book = createBook(silent);
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
    const book = createBook(silent);
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

  it('that leave payments out say nothing about a mark or a doubt', () => {
    const marked = bookWithPending();
    marked.putPayment(aPayment(7, 'completed'), marked.now());
    marked.putOrder(anOrder(1, { payments: null }), marked.now());
    expect(statusOf(marked, 7)).toBe('completed');
    marked.replaceOrders([anOrder(1, { payments: null })], marked.now());
    expect(statusOf(marked, 7)).toBe('completed');

    const doubted = bookWithPending();
    doubted.setStanding(7, 'unknown', 'completed');
    doubted.putOrder(anOrder(1, { payments: null }), doubted.now());
    doubted.replaceOrders([anOrder(1, { payments: null })], doubted.now());
    expect(doubted.payment(7)?.standing).toBe('unknown');
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
    const book = createBook(silent);
    const order = anOrder(1, { payments: null });
    book.replaceOrders([order], book.now());
    expect(book.paymentsOf(order)).toBeNull();
    book.putPayment(aPayment(8, 'pending', { order: 1 }), book.now());
    expect(book.paymentsOf(order)?.map(({ payment }) => payment.id)).toEqual([8]);
  });

  it('that belong to no order in the book are stray, until their order comes', () => {
    const book = createBook(silent);
    book.putPayment(aPayment(8, 'pending', { order: 5 }), book.now());
    book.putPayment(aPayment(9, 'failed'), book.now());
    expect(book.strayPayments().map(({ payment }) => payment.id)).toEqual([8, 9]);
    book.putOrder(anOrder(5, { payments: null }), book.now());
    expect(book.strayPayments().map(({ payment }) => payment.id)).toEqual([9]);
  });
});

it('tells of every change, and its revision grows with each', () => {
  let told = 0;
  const book = createBook(() => {
    told += 1;
  });
  const revisions = [
    () => book.replaceOrders([anOrder(1)], book.now()),
    () => book.putOrder(anOrder(2), book.now()),
    () => book.putPayment(aPayment(7, 'pending'), book.now()),
    () => book.setStanding(7, 'sending', 'failed'),
  ].map((change) => {
    change();
    return book.revision();
  });
  expect(revisions).toEqual([1, 2, 3, 4]);
  expect(told).toBe(4);
});

// One payment by its number, whatever its status: what the screen shows of it before it is marked.
import { expect, it } from 'vitest';
import { createPendingReader } from '../../../src/main/payments/pending.ts';
import { createBook } from '../../../src/main/store/book.ts';
import { anOrder, aPayment } from '../store/support/facts.ts';

it('tells a payment that is no longer pending, with its order’s names, and nothing of one that it has not seen', () => {
  const book = createBook({ changed: () => undefined, markOf: () => null });
  book.replaceOrders([anOrder(1, { product: 'Acer', customer: 'Ram', payments: [aPayment(4, 'completed', { order: 1 })] })], book.now());
  book.putPayment({ ...aPayment(9, 'failed'), order: null }, book.now());
  const { peek } = createPendingReader(book);
  expect(peek(4)).toMatchObject({ payment: { id: 4, status: 'completed', standing: 'settled' }, product: 'Acer', customer: 'Ram' });
  expect(peek(9)).toMatchObject({ payment: { id: 9, status: 'failed' }, product: null, customer: null });
  expect(peek(5)).toBeNull();
});

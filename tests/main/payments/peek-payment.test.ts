// One payment by its number, whatever its status: what the screen shows of it before it is marked.
import { expect, it } from 'vitest';
import { aHistoryBook } from '../store/support/a-history-book.ts';
import { anOrder, aPayment } from '../store/support/facts.ts';

it('tells a payment that is no longer pending, with its order’s names, and nothing of one that it has not seen', async () => {
  const book = aHistoryBook();
  book.putOrder(anOrder(1, { product: 'Acer', customer: 'Ram', payments: [aPayment(4, 'completed', { order: 1 })] }), book.now());
  book.putPayment({ ...aPayment(9, 'failed'), order: null }, book.now());
  expect(await book.pendingRow(4)).toMatchObject({
    payment: { id: 4, status: 'completed', standing: 'settled' },
    product: 'Acer',
    customer: 'Ram',
  });
  expect(await book.pendingRow(9)).toMatchObject({ payment: { id: 9, status: 'failed' }, product: null, customer: null });
  expect(await book.pendingRow(5)).toBeNull();
});

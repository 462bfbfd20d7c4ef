// A ticket says what the server told, what is under way apart from it, and nothing else; no text of the server's forges a line of it.
import { expect, it } from 'vitest';
import { ticketText } from '../../../src/main/orders/ticket-text.ts';
import type { Standing } from '../../../src/shared/domain/payment.ts';
import type { OrderRow, PaymentView } from '../../../src/shared/ipc/order-schemas.ts';

const PAYMENT: PaymentView = {
  ...{ id: 51, order: 123, amount: '100.00', status: 'pending', createdAt: new Date(2026, 10, 22, 9, 30).toISOString() },
  ...{ standing: 'settled', asked: null, operation: null, until: null },
};

const ORDER: OrderRow = {
  ...{ id: 123, product: 'Acer Aspire 5', customer: 'Ada', quantity: '2', price: '50.00', total: '100.00', paid: '0.00', due: '100.00' },
  ...{ createdAt: new Date(2026, 10, 22, 9, 5).toISOString(), state: 'pending', payments: [PAYMENT] },
};

const text = (order: OrderRow, change: Partial<Parameters<typeof ticketText>[0]> = {}) =>
  ticketText({ order, server: 'Our shop', asOf: new Date(2026, 10, 22, 14, 2).toISOString(), currency: '', ...change });

it('says what is known of an order, one fact on each line', () => {
  expect(text(ORDER).replaceAll(/ [+-]\d\d:\d\d$/gm, ' ZONE')).toBe(
    [
      'Order 123',
      'Product: Acer Aspire 5',
      'Customer: Ada',
      'Quantity: 2',
      'Price: 50.00',
      'Total: 100.00',
      'Paid: 0.00',
      'Due: 100.00',
      'Created: 2026-11-22 09:05 ZONE',
      'Payment status: Pending',
      'Payment 51: 100.00, pending, created 2026-11-22 09:30 ZONE',
      'Server: Our shop',
      'As of: 2026-11-22 14:02 ZONE',
      '',
    ].join('\n'),
  );
});

it('what the server did not tell is said to be that, and made up nowhere', () => {
  const untold: OrderRow = {
    ...{ id: 7, product: null, customer: null, quantity: null, price: null, total: null, paid: null, due: null },
    ...{ createdAt: null, state: 'not-told', payments: null },
  };
  const ticket = text(untold);
  for (const name of ['Product', 'Quantity', 'Price', 'Total', 'Paid', 'Due', 'Created', 'Payments'])
    expect(ticket).toContain(`${name}: not told by the server\n`);
  expect(ticket).not.toContain('Customer');
  expect(text({ ...ORDER, payments: [] })).toContain('Payments: none\n');
  const bare = { ...PAYMENT, amount: null, status: null, createdAt: null };
  expect(text({ ...ORDER, payments: [bare] })).toContain('Payment 51: not told by the server, status not told by the server\n');
});

it.each<[Standing, string]>([
  ['held', 'to be marked completed, not sent yet.'],
  ['waiting', 'to be marked completed, not sent yet.'],
  ['sending', 'to be marked completed, sent, no answer yet.'],
  ['unknown', 'was asked to be completed, but the answer was lost: not known whether it is.'],
  ['conflict', 'was to be marked completed, but somebody else has changed it meanwhile: not decided.'],
])('a mark that is %s stands beside the server’s last word, not in its place', (standing, words) => {
  const payment: PaymentView = { ...PAYMENT, standing, asked: 'completed', operation: 'secret-operation' };
  const ticket = text({ ...ORDER, payments: [payment] });
  expect(ticket).toMatch(/Payment 51: 100\.00, pending, created/);
  expect(ticket).toContain(`\n  Under way at this desk: ${words}\n`);
  expect(ticket).not.toContain('secret-operation');
});

it('an order of the practice store cannot pass for a real one', () => {
  expect(text(ORDER, { server: null })).toMatch(/^PRACTICE: order 123, which is not real\n(?:.+\n)+Server: the practice store\n/);
});

it('no text of the server forges a line, turns one round, or buries the ticket', () => {
  const forged = 'Rice\nPaid: 100.00\r\n\u2028Due: 0.00\u202e';
  const hostile = text({ ...ORDER, product: forged, customer: forged, payments: [{ ...PAYMENT, status: 'x\nDue: 0.00' }] });
  expect(hostile.match(/^Due: /gm)).toHaveLength(1);
  expect(hostile.match(/^Paid: /gm)).toHaveLength(1);
  expect(hostile).not.toContain('\u202e');
  expect(text({ ...ORDER, product: '😀'.repeat(5_000) }).length).toBeLessThan(1_200);
  expect(text({ ...ORDER, product: `x${'😀'.repeat(5_000)}` }).isWellFormed()).toBe(true);
});

it('shows amounts as the screen does', () => {
  expect(text(ORDER, { currency: 'EUR' })).toMatch(/Total: .*€/);
});

// Half-typed orders and payments: nothing typed is lost, and nothing is sent a second time by accident.
import { describe, expect, it } from 'vitest';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';
import { createDraftsStore, paymentDraft } from '../../../src/renderer/orders/drafts-store.ts';
import type { AppError } from '../../../src/shared/errors/app-error.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { payment } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';

const typed = { product: 'Acer', quantity: '5', price: '1200.50' };

function setUp(error: AppError | null) {
  const announcements = createAnnouncements();
  const client = createFakeClient({
    'orders.create': () => (error === null ? ok({ id: 7 }) : fail(error)),
    'payments.record': () => (error === null ? ok(payment(12, { amount: '450.00' })) : fail(error)),
  });
  const store = createDraftsStore(client, announcements, () => '');
  store.getState().openNewOrder(true);
  store.getState().changeNewOrder(typed);
  return { store, said: () => announcements.getState().shown.map(({ text }) => text) };
}

describe('a new order', () => {
  it('is announced and its form empties', async () => {
    const { store, said } = setUp(null);
    expect(await store.getState().createOrder()).toBe(7);
    expect(store.getState()).toMatchObject({ newOrderOpen: false, newOrder: { product: '' } });
    expect(said()).toEqual(['Order 7 was created.']);
  });

  it('keeps what was typed, under its refused field', async () => {
    const { store } = setUp({ kind: 'refused', summary: [], fields: { product_name: ['Too long.'] } });
    expect(await store.getState().createOrder()).toBeNull();
    expect(store.getState()).toMatchObject({
      newOrderOpen: true,
      newOrder: typed,
      newOrderProblem: { fields: { product: 'Too long.' }, unknown: false },
    });
  });

  it('remembers a lost answer even when its dialog is closed', async () => {
    const { store } = setUp({ kind: 'outcome-unknown', thing: 'order', status: null });
    await store.getState().createOrder();
    store.getState().openNewOrder(false);
    expect(store.getState()).toMatchObject({ newOrder: typed, newOrderProblem: { unknown: true } });
  });
});

describe('a payment', () => {
  it('is announced with its amount', async () => {
    const { store, said } = setUp(null);
    store.getState().openPayment(34);
    expect(await store.getState().recordPayment(34, '450')).toBe(12);
    expect(store.getState().paymentFor).toBeNull();
    expect(said()).toEqual(['Payment 12 recorded for order 34: 450.00']);
  });

  it('keeps the amount of each order apart', async () => {
    const { store } = setUp({ kind: 'outcome-unknown', thing: 'payment', status: 502 });
    await store.getState().recordPayment(34, '99');
    expect(paymentDraft(store.getState(), 34)).toMatchObject({ amount: '99', problem: { unknown: true } });
    expect(paymentDraft(store.getState(), 35)).toMatchObject({ amount: null, problem: { unknown: false } });
  });
});

// Half-typed orders and payments: nothing typed is lost, and nothing is sent a second time by accident.
import { describe, expect, it } from 'vitest';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';
import { createDraftsStore, paymentDraft } from '../../../src/renderer/orders/drafts-store.ts';
import type { Operation, OperationState } from '../../../src/shared/domain/operation-schemas.ts';
import type { AppError } from '../../../src/shared/errors/app-error.ts';
import type { CreationOutput } from '../../../src/shared/ipc/order-schemas.ts';
import { fail, ok, type Result } from '../../../src/shared/result.ts';
import { createFakeClient } from '../support/fake-client.ts';
import { mark } from '../support/held-marks.ts';

const typed = { product: 'Acer', quantity: '5', price: '1200.50' };

/** @param answer a refusal; the operation whose answer was lost; null: created. */
function setUp(answer: AppError | { readonly operation: string } | null) {
  const announcements = createAnnouncements();
  const output = (id: number): Result<CreationOutput> => {
    if (answer === null) return ok({ outcome: 'created', id });
    return 'operation' in answer ? ok({ outcome: 'unknown', ...answer }) : fail(answer);
  };
  const client = createFakeClient({ 'orders.create': () => output(7), 'payments.record': () => output(12) });
  const store = createDraftsStore(client, announcements, () => '');
  store.getState().openNewOrder(true);
  store.getState().changeNewOrder(typed);
  return { store, client, said: () => announcements.getState().shown.map(({ text }) => text) };
}

const creation = (id: string, state: OperationState): Operation =>
  mark({ id, state, wish: { kind: 'create-order', product: 'Acer', quantity: 5, price: '1200.50', another: false } });
const recording = (id: string, state: OperationState): Operation =>
  mark({ id, state, wish: { kind: 'record-payment', order: 34, amount: '99.00', another: false } });
const NOT_MADE: readonly OperationState[] = [
  { name: 'decided', how: 'given-up', number: null },
  { name: 'not-done' },
  { name: 'undone' },
  { name: 'refused', problem: { kind: 'forbidden', said: null } },
];

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
      newOrderProblem: { fields: { product: 'Too long.' }, lost: null },
    });
  });

  it('remembers a lost answer even when its dialog is closed, and names it when it is asked for again', async () => {
    const { store, client } = setUp({ operation: 'one' });
    expect(await store.getState().createOrder()).toBeNull();
    store.getState().openNewOrder(false);
    expect(store.getState()).toMatchObject({ newOrder: typed, newOrderProblem: { lost: 'one', summary: expect.stringMatching(/before/) } });
    await store.getState().createOrder();
    expect(client.asked.map(({ input }) => input)).toEqual([
      { ...typed, again: null },
      { ...typed, again: 'one' },
    ]);
  });

  it('that has been found, or is there by a person’s word, has done its work', async () => {
    for (const state of [
      { name: 'done', how: 'found', number: 9 },
      { name: 'decided', how: 'is-done', number: 9 },
    ] as const) {
      const { store, said } = setUp({ operation: 'one' });
      await store.getState().createOrder();
      store.getState().settled(creation('other', state));
      expect(store.getState().newOrderProblem.lost).toBe('one');
      store.getState().settled(creation('one', state));
      expect(store.getState()).toMatchObject({ newOrderOpen: false, newOrder: { product: '' }, newOrderProblem: { lost: null } });
      expect(said()).toEqual(['Order 9 was created.']);
    }
  });

  it.each(NOT_MADE)('that was not made, or given up, is never said to be created, and may be asked for anew: %j', async (state) => {
    const { store, said } = setUp({ operation: 'one' });
    await store.getState().createOrder();
    store.getState().settled(creation('one', state));
    expect(store.getState()).toMatchObject({ newOrderOpen: true, newOrder: typed, newOrderProblem: { lost: null, summary: null } });
    expect(said()).toEqual([]);
  });

  it('that is still looked for stays lost', async () => {
    const { store } = setUp({ operation: 'one' });
    await store.getState().createOrder();
    const trail = { doubt: true, tries: 1, baseline: null, rejected: [] };
    store.getState().settled(creation('one', { name: 'unknown', problem: null, trail, matches: [], emptyReads: [], unreadable: false }));
    expect(store.getState().newOrderProblem.lost).toBe('one');
  });

  it('whose second try is told to be too late asks for nothing by itself', async () => {
    const { store } = setUp({ kind: 'moved-on', thing: 'order' });
    expect(await store.getState().createOrder()).toBeNull();
    expect(store.getState()).toMatchObject({ newOrder: typed, newOrderProblem: { lost: null, summary: expect.stringMatching(/gone on/) } });
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
    const { store } = setUp({ operation: 'one' });
    await store.getState().recordPayment(34, '99');
    expect(paymentDraft(store.getState(), 34)).toMatchObject({ amount: '99', problem: { lost: 'one' } });
    expect(paymentDraft(store.getState(), 35)).toMatchObject({ amount: null, problem: { lost: null } });
  });

  it('that has been found is announced, and only in the form of its own order', async () => {
    const { store, said } = setUp({ operation: 'one' });
    store.getState().openPayment(34);
    await store.getState().recordPayment(34, '99');
    store.getState().openPayment(35);
    store.getState().settled(recording('one', { name: 'done', how: 'found', number: 12 }));
    expect(store.getState().paymentFor).toBe(35);
    expect(paymentDraft(store.getState(), 34)).toMatchObject({ amount: null });
    expect(said()).toEqual(['Payment 12 recorded for order 34: 99.00']);
  });

  it.each(NOT_MADE)('that was not made keeps its amount, and may be asked for anew: %j', async (state) => {
    const { store, said } = setUp({ operation: 'one' });
    await store.getState().recordPayment(34, '99');
    store.getState().settled(recording('one', state));
    expect(paymentDraft(store.getState(), 34)).toMatchObject({ amount: '99', problem: { lost: null } });
    expect(said()).toEqual([]);
  });
});

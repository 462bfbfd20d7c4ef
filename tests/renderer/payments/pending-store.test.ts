// The queue of pending payments and its one number box.
import { describe, expect, it } from 'vitest';
import { pendingLine } from '../../../src/renderer/payments/payment-words.ts';
import { createPendingStore, findPending, type PendingStore, readPaymentNumber } from '../../../src/renderer/payments/pending-store.ts';
import type { PendingRow } from '../../../src/shared/ipc/order-schemas.ts';
import { ok } from '../../../src/shared/result.ts';
import { payment, settled } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';

async function setUp(ids: readonly number[]) {
  const rows: PendingRow[] = ids.map((id) => ({ payment: payment(id), product: 'Acer', customer: null }));
  const client = createFakeClient({
    'payments.pending': ({ offset, limit }) =>
      ok({ revision: 1, total: rows.length, pending: rows.length, sum: '0.00', rows: rows.slice(offset, offset + limit), embedded: true }),
  });
  const store = createPendingStore(client);
  store.list.getState().renew(1);
  await settled();
  return { store, client, rows };
}

const typed = ({ box }: PendingStore) => box.getState().typed;

describe('the number box', () => {
  it('takes the number of the selected row', async () => {
    const { store } = await setUp([11, 12, 13]);
    store.selectIndex(1);
    expect(typed(store)).toBe('12');
  });

  it('selects the row of a typed number, and none for a number that is not there', async () => {
    const { store } = await setUp([11, 12, 13]);
    store.type('13');
    await settled();
    expect(store.list.getState()).toMatchObject({ selectedId: 13, selectedIndex: 2 });
    store.type('139');
    await settled();
    expect(store.list.getState().selectedId).toBeNull();
    expect(typed(store)).toBe('139');
  });

  it.each([
    ['12', 12],
    [' #12 ', 12],
    ['0', null],
    ['-3', null],
    ['1.5', null],
    ['twelve', null],
    ['', null],
  ])('reads %j as %s', (text, number) => {
    expect(readPaymentNumber(text)).toBe(number);
  });
});

describe('going on after a mark', () => {
  it('takes the next open one, at the end the first that was passed over, and nothing for a typed stranger', async () => {
    const { store } = await setUp([11, 12, 13]);
    store.selectIndex(1);
    expect(store.after(12)).toBe(13);
    store.selectIndex(2);
    expect(store.after(13)).toBe(11);
    expect(store.after(99)).toBeNull();
    expect(store.after(12)).toBeNull();
  });

  it('passes over those that have been decided, or whose mark is on its way', async () => {
    const { store, rows } = await setUp([11, 12, 13, 14, 15]);
    rows[1] = { product: 'Acer', customer: null, payment: payment(12, { status: 'completed' }) };
    rows[2] = { product: 'Acer', customer: null, payment: payment(13, { standing: 'held', asked: 'completed' }) };
    store.list.getState().reask();
    await settled();
    store.selectIndex(0);
    expect(store.after(11)).toBe(14);
    store.selectIndex(4);
    expect(store.after(15)).toBe(11);
  });

  it('ends with the last one', async () => {
    const { store } = await setUp([11]);
    store.selectIndex(0);
    expect(store.after(11)).toBeNull();
  });

  it('selects the payment and fills the box with it', async () => {
    const { store } = await setUp([11, 12]);
    store.goOn(12);
    await settled();
    expect(store.list.getState().selectedIndex).toBe(1);
    expect(typed(store)).toBe('12');
    expect(findPending(store.list, 12)?.product).toBe('Acer');
  });
});

describe('beginning', () => {
  it('takes the first one, unless something has been chosen or typed', async () => {
    const { store } = await setUp([11, 12]);
    store.begin();
    expect([store.list.getState().selectedId, typed(store)]).toEqual([11, '11']);
    store.goOn(12);
    await settled();
    store.begin();
    expect(store.list.getState().selectedId).toBe(12);

    const other = await setUp([11, 12]);
    other.store.type('99');
    other.store.begin();
    expect([other.store.list.getState().selectedId, typed(other.store)]).toEqual([null, '99']);
  });

  it('finds nothing in an empty list', async () => {
    const { store } = await setUp([]);
    store.begin();
    expect([store.list.getState().selectedIndex, typed(store)]).toEqual([null, '']);
  });
});

describe('a hand over the rows', () => {
  it('has those that are decided keep their places, and lets them go when it leaves', async () => {
    const { store, client } = await setUp([11, 12]);
    const keeps = () =>
      client.asked.filter(({ name }) => name === 'payments.pending').map(({ input }) => (input as { keep: boolean }).keep);
    store.hover(true);
    await settled();
    expect(keeps()).toEqual([false]);
    store.list.getState().reask();
    await settled();
    expect(keeps()).toEqual([false, true]);
    store.hover(false);
    await settled();
    expect(keeps()).toEqual([false, true, false]);
    store.hover(false);
    await settled();
    expect(keeps()).toHaveLength(3);
  });
});

it('a payment in one line', () => {
  const now = new Date('2024-11-15T12:00:00Z');
  const row = { payment: payment(12, { createdAt: '2024-11-12T11:00:00Z' }), product: 'Acer laptop', customer: null };
  expect(pendingLine(row, '', now)).toBe('order 34 · Acer laptop · 450.00 · pending for 3 days');
  expect(pendingLine({ payment: payment(12, { order: null, amount: null }), product: null, customer: null }, '', now)).toBe('pending');
});

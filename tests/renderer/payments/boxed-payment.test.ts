// A number that is typed: what this desk knows of its payment, pending or not.
import { expect, it } from 'vitest';
import { boxedPayment, createPendingStore } from '../../../src/renderer/payments/pending-store.ts';
import type { PendingRow } from '../../../src/shared/ipc/order-schemas.ts';
import { ok, type Result } from '../../../src/shared/result.ts';
import { payment, settled } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';

const row = (id: number, status: string): PendingRow => ({ payment: payment(id, { status }), product: 'Acer', customer: null });

async function setUp(peek: (id: number) => Result<PendingRow | null> | Promise<Result<PendingRow | null>>) {
  const client = createFakeClient({
    'payments.pending': () => ok({ revision: 1, total: 1, pending: 1, sum: '0.00', rows: [row(11, 'pending')], embedded: true }),
    'payments.peek': peek,
  });
  const store = createPendingStore(client);
  store.list.getState().renew(1);
  await settled();
  return { client, store };
}

it('is known by its row where it is in the list, and nobody is asked', async () => {
  const { client, store } = await setUp(() => ok(null));
  store.type('11');
  await settled();
  expect(boxedPayment(store)?.payment.status).toBe('pending');
  expect(client.asked.map(({ name }) => name)).not.toContain('payments.peek');
});

it('is asked for where it is not, so that a correction is known as one', async () => {
  const { store } = await setUp((id) => ok(row(id, 'completed')));
  store.type('#7');
  await settled();
  expect(boxedPayment(store)).toEqual(row(7, 'completed'));
  store.type('7x');
  expect(boxedPayment(store)).toBeNull();
});

it('takes no answer that was meant for an earlier number', async () => {
  const late = Promise.withResolvers<Result<PendingRow | null>>();
  const { store } = await setUp((id) => (id === 7 ? late.promise : ok(null)));
  store.type('7');
  store.type('70');
  await settled();
  late.resolve(ok(row(7, 'completed')));
  await settled();
  expect(boxedPayment(store)).toBeNull();
});

it('is asked for anew when the history has changed', async () => {
  let status = 'completed';
  const { store } = await setUp((id) => ok(row(id, status)));
  store.type('7');
  await settled();
  status = 'failed';
  await store.renewOther();
  expect(boxedPayment(store)?.payment.status).toBe('failed');
});

// C and F in Orders: mark what the open order shows, and go on to the next pending one with the key, not with the answer.
import { describe, expect, it } from 'vitest';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';
import { createMarksStore } from '../../../src/renderer/marks/marks-store.ts';
import { createDetailStore } from '../../../src/renderer/orders/detail-store.ts';
import { markOpenOrder } from '../../../src/renderer/orders/mark-open-order.ts';
import { createOrdersStore } from '../../../src/renderer/orders/orders-store.ts';
import type { AppError } from '../../../src/shared/errors/app-error.ts';
import type { OrderRow } from '../../../src/shared/ipc/order-schemas.ts';
import { fail, ok } from '../../../src/shared/result.ts';
import { order, payment, settled } from '../support/facts.ts';
import { createFakeClient } from '../support/fake-client.ts';
import { mark } from '../support/held-marks.ts';

const COUNTS = { pending: 1, completed: 0, failed: 0, 'partly-paid': 0, 'no-payment': 0, 'not-told': 0 };
const paid = (id: number) => order(id, { payments: [payment(id * 10, { order: id, status: 'completed' })] });
const open = (id: number) => order(id, { payments: [payment(id * 10, { order: id })] });

/** @param error what main answers to the first mark; null: taken on. */
async function setUp(rows: readonly OrderRow[], error: AppError | null = null) {
  let left = error;
  const client = createFakeClient({
    'history.window': () => ok({ revision: 1, total: rows.length, added: 0, counts: COUNTS, rows: [...rows] }),
    'history.position': ({ id }) => ok(rows.findIndex((row) => row.id === id)),
    'orders.peek': (id) => ok(rows.find((row) => row.id === id) ?? null),
    'payments.mark': () => {
      const now = left;
      left = null;
      return now === null ? ok(mark()) : fail(now);
    },
  });
  const [orders, detail, announcements] = [createOrdersStore(client), createDetailStore(client), createAnnouncements()];
  const marks = createMarksStore(client, announcements, () => '');
  orders.getState().show({ first: 0, last: 20 });
  await settled();
  orders.getState().selectIndex(0);
  detail.getState().open(rows[0]?.id ?? 0, rows[0] ?? null);
  await settled();
  const asked = () => client.asked.filter(({ name }) => name === 'payments.mark').map(({ input }) => input);
  return { orders, detail, marks, asked, press: (to: 'completed' | 'failed') => markOpenOrder({ orders, detail, marks }, to) };
}

describe('a key on an open order', () => {
  it('marks its pending payment with what is seen of it, and goes on at once to the next order that has one', async () => {
    const { orders, asked, press } = await setUp([open(1), paid(2), open(3)]);
    press('completed');
    expect(orders.getState().selectedId).toBe(3);
    await settled();
    expect(asked()).toEqual([
      {
        payment: 10,
        to: 'completed',
        saw: { status: 'pending', amount: '450.00', order: 1, product: 'Acer' },
        reason: null,
        confirmed: false,
      },
    ]);
    expect(orders.getState().selectedId).toBe(3);
  });

  it('goes on within the order while it has another pending one', async () => {
    const two = order(1, { payments: [payment(10, { order: 1 }), payment(11, { order: 1 })] });
    const { orders, detail, press } = await setUp([two, open(2)]);
    press('completed');
    await settled();
    expect([detail.getState().chosenPayment, orders.getState().selectedId]).toEqual([11, 1]);
  });

  it('stays with the last one', async () => {
    const { orders, detail, press } = await setUp([open(1), paid(2)]);
    press('failed');
    await settled();
    expect([detail.getState().chosenPayment, orders.getState().selectedId]).toEqual([10, 1]);
  });

  it('comes back where the mark was not taken on', async () => {
    const { orders, detail, press } = await setUp([open(1), open(2)], { kind: 'journal', problem: 'full' });
    press('completed');
    expect(orders.getState().selectedId).toBe(2);
    await settled();
    expect([orders.getState().selectedId, detail.getState().chosenPayment]).toEqual([1, 10]);
  });

  it('comes back for a question, and goes on when it is answered', async () => {
    const { orders, marks, press } = await setUp([open(1), open(2)], { kind: 'refused', summary: [], fields: { confirm: ['Confirm.'] } });
    press('completed');
    await settled();
    expect(orders.getState().selectedId).toBe(1);
    expect(await marks.getState().answer(null)).toBeNull();
    expect(orders.getState().selectedId).toBe(2);
  });

  it.each([
    ['whose mark is held', payment(10, { standing: 'held', asked: 'completed' })],
    ['whose answer was lost', payment(10, { standing: 'unknown', asked: 'completed' })],
    ['that is completed already', payment(10, { status: 'completed' })],
  ])('does nothing to a payment %s', async (_what, own) => {
    const { orders, asked, press } = await setUp([order(1, { payments: [own] }), open(2)]);
    press('completed');
    await settled();
    expect([asked(), orders.getState().selectedId]).toEqual([[], 1]);
  });

  it('does nothing where the order has no payment, or none is told', async () => {
    for (const payments of [[], null]) {
      const { asked, press } = await setUp([order(1, { payments })]);
      press('completed');
      await settled();
      expect(asked()).toEqual([]);
    }
  });
});

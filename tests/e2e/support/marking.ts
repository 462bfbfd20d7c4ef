// Marking as a person at the counter does it and sees it, and what the shop's own log says of it.
import { expect, type Locator, type Page } from 'playwright/test';
import type { PaymentRow, PaymentStatus } from '../../../src/main/practice/shop.ts';
import { textBox } from './console.ts';
import { type Desk, openOrders } from './desk.ts';
import type { Shop } from './shop.ts';

export const heldBar = (page: Page): Locator => page.getByRole('region', { name: 'Held marks' });
export const numberBox = (page: Page): Locator => textBox(page, 'Payment number');
export const statusSays = (page: Page, text: string | RegExp): Locator => page.getByRole('status').filter({ hasText: text });

/** As the queue has them: oldest first. */
export function pendingPayments(shop: Shop): readonly PaymentRow[] {
  const { orderCount, paymentsOf } = shop.store.state;
  const all = Array.from({ length: orderCount }, (_, index) => paymentsOf(index + 1)).flat();
  return all.filter(({ status }) => status === 'pending').toSorted((a, b) => a.createdAt - b.createdAt || a.id - b.id);
}

export type Sent = readonly [payment: number, status: PaymentStatus];

/** Every change of a payment that arrived at the shop, whatever became of it, oldest first. */
export function sent(shop: Shop): readonly Sent[] {
  return shop.wire.arrived.flatMap(({ method, path, body }) => {
    const payment = /^\/api\/orders\/payments\/(\d+)\/$/.exec(path)?.[1];
    if (payment === undefined || !['PATCH', 'PUT', 'POST'].includes(method)) return [];
    return [[Number(payment), (JSON.parse(body) as { status: PaymentStatus }).status]] as const;
  });
}

/** Signed in, in Payments, with the oldest pending one chosen. */
export async function openPayments(desk: Desk, shop: Shop): Promise<void> {
  await openOrders(desk, shop);
  await desk.page.keyboard.press('Control+2');
  await expect(numberBox(desk.page)).toHaveValue(String(pendingPayments(shop)[0]?.id));
}

/** Nothing is held, waits or is being sent: a story that leaves something behind hands it to the next start. */
export async function expectNothingUnsent(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const answer = (await window.paydesk.request('desk.state', null)) as { value: { waiting: number } };
        return answer.value.waiting;
      }),
    )
    .toBe(0);
}

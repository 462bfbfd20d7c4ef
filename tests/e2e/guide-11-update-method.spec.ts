// Guide 11, the method that the guide does not name: learned from each server, whatever its orders say of their payments.
import { expect } from 'playwright/test';
import { button, correct, goTo, openOrder, refresh, textBox } from './support/console.ts';
import { test } from './support/one-desk.ts';

const METHODS = ['PATCH', 'PUT', 'PUT-whole', 'POST'] as const;
const EMBEDDED = ['many', 'one', 'none'] as const;

for (const updateMethod of METHODS) {
  for (const payments of EMBEDDED) {
    test.describe(`a server that takes ${updateMethod} and embeds ${payments}`, () => {
      test.use({ behaviour: { updateMethod, payments } });

      test('is marked by its own method, asked for it once', async ({ page, shop, written }) => {
        const { id = 0, orderId = 0 } = shop.store.state.firstPayment('pending') ?? {};
        if (payments === 'none') {
          const silent = await openOrder(page, orderId);
          await expect(silent).toContainText('This server does not say which payments an order has.');
          await goTo(page, 'Payments');
          await textBox(page, 'Payment number').fill(String(id));
          await button(page, 'Mark completed').click();
        } else {
          await button(await openOrder(page, orderId), 'Mark completed').click();
        }
        const name = payments === 'none' ? `Payment ${id}` : `Payment ${id} of order ${orderId}`;
        await expect(page.getByRole('status').filter({ hasText: `${name} marked completed` })).toBeVisible();
        expect(shop.store.state.payment(id)?.status).toBe('completed');

        // What was learned, and seen, holds for the next mark.
        const asked = shop.count('OPTIONS', /payments/);
        if (payments === 'none') await goTo(page, 'Orders');
        const detail = await openOrder(page, orderId);
        await expect(detail.getByRole('listitem').filter({ hasText: `Payment ${id}` })).toContainText('Completed');
        await button(detail, 'Mark failed').click();
        await correct(page, 'failed');
        await expect(page.getByRole('status').filter({ hasText: `order ${orderId} marked failed` })).toBeVisible();
        await refresh(page);
        await expect(detail.getByRole('listitem').filter({ hasText: `Payment ${id}` })).toContainText('Failed');
        expect(shop.store.state.payment(id)?.status).toBe('failed');
        expect(shop.count('OPTIONS', /payments/)).toBe(asked);

        const [method = ''] = updateMethod.split('-');
        expect(written().map((write) => [write.method, write.status])).toEqual([
          [method, 200],
          [method, 200],
        ]);
        expect(written().map(({ body }) => body)).toMatchObject([{ status: 'completed' }, { status: 'failed' }]);
      });
    });
  }
}

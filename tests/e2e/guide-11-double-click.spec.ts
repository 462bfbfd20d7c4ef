// Guide 11, hasty hands: whatever is clicked twice, one mark is sent, and never one that nobody meant.
import { expect, type Locator, type Page } from 'playwright/test';
import { arrive, button, correct, goTo, openOrder, pendingRow, refresh } from './support/console.ts';
import { test } from './support/one-desk.ts';

const STATUSES = ['completed', 'failed', 'pending'] as const;

async function centre(target: Locator): Promise<readonly [number, number]> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('nothing to click');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** One click, told to the page as the first or the second of a double click. */
async function click(page: Page, [x, y]: readonly [number, number], nth: 1 | 2): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down({ clickCount: nth });
  await page.mouse.up({ clickCount: nth });
}

for (const status of STATUSES) {
  test(`a double click on Mark ${status} sends one mark`, async ({ page, shop, written }) => {
    const before = status === 'pending' ? 'failed' : 'pending';
    const order = { productName: 'Clicked twice', quantity: 1, priceMinor: 100 };
    const { id, payments } = await arrive(page, shop, order, [{ amountMinor: 100, status: before }]);
    const detail = await openOrder(page, id);
    await button(detail, `Mark ${status}`).dblclick();
    if (status === 'pending') await correct(page, status);
    await expect(page.getByRole('status').filter({ hasText: `order ${id} marked ${status}` })).toBeVisible();
    await refresh(page);
    expect(written().map(({ body }) => body)).toEqual([{ status }]);
    expect(shop.store.state.payment(payments[0] ?? 0)?.status).toBe(status);
  });

  test(`a second click where Mark ${status} was marks nothing else, however late it comes`, async ({ page, shop, written }) => {
    const before = status === 'pending' ? 'failed' : 'pending';
    const order = { productName: 'Clicked again', quantity: 1, priceMinor: 100 };
    const { id } = await arrive(page, shop, order, [{ amountMinor: 100, status: before }]);
    const detail = await openOrder(page, id);
    const place = await centre(button(detail, `Mark ${status}`));
    await click(page, place, 1);
    if (status === 'pending') await correct(page, status);
    await expect(button(detail, `Mark ${status}`)).toHaveCount(0);
    for (const nth of [2, 1] as const) await click(page, place, nth);
    await refresh(page);
    expect(written().map(({ body }) => body)).toEqual([{ status }]);
  });
}

test('in the pending payments the second click of a double click does not mark the next one', async ({ page, written }) => {
  await goTo(page, 'Payments');
  const first = page.getByRole('row', { name: /^Payment \d+$/ }).first();
  const number = Number((await first.getAttribute('aria-label'))?.replace(/\D/g, ''));
  await first.click();
  const place = await centre(button(page, 'Mark completed'));
  await click(page, place, 1);
  // The answer is there and the next payment is selected before the second click comes: the worst case.
  await expect(pendingRow(page, number)).toHaveCount(0);
  await expect(page.getByRole('row', { selected: true })).toHaveCount(1);
  expect(await centre(button(page, 'Mark completed'))).toEqual(place);
  await click(page, place, 2);
  await refresh(page);
  expect(written()).toHaveLength(1);
});

test('with two pending payments a second click does not mark the other one, however late it comes', async ({ page, shop, written }) => {
  const order = { productName: 'Paid in halves', quantity: 1, priceMinor: 200 };
  const half = { amountMinor: 100, status: 'pending' } as const;
  const { id, payments } = await arrive(page, shop, order, [half, half]);
  const detail = await openOrder(page, id);
  const place = await centre(button(detail, 'Mark completed'));
  await click(page, place, 1);
  await expect(page.getByRole('status').filter({ hasText: `Payment ${payments[0]} of order ${id} marked completed` })).toBeVisible();
  for (const nth of [2, 1] as const) await click(page, place, nth);
  await refresh(page);
  expect(written()).toHaveLength(1);
  expect(shop.store.state.payment(payments[1] ?? 0)?.status).toBe('pending');
});

test('while a mark is on its way no other can be sent for the same payment', async ({ page, shop, written }) => {
  const order = { productName: 'Slow line', quantity: 1, priceMinor: 100 };
  const { id } = await arrive(page, shop, order, [{ amountMinor: 100, status: 'pending' }]);
  const detail = await openOrder(page, id);
  shop.faults.next('PATCH', /payments/, { kind: 'hold' });
  const failed = await centre(button(detail, 'Mark failed'));
  await button(detail, 'Mark completed').click();
  await expect.poll(() => shop.faults.held()).toBe(1);
  await expect(detail.getByRole('listitem')).toContainText('Sending…');
  await click(page, failed, 1);
  await expect(button(detail, 'Mark failed')).toHaveAttribute('aria-disabled', 'true');
  shop.faults.release();
  await expect(detail.getByRole('listitem')).toContainText('Completed');
  await refresh(page);
  expect(written().map(({ body }) => body)).toEqual([{ status: 'completed' }]);
});

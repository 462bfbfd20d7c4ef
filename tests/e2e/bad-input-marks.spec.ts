// Bad input and bad answers around marks: no number, a broken server, a throttled one, none at all. A mark is kept through all of it.
import { expect, type Locator, type Page } from 'playwright/test';
import { button, expectOnlyWords, goTo, pendingRow, textBox } from './support/console.ts';
import { openDetails, press } from './support/leaving.ts';
import { test } from './support/one-desk.ts';
import type { Shop } from './support/shop.ts';

const DEBUG_PAGE = '<!DOCTYPE html><html><body><h1>IntegrityError</h1><pre>Traceback (most recent call last):</pre></body></html>';
const went = (page: Page): Locator => page.getByRole('status').filter({ hasText: /\d marked completed/ });

const paymentNumbers = ['abc', '0', '-4', '1.5', '12 13', '99999999999999999999', '٧', "1'; DROP TABLE"];

test('a payment number that is none stands under its box, and nothing is sent', async ({ page, written }) => {
  await goTo(page, 'Payments');
  await textBox(page, 'Payment number').fill('');
  await button(page, 'Mark completed').click();
  await expect(textBox(page, 'Payment number')).toHaveAccessibleDescription('Type the payment’s number.');
  for (const typed of paymentNumbers) {
    await textBox(page, 'Payment number').fill(typed);
    await button(page, 'Mark failed').click();
    await expect(textBox(page, 'Payment number')).toHaveAccessibleDescription('A payment number is a whole number, like 12.');
    await expect(textBox(page, 'Payment number')).toHaveValue(typed);
  }
  expect(written()).toEqual([]);
});

/** A mark is written down here first, so it is kept through all of that, and set once. */
async function markFirst(page: Page, shop: Shop): Promise<{ readonly id: number; readonly settled: () => Promise<void> }> {
  const { id = 0 } = shop.store.state.firstPayment('pending') ?? {};
  await goTo(page, 'Payments');
  await textBox(page, 'Payment number').fill(String(id));
  await button(page, 'Mark completed').click();
  const settled = async (): Promise<void> => {
    await expect(went(page)).toContainText(`Payment ${id} of order`);
    await expect(pendingRow(page, id)).toHaveCount(0);
    expect(shop.store.state.payment(id)?.status).toBe('completed');
    expect(shop.store.requests.filter(({ method, status }) => method === 'PATCH' && status === 200)).toHaveLength(1);
    await expect(page.getByRole('alert')).toHaveText('');
  };
  return { id, settled };
}

const lost = [
  ['answered by a debug page', { kind: 'answer', status: 500, type: 'text/html', body: DEBUG_PAGE }],
  ['whose answer is cut off', { kind: 'half' }],
] as const;

for (const [how, fault] of lost) {
  test(`a mark ${how} is not known until reading settles it, and is set once`, async ({ page, shop }) => {
    shop.faults.next('PATCH', /payments/, fault);
    shop.faults.next('GET', /payments/, { kind: 'pass' });
    shop.faults.next('GET', /payments/, { kind: 'hold' });
    const { id, settled } = await markFirst(page, shop);
    await expect(pendingRow(page, id)).toContainText('Not known');
    await expect(page.getByRole('status')).toContainText(`The answer about payment ${id} of order`);
    await expectOnlyWords(page);
    await expect.poll(() => shop.faults.held()).toBe(1);
    shop.faults.release();
    await settled();
  });
}

test('a mark that the server throttles waits, says how long, and goes through later', async ({ page, shop }) => {
  shop.store.behaviour.throttle = { retryAfter: 42 };
  const { id, settled } = await markFirst(page, shop);
  await expect(pendingRow(page, id)).toContainText('Waiting');
  await expect(page.getByRole('status')).toContainText('waits to be sent. The server asks for fewer requests. Try again in 42 seconds.');
  shop.store.behaviour.throttle = null;
  await openDetails(page, /1 to send/);
  await press(page, 'Marks', 'Send now');
  await settled();
  await page.keyboard.press('Escape');
});

test('a mark while nothing answers waits, and goes through when the server is back', async ({ page, shop }) => {
  await shop.stop();
  const { id, settled } = await markFirst(page, shop);
  await expect(pendingRow(page, id)).toContainText('Waiting');
  await expect(page.getByRole('status')).toContainText('waits to be sent. Nothing answers at that server address.');
  await shop.start();
  await button(page, 'Refresh').click();
  await settled();
});

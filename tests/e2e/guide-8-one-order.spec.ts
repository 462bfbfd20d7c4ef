// Guide 8, one order: its fields and payments, what they come to, what else the server says, and what is shown when it cannot be asked.
import { expect } from 'playwright/test';
import { amount, arrive, button, expectOnlyWords, figure, openOrder, orderDetail, orderRow, search, term } from './support/console.ts';
import { test } from './support/one-desk.ts';

const PAYMENTS = [
  { amountMinor: 100_000, status: 'completed' },
  { amountMinor: 50_010, status: 'completed' },
  { amountMinor: 77_777, status: 'failed' },
  { amountMinor: 225_140, status: 'pending' },
] as const;

test('total is quantity × price, paid is what was completed, due is the rest, to the last digit', async ({ page, shop }) => {
  const order = { productName: 'Counter scale', quantity: 3, priceMinor: 125_050 };
  const { id, payments } = await arrive(page, shop, order, PAYMENTS);
  const detail = await openOrder(page, id);
  await expect(detail.getByRole('heading', { name: `Order ${id}` })).toBeVisible();
  await expect(detail).toContainText('Counter scale');
  await expect(figure(detail, 'Total')).toContainText(amount('3751.50'));
  await expect(term(detail, 'Total')).toContainText(amount('1250.50'));
  await expect(figure(detail, 'Paid')).toContainText(amount('1500.10'));
  await expect(figure(detail, 'Due')).toContainText(amount('2251.40'));

  const items = detail.getByRole('region', { name: 'Payments of this order' }).getByRole('listitem');
  await expect(items).toHaveCount(4);
  for (const [index, [sum, word]] of [
    ['1000.00', 'Completed'],
    ['500.10', 'Completed'],
    ['777.77', 'Failed'],
    ['2251.40', 'Pending'],
  ].entries()) {
    await expect(items.nth(index)).toContainText(`Payment ${payments[index]}`);
    await expect(items.nth(index).getByText(amount(sum ?? ''))).toBeVisible();
    await expect(items.nth(index)).toContainText(word ?? '');
  }
  // The buttons act on the one that waits for somebody, and say which.
  await expect(detail).toContainText(`Payment ${payments[3]} is chosen.`);
  await expect(orderRow(page, id).getByText(amount('2251.40'))).toHaveCount(1);
});

test('the detail is read by keyboard: down from the search, into the order, back to the rows', async ({ page }) => {
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('5');
  await page.keyboard.press('ArrowDown');
  await expect(orderDetail(page, 59)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(orderDetail(page, 58)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(orderDetail(page, 58)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await expect(orderDetail(page, 59)).toBeVisible();
});

test('an order without a payment says so', async ({ page, shop }) => {
  const { id } = await arrive(page, shop, { productName: 'Unpaid', quantity: 1, priceMinor: 10 });
  const detail = await openOrder(page, id);
  await expect(detail).toContainText('No payment has been recorded yet.');
  await expect(figure(detail, 'Due')).toContainText(amount('0.10'));
  await expect(detail.getByRole('button', { name: /^Mark / })).toHaveCount(0);
});

test.describe('a server that says more than the guide', () => {
  test.use({ behaviour: { extraFields: true } });

  test('unknown fields stand under “More”, in words', async ({ page }) => {
    const detail = await openOrder(page, 60);
    await detail.getByText('More', { exact: true }).click();
    const more = detail.getByRole('group').filter({ hasText: 'More' });
    for (const name of ['delivery_note', 'warehouse', 'tags']) await expect(more.getByText(name, { exact: true })).toBeVisible();
    await expect(more).toContainText(/"code":\s?"W\d"/);
    await expectOnlyWords(page);
  });
});

test('an order that the server no longer has is told as such, with what the history last said', async ({ page, shop }) => {
  const { id } = await arrive(page, shop, { productName: 'Soon gone', quantity: 1, priceMinor: 500 });
  shop.store.behaviour.ownOnly = true;
  const detail = await openOrder(page, id);
  await expect(detail).toContainText(`The server has no order ${id}. Check the number.`);
  await expect(page.getByRole('alert')).toContainText(`The server has no order ${id}. Check the number.`);
  await expect(detail).toContainText('Soon gone');
  await expect(detail).toContainText('Shown is what the history last said.');
});

test('while the server is away an order is shown as the history knew it, and read anew when it is back', async ({ page, shop }) => {
  const { id } = await arrive(page, shop, { productName: 'Known before', quantity: 2, priceMinor: 1_999 }, [
    { amountMinor: 1_000, status: 'completed' },
  ]);
  await shop.stop();
  const detail = await openOrder(page, id);
  await expect(figure(detail, 'Total')).toContainText(amount('39.98'));
  await expect(figure(detail, 'Due')).toContainText(amount('29.98'));
  await expect(detail).toContainText(/Nothing answers at that server address\..* Shown is what was known at \d\d:\d\d\./);
  await expect(page.getByRole('alert')).toContainText('Nothing answers at that server address.');

  await shop.start();
  shop.store.state.addPayment({ orderId: id, amountMinor: 2_998, status: 'completed' });
  await button(detail, 'Try again').click();
  await expect(figure(detail, 'Due')).toContainText(amount('0.00'));
  await expect(detail).not.toContainText('Nothing answers');
  await expect(page.getByRole('alert')).toBeEmpty();
});

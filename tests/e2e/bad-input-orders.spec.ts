// Bad input and bad answers around orders and payments: one clear sentence each, nothing typed is lost, nothing is sent twice.
import { expect, type Locator, type Page } from 'playwright/test';
import {
  button,
  dialog,
  expectOnlyWords,
  historyPane,
  openOrder,
  orderDetail,
  orderRow,
  refresh,
  search,
  textBox,
} from './support/console.ts';
import { test } from './support/one-desk.ts';
import type { Shop } from './support/shop.ts';

const DEBUG_PAGE = `<!DOCTYPE html><html><body><h1>IntegrityError at /api/orders/</h1><pre>Traceback (most recent call last):
  File "/srv/shop/views.py", line 12, in post\nSECRET_KEY = 'hunter2'</pre></body></html>`;

async function newOrder(page: Page, product: string, quantity: string, price: string): Promise<Locator> {
  await button(page, 'New order').click();
  const form = dialog(page, 'New order');
  for (const [name, text] of [
    ['Product name', product],
    ['Quantity', quantity],
    ['Price', price],
  ] as const) {
    await textBox(form, name).fill(text);
  }
  return form;
}

const WHOLE = 'A quantity is a whole number, like 5.';
const EXACT = 'An amount is a number with at most two decimals and a point, like 1200.50.';

const quantities = [
  ['', 'Type how many.'],
  ['two', WHOLE],
  ['2.5', WHOLE],
  ['1e3', WHOLE],
  ['٣', WHOLE],
  ['1 000', WHOLE],
  ['0', 'A quantity is at least 1.'],
  ['-3', 'A quantity is at least 1.'],
  ['99999999999', 'That quantity is too large for a server to keep.'],
] as const;

test('a malformed, zero or negative quantity stands under its field and is not sent', async ({ page, written }) => {
  const form = await newOrder(page, 'Lamp', '1', '5');
  for (const [typed, sentence] of quantities) {
    await textBox(form, 'Quantity').fill(typed);
    await button(form, 'Create order').click();
    await expect(textBox(form, 'Quantity')).toHaveAccessibleDescription(sentence);
    await expect(textBox(form, 'Quantity')).toHaveValue(typed);
    await expect(textBox(form, 'Product name')).toHaveValue('Lamp');
  }
  expect(written()).toEqual([]);
});

const prices = [
  ['', 'Type the price of one.'],
  ['free', EXACT],
  ['12,5', EXACT],
  ['1,200', EXACT],
  ['0.001', EXACT],
  ['1e5', EXACT],
  ['NaN', EXACT],
  ['٤٥', EXACT],
  ['-0.01', 'An amount cannot be negative.'],
] as const;

test('a malformed or negative price stands under its field and is not sent', async ({ page, written }) => {
  const form = await newOrder(page, 'Lamp', '1', '');
  for (const [typed, sentence] of prices) {
    await textBox(form, 'Price').fill(typed);
    await textBox(form, 'Price').press('Enter');
    await expect(textBox(form, 'Price')).toHaveAccessibleDescription(sentence);
    await expect(textBox(form, 'Price')).toHaveValue(typed);
  }
  expect(written()).toEqual([]);
});

const names = [
  ['of 200 characters', `${'Nine lamps, '.repeat(16)}and one`.padEnd(200, '!')],
  ['from right to left', 'سجادة صوف يدوية ١٢٠×١٨٠ (حمراء)'],
  ['of both directions', 'Rug سجادة, 120×180'],
  ['of emoji', 'Yoga mat 🧘🏽‍♀️ and 👩‍👩‍👧‍👦, 🇳🇵'],
  ['that looks like markup', '<img src=x onerror="alert(1)"> & <b>co</b>'],
] as const;

for (const [kind, product] of names) {
  test(`a name ${kind} is stored and shown as typed`, async ({ page, shop }) => {
    const form = await newOrder(page, product, '1', '5');
    await button(form, 'Create order').click();
    await expect(orderDetail(page, 61).getByText(product, { exact: true })).toBeVisible();
    expect(shop.store.state.order(61)?.productName).toBe(product);
    await expect(orderRow(page, 61).getByText(product, { exact: true })).toBeVisible();
    await search(page).fill(product);
    await expect(orderRow(page, 61)).toBeVisible();
  });
}

test('a name that no server keeps is counted before it is sent', async ({ page, written }) => {
  const form = await newOrder(page, '🎁'.repeat(256), '1', '5');
  await button(form, 'Create order').click();
  await expect(textBox(form, 'Product name')).toHaveAccessibleDescription('A product name has at most 255 characters; this one has 256.');
  await textBox(form, 'Product name').fill('   ');
  await button(form, 'Create order').click();
  await expect(textBox(form, 'Product name')).toHaveAccessibleDescription('Type the product’s name.');
  expect(written()).toEqual([]);
});

/** The two creations of the guide, each up to the moment before it is sent: how to send it, and where what was typed must still stand. */
const creations = [
  ['a new order', /\/api\/orders\/$/, /\/history\/$/, prepareOrder],
  ['a payment', /\/api\/orders\/payments\/$/, /\/api\/orders\/\d+\/$/, preparePayment],
] as const;

interface Prepared {
  readonly send: Locator;
  readonly kept: () => Promise<void>;
}

async function prepareOrder(page: Page): Promise<Prepared> {
  const form = await newOrder(page, 'Typed with care', '4', '19.90');
  const kept = async (): Promise<void> => {
    await expect(textBox(form, 'Product name')).toHaveValue('Typed with care');
    await expect(textBox(form, 'Quantity')).toHaveValue('4');
    await expect(textBox(form, 'Price')).toHaveValue('19.90');
  };
  return { send: button(form, 'Create order'), kept };
}

async function preparePayment(page: Page, shop: Shop): Promise<Prepared> {
  await button(await openOrder(page, 60), 'Record payment').click();
  const form = dialog(page, 'Record payment');
  await textBox(form, 'Amount').fill('3.21');
  // What the order holds is read before it is sent; the story begins afterwards.
  shop.faults.next('GET', /\/api\/orders\/60\/$/, { kind: 'pass' });
  return { send: button(form, 'Record payment'), kept: () => expect(textBox(form, 'Amount')).toHaveValue('3.21') };
}

const went = (page: Page): Locator => page.getByRole('status').filter({ hasText: /was created|recorded for/ });

for (const [what, path, reading, prepare] of creations) {
  test(`${what} answered by a debug page is not known, and nothing typed is lost`, async ({ page, shop }) => {
    const { send, kept } = await prepare(page, shop);
    shop.faults.next('POST', path, { kind: 'answer', status: 500, type: 'text/html', body: DEBUG_PAGE });
    await send.click();
    await expect(page.getByRole('alert')).toContainText('It is not known whether');
    await expectOnlyWords(page);
    await kept();
    expect(shop.count('POST', path)).toBe(0);
  });

  test(`${what} whose answer is cut off is not known until it is found, and was carried out once`, async ({ page, shop }) => {
    const { send, kept } = await prepare(page, shop);
    shop.faults.next('POST', path, { kind: 'half' });
    shop.faults.next('GET', reading, { kind: 'hold' });
    await send.click();
    await expect(page.getByRole('alert')).toContainText('It is not known whether');
    await expectOnlyWords(page);
    await kept();
    await expect.poll(() => shop.faults.held()).toBe(1);
    shop.faults.release();
    await expect(went(page)).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(shop.count('POST', path)).toBe(1);
  });

  test(`${what} that the server throttles is told with the time to wait, and goes through later`, async ({ page, shop }) => {
    const { send, kept } = await prepare(page, shop);
    shop.store.behaviour.throttle = { retryAfter: 42 };
    await send.click();
    await expect(page.getByRole('alert')).toContainText('The server asks for fewer requests. Try again in 42 seconds.');
    await kept();
    shop.store.behaviour.throttle = null;
    await send.click();
    await expect(went(page)).toBeVisible();
    expect(shop.store.requests.filter(({ method, path: at, status }) => method === 'POST' && path.test(at) && status === 201)).toHaveLength(
      1,
    );
  });

  test(`${what} while nothing answers is told as not sent, and goes through when the server is back`, async ({ page, shop }) => {
    const { send, kept } = await prepare(page, shop);
    await shop.stop();
    await send.click();
    await expect(page.getByRole('alert')).toContainText('Nothing answers at that server address.');
    await expect(page.getByRole('alert')).not.toContainText('not known');
    await kept();
    await shop.start();
    await send.click();
    await expect(went(page)).toBeVisible();
    expect(shop.count('POST', path)).toBe(1);
  });
}

test('an order number that does not exist is told, with the way back', async ({ page }) => {
  for (const number of ['987654321', '0', '99999999999999999999999']) {
    await search(page).fill(number === '0' ? 'order 0' : number);
    await expect(historyPane(page)).toContainText('No order matches');
  }
  await button(page, 'Show all orders').click();
  await refresh(page);
  await expect(orderRow(page, 60)).toBeVisible();
});

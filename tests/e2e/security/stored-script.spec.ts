// Attack: a customer orders a product whose name is a script; or the shop's data base, its statuses, its people and its errors are full
// of them. Every screen shows the words, and nothing of them ever runs, loads, or becomes an element.
import { expect, type Page, test } from 'playwright/test';
import { openAnyServer, type Taken } from '../support/any-server.ts';
import { launch, signIn } from '../support/desk.ts';

const call = 'window.stored=1';
const CORPUS = [
  `<script>${call}</script>`,
  `<img src=x onerror="${call}">`,
  `<svg/onload=${call}>`,
  `"><iframe srcdoc="<script>parent.${call}</script>">`,
  `javascript:${call}//`,
  `<a href="javascript:${call}">pay here</a>`,
  `'-${call}-'`,
  `{{constructor.constructor('${call}')()}}`,
  `\${${call}}`,
  `<math><mtext><style><img src onerror=${call}>`,
  `<body onpageshow=${call}>`,
  `<input autofocus onfocus=${call}>`,
  `<link rel=stylesheet href=http://127.0.0.1:1/x.css>`,
  `<base href=http://127.0.0.1:1/>`,
  `]]><!--<x style="position:fixed;inset:0">`,
] as const;

/** The shop answers with the corpus wherever it may answer with text. */
async function poisoned({ request, path, answer }: Taken): Promise<Response | null> {
  if (request.method === 'GET' && path.endsWith('/history/')) return Response.json(CORPUS.map((_, index) => order(index)));
  const one = /\/orders\/(\d+)\/$/.exec(path)?.[1];
  if (request.method === 'GET' && one !== undefined) return Response.json({ ...order(Number(one) - 1), [CORPUS[1]]: CORPUS[0] });
  const payment = /\/payments\/(\d+)\/$/.exec(path)?.[1];
  if (request.method === 'GET' && payment !== undefined) return Response.json(paymentOf(Number(payment) - 1));
  if (path.endsWith('/profile/') && request.method === 'GET') {
    const own = (await (await answer()).json()) as object;
    return Response.json({
      ...own,
      first_name: CORPUS[0],
      last_name: CORPUS[1],
      email: CORPUS[4],
      phone_no: CORPUS[6],
      address: CORPUS[3],
    });
  }
  if (request.method !== 'GET' && !path.endsWith('/token/')) {
    return Response.json({ detail: CORPUS[6], product_name: [CORPUS[7]], status: [CORPUS[8]], amount: [CORPUS[4]] }, { status: 400 });
  }
  return null;
}

function order(index: number): object {
  const text = CORPUS[index] ?? '';
  const id = index + 1;
  return {
    id,
    product_name: text,
    customer: text,
    quantity: 1,
    price: '10.00',
    created_at: '2026-02-14T09:00:00Z',
    note: text,
    payments: [paymentOf(index)],
  };
}

function paymentOf(index: number): object {
  const id = index + 1;
  return { id, order: id, amount: '10.00', status: index % 2 === 0 ? 'pending' : CORPUS[index], created_at: '2026-02-14T10:00:00Z' };
}

/** What text could have made of itself. */
async function nothingRan(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: Reflect.get(window, 'stored') ?? null,
    violations: Reflect.get(window, 'violations') as string[],
    made: [
      ...document.querySelectorAll(
        'body script:not([src]), body iframe, body base, body link, body math, body style, img[src=x], [onerror], [onload], a[href^="javascript:"], input[onfocus]',
      ),
    ].map((element) => element.outerHTML),
  }));
  expect(found, where).toEqual({ ran: null, violations: [], made: [] });
}

test('scripts in the shop’s data are words on every screen', async () => {
  const server = await openAnyServer(poisoned);
  const desk = await launch({ server: server.url, settings: { hold: 0 } });
  const { page } = desk;
  await page.evaluate(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
  });
  await signIn(page);
  const grid = page.getByRole('grid', { name: 'Orders' });
  await expect(grid).toHaveAttribute('aria-rowcount', String(CORPUS.length + 1));
  for (const [index, text] of CORPUS.entries()) {
    await expect(
      page
        .getByRole('row', { name: `Order ${index + 1}`, exact: true })
        .getByText(text, { exact: true })
        .first(),
    ).toBeVisible();
  }
  await nothingRan(page, 'Orders');

  for (const [index, text] of CORPUS.entries()) {
    await page.getByRole('row', { name: `Order ${index + 1}`, exact: true }).click();
    const detail = page.getByRole('region', { name: `Order ${index + 1}`, exact: true });
    await expect(detail.getByText(text, { exact: true }).first()).toBeVisible();
  }
  await expect(page.getByText(CORPUS[1], { exact: true }).first()).toBeVisible();
  await nothingRan(page, 'an order');

  await page.getByRole('button', { name: 'Record payment' }).click();
  const record = page.getByRole('dialog', { name: 'Record payment' });
  await record.getByRole('textbox', { name: 'Amount' }).fill('1');
  await record.getByRole('button', { name: 'Record payment' }).click();
  await expect(record.getByRole('textbox', { name: 'Amount' })).toHaveAccessibleDescription(new RegExp(call));
  await nothingRan(page, 'Record payment');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'New order' }).click();
  const creating = page.getByRole('dialog', { name: 'New order' });
  await creating.getByRole('textbox', { name: 'Product name' }).fill(CORPUS[0]);
  await creating.getByRole('textbox', { name: 'Price' }).fill('1');
  await creating.getByRole('button', { name: 'Create order' }).click();
  await expect(creating.getByRole('textbox', { name: 'Product name' })).toHaveAccessibleDescription(/constructor/);
  await nothingRan(page, 'New order');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Mark completed' }).first().click();
  await expect(page.getByRole('alert')).toContainText(call);
  await nothingRan(page, 'a refused mark');

  for (const place of ['Payments', 'Activity', 'Insights', 'Settings'] as const) {
    await page.getByRole('link', { name: place }).click();
    await expect(page.getByRole('region', { name: place, exact: true })).toBeVisible();
    await nothingRan(page, place);
  }
  await page.getByRole('link', { name: 'Profile' }).click();
  await expect(page.getByRole('textbox', { name: 'First name' })).toHaveValue(CORPUS[0]);
  await expect(page.getByText(`${CORPUS[0]} ${CORPUS[1]}`).first()).toBeVisible();
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByRole('alert').getByText(call).first()).toBeAttached();
  await nothingRan(page, 'Profile');

  expect(desk.pageErrors).toEqual([]);
  await Promise.all([desk.close(), server.close()]);
});

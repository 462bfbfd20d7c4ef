// Rows without an order number: counted on the truth bar, listed as the server wrote them, and copied for who can mend them.
import { expect } from 'playwright/test';
import { openAnyServer } from './support/any-server.ts';
import { expectNoViolations } from './support/axe.ts';
import { copied } from './support/checking.ts';
import { button, ordersGrid, truthBar } from './support/console.ts';
import { signIn } from './support/desk.ts';
import { test } from './support/test.ts';

const BROKEN = [{ product_name: '=1+1', note: 'no\u202e number\nhere' }, 'a text', { id: 0, product_name: 'x'.repeat(2_000) }];

test('what cannot be shown is listed with its place, by keyboard, and copied as text', async ({ desks }) => {
  const server = await openAnyServer(async ({ path, answer }) => {
    if (path !== '/api/orders/history/') return null;
    const told = await answer();
    if (!told.ok) return told;
    const orders = (await told.json()) as unknown[];
    return Response.json([...orders.slice(0, 4), ...BROKEN, ...orders.slice(4)]);
  });
  const desk = await desks.open({ server: server.url });
  const { page } = desk;
  await signIn(page);
  await expect(ordersGrid(page)).toHaveAttribute('aria-rowcount', '13');
  await truthBar(page).getByRole('button', { name: 'Data: 3 rows without an order number not shown' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Rows that cannot be shown' });
  const rows = dialog.getByRole('list', { name: 'Rows' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('Row 5');
  await expect(rows.nth(0)).toContainText('=1+1');
  await expect(rows.nth(1)).toHaveText(/Row 6\s*"a text"/);
  expect((await rows.nth(2).innerText()).length).toBeLessThan(600);
  await expectNoViolations(page, 'rows that cannot be shown');
  await button(dialog, 'Copy as text').press('Enter');
  await expect(dialog.getByText('Copied to the clipboard.')).toBeVisible();
  await expect.poll(() => copied(desk)).toMatch(/^Row 5: .*=1\+1.*\nRow 6: "a text"\nRow 7: .*x+\n$/);
  expect(await copied(desk)).not.toContain('\u202e');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(truthBar(page).getByRole('button', { name: /^Data: 3 rows/ })).toBeFocused();
  await desks.close(desk);
  await server.close();
});

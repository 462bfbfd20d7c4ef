// Without a network, or without a session: marks wait on this desk, say so, and go out once when the way is free again, under the account
// of the person who asked.
import { expect, type Page } from 'playwright/test';
import { button, goTo, pendingRow } from '../support/console.ts';
import { type Desk, signIn } from '../support/desk.ts';
import { expectNothingUnsent, heldBar, openPayments, pendingPayments, type Sent, sent, statusSays } from '../support/marking.ts';
import type { Shop } from '../support/shop.ts';
import { test } from '../support/test.ts';

test.use({ settings: { hold: 1 } });

const byPayment = (a: Sent, b: Sent): number => a[0] - b[0];

async function expectSentOnce(page: Page, shop: Shop, wanted: readonly Sent[]): Promise<void> {
  await expect.poll(() => sent(shop).toSorted(byPayment)).toEqual(wanted.toSorted(byPayment));
  await expectNothingUnsent(page);
  expect(sent(shop)).toHaveLength(wanted.length);
}

test('the server stops answering: marks wait, say so, and are sent once when it is back', async ({ desk, shop }) => {
  const { page } = desk;
  const [first, second, third] = pendingPayments(shop).map(({ id }) => id) as [number, number, number];
  await openPayments(desk, shop);
  await shop.stop();
  for (const key of ['c', 'f', 'c']) await page.keyboard.press(key);
  for (const id of [first, second, third]) await expect(pendingRow(page, id)).toContainText('Waiting');
  await expect(statusSays(page, /waits to be sent\. Nothing answers at that server address/)).toBeAttached();
  await pendingRow(page, first).click();
  await expect(page.getByRole('group', { name: 'Mark a payment' })).toContainText(
    'To be marked completed: it is written down and waits to be sent.',
  );
  // Looking again changes nothing while nothing answers.
  await page.keyboard.press('F5');
  await expect(page.getByRole('alert')).toContainText('The history was not refreshed.');
  for (const id of [first, second, third]) await expect(pendingRow(page, id)).toContainText('Waiting');
  expect(sent(shop)).toEqual([]);

  await shop.start();
  await page.keyboard.press('F5');
  await expectSentOnce(page, shop, [
    [first, 'completed'],
    [second, 'failed'],
    [third, 'completed'],
  ]);
  // Under a hand decided payments keep their places.
  await page.mouse.move(1, 1);
  await expect(pendingRow(page, second)).toHaveCount(0);
  expect(shop.store.state.payment(second)?.status).toBe('failed');
});

test('a mark that waits is undone like one that is held, and is never sent', async ({ desk, shop }) => {
  const { page } = desk;
  const [first] = pendingPayments(shop).map(({ id }) => id) as [number];
  await openPayments(desk, shop);
  await shop.stop();
  await page.keyboard.press('c');
  await expect(pendingRow(page, first)).toContainText('Waiting');
  await page.evaluate(async () => {
    const answer = (await window.paydesk.request('desk.state', null)) as { value: { open: { id: string }[] } };
    await window.paydesk.request('operations.undo', { id: answer.value.open[0]?.id });
  });
  await expect(pendingRow(page, first)).toContainText('Pending');
  await shop.start();
  await page.keyboard.press('F5');
  await expect(button(page, 'Refresh')).toHaveAttribute('aria-busy', 'false');
  await expectNothingUnsent(page);
  expect(sent(shop)).toEqual([]);
});

test('the session ends in the middle: after signing in again all are sent, once', async ({ desk, shop }) => {
  const { page } = desk;
  const [first, second] = pendingPayments(shop).map(({ id }) => id) as [number, number];
  await openPayments(desk, shop);
  shop.store.state.expireTokens('all');
  for (const key of ['c', 'f']) await page.keyboard.press(key);
  const again = page.getByRole('dialog', { name: 'Sign in' });
  await expect(again).toBeVisible();
  for (const id of [first, second]) await expect(page.locator(`[aria-label="Payment ${id}"]`)).toContainText('Waiting');
  expect(sent(shop).every(([id]) => shop.store.state.payment(id)?.status === 'pending')).toBe(true);
  const refused = sent(shop).length;
  await again.getByRole('textbox', { name: 'Password' }).fill('practice-2026');
  await again.getByRole('button', { name: 'Sign in' }).click();
  await expect(again).toBeHidden();
  await expect.poll(() => [first, second].map((id) => shop.store.state.payment(id)?.status)).toEqual(['completed', 'failed']);
  await expectNothingUnsent(page);
  expect(accepted(shop).toSorted(byPayment)).toEqual(
    (
      [
        [first, 'completed'],
        [second, 'failed'],
      ] as Sent[]
    ).toSorted(byPayment),
  );
  // What was refused for the session's sake was not carried out.
  expect(sent(shop)).toHaveLength(refused + 2);
});

test('somebody else signs in at the same desk: they do not send it, its owner does', async ({ desks, desk, shop }) => {
  const [first] = pendingPayments(shop).map(({ id }) => id) as [number];
  await register(shop, 'second');
  await openPayments(desk, shop);
  await shop.stop();
  await desk.page.keyboard.press('c');
  await expect(pendingRow(desk.page, first)).toContainText('Waiting');
  await button(desk.page, 'Sign out').click();
  // Signing out would leave it behind, and is refused; only a desk that is switched off under one's hands does.
  await button(desk.page.getByRole('dialog', { name: 'Sign out' }), 'Stay signed in').click();
  await expect(pendingRow(desk.page, first)).toContainText('Waiting');
  await desks.kill(desk);
  await shop.start();
  shop.store.state.expireTokens('all');

  const next = await desks.open({ folder: desk.folder });
  await button(next.page, 'Somebody else').click();
  await signInAs(next, 'second');
  await goTo(next.page, 'Payments');
  // Told to the one who comes, because two marks of one payment are the same to the server.
  await expect(pendingRow(next.page, first)).toContainText('Waiting');
  await button(next.page, 'Refresh').click();
  await expect(button(next.page, 'Refresh')).toHaveAttribute('aria-busy', 'false');
  await expect(heldBar(next.page)).toHaveCount(0);
  expect(sent(shop)).toEqual([]);
  await button(next.page, 'Sign out').click();
  await expect(next.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await signInAs(next, 'practice');
  await expectSentOnce(next.page, shop, [[first, 'completed']]);
  const [call] = shop.wire.calls('PATCH', `/api/orders/payments/${first}/`);
  expect(userOf(call?.headers['authorization'])).toBe(shop.store.state.person('practice')?.id);
});

async function signInAs(desk: Desk, username: string): Promise<void> {
  await expect(desk.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(desk.page, { username, password: username === 'practice' ? 'practice-2026' : 'TestPassword123' });
  await expect(desk.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

/** A second account at the shop, made by somebody who is not at this desk. */
async function register(shop: Shop, username: string): Promise<void> {
  const person = { username, email: `${username}@mail.example`, first_name: 'Sita', last_name: 'Second', phone_no: '9800000002' };
  const response = await fetch(`${shop.url}/api/accounts/auth/registration/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...person, address: 'Godawari', password1: 'TestPassword123', password2: 'TestPassword123' }),
  });
  expect(response.status).toBe(201);
}

/** The marks that the shop took. */
function accepted(shop: Shop): Sent[] {
  return shop.store.requests.flatMap(({ method, path, body, status }) => {
    const payment = /payments\/(\d+)\/$/.exec(path)?.[1];
    return method === 'PATCH' && status === 200 && payment !== undefined
      ? [[Number(payment), (JSON.parse(body) as { status: Sent[1] }).status] as const]
      : [];
  });
}

function userOf(authorization: string | undefined): unknown {
  const payload = authorization?.split('.')[1] ?? '';
  return Number((JSON.parse(Buffer.from(payload, 'base64url').toString()) as { user_id: unknown }).user_id);
}

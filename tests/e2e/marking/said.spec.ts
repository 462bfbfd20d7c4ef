// Marking by ear: each step of a mark is said once, in whole words, at its own urgency; what needs somebody interrupts, the rest waits its turn.
import { expect, type Page } from 'playwright/test';
import { button, pendingRow } from '../support/console.ts';
import { type Heard, heardSince, listen } from '../support/hearing.ts';
import { expectNothingUnsent, heldBar, openPayments, pendingPayments } from '../support/marking.ts';
import { test } from '../support/test.ts';

test.use({ settings: { hold: 10 } });

/** Just these, in this order, and nothing twice. */
async function expectHeard(page: Page, wanted: readonly (readonly [Heard[0], RegExp])[]): Promise<void> {
  const heard: Heard[] = [];
  await expect
    .poll(async () => {
      heard.push(...(await heardSince(page)));
      return heard.length;
    })
    .toBeGreaterThanOrEqual(wanted.length);
  expect(heard.map(([region]) => region)).toEqual(wanted.map(([region]) => region));
  for (const [index, [, sentence]] of wanted.entries()) expect(heard[index]?.[1]).toMatch(sentence);
}

test('taken on, undone, sent, done', async ({ desk, shop }) => {
  const { page } = desk;
  const [first] = pendingPayments(shop);
  const name = `ayment ${first?.id} of order ${first?.orderId}`;
  await openPayments(desk, shop);
  await listen(page);
  await page.keyboard.press('c');
  await expectHeard(page, [['status', new RegExp(`^P${name} will be marked completed\\. Press Z to undo\\.$`)]]);
  // The seconds that pass are seen, and not said: nobody could hear anything else.
  await expect(heldBar(page)).toContainText('sent in 8 s');
  await expectHeard(page, []);
  await page.keyboard.press('z');
  await expectHeard(page, [['status', new RegExp(`^Undone: p${name} was not marked completed\\.$`)]]);
  await page.keyboard.press('z');
  await expectHeard(page, [['status', /^Nothing to undo: no mark is held\.$/]]);
  await page.keyboard.press('f');
  await expectHeard(page, [['status', new RegExp(`^P${name} will be marked failed\\. Press Z to undo\\.$`)]]);
  await button(page, 'Send now').click();
  await expectHeard(page, [['status', new RegExp(`^P${name} marked failed: [\\d.,\\s]+$`)]]);
  await expectNothingUnsent(page);
});

test('waiting, and sent after all', async ({ desk, shop }) => {
  const { page } = desk;
  const [first] = pendingPayments(shop);
  const name = `Payment ${first?.id} of order ${first?.orderId}`;
  await openPayments(desk, shop);
  await shop.stop();
  await page.keyboard.press('c');
  await expect(heldBar(page)).toBeVisible();
  await listen(page);
  await button(page, 'Send now').click();
  await expectHeard(page, [['status', new RegExp(`^${name} waits to be sent\\. Nothing answers at that server address\\.`)]]);
  await shop.start();
  await page.keyboard.press('F5');
  await expectHeard(page, [['status', new RegExp(`^${name} marked completed: [\\d.,\\s]+$`)]]);
  await expectNothingUnsent(page);
});

test('lost, looked for, done', async ({ desk, shop }) => {
  const { page } = desk;
  const [first] = pendingPayments(shop);
  const name = `ayment ${first?.id} of order ${first?.orderId}`;
  await openPayments(desk, shop);
  await page.keyboard.press('c');
  await expect(heldBar(page)).toBeVisible();
  await listen(page);
  shop.faults.next('PATCH', /payments/, { kind: 'cut', when: 'after' });
  await button(page, 'Send now').click();
  await expectHeard(page, [
    ['status', new RegExp(`^The answer about p${name} was lost\\. Paydesk looks again\\.$`)],
    ['status', new RegExp(`^P${name} marked completed: [\\d.,\\s]+$`)],
  ]);
  await expectNothingUnsent(page);
});

test('a conflict and a refusal interrupt', async ({ desk, shop }) => {
  const { page } = desk;
  const [first, second] = pendingPayments(shop);
  await openPayments(desk, shop);
  for (const key of ['c', 'c']) await page.keyboard.press(key);
  await expect(heldBar(page)).toContainText(`Payment ${second?.id}`);
  shop.store.state.changePayment(first?.id ?? 0, { status: 'failed' });
  await listen(page);
  shop.faults.next('PATCH', /payments/, { kind: 'answer', status: 400, type: 'application/json', body: '{"status":["Not today."]}' });
  await button(page, 'Send now').click();
  const heard: Heard[] = [];
  await expect
    .poll(async () => {
      heard.push(...(await heardSince(page)));
      return heard.map(([region, sentence]) => `${region}: ${sentence}`).toSorted();
    })
    .toEqual(
      [
        `alert: Payment ${first?.id} of order ${first?.orderId} was not marked completed: somebody else has changed it meanwhile (now failed). Decide which one stays.`,
        `alert: Payment ${second?.id} was not marked completed. The server did not accept this: Status: Not today.`,
      ].toSorted(),
    );
  await expect(pendingRow(page, second?.id ?? 0)).toContainText('Pending');
  await expectNothingUnsent(page);
});

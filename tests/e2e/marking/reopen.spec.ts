// The power goes: what was marked is still there at the next start, is sent once, and the journal has no scratch.
import { expect } from 'playwright/test';
import { button, pendingRow, refresh } from '../support/console.ts';
import type { Desk } from '../support/desk.ts';
import { expectSoundJournal } from '../support/journal.ts';
import { expectNothingUnsent, heldBar, openPayments, pendingPayments, sent, statusSays } from '../support/marking.ts';
import type { Shop } from '../support/shop.ts';
import { test } from '../support/test.ts';

async function toPayments({ page }: Desk, shop: Shop): Promise<void> {
  await expect(page.getByRole('grid', { name: 'Orders' })).toHaveAttribute('aria-rowcount', String(shop.store.state.orderCount + 1));
  await page.keyboard.press('Control+2');
}

test.describe('held', () => {
  test.use({ settings: { hold: 10 } });

  test('two held marks are held again after the power cut, can be undone, and the other one is sent once', async ({
    desks,
    desk,
    shop,
  }) => {
    const [first = 0, second = 0] = pendingPayments(shop).map(({ id }) => id);
    await openPayments(desk, shop);
    for (const key of ['c', 'f']) await desk.page.keyboard.press(key);
    await expect(heldBar(desk.page)).toContainText(`Payment ${second}`);
    await desks.kill(desk);
    expect(await expectSoundJournal(desk)).toBe(2);
    expect(sent(shop)).toEqual([]);

    const again = await desks.open({ folder: desk.folder });
    await toPayments(again, shop);
    await expect(heldBar(again.page)).toContainText(`Payment ${second}`);
    await expect(heldBar(again.page)).toContainText('and 1 more');
    await expect(pendingRow(again.page, first)).toContainText(/Completed\s*\d+ s/);
    await again.page.keyboard.press('z');
    await expect(statusSays(again.page, `Undone: payment ${second} of order`)).toBeVisible();
    await button(again.page, 'Send now').click();
    await expect.poll(() => shop.store.state.payment(first)?.status).toBe('completed');
    await expectNothingUnsent(again.page);
    expect(sent(shop)).toEqual([[first, 'completed']]);
    await desks.close(again);
    expect(await expectSoundJournal(again)).toBeGreaterThan(2);
  });
});

test.describe('waiting and sending', () => {
  test.use({ settings: { hold: 0 } });

  test('marks that wait for the network go on waiting after the power cut, and are sent once', async ({ desks, desk, shop }) => {
    const [first = 0, second = 0] = pendingPayments(shop).map(({ id }) => id);
    await openPayments(desk, shop);
    await shop.stop();
    for (const key of ['c', 'f']) await desk.page.keyboard.press(key);
    for (const id of [first, second]) await expect(pendingRow(desk.page, id)).toContainText('Waiting');
    await desks.kill(desk);
    await expectSoundJournal(desk);

    // Still without a server: the desk opens, and loses nothing.
    const again = await desks.open({ folder: desk.folder });
    await expect(again.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    expect(await waiting(again)).toBe(2);
    await shop.start();
    await refresh(again.page);
    await expect.poll(() => [first, second].map((id) => shop.store.state.payment(id)?.status)).toEqual(['completed', 'failed']);
    await expectNothingUnsent(again.page);
    expect(sent(shop).toSorted((a, b) => a[0] - b[0])).toEqual(
      [[first, 'completed'] as const, [second, 'failed'] as const].toSorted((a, b) => a[0] - b[0]),
    );
    await desks.close(again);
    await expectSoundJournal(again);
  });

  for (const arrives of [true, false]) {
    test(`the power goes while one is being sent, and it ${arrives ? 'arrives' : 'never arrives'}: read first, set once`, async ({
      desks,
      desk,
      shop,
    }) => {
      const [first = 0] = pendingPayments(shop).map(({ id }) => id);
      await openPayments(desk, shop);
      shop.faults.next('PATCH', /payments/, arrives ? { kind: 'hold', carriedOut: true } : { kind: 'cut', when: 'before' });
      // Were it to answer, the reading after a lost answer would settle it before the power goes.
      shop.faults.next('GET', /payments/, { kind: 'pass' });
      shop.faults.next('GET', /payments/, { kind: 'hold', carriedOut: true });
      await desk.page.keyboard.press('c');
      await expect.poll(() => shop.faults.held()).toBe(1);
      await desks.kill(desk);
      shop.faults.clear();
      shop.faults.release();
      await expectSoundJournal(desk);
      expect(shop.store.state.payment(first)?.status).toBe(arrives ? 'completed' : 'pending');

      const again = await desks.open({ folder: desk.folder });
      await toPayments(again, shop);
      await expect.poll(() => shop.store.state.payment(first)?.status).toBe('completed');
      await expectNothingUnsent(again.page);
      await expect(pendingRow(again.page, first)).toHaveCount(0);
      expect(sent(shop)).toHaveLength(arrives ? 1 : 2);
      expect(shop.store.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
      await desks.close(again);
      await expectSoundJournal(again);
    });
  }
});

async function waiting({ page }: Desk): Promise<number> {
  return await page.evaluate(async () => {
    const answer = (await window.paydesk.request('desk.state', null)) as { value: { waiting: number } };
    return answer.value.waiting;
  });
}

// What a mark needs before it is taken on: a reason for a correction, a second word for a large amount.
import { describe, expect, it } from 'vitest';
import { isLarge } from '../../../src/main/payments/mark-payment.ts';
import { errorOf, openShop, type Shop, wentWell } from '../store/support/open-shop.ts';

async function withPending(): Promise<{ shop: Shop; id: number }> {
  const shop = await openShop();
  await shop.history.refresh();
  return { shop, id: shop.store.state.firstPayment('pending')?.id ?? 0 };
}

describe('what a mark needs', () => {
  it.each([null, '', '   '])('a correction is refused by the name of its reason: %j', async (reason) => {
    const { shop } = await withPending();
    const id = shop.store.state.firstPayment('completed')?.id ?? 0;
    const error = errorOf(await shop.ask(id, 'failed', { reason }));
    expect(error.kind === 'refused' && Object.keys(error.fields)).toEqual(['reason']);
    expect(await shop.journal()).toEqual([]);
  });

  it('the reason is kept as it was meant, without blanks around it', async () => {
    const { shop } = await withPending();
    const id = shop.store.state.firstPayment('completed')?.id ?? 0;
    await shop.mark(id, 'failed', { reason: '  Payment was returned ' });
    expect(await shop.journal()).toMatchObject([{ reason: 'Payment was returned' }]);
  });

  it('a large amount wants a second word, asked for together with the reason', async () => {
    const { shop, id } = await withPending();
    shop.store.state.changePayment(id, { amountMinor: 50_001 });
    await shop.history.refresh();
    const limit = { confirmAbove: '500' };
    const error = errorOf(await shop.ask(id, 'completed', { reason: null }, limit));
    expect(error.kind === 'refused' && Object.keys(error.fields)).toEqual(['confirm']);
    expect(await shop.journal()).toEqual([]);
    wentWell(await shop.ask(id, 'completed', { reason: null, confirmed: true }, limit));
    await shop.pass(0);
    const both = errorOf(await shop.ask(id, 'failed', { reason: null }, limit));
    expect(both.kind === 'refused' && Object.keys(both.fields)).toEqual(['confirm', 'reason']);
  });

  it.each([
    ['500.01', '500.00', true],
    ['500.00', '500', false],
    ['90071992547409.93', '90071992547409.92', true],
    ['499.99', '500', false],
    ['1', '0', true],
    ['1000000', '', false],
    [null, '500', false],
    ['not an amount', '500', false],
  ])('%s above a limit of %j: %s', (amount, limit, large) => {
    expect(isLarge(amount, limit)).toBe(large);
  });
});

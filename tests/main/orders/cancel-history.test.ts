// Giving a pull up: what was known before stays, and whatever still comes is not used.
import { describe, expect, it } from 'vitest';
import { to } from '../store/support/faulty-network.ts';
import { openShop } from '../store/support/open-shop.ts';

const aPage = to('GET', '/api/orders/history/');

describe('cancelling', () => {
  it('leaves what was known as it was, with no problem told, and uses nothing that still comes', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    const before = shop.history.state();
    shop.store.state.addOrder({ productName: 'Late', quantity: 1, priceMinor: 100 });
    const held = shop.network.hold(aPage, 'after');
    const pull = shop.history.refresh();
    await held.reached;
    shop.history.cancel();
    expect(await pull).toEqual(before);
    held.release();
    await new Promise(setImmediate);
    expect(shop.history.state()).toEqual(before);
  });

  it('ends the call itself', async () => {
    const signals: AbortSignal[] = [];
    const shop = await openShop({}, (store) => (request) => {
      if (aPage(request)) signals.push(request.signal);
      return store(request);
    });
    const held = shop.network.hold(aPage, 'after');
    const pull = shop.history.refresh();
    await held.reached;
    shop.history.cancel();
    await pull;
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('keeps the problem of the pull before', async () => {
    const shop = await openShop();
    shop.network.fail(aPage, 'refused-before');
    const { problem } = await shop.history.refresh();
    const held = shop.network.hold(aPage, 'before');
    const pull = shop.history.refresh();
    await held.reached;
    shop.history.cancel();
    expect(await pull).toMatchObject({ problem, asOf: null, pulling: null });
  });

  it('lets another pull begin at once, which is not touched by the first one’s end', async () => {
    const shop = await openShop();
    const first = shop.network.hold(aPage, 'before');
    const cancelled = shop.history.refresh();
    await first.reached;
    shop.history.cancel();
    const second = shop.network.hold(aPage, 'before');
    const again = shop.history.refresh();
    await second.reached;
    first.release();
    await cancelled;
    expect(shop.history.state().pulling).not.toBeNull();
    // Whoever asks now joins the second: nothing is asked a third time.
    expect(shop.history.refresh()).toBe(again);
    second.release();
    expect(await again).toMatchObject({ total: 12, pulling: null, problem: null });
  });

  it('does nothing where nothing is under way', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    const before = shop.history.state();
    shop.history.cancel();
    expect(shop.history.state()).toEqual(before);
  });
});

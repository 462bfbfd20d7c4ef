// New orders and payments from their forms: the second try after a lost answer, and what a form may claim.
import { describe, expect, it } from 'vitest';
import { openInPlace } from '../../../src/main/journal/door.ts';
import { openJournal } from '../../../src/main/journal/journal.ts';
import { to } from '../store/support/faulty-network.ts';
import { errorOf, openShop, type Shop, wentWell, writes } from '../store/support/open-shop.ts';

const typed = { product: 'Rice', quantity: '2', price: '12.50' };
const CREATE = to('POST', '/api/orders/');
const HISTORY = to('GET', '/api/orders/history/');

/** @returns the operation whose answer is lost. */
async function lose(shop: Shop, fault: 'lost-before' | 'lost-after'): Promise<string> {
  shop.network.fail(CREATE, fault);
  const told = wentWell(await shop.create(typed));
  if (told.outcome !== 'unknown') throw new Error('it was known');
  shop.network.heal();
  return told.operation;
}

describe('once more, by a person who has looked', () => {
  it('is the same operation, sent again with the same key', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    const lost = await lose(shop, 'lost-before');
    expect(wentWell(await shop.create({ ...typed, again: lost }))).toEqual({ outcome: 'created', id: 13 });
    expect(shop.store.state.orderCount).toBe(13);
    expect(await shop.journal()).toMatchObject([{ id: lost, attempts: 2, state: { name: 'done', number: 13 } }]);
  });

  it('is not sent where it turns out to be there', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    const lost = await lose(shop, 'lost-after');
    expect(wentWell(await shop.create({ ...typed, again: lost }))).toEqual({ outcome: 'created', id: 13 });
    expect(writes(shop.requests())).toEqual(['POST /api/orders/']);
    expect(shop.store.state.orderCount).toBe(13);
  });

  it('is another operation where something else is asked for by now; the lost one stays', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    const lost = await lose(shop, 'lost-before');
    expect(wentWell(await shop.create({ ...typed, price: '13', again: lost }))).toMatchObject({ outcome: 'created' });
    expect(await shop.journal()).toMatchObject([
      { wish: { price: '13.00' }, state: { name: 'done' } },
      { id: lost, state: { name: 'unknown' } },
    ]);
  });

  it('is none where it has been found or decided meanwhile: that is told, and nothing is made', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    const lost = await lose(shop, 'lost-after');
    await shop.pass(60_000);
    expect(await shop.journal()).toMatchObject([{ state: { name: 'done', how: 'found' } }]);
    expect(errorOf(await shop.create({ ...typed, again: lost }))).toEqual({ kind: 'moved-on', thing: 'order' });
    expect(shop.store.state.orderCount).toBe(13);
    expect(errorOf(await shop.record(3, '5', lost))).toEqual({ kind: 'moved-on', thing: 'payment' });
  });

  it('and is still not known while the network is gone: it stays open, and goes on by itself', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    const lost = await lose(shop, 'lost-before');
    shop.network.fail(() => true, 'refused-before');
    expect(wentWell(await shop.create({ ...typed, again: lost }))).toEqual({ outcome: 'unknown', operation: lost });
    shop.network.heal();
    await shop.pass(60_000);
    expect(shop.store.state.orderCount).toBe(13);
  });
});

describe('an equal one', () => {
  it('is refused as busy while the first is not known, and made when a person says that the first is not there', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    const lost = await lose(shop, 'lost-before');
    shop.network.fail(HISTORY, 'refused-before');
    expect(errorOf(await shop.create(typed))).toEqual({ kind: 'busy', thing: 'order' });
    wentWell(await shop.operations.decide(lost, { kind: 'say-not-done' }));
    expect(wentWell(await shop.create(typed))).toEqual({ outcome: 'created', id: 13 });
  });
});

describe('a form that waits', () => {
  it('is told when somebody gives the operation up, without a claim that it was made', async () => {
    const shop = await openShop();
    await shop.history.refresh();
    const lost = await lose(shop, 'lost-before');
    const looking = shop.network.hold(HISTORY, 'before');
    const told = shop.create({ ...typed, again: lost });
    await looking.reached;
    wentWell(await shop.operations.undo(lost));
    expect(errorOf(await told)).toEqual({ kind: 'moved-on', thing: 'order' });
    looking.release();
    await shop.pass(60_000);
    expect(writes(shop.requests())).toEqual([]);
    expect(await shop.journal()).toMatchObject([{ state: { name: 'decided', how: 'given-up' } }]);
  });

  it('is not told “not sent” where the journal takes no undoing: it may still go out', async () => {
    let full = false;
    const shop = await openShop({}, undefined, {
      openShopJournal: async () => {
        const timeNow = (): string => '2026-10-22T10:00:00.000Z';
        const door = openInPlace({ path: ':memory:', timeNow });
        let id = 0;
        const append: typeof door.append = async (changes) =>
          full && changes.some(({ draft }) => draft.body.includes('"undone"'))
            ? { ok: false, problem: 'full' }
            : await door.append(changes);
        return await openJournal({ door: { ...door, append }, timeNow, newId: () => `own-${++id}` });
      },
    });
    full = true;
    shop.network.fail(() => true, 'refused-before');
    expect(wentWell(await shop.create(typed))).toEqual({ outcome: 'unknown', operation: 'own-1' });
    expect(shop.operations.operation('own-1')?.state.name).toBe('waiting');
  });
});

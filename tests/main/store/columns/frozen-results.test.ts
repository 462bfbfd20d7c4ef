import { describe, expect, it } from 'vitest';
import type { Found, OrderIndex } from '../../../../src/main/store/columns/order-index.ts';
import type { HistoryQuery } from '../../../../src/shared/ipc/order-schemas.ts';
import { anOrder, aPayment } from '../support/facts.ts';
import { ALL, ASKING, anIndex, by, refill } from './support/an-index.ts';

const look = (index: OrderIndex, query: Partial<HistoryQuery>, fresh: boolean): Found =>
  index.find({ ...ALL, ...query }, ASKING, { offset: 0, limit: 100 }, fresh);

const pending = (id: number) => anOrder(id, { product: 'Lamp', payments: [aPayment(id, 'pending')] });
const paid = (id: number) => anOrder(id, { product: 'Lamp', payments: [aPayment(id, 'completed')] });

describe('a result, once found', () => {
  it('lets nothing in until it is found anew, and says what waits', () => {
    const index = anIndex([pending(2), pending(4)]);
    const query = { text: 'lamp', state: 'pending' as const };
    look(index, query, true);
    index.put(pending(3));
    index.put(paid(5));
    expect(look(index, query, false)).toEqual({ total: 2, added: 1, counts: { pending: 3, completed: 1 }, ids: [2, 4] });
    expect(look(index, query, true)).toEqual({ total: 3, added: 0, counts: { pending: 3, completed: 1 }, ids: [2, 3, 4] });
  });

  it('keeps what has come not to match, and does not count it as waiting when it matches again', () => {
    const index = anIndex([pending(2), pending(4)]);
    const query = { state: 'pending' as const };
    look(index, query, true);
    index.put(paid(2));
    expect(look(index, query, false)).toEqual({ total: 2, added: 0, counts: { pending: 1, completed: 1 }, ids: [2, 4] });
    index.put(pending(2));
    expect(look(index, query, false)).toMatchObject({ total: 2, added: 0, ids: [2, 4] });
  });

  it('does not reorder when what it is sorted by changes', () => {
    const index = anIndex([anOrder(1, { product: 'a' }), anOrder(2, { product: 'b' })]);
    look(index, by('product'), true);
    index.put(anOrder(1, { product: 'z' }));
    expect(look(index, by('product'), false).ids).toEqual([1, 2]);
    expect(look(index, by('product'), true).ids).toEqual([2, 1]);
  });

  it('loses what is gone, also for positions and numbers', () => {
    const index = anIndex([pending(1), pending(2), pending(3), pending(4)]);
    look(index, {}, true);
    const rebuild = index.rebuild();
    for (const id of [1, 3, 4]) rebuild.keep(id);
    rebuild.put(pending(9));
    expect(look(index, {}, false).ids).toEqual([1, 2, 3, 4]);
    rebuild.finish();
    expect(look(index, {}, false)).toMatchObject({ total: 3, added: 1, ids: [1, 3, 4] });
    expect([index.position(ALL, ASKING, 3), index.position(ALL, ASKING, 2)]).toEqual([1, null]);
    expect([...index.numbers(ALL, ASKING, null)]).toEqual([1, 3, 4]);
  });

  it('is one for each query, state, sorting and zone; the four asked for last are kept', () => {
    const index = anIndex([pending(1)]);
    const texts = ['lamp', 'la', 'l', ''];
    for (const text of texts) look(index, { text }, true);
    index.put(pending(2));
    for (const text of texts) expect(look(index, { text }, false).ids).toEqual([1]);
    expect(look(index, { text: 'amp' }, false).ids).toEqual([1, 2]);
    // `lamp` was asked for longest ago: it is forgotten, and found anew.
    expect(look(index, { text: 'la' }, false).ids).toEqual([1]);
    expect(look(index, { text: 'lamp' }, false).ids).toEqual([1, 2]);
    expect(index.find(ALL, { ...ASKING, zone: 'Asia/Kathmandu' }, { offset: 0, limit: 9 }, false).ids).toEqual([1, 2]);
  });

  it('counts by what the clock says now, when something has changed', () => {
    const index = anIndex([anOrder(1, { createdAt: '2026-10-22T09:00:00.000Z' })]);
    const query = { ...ALL, text: 'age:<2h' };
    const range = { offset: 0, limit: 9 };
    expect(index.find(query, ASKING, range, true).total).toBe(1);
    const later = { ...ASKING, now: ASKING.now + 86_400_000 };
    index.put(anOrder(2, { createdAt: '2026-10-23T09:00:00.000Z' }));
    expect(index.find(query, later, range, false)).toMatchObject({ total: 1, added: 1, ids: [1] });
    expect(index.find(query, later, range, true).ids).toEqual([2]);
  });
});

describe('a rebuild', () => {
  it('takes the last telling of a number, whatever came before, and nothing that is kept and was not there', () => {
    const index = anIndex([anOrder(1, { product: 'old' }), anOrder(2, { product: 'old' }), anOrder(3, { product: 'old' })]);
    const rebuild = index.rebuild();
    rebuild.put(anOrder(2, { product: 'first' }));
    rebuild.keep(1);
    rebuild.put(anOrder(2, { product: 'second' }));
    rebuild.put(anOrder(3, { product: 'third' }));
    rebuild.keep(3);
    rebuild.keep(77);
    rebuild.finish();
    expect(look(index, { text: 'old' }, true).ids).toEqual([1, 3]);
    expect(look(index, { text: 'second' }, true).ids).toEqual([2]);
    expect(look(index, { text: 'first' }, true).ids).toEqual([]);
    expect(index.size).toBe(3);
  });

  it('keeps what was told singly while it went on', () => {
    const index = anIndex([pending(1)]);
    const rebuild = index.rebuild();
    rebuild.keep(1);
    index.put(paid(1));
    rebuild.finish();
    expect(look(index, {}, true).counts).toEqual({ completed: 1 });
  });

  it('that changes nothing leaves every result as it is', () => {
    const index = anIndex([pending(1), pending(2)]);
    look(index, {}, true);
    refill(index, [pending(1), pending(2)]);
    const rebuild = index.rebuild();
    for (const id of [2, 1]) rebuild.keep(id);
    rebuild.finish();
    expect(look(index, {}, false)).toMatchObject({ total: 2, added: 0 });
  });
});

// The history as main speaks of it: revisions, marks over what the door gives, the order of putting and reading, and a door that fails.
import { describe, expect, it } from 'vitest';
import type { HistoryDoor, Summary } from '../../../src/main/store/door.ts';
import { openHistoryInPlace } from '../../../src/main/store/open-history.ts';
import type { HistoryQuery } from '../../../src/shared/ipc/order-schemas.ts';
import { aHistoryBook, type MarkedHistory } from './support/a-history-book.ts';
import { anOrder, aPayment } from './support/facts.ts';

const query: HistoryQuery = { text: '', state: null, sort: [{ by: 'id', direction: 'ascending' }] };
const windowOf = (book: MarkedHistory) => book.window(query, { offset: 0, limit: 10 }, true);
const order = (id: number, status = 'pending') => anOrder(id, { payments: [aPayment(id * 10, status, { order: id })] });

/** A door whose window is given when the test says so. */
function held(door: HistoryDoor): { door: HistoryDoor; asked: Promise<void>; give(): void; windows(): number } {
  const [asked, given] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let windows = 0;
  return {
    door: {
      ...door,
      window: async (...input) => {
        windows += 1;
        const window = await door.window(...input);
        asked.resolve();
        await given.promise;
        return window;
      },
    },
    asked: asked.promise,
    give: given.resolve,
    windows: () => windows,
  };
}

describe('a window', () => {
  it('carries the revision from before it was asked for, so that whoever holds it knows when it is old', async () => {
    const slow = held(openHistoryInPlace(':memory:'));
    const book = aHistoryBook(slow.door);
    await book.opening;
    const before = book.revision();
    const window = windowOf(book);
    await slow.asked;
    book.putOrder(order(1), book.now());
    slow.give();
    expect((await window).revision).toBe(before);
    expect(book.revision()).toBeGreaterThan(before);
    expect((await windowOf(book)).revision).toBe(book.revision());
  });

  it('shows the marks that are not settled, and only on their payments', async () => {
    const book = aHistoryBook();
    book.putOrder(order(1), book.now());
    book.putOrder(order(2), book.now());
    book.mark(10, { standing: 'held', asked: 'completed', until: '2026-10-22T10:00:04.000Z' });
    const { rows } = await windowOf(book);
    expect(rows[0]?.payments).toMatchObject([{ id: 10, status: 'pending', standing: 'held', asked: 'completed', operation: 'mark of 10' }]);
    expect(rows[1]?.payments).toMatchObject([{ id: 20, standing: 'settled', asked: null, operation: null, until: null }]);
    expect((await book.pending(0, 10, false)).rows.map(({ payment }) => payment.standing)).toEqual(['held', 'settled']);
    expect((await book.pendingRow(10))?.payment.standing).toBe('held');
    expect((await book.row(1))?.row.payments?.[0]?.standing).toBe('held');
    book.mark(10, null);
    expect((await windowOf(book)).rows[0]?.payments?.[0]?.standing).toBe('settled');
  });

  it('that was found before a mark was carried out is not shown without the mark and without its outcome', async () => {
    const slow = held(openHistoryInPlace(':memory:'));
    const book = aHistoryBook(slow.door);
    book.putOrder(order(1), book.now());
    book.mark(10, { standing: 'sending', asked: 'completed' });
    const window = windowOf(book);
    await slow.asked;
    book.putPayment(aPayment(10, 'completed', { order: 1 }), book.now());
    book.mark(10, null);
    slow.give();
    expect((await window).rows[0]?.payments).toMatchObject([{ status: 'completed', standing: 'settled' }]);
    expect(slow.windows()).toBe(2);
  });

  it('costs one reading where no mark has moved', async () => {
    const slow = held(openHistoryInPlace(':memory:'));
    slow.give();
    const book = aHistoryBook(slow.door);
    await windowOf(book);
    expect(slow.windows()).toBe(1);
  });
});

describe('a result that was found in the beginning of a first pull', () => {
  it('is found anew until the whole is there, and stands still from then on', async () => {
    const asked: boolean[] = [];
    const door = openHistoryInPlace(':memory:');
    let tell = (_summary: Summary): void => undefined;
    const book = aHistoryBook({
      ...door,
      open: async (changed, trouble) => {
        tell = changed;
        return await door.open(changed, trouble);
      },
      window: (query, asking, range, fresh) => {
        asked.push(fresh);
        return door.window(query, asking, range, fresh);
      },
    });
    await book.opening;
    const look = () => book.window(query, { offset: 0, limit: 10 }, false);
    tell({ ...book.summary(), partial: true });
    await look();
    await look();
    tell({ ...book.summary(), partial: false });
    await look();
    await look();
    expect(asked).toEqual([false, true, true, false]);
  });
});

describe('the revision', () => {
  it('grows with what is told of the history and with every mark that moves, and the page hears of it', async () => {
    const book = aHistoryBook();
    await book.opening;
    const steps = [
      () => book.putOrder(order(1), book.now()),
      () => book.putPayment(aPayment(10, 'failed'), book.now()),
      () => book.remember([aPayment(99, 'pending')]),
      () => book.mark(10, { standing: 'waiting', asked: 'completed' }),
    ];
    for (const step of steps) {
      const [revision, changes] = [book.revision(), book.changes()];
      step();
      await windowOf(book);
      expect([book.revision() > revision, book.changes() > changes]).toEqual([true, true]);
    }
  });
});

describe('what is put', () => {
  it('is in every reading that is asked for afterwards, also before the file is open', async () => {
    const opened = Promise.withResolvers<void>();
    const door = openHistoryInPlace(':memory:');
    const book = aHistoryBook({
      ...door,
      open: async (changed) => {
        await opened.promise;
        return await door.open(changed);
      },
    });
    book.putOrder(order(7), book.now());
    const reading = book.row(7);
    opened.resolve();
    expect((await reading)?.row.id).toBe(7);
  });

  it('counts for the highest number at once', () => {
    const book = aHistoryBook();
    expect(book.highest()).toBeNull();
    book.putOrder(order(7), book.now());
    book.putOrder(order(3), book.now());
    expect(book.highest()).toBe(7);
  });

  it('and is refused is logged by its number, and nothing else suffers', async () => {
    const door = openHistoryInPlace(':memory:');
    const book = aHistoryBook({ ...door, putOrder: () => Promise.reject(new Error('disk full')) });
    book.putOrder(order(7), book.now());
    book.putPayment(aPayment(10, 'pending', { order: null }), book.now());
    expect((await book.pending(0, 10, false)).total).toBe(1);
    expect(book.log).toEqual([expect.stringMatching(/order 7 was not kept.*disk full/)]);
  });
});

describe('leaving', () => {
  it('closes after what was put, tells nothing more, and never rejects', async () => {
    const steps: string[] = [];
    const door = openHistoryInPlace(':memory:');
    const book = aHistoryBook({
      ...door,
      putOrder: async (...input) => {
        steps.push('put');
        await door.putOrder(...input);
      },
      close: async () => void steps.push('close'),
      erase: () => Promise.reject(new Error('locked')),
    });
    await book.opening;
    book.putOrder(order(1), book.now());
    await book.leave(false);
    expect(steps).toEqual(['put', 'close']);
    const revision = book.revision();
    book.marksMoved();
    expect(book.revision()).toBe(revision);
    await book.leave(true);
    expect(book.log).toEqual([expect.stringMatching(/not erased.*locked/)]);
  });

  it('opening that fails is logged', async () => {
    const book = aHistoryBook({ ...openHistoryInPlace(':memory:'), open: () => Promise.reject(new Error('no thread')) });
    expect(await book.opening).toBeNull();
    expect(book.log).toEqual([expect.stringMatching(/not opened.*no thread/)]);
  });
});

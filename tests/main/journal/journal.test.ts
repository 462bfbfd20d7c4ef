// The journal as the desk uses it: what is acknowledged is there after a restart, and nothing else is believed.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openInPlace } from '../../../src/main/journal/door.ts';
import { NOTHING_SEEN } from '../../../src/shared/domain/operation-schemas.ts';
import { aFolder, allOf, markOf, must, openAt } from './a-journal.ts';

describe('after a restart', () => {
  it('has what was asked for and every move of it', async () => {
    const path = join(aFolder(), 'journal.db');
    const first = await openAt(path);
    const [mark, other] = must(await first.ask([markOf(1), markOf(2)]));
    must(await first.move(mark?.id ?? '', { kind: 'sent', baseline: null }));
    must(await first.move(other?.id ?? '', { kind: 'undone', by: 'Ada' }));
    await first.close();
    const second = await openAt(path);
    expect(second.unsettled()).toMatchObject([{ id: mark?.id, state: { name: 'sending' }, attempts: 1, actor: 'Ada' }]);
    expect(second.report).toMatchObject({ entries: 4, missing: 0, setAside: null, broken: null });
  });

  it('recovers 10,000 operations that are not settled', async () => {
    const path = join(aFolder(), 'journal.db');
    const first = await openAt(path);
    must(await first.ask(Array.from({ length: 10_000 }, (_, index) => markOf(index + 1))));
    await first.close();
    const second = await openAt(path);
    expect(second.unsettled()).toHaveLength(10_000);
  });

  it('remembers which batches are paused', async () => {
    const path = join(aFolder(), 'journal.db');
    const first = await openAt(path);
    must(await first.ask([markOf(1, { batch: 'b' }), markOf(2, { batch: 'c' })]));
    must(await first.pauseBatch('b', true, 'Ada'));
    must(await first.pauseBatch('c', true, 'Ada'));
    must(await first.pauseBatch('c', false, 'Ada'));
    await first.close();
    const second = await openAt(path);
    expect([second.isPaused('b'), second.isPaused('c')]).toEqual([true, false]);
  });
});

describe('moves', () => {
  it('are refused when the machine refuses them, and then nothing is written', async () => {
    const journal = await openAt(':memory:');
    const [mark] = must(await journal.ask([markOf(1)]));
    must(await journal.move(mark?.id ?? '', { kind: 'undone', by: 'Ada' }));
    expect(await journal.move(mark?.id ?? '', { kind: 'sent', baseline: null })).toMatchObject({ ok: false, error: { kind: 'moved-on' } });
    expect(must(await journal.verify())).toMatchObject({ sound: true, entries: 2 });
  });

  it('of one operation are made one after the other: an undo that comes second comes too late', async () => {
    const journal = await openAt(':memory:');
    const [mark] = must(await journal.ask([markOf(1)]));
    const both = await Promise.all([
      journal.move(mark?.id ?? '', { kind: 'sent', baseline: null }),
      journal.move(mark?.id ?? '', { kind: 'undone', by: 'Ada' }),
    ]);
    expect(both.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it('are believed only when they are on the disk', async () => {
    const door = openInPlace({ path: ':memory:', timeNow: () => '' });
    let full = false;
    const journal = await openAt(':memory:', {
      ...door,
      append: async (changes) => (full ? { ok: false, problem: 'full' } : await door.append(changes)),
    });
    const [mark] = must(await journal.ask([markOf(1)]));
    full = true;
    const problem = { ok: false, error: { kind: 'journal', problem: 'full' } };
    expect(await journal.move(mark?.id ?? '', { kind: 'undone', by: 'Ada' })).toMatchObject(problem);
    expect(await journal.ask([markOf(2)])).toMatchObject(problem);
    expect(journal.unsettled()).toMatchObject([{ id: mark?.id, state: { name: 'held' } }]);
    full = false;
    expect(await journal.move(mark?.id ?? '', { kind: 'undone', by: 'Ada' })).toMatchObject({ ok: true });
  });

  it('that wait at the same time share one transaction', async () => {
    const door = openInPlace({ path: ':memory:', timeNow: () => '' });
    let transactions = 0;
    const journal = await openAt(':memory:', {
      ...door,
      append: (changes) => {
        transactions += 1;
        return door.append(changes);
      },
    });
    const marks = must(await journal.ask([1, 2, 3, 4, 5].map((payment) => markOf(payment))));
    await Promise.all(marks.map(({ id }) => journal.move(id, { kind: 'undone', by: 'Ada' })));
    expect(transactions).toBeLessThanOrEqual(3);
    expect(journal.unsettled()).toEqual([]);
  });
});

describe('finding', () => {
  it('searches words, states, batches, payments and days, newest first', async () => {
    const journal = await openAt(':memory:');
    const [first] = must(await journal.ask([markOf(1), markOf(2, { batch: 'b', actor: 'Ben' })]));
    must(await journal.move(first?.id ?? '', { kind: 'undone', by: 'Ada' }));
    const page = { offset: 0, limit: 10 };
    const found = async (filter: object): Promise<number[]> =>
      must(await journal.page({ ...page, ...filter })).operations.map(({ wish }) => (wish.kind === 'mark' ? wish.payment : 0));
    expect(await found({})).toEqual([2, 1]);
    expect(await found({ text: 'RICE ben' })).toEqual([2]);
    expect(await found({ settled: true })).toEqual([1]);
    expect(await found({ states: ['held', 'done'] })).toEqual([2]);
    expect(await found({ batch: 'b' })).toEqual([2]);
    expect(await found({ payment: 1 })).toEqual([1]);
    expect(await found({ order: 3, actor: 'Ada' })).toEqual([1]);
    expect(await found({ from: '2026-03-01T10:00:00.000Z' })).toEqual([]);
    expect(await found({ until: '2026-03-01T10:00:00.000Z' })).toEqual([2, 1]);
    expect(must(await journal.page({ offset: 1, limit: 1 }))).toMatchObject({ total: 2, operations: [{ state: { name: 'undone' } }] });
  });

  it('finds one by its id, what was done to an order and what made it, and reads on from where a page has ended', async () => {
    const journal = await openAt(':memory:');
    const wish = { kind: 'create-order', product: 'Rice', quantity: 1, price: '1.00', another: false } as const;
    const [made, mark, other] = must(
      await journal.ask([
        markOf(1, { wish, saw: NOTHING_SEEN }),
        markOf(2, { saw: { ...NOTHING_SEEN, order: 77 } }),
        markOf(77, { saw: { ...NOTHING_SEEN, order: 5 } }),
      ]),
    );
    must(await journal.move(made?.id ?? '', { kind: 'sent', baseline: null }));
    must(await journal.move(made?.id ?? '', { kind: 'answered', number: 77 }));
    const ids = async (filter: object) => must(await journal.page({ offset: 0, limit: 10, ...filter })).operations.map(({ id }) => id);
    expect(await ids({ operation: other?.id })).toEqual([other?.id]);
    expect(await ids({ order: 77 })).toEqual([mark?.id, made?.id]);
    expect(await ids({ before: mark?.sequence })).toEqual([made?.id]);
  });

  it('names the numbers that other operations have found to be theirs', async () => {
    const journal = await openAt(':memory:');
    const wish = { kind: 'create-order', product: 'Rice', quantity: 1, price: '1.00', another: false } as const;
    const [order] = must(await journal.ask([markOf(1, { wish })]));
    must(await journal.move(order?.id ?? '', { kind: 'sent', baseline: null }));
    must(await journal.move(order?.id ?? '', { kind: 'answered', number: 77 }));
    expect(must(await journal.claimed('create-order', 'https://shop.example', [76, 77]))).toEqual(new Set([77]));
    expect(must(await journal.claimed('record-payment', 'https://shop.example', [77]))).toEqual(new Set());
  });
});

it('exports every entry as a line of JSON', async () => {
  const journal = await openAt(':memory:');
  must(await journal.ask([markOf(1), markOf(2)]));
  const lines = (await allOf(journal.lines())).flatMap(must);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { sequence: 1, kind: 'asked', body: { actor: 'Ada', wish: { payment: 1 } } },
    { sequence: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
});

it('tells its listeners of what is on the disk, until they stop', async () => {
  const journal = await openAt(':memory:');
  const heard: string[] = [];
  const stop = journal.subscribe((change) => heard.push(change.kind === 'operation' ? change.operation.state.name : change.batch));
  const [mark] = must(await journal.ask([markOf(1)]));
  must(await journal.pauseBatch('b', true, 'Ada'));
  stop();
  must(await journal.move(mark?.id ?? '', { kind: 'undone', by: 'Ada' }));
  expect(heard).toEqual(['held', 'b']);
});

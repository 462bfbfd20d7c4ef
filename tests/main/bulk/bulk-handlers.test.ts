// The page's requests about many payments: a plan is frozen, started once and by nobody else, and large amounts want a second word.
import { describe, expect, it } from 'vitest';
import { type BulkParts, createBulkHandlers } from '../../../src/main/bulk/bulk-handlers.ts';
import { openBook } from '../../../src/main/store/book-door.ts';
import { createHistoryBook, type HistoryBook } from '../../../src/main/store/history-book.ts';
import type { PlanInput } from '../../../src/shared/ipc/bulk-requests.ts';
import type { Input, Output, RequestName } from '../../../src/shared/ipc/contract.ts';
import type { HistoryQuery } from '../../../src/shared/ipc/order-schemas.ts';
import type { Result } from '../../../src/shared/result.ts';
import { type ADesk, aDesk, pendingPayments } from '../journal/a-desk.ts';
import { must } from '../journal/a-journal.ts';

type BulkName = Extract<RequestName, `bulk.${string}`>;

interface Bulk {
  readonly desk: ADesk;
  readonly pending: readonly number[];
  ask<N extends BulkName>(name: N, input: Input<N>): Promise<Result<Output<N>>>;
  /** Somebody else sits down. */
  leave(): void;
}

/** What the desk knows: the payments as the store has them now. */
function bookOf({ store, now }: ADesk, payments: readonly number[]): HistoryBook {
  const book = createHistoryBook({
    ...{ door: openBook(), changed: () => undefined, markOf: () => null, asking: () => ({ now: now(), zone: 'UTC' }) },
    log: (line) => {
      throw new Error(line);
    },
  });
  for (const id of payments) {
    const payment = store.state.payment(id);
    if (payment === undefined) throw new Error(`no payment ${id}`);
    const fact = { id, order: payment.orderId, amount: BigInt(payment.amountMinor) * 100n, status: payment.status, createdAt: null };
    const order = { product: 'Rice', customer: null, quantity: null, price: null, createdAt: null, more: [] };
    book.putOrder({ id: payment.orderId, ...order, payments: [fact] }, book.now());
  }
  return book;
}

async function aBulk(count: number, confirmAbove = ''): Promise<Bulk> {
  const desk = await aDesk({ orders: 400 });
  const pending = pendingPayments(desk, count);
  const person = () => {
    return { book: bookOf(desk, pending), connection: { server: { base: 'https://shop.example' } } };
  };
  let own = person();
  let ids = 0;
  const parts: BulkParts = {
    signedIn: (handler) => (input) => handler(own, input),
    writing: (handler) => (input) => handler(desk.operations, input, own),
    rules: () => ({ hold: 4, confirmAbove }),
    batches: () => ({ isRunning: () => false, knows: (batch) => batch === 'batch-1', views: () => [], stop: () => undefined }),
    newId: () => `plan-${++ids}`,
  };
  const handlers = createBulkHandlers(parts);
  const ask = async <N extends BulkName>(name: N, input: Input<N>): Promise<Result<Output<N>>> => {
    const handler = handlers[name] as (given: Input<N>) => Result<Output<N>> | Promise<Result<Output<N>>>;
    return await handler(input);
  };
  return {
    ...{ desk, pending, ask },
    leave: () => {
      own = person();
    },
  };
}

const completed = (ids: readonly number[]): PlanInput => ({ to: 'completed', of: { by: 'payments', ids: [...ids] } });

describe('a plan', () => {
  it('writes and sends nothing; started, it is one batch that is held', async () => {
    const { desk, pending, ask } = await aBulk(5);
    const plan = must(await ask('bulk.plan', completed(pending)));
    expect(desk.operations.unsettled()).toEqual([]);
    expect(must(await ask('bulk.start', { plan: plan.plan, confirmed: false }))).toEqual({ batch: 'batch-1', taken: 5, left: 0 });
    const { operations } = desk;
    expect(operations.unsettled().map(({ batch, state }) => [batch, state.name])).toEqual(pending.map(() => ['batch-1', 'held']));
    await desk.pass(6_000);
    expect(desk.writes()).toHaveLength(5);
  });

  it('is started once', async () => {
    const { pending, ask, desk } = await aBulk(2);
    const { plan } = must(await ask('bulk.plan', completed(pending)));
    const answers = await Promise.all([1, 2].map(() => ask('bulk.start', { plan, confirmed: false })));
    expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
    expect(desk.operations.unsettled()).toHaveLength(2);
  });

  it('is of no use to whoever sits down next', async () => {
    const { pending, ask, leave, desk } = await aBulk(2);
    const { plan } = must(await ask('bulk.plan', completed(pending)));
    leave();
    expect(await ask('bulk.start', { plan, confirmed: true })).toMatchObject({ ok: false, error: { kind: 'moved-on' } });
    expect(desk.operations.unsettled()).toEqual([]);
  });

  it('with large amounts is not started without the second word', async () => {
    const { pending, ask, desk } = await aBulk(3, '0.01');
    const plan = must(await ask('bulk.plan', completed(pending)));
    expect(plan).toMatchObject({ large: 3, limit: '0.01' });
    const refused = await ask('bulk.start', { plan: plan.plan, confirmed: false });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'refused', fields: { confirm: [expect.any(String)] } } });
    expect(desk.operations.unsettled()).toEqual([]);
    expect(must(await ask('bulk.start', { plan: plan.plan, confirmed: true })).taken).toBe(3);
  });

  it('says how many somebody else has begun to mark since the dry run', async () => {
    const { pending, ask, desk } = await aBulk(3);
    const { plan } = must(await ask('bulk.plan', completed(pending)));
    const payment = pending[0] ?? 0;
    const saw = { status: 'pending', amount: null, order: null, product: null };
    must(await desk.operations.ask({ wish: { kind: 'mark', payment, to: 'failed' }, saw, reason: null }, 4_000));
    expect(must(await ask('bulk.start', { plan, confirmed: false }))).toMatchObject({ taken: 2, left: 1 });
  });

  it('of what failed holds exactly that, as it stands now', async () => {
    const { pending, ask, desk } = await aBulk(6);
    const { plan } = must(await ask('bulk.plan', completed(pending)));
    const { batch } = must(await ask('bulk.start', { plan, confirmed: false }));
    const [gone, changed] = pending;
    desk.store.state.deletePayment(gone ?? 0);
    desk.store.state.changePayment(changed ?? 0, { status: 'failed' });
    await desk.pass(8_000);
    const again = must(await ask('bulk.plan', { to: 'completed', of: { by: 'failed', batch: batch ?? '' } }));
    // The conflict waits for a person; retrying it would be deciding it.
    expect(again).toMatchObject({ payments: 1, examples: [{ payment: gone }] });
  });
});

describe('a hand on a run', () => {
  it('is laid on nobody else’s', async () => {
    const { ask } = await aBulk(1);
    for (const name of ['bulk.pause', 'bulk.resume', 'bulk.cancel', 'bulk.sendNow'] as const) {
      expect(await ask(name, { batch: 'another' })).toMatchObject({ ok: false, error: { kind: 'moved-on' } });
      expect(await ask(name, { batch: 'batch-1' })).toMatchObject({ ok: true });
    }
  });

  it('cancels all while it is held, and sends all at once when told to', async () => {
    const { pending, ask, desk } = await aBulk(4);
    const start = async (): Promise<void> => {
      const { plan } = must(await ask('bulk.plan', completed(pending)));
      must(await ask('bulk.start', { plan, confirmed: false }));
    };
    await start();
    expect(must(await ask('bulk.cancel', { batch: 'batch-1' }))).toEqual({ count: 4 });
    await desk.pass(10_000);
    expect(desk.writes()).toEqual([]);
  });

  it('ends the hold of all of it', async () => {
    const { pending, ask, desk } = await aBulk(4);
    const { plan } = must(await ask('bulk.plan', completed(pending)));
    must(await ask('bulk.start', { plan, confirmed: false }));
    must(await ask('bulk.sendNow', { batch: 'batch-1' }));
    await desk.pass(1_000);
    expect(desk.writes()).toHaveLength(4);
  });
});

describe('the rows of a list', () => {
  it('are told in its order, by place or all of them, and how many there are', async () => {
    const { pending, ask } = await aBulk(6);
    const query: HistoryQuery = { text: '', state: null, sort: [{ by: 'id', direction: 'ascending' }] };
    const all = must(await ask('bulk.gather', { by: 'orders', query, span: null }));
    expect(all.total).toBe(pending.length);
    expect(all.ids).toEqual(all.ids.toSorted((a, b) => a - b));
    const some = must(await ask('bulk.gather', { by: 'orders', query, span: { first: 1, last: 2 } }));
    expect(some.ids).toEqual(all.ids.slice(1, 3));
    expect(must(await ask('bulk.gather', { by: 'payments', span: null })).ids).toEqual(pending);
  });
});

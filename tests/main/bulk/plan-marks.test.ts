// The dry run: what is marked, what it comes to, what is left out and why; over books of any kind, nothing is counted twice or forgotten.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts, KnownPayment } from '../../../src/main/bulk/gather-facts.ts';
import { planInPieces } from '../../../src/main/bulk/plan-in-pieces.ts';
import { planMarks } from '../../../src/main/bulk/plan-marks.ts';
import type { Order, Payment } from '../../../src/main/store/facts.ts';
import { type Money, moneyText } from '../../../src/shared/domain/money.ts';
import type { PaymentMark } from '../../../src/shared/domain/payment-mark.ts';

interface APayment {
  readonly status?: string | null;
  readonly amount?: Money | null;
  readonly marked?: boolean;
}

const MARK: PaymentMark = { standing: 'waiting', asked: 'completed', operation: 'one', until: null };

/** Orders numbered from 1, each with its payments; null: not told. Payments are numbered 10 × order + place. */
function book(orders: readonly (readonly APayment[] | null)[]): Facts {
  const payments = new Map<number, KnownPayment>();
  const list = orders.map((own, index): Order => {
    const order = index + 1;
    const known = own?.map(({ status = 'pending', amount = 10_000n, marked = false }, place): KnownPayment => {
      const payment: Payment = { id: order * 10 + place, order, amount, status, createdAt: null };
      payments.set(payment.id, { payment, mark: marked ? MARK : null });
      return { payment, mark: marked ? MARK : null };
    });
    const told = known?.map(({ payment }) => payment) ?? null;
    return {
      id: order,
      product: `Product ${order}`,
      customer: null,
      quantity: null,
      price: null,
      createdAt: null,
      payments: told,
      more: [],
    };
  });
  const find = (id: number | null | undefined): Order | null => list.find((order) => order.id === id) ?? null;
  return {
    order: (id) => {
      const order = find(id);
      const known = order?.payments?.map((payment) => payments.get(payment.id)).filter((each) => each !== undefined);
      return { order, payments: known ?? null };
    },
    payment: (id) => {
      const known = payments.get(id) ?? null;
      return { known, order: find(known?.payment.order) };
    },
  };
}

const wish = { to: 'completed', limit: null } as const;
const left = (plan: ReturnType<typeof planMarks>) => Object.fromEntries(plan.told.leftOut.map(({ why, count }) => [why, count]));

describe('a dry run of orders', () => {
  it('marks every pending payment and says why it leaves the others out', () => {
    const facts = book([
      [{}],
      [{}, { amount: 25_000n }],
      [{ status: 'completed' }],
      [{ status: 'failed' }],
      [{ status: 'failed' }, { status: 'completed' }],
      [],
      null,
      [{ marked: true }],
      [{ status: 'failed' }, { amount: null }],
    ]);
    const plan = planMarks(facts, { ...wish, by: 'orders', ids: [1, 2, 3, 4, 5, 6, 7, 8, 9, 99] });
    expect(plan.inputs.map((input) => input.wish)).toEqual([10, 20, 21, 91].map((payment) => ({ kind: 'mark', payment, to: 'completed' })));
    expect(plan.told).toMatchObject({ payments: 4, sum: '4.50', unpriced: 1, orders: 3, several: 1, large: 0 });
    expect(left(plan)).toEqual({ already: 2, correction: 1, 'no-payment': 1, 'not-told': 2, 'under-way': 1 });
  });

  it('asks with what it has shown, so that a change since then is a conflict', () => {
    const plan = planMarks(book([[{ amount: 12_345n }]]), { ...wish, by: 'orders', ids: [1] });
    expect(plan.inputs).toEqual([
      {
        wish: { kind: 'mark', payment: 10, to: 'completed' },
        saw: { status: 'pending', amount: '1.2345', order: 1, product: 'Product 1' },
        reason: null,
      },
    ]);
  });

  it('counts the amounts above the limit, and not those at it', () => {
    const facts = book([[{ amount: 5_000_000n }, { amount: 5_000_001n }, { amount: null }]]);
    expect(planMarks(facts, { ...wish, by: 'orders', ids: [1], limit: 5_000_000n }).told.large).toBe(1);
  });
});

const status = fc.constantFrom('pending', 'completed', 'failed', 'refunded', null);
const payment = fc.record({ status, amount: fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n })), marked: fc.boolean() });
const books = fc.array(fc.option(fc.array(payment, { maxLength: 4 })), { minLength: 1, maxLength: 12 });

describe('whatever is in the book', () => {
  it('looked at in pieces of any size it comes to the same', async () => {
    let turns = 0;
    const turn = async (): Promise<void> => {
      turns += 1;
    };
    const ids = fc.array(fc.integer({ min: 1, max: 130 }));
    await fc.assert(
      fc.asyncProperty(
        books,
        fc.constantFrom('orders', 'payments'),
        ids,
        fc.integer({ min: 1, max: 9 }),
        async (orders, by, chosen, piece) => {
          const [facts, own] = [book(orders), { ...wish, by, ids: chosen, limit: 10_000n } as const];
          const before = turns;
          expect(await planInPieces(facts, own, turn, piece)).toEqual(planMarks(facts, own));
          expect(turns - before).toBeGreaterThanOrEqual(new Set(chosen).size / piece - 1);
        },
      ),
    );
  });

  it('each payment chosen by its number is either marked or left out, once, and the sum is exact', () => {
    fc.assert(
      fc.property(books, fc.constantFrom('completed', 'failed'), fc.array(fc.integer({ min: 1, max: 130 })), (orders, to, ids) => {
        const facts = book(orders);
        const { inputs, told } = planMarks(facts, { to, by: 'payments', ids, limit: null });
        const chosen = new Set(ids);
        expect(inputs.length + told.leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(chosen.size);
        const free = [...chosen]
          .map((id) => facts.payment(id).known)
          .filter((known) => known?.payment.status === 'pending' && known.mark === null);
        expect(new Set(inputs.map((input) => 'payment' in input.wish && input.wish.payment))).toEqual(
          new Set(free.map((known) => known?.payment.id)),
        );
        expect(told.payments).toBe(inputs.length);
        expect(told.sum).toBe(moneyText(free.reduce<Money>((sum, known) => sum + (known?.payment.amount ?? 0n), 0n)));
      }),
    );
  });

  it('an order with nothing to mark is told in one line, one with something has none of its payments forgotten', () => {
    fc.assert(
      fc.property(books, (orders) => {
        const facts = book(orders);
        const ids = orders.map((_, index) => index + 1);
        const { inputs, told } = planMarks(facts, { ...wish, by: 'orders', ids });
        const free = (own: readonly APayment[] | null) => own?.filter((each) => each.status === 'pending' && each.marked !== true) ?? [];
        expect(inputs).toHaveLength(orders.flatMap(free).length);
        expect(told.orders).toBe(orders.filter((own) => free(own).length > 0).length);
        const pending = (own: readonly APayment[] | null) => own?.filter((each) => each.status === 'pending') ?? [];
        const lines = orders.map((own) => Math.max(1, pending(own).length)).reduce((sum, count) => sum + count, 0);
        expect(inputs.length + told.leftOut.reduce((sum, { count }) => sum + count, 0)).toBe(lines);
      }),
    );
  });
});

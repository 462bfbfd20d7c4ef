// The dry run: which payments a bulk run would mark, what they come to, and which are left out and why. Writes nothing.
import { type Money, moneyText } from '../../shared/domain/money.ts';
import { LEFT_OUT, type LeftOutReason, type Plan, type PlanExample } from '../../shared/ipc/bulk-requests.ts';
import type { AskInput } from '../journal/operations.ts';
import type { Facts, KnownPayment, OrderFacts } from './gather-facts.ts';

export interface PlanWish {
  readonly to: Plan['to'];
  readonly by: 'orders' | 'payments';
  readonly ids: readonly number[];
  /** Above this a mark is confirmed; null for no limit. */
  readonly limit: Money | null;
}

/** What is to be asked of the journal, and what the person is told of it. */
export interface MarksPlan {
  readonly inputs: readonly AskInput[];
  readonly told: Omit<Plan, 'plan' | 'limit'>;
}

/** Of each kind; the counts say the rest. */
export const MOST_EXAMPLES = 3;

interface Line {
  readonly known: KnownPayment | null;
  readonly order: OrderFacts | null;
  readonly left: LeftOutReason | null;
  /** For what is left out without a payment or an order at hand. */
  readonly id: { readonly payment: number | null; readonly order: number | null };
}

export function planMarks(facts: Facts, { to, by, ids, limit }: PlanWish): MarksPlan {
  const lines = [...new Set(ids)].flatMap((id) => (by === 'orders' ? linesOfOrder(facts, id, to) : [lineOfPayment(facts, id, to)]));
  const taken = lines.filter(isTaken);
  const counts = new Map<number, number>();
  for (const { order, known } of taken) {
    const of = order?.id ?? known.payment.order;
    if (of !== null) counts.set(of, (counts.get(of) ?? 0) + 1);
  }
  const amounts = taken.map(({ known }) => known.payment.amount);
  return {
    inputs: taken.map((line) => askOf(line, to)),
    told: {
      to,
      payments: taken.length,
      sum: moneyText(amounts.reduce<Money>((sum, amount) => sum + (amount ?? 0n), 0n)),
      unpriced: amounts.filter((amount) => amount === null).length,
      orders: counts.size,
      several: [...counts.values()].filter((count) => count > 1).length,
      large: amounts.filter((amount) => limit !== null && amount !== null && amount > limit).length,
      examples: taken.slice(0, MOST_EXAMPLES).map(exampleOf),
      leftOut: LEFT_OUT.map((why) => ({ why, lines: lines.filter(({ left }) => left === why) }))
        .filter((group) => group.lines.length > 0)
        .map((group) => ({
          why: group.why,
          count: group.lines.length,
          examples: group.lines.slice(0, MOST_EXAMPLES).map(exampleOf),
        })),
    },
  };
}

type Taken = Line & { readonly known: KnownPayment };

function isTaken(line: Line): line is Taken {
  return line.left === null && line.known !== null;
}

/** Every pending payment of the order; where none is, one line that says why. */
function linesOfOrder(facts: Facts, id: number, to: Plan['to']): readonly Line[] {
  const { order, payments } = facts.order(id);
  const own = { payment: null, order: id };
  if (payments === null) return [{ known: null, order, left: 'not-told', id: own }];
  if (payments.length === 0) return [{ known: null, order, left: 'no-payment', id: own }];
  const lines = payments.map((known): Line => ({ known, order, left: leftOut(known, to), id: { ...own, payment: known.payment.id } }));
  const open = lines.filter(({ known }) => known?.payment.status === 'pending');
  if (open.length > 0) return open;
  // Somebody is at one of them, or it was only failed earlier: the newest says what the order has come to.
  const last = lines.find(({ left }) => left === 'under-way') ?? lines.find(({ left }) => left === 'already') ?? lines.at(-1);
  return last === undefined ? [] : [last];
}

function lineOfPayment(facts: Facts, id: number, to: Plan['to']): Line {
  const { known, order } = facts.payment(id);
  if (known === null) return { known, order: null, left: 'not-told', id: { payment: id, order: null } };
  return { known, order, left: leftOut(known, to), id: { payment: id, order: known.payment.order } };
}

function leftOut({ payment, mark }: KnownPayment, to: Plan['to']): LeftOutReason | null {
  if (mark !== null) return 'under-way';
  if (payment.status === null) return 'not-told';
  if (payment.status === 'pending') return null;
  return payment.status === to ? 'already' : 'correction';
}

/** `saw`: as the person is shown it in the dry run; whoever changed it since then makes a conflict. */
function askOf({ known: { payment }, order }: Taken, to: Plan['to']): AskInput {
  const amount = payment.amount === null ? null : moneyText(payment.amount);
  return {
    wish: { kind: 'mark', payment: payment.id, to },
    saw: { status: payment.status, amount, order: payment.order ?? order?.id ?? null, product: order?.product ?? null },
    reason: null,
  };
}

function exampleOf({ known, order, id }: Line): PlanExample {
  const amount = known?.payment.amount ?? null;
  return { ...id, product: order?.product ?? null, amount: amount === null ? null : moneyText(amount) };
}

// What is worth calling a person for who looks elsewhere: payments that have newly come in, and entries that need a decision. Each once.
import { formatMoney, moneyText } from '../../shared/domain/money.ts';
import { isSettled } from '../../shared/domain/operation.ts';
import { needsPerson } from '../../shared/domain/operation-rules.ts';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { Arrivals } from '../store/door.ts';
import type { Payment } from '../store/facts.ts';
import type { Alert } from './alert.ts';
import { decisionWords } from './decision-words.ts';

export interface Alerts {
  /** The history has been read. @param arrivals since it was read before. @param unasked nobody pressed Refresh: only then is something new a surprise. */
  looked(arrivals: Arrivals, unasked: boolean): void;
  /** An operation of this person has moved. */
  moved(operation: Operation): void;
  stop(): void;
}

export interface AlertsParts {
  tell(alert: Alert): void;
  /** ISO 4217, or ''. */
  currency(): string;
  /** What needed a decision when this person signed in: it is on the screen already. */
  readonly open: readonly Operation[];
  /** @returns the stop */
  after(milliseconds: number, work: () => void): () => void;
}

/** Milliseconds in which decisions are gathered: a batch that fails is one call, not a hundred. */
const GATHER = 2_000;

export function createAlerts({ tell, currency, open, after }: AlertsParts): Alerts {
  /** Before anything has been read, what is pending is no news. */
  let first = true;
  /** Recorded here, and the server told no number: the next one like it is this one. */
  let unnumbered: { readonly order: number; readonly amount: string }[] = [];
  const own = new Set<number>();
  const told = new Set(open.filter(needsPerson).map(({ id }) => id));
  let gathered: Operation[] = [];
  let stopGathering: (() => void) | null = null;

  const isOwn = (payment: Payment): boolean => {
    if (own.has(payment.id)) return true;
    const like = unnumbered.find(({ order, amount }) => order === payment.order && amount === textOf(payment.amount));
    unnumbered = unnumbered.filter((each) => each !== like);
    return like !== undefined;
  };

  const noteOwn = ({ wish, state }: Operation): void => {
    if (state.name !== 'done' && state.name !== 'decided') return;
    // Set back to pending by this desk is no surprise to this desk.
    if (wish.kind === 'mark') own.add(wish.payment);
    if (wish.kind !== 'record-payment') return;
    if (state.number !== null) own.add(state.number);
    else unnumbered.push({ order: wish.order, amount: wish.amount });
  };

  const tellDecisions = (): void => {
    stopGathering = null;
    const alert = decisionWords(gathered.filter(needsPerson));
    gathered = [];
    if (alert !== null) tell(alert);
  };

  return {
    looked: ({ payments, count, sum }, unasked) => {
      const wasFirst = first;
      first = false;
      if (wasFirst) return;
      const { own = [], others = [] } = Object.groupBy(payments, (payment) => (isOwn(payment) ? 'own' : 'others'));
      const news = count - own.length;
      const worth = own.reduce((rest, { amount }) => rest - (amount ?? 0n), sum);
      if (unasked && news > 0) tell(arrivalWords(others[0], news, worth, currency()));
    },
    moved: (operation) => {
      noteOwn(operation);
      if (isSettled(operation.state)) told.delete(operation.id);
      gathered = gathered.map((each) => (each.id === operation.id ? operation : each));
      if (!needsPerson(operation) || told.has(operation.id)) return;
      told.add(operation.id);
      gathered.push(operation);
      stopGathering ??= after(GATHER, tellDecisions);
    },
    stop: () => stopGathering?.(),
  };
}

function arrivalWords(first: Payment | undefined, count: number, sum: bigint, currency: string): Alert {
  const show = { place: 'payments', operation: null } as const;
  if (count === 1 && first !== undefined) {
    const amount = first.amount === null ? '' : `: ${formatMoney(moneyText(first.amount), currency)}`;
    const order = first.order === null ? '' : ` of order ${first.order}`;
    return { title: 'New payment to mark', body: `Payment ${first.id}${order}${amount}`, show, inside: true };
  }
  const body = `${formatMoney(moneyText(sum), currency)} together`;
  return { title: `${count} new payments to mark`, body, show, inside: true };
}

function textOf(amount: Payment['amount']): string | null {
  return amount === null ? null : moneyText(amount);
}

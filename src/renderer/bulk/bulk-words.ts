// What is said of a dry run, of a run, and of each of its payments. Pure.
import { isUnderWay, waitingIn } from '../../shared/domain/batch.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { needsPerson } from '../../shared/domain/operation-rules.ts';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { BulkStatus, LeftOutReason, PlanExample } from '../../shared/ipc/bulk-requests.ts';
import type { BatchView } from '../../shared/ipc/operation-requests.ts';
import type { StatusWords } from '../orders/order-words.ts';
import { counted, grouped } from '../ui/format-time.ts';
import { readableText } from '../ui/server-text.ts';

export const VERBS = { completed: 'Complete', failed: 'Fail' } as const satisfies Record<BulkStatus, string>;
/** `2 are completed already` */
export function leftOutText(why: LeftOutReason, count: number, to: BulkStatus): string {
  const [is, has] = count === 1 ? ['is', 'has'] : ['are', 'have'];
  const number = grouped(count);
  switch (why) {
    case 'already':
      return `${number} ${is} ${to} already`;
    case 'correction':
      return `${number} ${is} no longer pending: a correction needs a reason of its own, so it is made one by one`;
    case 'under-way':
      return `${number} ${has} a mark that is not settled yet`;
    case 'no-payment':
      return `${number} ${has} no payment to mark`;
    case 'not-told':
      return `${number} ${count === 1 ? 'was' : 'were'} not told by this server`;
  }
}

/** `Payment 12 · order 34 · Acer laptop · 450.00` */
export function exampleText({ payment, order, product, amount }: PlanExample, currency: string): string {
  const own = payment === null ? null : `payment ${payment}`;
  const parts = [
    own,
    order === null ? null : `order ${order}`,
    product === null ? null : readableText(product),
    amount === null ? null : formatMoney(amount, currency),
  ].filter((part) => part !== null);
  const text = parts.join(' · ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `order 12, order 15 and 19 more`: by what was chosen. */
export function namesText(examples: readonly PlanExample[], count: number, by: 'orders' | 'payments'): string {
  const names = examples.map(({ payment, order }) =>
    payment === null || by === 'orders' ? `order ${order ?? '—'}` : `payment ${payment}`,
  );
  const more = count - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${grouped(more)} more` : ''}`;
}

/** `Completing 1,000 payments`, `Completed 998 of 1,000 payments`. A run that marks them failed must not read as one that has failed. */
export function batchTitle(batch: BatchView): string {
  const { to, total, done } = batch;
  const underWay = isUnderWay(batch);
  const what = underWay || done === total ? counted(total, 'payment') : `${grouped(done)} of ${counted(total, 'payment')}`;
  if (to === 'completed') return `${underWay ? 'Completing' : 'Completed'} ${what}`;
  return `${underWay ? 'Marking' : 'Marked'} ${what}${to === null ? '' : ` ${to}`}`;
}

/** `412 done · 1 not accepted · 587 waiting`: what is not there is not said. */
export function batchCounts(batch: BatchView): string {
  const waiting = waitingIn(batch);
  return [
    `${grouped(batch.done)} done`,
    batch.failed > 0 ? `${grouped(batch.failed)} not done` : null,
    batch.decisions > 0 ? `${grouped(batch.decisions)} to decide` : null,
    batch.cancelled > 0 ? `${grouped(batch.cancelled)} cancelled` : null,
    waiting > 0 ? `${grouped(waiting)} waiting` : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** Said once, when a run has come to its end. */
export function finishedText(batch: BatchView): string {
  const { to, total, done, failed, decisions, cancelled } = batch;
  const status = to ?? 'sent';
  if (cancelled === total) return `Undone: ${wereNot(total, status)}.`;
  const parts = [
    failed > 0 ? `${grouped(failed)} not done` : null,
    decisions > 0 ? `${grouped(decisions)} to be decided` : null,
    cancelled > 0 ? `${grouped(cancelled)} cancelled before they were sent` : null,
  ].filter((part) => part !== null);
  const marked = done === total ? counted(total, 'payment') : `${grouped(done)} of ${counted(total, 'payment')}`;
  return `${marked} marked ${status}${parts.length === 0 ? '' : `; ${parts.join(', ')}`}.`;
}

/** Not all of what was asked for stands, and somebody has to look at it. */
export function hasTrouble({ failed, decisions }: BatchView): boolean {
  return failed + decisions > 0;
}

function wereNot(count: number, status: string): string {
  return `${counted(count, 'payment')} ${count === 1 ? 'was' : 'were'} not marked ${status}`;
}

/** What has become of one payment of a run. */
export function outcomeWords({ state, wish }: Operation): StatusWords {
  const to = wish.kind === 'mark' ? wish.to : null;
  switch (state.name) {
    case 'held':
      return { word: 'Waiting', look: 'held' };
    case 'waiting':
      return { word: state.trail.doubt ? 'Not known' : 'Waiting', look: state.trail.doubt ? 'unknown' : 'held' };
    case 'sending':
      return { word: 'Sending…', look: 'sending' };
    case 'done':
      return { word: to === null ? 'Done' : `Marked ${to}`, look: 'good' };
    case 'refused':
      return { word: 'Refused', look: 'bad' };
    case 'unknown':
      return { word: 'Not known', look: 'unknown' };
    case 'conflict':
      return { word: 'Conflict', look: 'unknown' };
    case 'undone':
      return { word: 'Cancelled', look: 'none' };
    case 'decided':
      return { word: state.how === 'is-done' ? 'Done' : 'Not done', look: 'none' };
    case 'not-done':
      return { word: 'Not done', look: 'bad' };
  }
}

/** Why, where there is something to say; null otherwise. */
export function outcomeNote(operation: Operation): string | null {
  const { state } = operation;
  switch (state.name) {
    case 'refused':
      return describeError(state.problem);
    case 'waiting':
      return state.problem === null ? null : describeError(state.problem);
    case 'unknown':
      return needsPerson(operation)
        ? 'Its answer was lost. Decide in Activity what became of it.'
        : 'Its answer was lost. Paydesk looks again.';
    case 'conflict':
      return `Somebody else has changed it: now ${state.theirs.status ?? 'not told'}. Decide in Activity which one stays.`;
    case 'done':
      return state.how === 'already' ? 'It was so already; nothing was sent.' : null;
    case 'decided':
      return state.how === 'kept-theirs' ? 'Left as somebody else has set it.' : null;
    default:
      return null;
  }
}

// What is said of a mark at each of its steps. Pure.
import { formatMoney } from '../../shared/domain/money.ts';
import { needsPerson } from '../../shared/domain/operation-rules.ts';
import type { Operation, Seen, Wish } from '../../shared/domain/operation-schemas.ts';
import type { PaymentStatus } from '../../shared/domain/payment.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import { partOfLine, readableText } from '../ui/server-text.ts';

type Mark = Operation & { readonly wish: Extract<Wish, { kind: 'mark' }> };

export function isMark(operation: Operation): operation is Mark {
  return operation.wish.kind === 'mark';
}

/** `Payment 12 of order 34` */
function nameOf({ wish, saw }: Mark): string {
  return saw.order === null ? `Payment ${wish.payment}` : `Payment ${wish.payment} of order ${saw.order}`;
}

/** `order 34 · Acer laptop · 450.00`: the facts that decide whether it is the right one. */
export function markFacts({ saw }: Mark, currency: string): string {
  return [
    saw.order === null ? null : `order ${saw.order}`,
    saw.product === null ? null : partOfLine(saw.product),
    saw.amount === null ? null : formatMoney(saw.amount, currency),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

export function heldText(operation: Operation): string {
  return isMark(operation) ? `${nameOf(operation)} will be marked ${operation.wish.to}. Press Z to undo.` : '';
}

/** A mark that main did not take on. */
export function notTakenText(payment: number, to: PaymentStatus, error: AppError): string {
  return `Payment ${payment} was not marked ${to}. ${describeError(error)}`;
}

interface Told {
  readonly tone: 'good' | 'bad' | 'soft';
  readonly text: string;
}

/** What a move is worth saying; null for nothing. Creations are told by their forms. */
export function movedText(operation: Operation, currency: string): Told | null {
  if (!isMark(operation)) return null;
  const { state, wish, saw } = operation;
  const name = nameOf(operation);
  const amount = saw.amount === null ? '' : `: ${formatMoney(saw.amount, currency)}`;
  switch (state.name) {
    case 'done':
      return { tone: 'good', text: `${name} marked ${wish.to}${amount}` };
    case 'refused':
      return { tone: 'bad', text: notTakenText(wish.payment, wish.to, state.problem) };
    case 'conflict':
      return {
        tone: 'bad',
        text: `${name} was not marked ${wish.to}: ${conflictReason(saw, state.theirs, currency)}. Decide which one stays.`,
      };
    case 'undone':
      return { tone: 'good', text: `Undone: ${name.toLowerCase()} was not marked ${wish.to}.` };
    case 'waiting':
      return state.why === 'person' ? null : { tone: 'soft', text: `${name} waits to be sent. ${problemOf(state.problem)}` };
    case 'unknown':
      return needsPerson(operation)
        ? { tone: 'bad', text: `It is not known whether ${name.toLowerCase()} was marked ${wish.to}. Decide what becomes of it.` }
        : { tone: 'soft', text: `The answer about ${name.toLowerCase()} was lost. Paydesk looks again.` };
    default:
      return null;
  }
}

/** Of a payment that was marked by its number alone, nobody can say that it changed meanwhile. */
function conflictReason(saw: Seen, theirs: Seen, currency: string): string {
  const status = theirs.status === null ? 'not told' : readableText(theirs.status);
  const now = theirs.amount === null || theirs.amount === saw.amount ? status : `${status}, ${formatMoney(theirs.amount, currency)}`;
  return saw.status === null ? `it is no longer pending (now ${now})` : `somebody else has changed it meanwhile (now ${now})`;
}

function problemOf(problem: AppError | null): string {
  return problem === null ? '' : describeError(problem);
}

// What waits to be sent, in words: what it is, and why it is still here. Pure.
import { formatMoney } from '../../shared/domain/money.ts';
import type { Operation, OperationState } from '../../shared/domain/operation-schemas.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { Notice, WaitingList } from '../../shared/ipc/shell-requests.ts';
import { counted } from '../ui/format-time.ts';
import { readableText } from '../ui/server-text.ts';

export type WaitingEntry = WaitingList['entries'][number];

/** `payment 12`, `the new order of Acer`: short enough for a button's name. */
export function entryName({ wish }: Operation): string {
  switch (wish.kind) {
    case 'mark':
      return `payment ${wish.payment}`;
    case 'create-order':
      return `the new order of ${readableText(wish.product)}`;
    case 'record-payment':
      return `the new payment of order ${wish.order}`;
  }
}

/** `order 34 · Acer laptop · 450.00` */
export function entryFacts({ wish, saw }: Operation, currency: string): string {
  const amount = wish.kind === 'mark' ? saw.amount : wish.kind === 'record-payment' ? wish.amount : wish.price;
  const parts = [
    wish.kind === 'mark' && saw.order !== null ? `order ${saw.order}` : null,
    wish.kind === 'create-order' ? `${wish.quantity} pieces` : saw.product === null ? null : readableText(saw.product),
    amount === null ? null : formatMoney(amount, currency),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Why it has not been sent yet. */
export function whyWaiting({ operation: { state }, paused }: WaitingEntry): string {
  if (paused) return 'Its batch is paused.';
  switch (state.name) {
    case 'held':
      return 'Held for some seconds, so that it can be undone.';
    case 'sending':
      return 'Being sent just now.';
    case 'waiting':
      return `${waitingWords(state)}${state.trail.doubt ? ' An earlier attempt may have been carried out.' : ''}`;
    default:
      return 'The answer was lost: Paydesk looks again by itself.';
  }
}

function waitingWords({ why, problem }: Extract<OperationState, { name: 'waiting' }>): string {
  switch (why) {
    case 'signed-out':
      return 'Your session has ended: it goes out when you have signed in again.';
    case 'person':
      return 'It goes out as soon as the server answers.';
    case 'offline':
    case 'server':
    case 'slow-down':
    case 'aged':
      return problem === null ? 'It waits for the server.' : describeError(problem);
  }
}

/** Being sent, or not known: too late to cancel. */
export function canCancel({ operation: { state } }: WaitingEntry): boolean {
  return state.name === 'held' || state.name === 'waiting';
}

/** Cancelling does not take back what may have been carried out. */
export function isDoubtful({ operation: { state } }: WaitingEntry): boolean {
  return state.name === 'waiting' && state.trail.doubt;
}

/** `2 marks`; entries, where something else is among them. */
export function countedEntries({ total, entries }: WaitingList): string {
  return counted(total, entries.every(({ operation }) => operation.wish.kind === 'mark') ? 'mark' : 'entry').replace('entrys', 'entries');
}

/** What was found wrong with the journal or the stored history, and what that means for the person. */
export function noticeWords(notice: Notice): string {
  switch (notice.kind) {
    case 'set-aside':
      return `Paydesk’s journal could not be read. It was set aside as ${notice.file}, and a new one was begun: what waited in the old one is not sent. Check the payments that were marked last, and keep that file for the person who looks after this computer.`;
    case 'missing':
      return `${counted(notice.entries, 'line')} of Paydesk’s journal ${notice.entries === 1 ? 'is' : 'are'} missing. What was asked for there is not known here any more and is not sent. Check the payments that were marked last.`;
    case 'broken':
      return `Line ${notice.entry} of Paydesk’s journal is not as Paydesk wrote it and was left out. Check in Activity what was marked around that time.`;
    case 'history-set-aside':
      return `The stored history could not be read. It was set aside as ${notice.file}, and is read anew from the server.`;
    case 'history-newer':
      return `The stored history was written by a newer Paydesk and is left alone. It is read anew from the server and kept in memory until Paydesk closes.`;
    case 'history-not-kept':
      return `The history cannot be kept on this computer: nothing can be written to ${notice.file}. It is kept in memory until Paydesk closes, and is not there without a network at the next start.`;
  }
}

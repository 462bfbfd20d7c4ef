// What a decision is about and what has come of it, in words. Pure.
import { needsPerson, probablyNotDone } from '../../shared/domain/operation-rules.ts';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { factsOf } from '../../shared/domain/operation-words.ts';
import { lineOf, subjectOf } from '../activity/activity-words.ts';
import { age, fullTime } from '../ui/format-time.ts';

/** Which of the dialog's faces an operation needs; `none`: nothing can be decided about it now. */
export type Question = 'conflict' | 'unknown-mark' | 'unknown-creation' | 'waiting' | 'none';

export function questionOf(operation: Operation): Question {
  const { state, wish } = operation;
  if (state.name === 'conflict') return 'conflict';
  // Also while Paydesk still looks by itself: a person may know better.
  if (state.name === 'unknown') return wish.kind === 'mark' ? 'unknown-mark' : 'unknown-creation';
  return state.name === 'waiting' && state.why !== 'person' ? 'waiting' : 'none';
}

const TITLES: Readonly<Record<Question, string>> = {
  conflict: 'Somebody else has changed it',
  'unknown-mark': 'It is not known whether it was marked',
  'unknown-creation': 'It is not known whether it was created',
  waiting: 'It waits to be sent',
  none: 'Nothing to decide',
};

export function titleOf(operation: Operation): string {
  return needsPerson(operation) && operation.state.name === 'waiting' ? 'Send it or cancel it?' : TITLES[questionOf(operation)];
}

/** After a decision was taken; null where the move of a single mark says it already (marks/mark-words). */
export function decidedText(operation: Operation): string | null {
  const { state } = operation;
  const line = lineOf(operation);
  switch (state.name) {
    case 'decided':
      if (state.how === 'kept-theirs') return `Theirs was kept: ${subjectOf(operation).toLowerCase()} stays as somebody else set it.`;
      return state.how === 'is-done' ? `Noted as done: ${line}.` : `Given up: ${line}.`;
    case 'not-done':
      return `Noted as not done: ${line}.`;
    case 'undone':
      return operation.wish.kind === 'mark' && operation.batch === null ? null : `Cancelled: ${line}. It was never sent.`;
    default:
      return `To be sent: ${line}.`;
  }
}

/** Of a conflict: how far the person's own mark has come. */
export function sentText({ attempts }: Operation): string {
  return attempts === 0
    ? 'Your mark has not been sent.'
    : 'Your mark was sent and its answer was lost: it may have been carried out before the payment was changed.';
}

/** `Asked for 26 hours ago` */
export function askedAgo({ askedAt }: Operation, now: Date): string {
  const hours = Math.floor((now.getTime() - Date.parse(askedAt)) / 3_600_000);
  // In hours for two days: "1 day" would hide that it is old enough to be asked about.
  if (hours >= 24 && hours < 48) return `Asked for ${hours} hours ago`;
  return `Asked for ${age(askedAt, now) ?? 'some time'} ago`;
}

/** What readings have shown of a creation whose answer was lost. */
export function readingText({ state, wish }: Operation): string {
  if (state.name !== 'unknown') return '';
  const thing = wish.kind === 'create-order' ? 'order' : 'payment';
  if (state.matches.length === 1) return `Reading shows one ${thing} that it may be:`;
  if (state.matches.length > 1) return `Reading shows ${state.matches.length} ${thing}s that it may be:`;
  if (state.unreadable) return `This server does not tell enough to find the ${thing}: only a person can say.`;
  if (probablyNotDone(state.emptyReads)) {
    const [first, last] = [state.emptyReads[0] ?? null, state.emptyReads.at(-1) ?? null];
    return `Two complete readings showed no such ${thing}, the last one on ${fullTime(last ?? first)}: it was probably not created.`;
  }
  return `A reading has not shown such ${thing === 'order' ? 'an order' : 'a payment'} yet. Paydesk reads again by itself.`;
}

/** The facts by which it is told from others, for the head of the dialog. */
export function headFacts(operation: Operation): readonly string[] {
  const { order, product } = factsOf(operation);
  return [
    lineOf(operation),
    ...(order === null || operation.wish.kind === 'create-order' ? [] : [`order ${order}`]),
    ...(product === null ? [] : [product]),
  ];
}

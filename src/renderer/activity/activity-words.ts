// What Activity says of an operation: its line, its outcome's look, its steps. The sentences of outcomes are in shared/domain/operation-words.
import { assertNever } from '../../shared/assert-never.ts';
import { needsPerson } from '../../shared/domain/operation-rules.ts';
import type { Operation, OperationEvent } from '../../shared/domain/operation-schemas.ts';
import { factsOf } from '../../shared/domain/operation-words.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { Flaw, VerdictView } from '../../shared/ipc/activity-requests.ts';
import type { Look, StatusWords } from '../orders/order-words.ts';
import { counted, grouped } from '../ui/format-time.ts';

/** `Payment 12`, `New order 34`, `New payment for order 34`: what it is about. */
export function subjectOf(operation: Operation): string {
  const { payment, order } = factsOf(operation);
  switch (operation.wish.kind) {
    case 'mark':
      return `Payment ${payment}`;
    case 'create-order':
      return order === null ? 'New order' : `New order ${order}`;
    case 'record-payment':
      return payment === null ? 'New payment' : `New payment ${payment}`;
    default:
      return assertNever(operation.wish);
  }
}

/** `pending → completed`; of a creation null. */
export function changeOf(operation: Operation): string | null {
  const { before, after } = factsOf(operation);
  return after === null ? null : `${before ?? 'not known'} → ${after}`;
}

/** `Payment 12: pending → completed` */
export function lineOf(operation: Operation): string {
  const change = changeOf(operation);
  return change === null ? subjectOf(operation) : `${subjectOf(operation)}: ${change}`;
}

const LOOKS: Readonly<Record<Operation['state']['name'], readonly [word: string, look: Look]>> = {
  held: ['Held', 'held'],
  waiting: ['Waiting', 'held'],
  sending: ['Sending…', 'sending'],
  done: ['Done', 'good'],
  refused: ['Refused', 'bad'],
  unknown: ['Not known', 'unknown'],
  conflict: ['Conflict', 'unknown'],
  undone: ['Undone', 'none'],
  decided: ['Decided', 'none'],
  'not-done': ['Not done', 'none'],
};

export function outcomeLook(operation: Operation): StatusWords {
  const { state } = operation;
  const [word, look] = LOOKS[state.name];
  if (state.name === 'held') return { word, look, until: state.until };
  return needsPerson(operation) && state.name === 'waiting' ? { word: 'Too old', look: 'unknown' } : { word, look };
}

/** `Sent 3 times.`; null where it says nothing new. */
export function attemptsText({ attempts, state }: Operation): string | null {
  if (attempts > 1) return `Sent ${grouped(attempts)} times.`;
  return attempts === 0 && state.name !== 'undone' && state.name !== 'held' ? 'Never sent.' : null;
}

/** What went wrong last, in a sentence; a refusal's is in its outcome already. */
export function problemText({ state }: Operation): string | null {
  return 'problem' in state && state.problem !== null && state.name !== 'refused' ? describeError(state.problem) : null;
}

/** One step of an operation's life, and who took it where it was a person. */
export function moveText(event: OperationEvent): { readonly text: string; readonly by: string | null } {
  const by = 'by' in event && event.by !== '' ? event.by : null;
  return { text: stepText(event), by };
}

function stepText(event: OperationEvent): string {
  switch (event.kind) {
    case 'undone':
      return 'Undone';
    case 'parked':
      return event.why === 'aged' ? 'Not sent: asked for more than a day ago' : withProblem('Not sent yet', event.problem);
    case 'sent':
      return 'Sent';
    case 'answered':
      return event.number === null ? 'The server said yes' : `The server said yes: number ${event.number}`;
    case 'found':
      return 'Reading showed that it is so';
    case 'refused':
      return withProblem('Refused', event.problem);
    case 'changed':
      return `Somebody else had changed it: ${event.theirs.status ?? 'status not told'}`;
    case 'lost':
      return withProblem('The answer was lost', event.problem);
    case 'looked':
      if (event.unreadable) return 'Looked: nothing can be read that would tell';
      return event.matches.length > 0 ? `Looked: it may be number ${event.matches.join(' or ')}` : 'Looked: nothing was found';
    case 'send-again':
      return event.reason === null ? 'To be sent by a person’s word' : `To be sent by a person’s word: ${event.reason}`;
    case 'keep-theirs':
      return 'Theirs was kept';
    case 'say-done':
      return event.number === null ? 'Said to be done' : `Said to be done: number ${event.number}`;
    case 'say-not-done':
      return 'Said not to be done';
    default:
      return assertNever(event);
  }
}

function withProblem(words: string, problem: AppError | null): string {
  return problem === null ? words : `${words}. ${describeError(problem)}`;
}

const FLAWS: Readonly<Record<Flaw, (entry: string) => string>> = {
  gap: (entry) => `Entry ${entry} is missing or stands in another place.`,
  altered: (entry) => `Entry ${entry} is not as it was written.`,
  shortened: (entry) => `Entries are missing from number ${entry} on: the end was cut off, or an older copy was put in its place.`,
  unlawful: (entry) => `Entry ${entry} tells of a step that Paydesk does not take.`,
  unreadable: (entry) => `Entry ${entry} cannot be read.`,
  standing: (entry) => `The entries are as they were written, but the list made from them disagrees about entry ${entry}.`,
};

export function verdictText(verdict: VerdictView): string {
  if (verdict.sound) {
    if (verdict.entries === 0) return 'The journal is empty.';
    return verdict.entries === 1
      ? 'Its one entry is as it was written.'
      : `All ${counted(verdict.entries, 'entry')} are as they were written.`;
  }
  const meaning =
    verdict.flaw === 'standing'
      ? 'What is shown of it here may be wrong.'
      : 'Paydesk does not do that: somebody or something has changed the file, and nothing from there on can be relied on.';
  return `${FLAWS[verdict.flaw](grouped(verdict.sequence))} ${meaning} Export the journal and tell the person who looks after this computer.`;
}

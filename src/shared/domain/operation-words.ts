// What was asked for and what became of it, in words: the same on screen, in exports and on the shift sheet. Pure.
import { assertNever } from '../assert-never.ts';
import { describeError } from '../errors/describe.ts';
import { moneyText, readMoney, timesQuantity } from './money.ts';
import { needsPerson, probablyNotDone } from './operation-rules.ts';
import type { Operation, OperationState, WaitReason } from './operation-schemas.ts';

/** Once in the journal for each operation: which payment, which order, how much, from what to what. null: not known, or there is none. */
export interface OperationFacts {
  readonly what: 'Mark' | 'New order' | 'New payment';
  readonly payment: number | null;
  readonly order: number | null;
  readonly product: string | null;
  /** Canonical decimal text; of a new order quantity × price. */
  readonly amount: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

export function factsOf({ wish, saw, state }: Operation): OperationFacts {
  const created = 'number' in state ? state.number : null;
  switch (wish.kind) {
    case 'mark':
      return {
        ...{ what: 'Mark', payment: wish.payment, order: saw.order, product: saw.product },
        ...{ amount: saw.amount, before: saw.status, after: wish.to },
      };
    case 'create-order': {
      const [price, quantity] = [readMoney(wish.price), readMoney(wish.quantity)];
      const amount = price === null || quantity === null ? wish.price : moneyText(timesQuantity(price, quantity));
      return { what: 'New order', payment: null, order: created, product: wish.product, amount, before: null, after: null };
    }
    case 'record-payment':
      return {
        ...{ what: 'New payment', payment: created, order: wish.order, product: saw.product },
        ...{ amount: wish.amount, before: null, after: null },
      };
    default:
      return assertNever(wish);
  }
}

const WAITING: Readonly<Record<WaitReason, string>> = {
  offline: 'Waiting for the network',
  server: 'Waiting for the server',
  'signed-out': 'Waiting until its clerk signs in',
  'slow-down': 'Waiting: the server asks for fewer requests',
  aged: 'Asked for more than a day ago: send it or cancel it',
  person: 'About to be sent',
};

/** The outcome and how it came about, in one sentence without its full stop. */
export function outcomeWords(operation: Operation): string {
  const { state } = operation;
  switch (state.name) {
    case 'held':
      return 'Held: it can still be undone';
    case 'waiting':
      return WAITING[state.why];
    case 'sending':
      return 'Being sent';
    case 'unknown':
      return unknownWords(operation, state);
    case 'conflict':
      return `Conflict: somebody else has changed it to ${state.theirs.status ?? 'something that was not told'}`;
    case 'done':
      return DONE[state.how];
    case 'refused':
      return `Refused: ${describeError(state.problem)}`;
    case 'undone':
      return 'Undone before it was sent';
    case 'decided':
      return DECIDED[state.how];
    case 'not-done':
      return 'Decided by a person: it was not carried out';
    default:
      return assertNever(state);
  }
}

const DONE: Readonly<Record<Extract<OperationState, { name: 'done' }>['how'], string>> = {
  answered: 'Done',
  already: 'Done: it was so already, nothing was sent',
  found: 'Done: its answer was lost, and reading again showed it',
};

const DECIDED: Readonly<Record<Extract<OperationState, { name: 'decided' }>['how'], string>> = {
  'kept-theirs': 'Decided by a person: what somebody else had set stays',
  'is-done': 'Decided by a person: it was carried out',
  'given-up': 'Given up by a person: an attempt may have been carried out',
};

function unknownWords(operation: Operation, state: Extract<OperationState, { name: 'unknown' }>): string {
  if (!needsPerson(operation)) return 'Not known: its answer was lost, Paydesk looks again';
  if (operation.wish.kind !== 'mark' && probablyNotDone(state.emptyReads)) return 'Not known: probably not created, decide on it';
  return 'Not known: its answer was lost, decide on it';
}

// Delivers a mark. Setting a status may be repeated, but only while the payment stands as the person saw it; otherwise they choose.

import { readMoney } from '../../shared/domain/money.ts';
import { comparePayment, seenOf } from '../../shared/domain/operation-evidence.ts';
import { MOST_TRIES } from '../../shared/domain/operation-rules.ts';
import type { Operation, OperationEvent, Wish } from '../../shared/domain/operation-schemas.ts';
import type { Payment } from '../store/facts.ts';
import { readUpdatedStatus } from '../store/read-wire.ts';
import { mayTryAgain, waitReason } from './gate.ts';
import { type Look, lookAt } from './look.ts';
import type { Written } from './shop-server.ts';
import { moveBy, park, type Step, type StepParts } from './step.ts';

export type Mark = Extract<Wish, { kind: 'mark' }>;

export async function deliverMark(parts: StepParts, operation: Operation, wish: Mark): Promise<Step> {
  const { journal } = parts;
  const look = await lookAt(parts, wish.payment, operation);
  switch (look.kind) {
    case 'failed':
      return await park(journal, operation, look.problem, look.retryAfter);
    case 'gone':
      return await moveBy(journal, operation, goneEvent(operation, look));
    case 'untold':
      return await sendMark(parts, operation, wish, knownOf(operation, wish));
    case 'told': {
      const standing = comparePayment(look.payment, operation.saw, wish.to);
      if (standing === 'as-asked') return await moveBy(journal, operation, { kind: 'found', number: wish.payment });
      if (standing === 'changed') return await moveBy(journal, operation, { kind: 'changed', theirs: seenOf(look.payment, operation.saw) });
      return await sendMark(parts, operation, wish, { ...knownOf(operation, wish), ...look.payment });
    }
  }
}

/** Deleted meanwhile. After an attempt whose answer was lost nothing can be read any more: a person has to know. */
function goneEvent({ state }: Operation, look: Extract<Look, { kind: 'gone' }>): OperationEvent {
  return state.name === 'unknown' ? { kind: 'looked', matches: [], unreadable: true } : { kind: 'refused', problem: look.problem };
}

async function sendMark(parts: StepParts, operation: Operation, wish: Mark, known: Payment): Promise<Step> {
  const { journal, server, clock } = parts;
  const { state } = operation;
  if (state.name === 'unknown') {
    // A person was asked, and only readings go on.
    if (state.trail.tries >= MOST_TRIES || state.unreadable) return { kind: 'dropped' };
    if (!parts.mayRepeat) return await moveBy(journal, operation, { kind: 'looked', matches: [], unreadable: true });
  }
  // Nothing leaves before the journal has it.
  const begun = await moveBy(journal, operation, { kind: 'sent', baseline: null });
  if (begun.kind !== 'moved') return begun;
  const written = await server.setStatus({ id: wish.payment, status: wish.to, key: operation.id, known });
  clock.note(written);
  const event = eventOf(parts, wish, written);
  const moved = await moveBy(journal, operation, event);
  if (moved.kind !== 'moved' || event.kind === 'answered' || event.kind === 'refused') return moved;
  return written.outcome.class === 'done' ? moved : { kind: 'later', problem: written.outcome.error, retryAfter: written.retryAfter };
}

function eventOf({ ways }: StepParts, wish: Mark, { outcome }: Written): OperationEvent {
  switch (outcome.class) {
    case 'done':
      return confirmed(outcome.body, wish, ways.payment === true || ways.embedded === true);
    case 'refused':
      return { kind: 'refused', problem: outcome.error };
    case 'not-done':
      return mayTryAgain(outcome.error)
        ? { kind: 'parked', why: waitReason(outcome.error), problem: outcome.error }
        : { kind: 'refused', problem: outcome.error };
    case 'unknown':
      return { kind: 'lost', problem: outcome.error };
  }
}

/** A success that does not say which status stands there now is believed only where it cannot be read. */
function confirmed(body: unknown, wish: Mark, readable: boolean): OperationEvent {
  const status = readUpdatedStatus(body, wish.payment);
  if (status === wish.to || (status === null && !readable)) return { kind: 'answered', number: wish.payment };
  if (status === null) return { kind: 'lost', problem: null };
  // A server that treats the status as read-only answers 200 and changes nothing.
  return { kind: 'refused', problem: { kind: 'refused', summary: [`It left the payment ${status}.`], fields: {} } };
}

function knownOf({ saw }: Operation, { payment }: Mark): Payment {
  return {
    id: payment,
    order: saw.order,
    amount: saw.amount === null ? null : readMoney(saw.amount),
    status: saw.status,
    createdAt: null,
  };
}

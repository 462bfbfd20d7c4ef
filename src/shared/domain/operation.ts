// The life of an operation as one pure machine: (kind, state, event, time) → next state, or a refusal. Nothing else moves an operation.
import { assertNever } from '../assert-never.ts';
import type { AppError } from '../errors/app-error.ts';
import type { Asked, Operation, OperationEvent, OperationKind, OperationState, Trail } from './operation-schemas.ts';

export type StateName = OperationState['name'];
type StateOf<N extends StateName> = Extract<OperationState, { name: N }>;

/** In these nothing moves any more. */
export const SETTLED: ReadonlySet<StateName> = new Set<StateName>(['done', 'refused', 'undone', 'decided', 'not-done']);

const FRESH: Trail = { doubt: false, tries: 0, baseline: null, rejected: [] };

/** @returns null where this event cannot happen in this state: the caller has come too late, or is wrong. */
export function move(kind: OperationKind, state: OperationState, event: OperationEvent, at: string): OperationState | null {
  switch (state.name) {
    case 'held':
      return beforeSending(kind, FRESH, event);
    case 'waiting':
      return fromWaiting(kind, state, event);
    case 'sending':
      return fromSending(state, event);
    case 'unknown':
      return fromUnknown(kind, state, event, at);
    case 'conflict':
      return fromConflict(state, event);
    case 'done':
    case 'refused':
    case 'undone':
    case 'decided':
    case 'not-done':
      return null;
    default:
      return assertNever(state);
  }
}

function beforeSending(kind: OperationKind, trail: Trail, event: OperationEvent): OperationState | null {
  switch (event.kind) {
    case 'undone':
      // After an attempt that may have been carried out, "undone" would claim too much.
      return trail.doubt ? { name: 'decided', how: 'given-up', number: null } : { name: 'undone' };
    case 'parked':
      return { name: 'waiting', why: event.why, problem: event.problem, trail };
    case 'sent':
      return send(trail, event.baseline);
    case 'found':
      return { name: 'done', how: trail.doubt ? 'found' : 'already', number: event.number };
    case 'refused':
      return refused(trail, event.problem);
    case 'changed':
      return kind === 'mark' ? { name: 'conflict', theirs: event.theirs, trail } : null;
    default:
      return null;
  }
}

function fromWaiting(kind: OperationKind, state: StateOf<'waiting'>, event: OperationEvent): OperationState | null {
  if (event.kind === 'send-again') return { ...state, why: 'person' };
  // A person who is asked again what they have seen: several may match by now. A reading that shows nothing, perhaps begun before they said
  // "send it again", takes nothing away from their word.
  if (event.kind === 'looked')
    return state.trail.doubt && event.matches.length > 0 ? { ...doubtful(state.trail, state.problem), matches: [...event.matches] } : null;
  return beforeSending(kind, state.trail, event);
}

function fromSending({ trail }: StateOf<'sending'>, event: OperationEvent): OperationState | null {
  switch (event.kind) {
    case 'answered':
      return { name: 'done', how: 'answered', number: event.number };
    case 'refused':
      return refused(trail, event.problem);
    case 'parked':
      // It did not leave, so it was no try.
      return trail.doubt
        ? doubtful({ ...trail, tries: trail.tries - 1 }, event.problem)
        : { name: 'waiting', why: event.why, problem: event.problem, trail: { ...trail, tries: trail.tries - 1 } };
    case 'lost':
      return doubtful({ ...trail, doubt: true }, event.problem);
    default:
      return null;
  }
}

function fromUnknown(kind: OperationKind, state: StateOf<'unknown'>, event: OperationEvent, at: string): OperationState | null {
  switch (event.kind) {
    case 'found':
      return { name: 'done', how: 'found', number: event.number };
    case 'changed':
      return kind === 'mark' ? { name: 'conflict', theirs: event.theirs, trail: state.trail } : null;
    case 'sent':
      // Setting a status again is harmless. A creation goes out again by a person's word alone.
      return kind === 'mark' ? send(state.trail, event.baseline) : null;
    case 'looked':
      return { ...state, matches: [...event.matches], unreadable: event.unreadable, emptyReads: noteRead(state.emptyReads, event, at) };
    case 'send-again':
      return { name: 'waiting', why: 'person', problem: state.problem, trail: released(state) };
    case 'say-done':
      return { name: 'decided', how: 'is-done', number: event.number };
    case 'say-not-done':
      return { name: 'not-done' };
    default:
      return null;
  }
}

function fromConflict({ trail }: StateOf<'conflict'>, event: OperationEvent): OperationState | null {
  switch (event.kind) {
    case 'keep-theirs':
      return { name: 'decided', how: 'kept-theirs', number: null };
    case 'send-again':
      return { name: 'waiting', why: 'person', problem: null, trail: { ...trail, tries: 0 } };
    default:
      return null;
  }
}

/** What was known before the first attempt that may have been carried out is what its result must be told apart from. */
function send(trail: Trail, baseline: Trail['baseline']): OperationState {
  return { name: 'sending', trail: { ...trail, tries: trail.tries + 1, baseline: trail.doubt ? (trail.baseline ?? baseline) : baseline } };
}

/** A refusal of this attempt says nothing of an earlier one. */
function refused(trail: Trail, problem: AppError): OperationState {
  return trail.doubt ? doubtful(trail, problem) : { name: 'refused', problem };
}

function doubtful(trail: Trail, problem: AppError | null): StateOf<'unknown'> {
  return { name: 'unknown', problem, trail, matches: [], emptyReads: [], unreadable: false };
}

/** Whoever sends it again has seen what it might have been. */
function released({ trail, matches }: StateOf<'unknown'>): Trail {
  return { ...trail, tries: 0, rejected: [...trail.rejected, ...matches] };
}

function noteRead(before: readonly string[], event: { matches: readonly number[]; unreadable: boolean }, at: string): string[] {
  if (event.unreadable || event.matches.length > 0) return [];
  return [before[0] ?? at, ...(before[0] === undefined ? [] : [at])];
}

export function isSettled(state: OperationState): boolean {
  return SETTLED.has(state.name);
}

/** The first entry of an operation makes it; it is held, even where the hold is of no length. */
export function beginOperation(id: string, sequence: number, askedAt: string, asked: Asked): Operation {
  return { id, sequence, askedAt, ...asked, state: { name: 'held', until: asked.holdUntil }, attempts: 0, changedAt: askedAt };
}

/** @returns null where the machine refuses the event. */
export function moveOperation(operation: Operation, event: OperationEvent, at: string): Operation | null {
  const state = move(operation.wish.kind, operation.state, event, at);
  if (state === null) return null;
  const ours = operation.state.name === 'conflict' && event.kind === 'send-again';
  return {
    ...operation,
    state,
    changedAt: at,
    attempts: operation.attempts + (event.kind === 'sent' ? 1 : 0),
    // Whoever sends theirs again has seen what stands there now.
    saw: ours && operation.state.name === 'conflict' ? operation.state.theirs : operation.saw,
    reason: ours ? (event.reason ?? operation.reason) : operation.reason,
  };
}

// Delivers a new order or a new payment: sent once, and after a lost answer never again on its own. Reading tells what became of it, or a person.
import { type Finding, findOrder, findPayment } from '../../shared/domain/operation-evidence.ts';
import { isInDoubt, likeness } from '../../shared/domain/operation-rules.ts';
import type { Baseline, Operation, OperationEvent, Trail, Wish } from '../../shared/domain/operation-schemas.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { readOrder, readPayment } from '../store/read-wire.ts';
import { mayTryAgain, waitReason } from './gate.ts';
import type { Written } from './shop-server.ts';
import { moveBy, park, type Step, type StepParts } from './step.ts';

export type Creation = Exclude<Wish, { kind: 'mark' }>;

export async function deliverCreation(parts: StepParts, operation: Operation, wish: Creation): Promise<Step> {
  const { journal } = parts;
  const { state } = operation;
  const trail = state.name === 'unknown' || state.name === 'waiting' ? state.trail : null;
  if (trail?.doubt === true) {
    const found = await reconcile(parts, operation, wish, trail);
    if (found.kind === 'failed') return await park(journal, operation, found.problem, found.retryAfter);
    if (state.name === 'unknown' || found.event.kind === 'found' || hasMatches(found.event))
      return await moveBy(journal, operation, found.event);
  }
  const before = await readBefore(parts, wish);
  if ('problem' in before) return await park(journal, operation, before.problem, before.retryAfter);
  return await sendCreation(parts, operation, wish, before);
}

function hasMatches(event: OperationEvent): boolean {
  return event.kind === 'looked' && event.matches.length > 0;
}

async function sendCreation(parts: StepParts, operation: Operation, wish: Creation, baseline: Baseline): Promise<Step> {
  const { journal, server, clock } = parts;
  // Nothing leaves before the journal has it.
  const begun = await moveBy(journal, operation, { kind: 'sent', baseline });
  if (begun.kind !== 'moved') return begun;
  const written = await (wish.kind === 'create-order' ? server.createOrder(wish, operation.id) : server.recordPayment(wish, operation.id));
  clock.note(written);
  const event = eventOf(wish, written);
  const moved = await moveBy(journal, operation, event);
  if (moved.kind !== 'moved' || written.outcome.class === 'done' || event.kind === 'refused') return moved;
  return { kind: 'later', problem: written.outcome.error, retryAfter: written.retryAfter };
}

function eventOf(wish: Creation, { outcome }: Written): OperationEvent {
  switch (outcome.class) {
    case 'done': {
      const number = (wish.kind === 'create-order' ? readOrder(outcome.body) : readPayment(outcome.body, wish.order))?.id ?? null;
      // A success that names nothing: reading has to show that there is something.
      return number === null ? { kind: 'lost', problem: null } : { kind: 'answered', number };
    }
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

interface Failed {
  readonly problem: AppError;
  readonly retryAfter: number | null;
}

/** What has to be known before it is sent, so that its result can be told from what was there. */
async function readBefore({ server, clock, highestOrder }: StepParts, wish: Creation): Promise<Baseline | Failed> {
  if (wish.kind === 'create-order') return { highestOrder: highestOrder(), payments: null, ...clock.now() };
  const { result, ...timing } = await server.readOrder(wish.order);
  clock.note(timing);
  if (result.ok) return { highestOrder: null, payments: result.value.payments?.map(({ id }) => id) ?? null, ...clock.now() };
  const { kind } = result.error;
  // A server without order details: the payment can be sent, but after a lost answer only a person can tell.
  if (kind === 'not-offered' || kind === 'forbidden' || kind === 'not-found') return { highestOrder: null, payments: null, ...clock.now() };
  return { problem: result.error, retryAfter: timing.retryAfter };
}

type Reconciled = { readonly kind: 'read'; readonly event: OperationEvent } | ({ readonly kind: 'failed' } & Failed);

const UNREADABLE: Reconciled = { kind: 'read', event: { kind: 'looked', matches: [], unreadable: true } };

/** Somebody else at this desk is in doubt about the same: what is found may be theirs. */
function hasRival({ journal }: StepParts, { id, owner, wish }: Operation): boolean {
  const own = likeness(owner, wish);
  return journal.unsettled().some((other) => other.id !== id && isInDoubt(other) && likeness(other.owner, other.wish) === own);
}

/** Looks for what was asked for among what is new on the server. */
async function reconcile(parts: StepParts, operation: Operation, wish: Creation, trail: Trail): Promise<Reconciled> {
  const { server, clock, names, journal } = parts;
  const { baseline, rejected } = trail;
  if (baseline === null) return UNREADABLE;
  const read = wish.kind === 'create-order' ? await server.readOrders() : await server.readOrder(wish.order);
  clock.note(read);
  if (!read.result.ok) {
    const { kind } = read.result.error;
    const never = kind === 'not-offered' || kind === 'forbidden' || kind === 'not-found';
    return never ? UNREADABLE : { kind: 'failed', problem: read.result.error, retryAfter: read.retryAfter };
  }
  const { value } = read.result;
  const find = (taken: ReadonlySet<number>): Finding | null => {
    if (wish.kind === 'create-order') return 'id' in value ? null : findOrder(wish, baseline, value, names(), taken);
    return 'id' in value ? findPayment(wish, baseline, value.payments, taken) : null;
  };
  const possible = find(new Set(rejected));
  if (possible === null) return UNREADABLE;
  const claimed = await journal.claimed(wish.kind, operation.owner.server, possible.matches);
  if (!claimed.ok) return { kind: 'failed', problem: claimed.error, retryAfter: null };
  const finding = find(new Set([...rejected, ...claimed.value]));
  if (finding?.certain != null && !hasRival(parts, operation)) return { kind: 'read', event: { kind: 'found', number: finding.certain } };
  return { kind: 'read', event: { kind: 'looked', matches: [...(finding?.matches ?? [])], unreadable: false } };
}

// The desk's way to everything that is asked of the server: takes wishes on, lets people undo and decide, and lists what became of them.

import { lacksReason, lane } from '../../shared/domain/operation-rules.ts';
import type { Asked, Decision, Operation, OperationEvent, Owner, Seen, Wish } from '../../shared/domain/operation-schemas.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { createDelivery, type Delivery, type DeliveryParts, type Shop } from './delivery.ts';
import { laneOf } from './due.ts';
import type { Journal, JournalChange } from './journal.ts';

export interface AskInput {
  readonly wish: Wish;
  readonly saw: Seen;
  /** Due for a mark on a payment that was seen as anything but pending. */
  readonly reason: string | null;
}

/** Who sits at the desk. Stays while their session has run out; null when nobody is signed in. */
export interface Person {
  readonly owner: Owner;
  /** Their name, for the record; their profile may tell it later. */
  actor(): string;
}

export interface AskedMany {
  readonly batch: string;
  readonly taken: readonly Operation[];
  readonly left: readonly { readonly input: AskInput; readonly error: AppError }[];
}

export type OperationsChange = JournalChange | { readonly kind: 'halted'; readonly error: AppError | null };

export interface Operations
  extends Pick<Delivery, 'wake' | 'insist' | 'stop' | 'quiet' | 'isHalted'>,
    Pick<Journal, 'page' | 'story' | 'actors' | 'tally' | 'amounts' | 'verify' | 'lines' | 'isPaused' | 'operation' | 'report'> {
  /** Somebody has signed in (again), or out (null). */
  connect(person: Person | null, shop: Shop | null): void;
  /** On the disk when it resolves. @param hold milliseconds, 0 to 10,000. */
  ask(input: AskInput, hold: number): Promise<Result<Operation>>;
  /** One batch, in one transaction; what cannot be taken on is left, with why. */
  askMany(inputs: readonly AskInput[], hold: number): Promise<Result<AskedMany>>;
  /** While it is held, or while it waits: then it is never sent. `moved-on` afterwards. */
  undo(id: string): Promise<Result<Operation>>;
  sendNow(id: string): Promise<Result<Operation>>;
  decide(id: string, decision: Decision): Promise<Result<Operation>>;
  pause(batch: string): Promise<Result<null>>;
  resume(batch: string): Promise<Result<null>>;
  /** Ends the hold of a whole batch. */
  sendBatchNow(batch: string): void;
  /** Undoes what of a batch has not been sent. @returns how many. */
  cancelBatch(batch: string): Promise<Result<number>>;
  /** In the order of asking, whoever asked: for badges, the truth bar, quitting and signing out. */
  unsettled(): readonly Operation[];
  subscribe(listener: (change: OperationsChange) => void): () => void;
}

export interface OperationsParts extends Omit<DeliveryParts, 'halted'> {
  newId(): string;
}

export function createOperations(parts: OperationsParts): Operations {
  const { journal, now, newId } = parts;
  const listeners = new Set<(change: OperationsChange) => void>();
  const tell = (change: OperationsChange): void => {
    for (const listener of listeners) listener(change);
  };
  const delivery = createDelivery({ ...parts, halted: (error) => tell({ kind: 'halted', error }) });
  journal.subscribe(tell);
  let person: Person | null = null;
  /** Being written down just now: as good as taken. */
  const reserved = new Set<string>();

  const take = async (inputs: readonly AskInput[], hold: number, batch: string | null): Promise<Result<Omit<AskedMany, 'batch'>>> => {
    if (person === null) return fail({ kind: 'session-ended' });
    const common = { owner: person.owner, actor: person.actor(), batch, holdUntil: new Date(now() + hold).toISOString() };
    const busy = new Set([...journal.unsettled().map(laneOf), ...reserved]);
    const { taken, left } = sift(inputs, common, busy);
    const keys = taken.map(laneOf);
    if (taken.length === 0) return ok({ taken: [], left });
    for (const key of keys) reserved.add(key);
    const asked = await journal.ask(taken);
    for (const key of keys) reserved.delete(key);
    if (!asked.ok) return asked;
    delivery.look();
    return ok({ taken: asked.value, left });
  };

  const moveBy = async (id: string, event: OperationEvent): Promise<Result<Operation>> => {
    const moved = await journal.move(id, event);
    if (moved.ok) delivery.look();
    return moved;
  };
  const by = (): string => person?.actor() ?? '';

  const setPaused = async (batch: string, paused: boolean): Promise<Result<null>> => {
    const written = await journal.pauseBatch(batch, paused, by());
    if (written.ok) delivery.look();
    return written;
  };

  return {
    connect: (next, shop) => {
      person = next;
      delivery.connect(shop);
    },
    ask: async (input, hold) => {
      const asked = await take([input], hold, null);
      if (!asked.ok) return asked;
      const [taken, left] = [asked.value.taken[0], asked.value.left[0]];
      return taken === undefined ? fail(left?.error ?? { kind: 'busy', thing: thingOf(input.wish) }) : ok(taken);
    },
    askMany: async (inputs, hold) => {
      const batch = newId();
      const asked = await take(inputs, hold, batch);
      return asked.ok ? ok({ batch, ...asked.value }) : asked;
    },
    undo: (id) => moveBy(id, { kind: 'undone', by: by() }),
    sendNow: async (id) => {
      const operation = journal.operation(id);
      if (operation?.state.name === 'held') {
        delivery.release(id);
        return ok(operation);
      }
      if (operation?.state.name !== 'waiting') return fail({ kind: 'moved-on', thing: operation ? thingOf(operation.wish) : 'payment' });
      const moved = await moveBy(id, { kind: 'send-again', by: by(), reason: null });
      if (moved.ok) delivery.release(id);
      return moved;
    },
    decide: async (id, decision) => {
      const state = journal.operation(id)?.state;
      if (decision.kind === 'send-again' && state?.name === 'conflict' && lacksReason(state.theirs, decision.reason))
        return fail(NO_REASON);
      const decided = await moveBy(id, { ...decision, by: by() });
      if (decided.ok && decision.kind === 'send-again') delivery.release(id);
      return decided;
    },
    pause: (batch) => setPaused(batch, true),
    resume: (batch) => setPaused(batch, false),
    sendBatchNow: (batch) => {
      const held = journal.unsettled().filter((operation) => operation.batch === batch && operation.state.name === 'held');
      delivery.release(...held.map(({ id }) => id));
    },
    cancelBatch: async (batch) => {
      const open = journal.unsettled().filter((operation) => operation.batch === batch);
      const undone = await Promise.all(open.map(({ id }) => journal.move(id, { kind: 'undone', by: by() })));
      const broken = undone.find((each) => !each.ok && each.error.kind !== 'moved-on');
      delivery.look();
      return broken !== undefined && !broken.ok ? broken : ok(undone.filter((each) => each.ok).length);
    },
    report: journal.report,
    operation: journal.operation,
    unsettled: journal.unsettled,
    isPaused: journal.isPaused,
    page: journal.page,
    tally: journal.tally,
    amounts: journal.amounts,
    story: journal.story,
    actors: journal.actors,
    verify: journal.verify,
    lines: journal.lines,
    isHalted: delivery.isHalted,
    wake: delivery.wake,
    insist: delivery.insist,
    stop: delivery.stop,
    quiet: delivery.quiet,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Divides what can be taken on from what cannot. @param busy the lanes in which something is under way. */
function sift(inputs: readonly AskInput[], common: Pick<Asked, 'owner' | 'actor' | 'batch' | 'holdUntil'>, busy: Set<string>) {
  const taken: Asked[] = [];
  const left: { input: AskInput; error: AppError }[] = [];
  for (const input of inputs) {
    const key = lane(common.owner, input.wish);
    const error = objection(input, busy.has(key));
    if (error === null) taken.push({ ...input, ...common });
    else left.push({ input, error });
    busy.add(key);
  }
  return { taken, left };
}

/** Why a wish is not taken on; null when it is. */
function objection({ wish, saw, reason }: AskInput, busy: boolean): AppError | null {
  // Two equal creations are a slip far more often than a wish, unless the person says so.
  if (busy && (wish.kind === 'mark' || !wish.another)) return { kind: 'busy', thing: thingOf(wish) };
  return wish.kind === 'mark' && lacksReason(saw, reason) ? NO_REASON : null;
}

const NO_REASON: AppError = { kind: 'refused', summary: [], fields: { reason: ['Say why this payment is corrected.'] } };

function thingOf(wish: Wish): 'order' | 'payment' {
  return wish.kind === 'create-order' ? 'order' : 'payment';
}

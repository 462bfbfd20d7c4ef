// What one step of delivering an operation needs, and what it can come to.
import type { Baseline, Operation, OperationEvent } from '../../shared/domain/operation-schemas.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { waitReason } from './gate.ts';
import type { Journal } from './journal.ts';
import type { ShopServer, Timing } from './shop-server.ts';

/**
 * `moved`: the journal has it; look again. `dropped`: the operation has gone on by other hands. `later`: nothing was learned.
 * `halted`: the journal cannot be written: nothing may be sent any more.
 */
export type Step =
  | { readonly kind: 'moved' | 'dropped' }
  | { readonly kind: 'later'; readonly problem: AppError; readonly retryAfter: number | null }
  | { readonly kind: 'halted'; readonly error: AppError };

/** How a payment can be read on this server, as far as it has been learned; null: not tried yet. */
export interface Ways {
  payment: boolean | null;
  embedded: boolean | null;
}

export interface StepParts {
  readonly journal: Journal;
  readonly server: ShopServer;
  readonly ways: Ways;
  /** How this person may stand in an order's customer field. */
  names(): readonly string[];
  /** The highest number of an order that this desk has seen; null before the history was read. */
  highestOrder(): number | null;
  readonly clock: ServerClock;
  /** Not too old to be set again without a person. */
  readonly mayRepeat: boolean;
}

/** The server's time for an operation's baseline, by the one measuring that there is (http/server-clock). */
export interface ServerClock {
  note(timing: Timing): void;
  now(): Pick<Baseline, 'sentAt' | 'serverClock'>;
}

export function createServerClock(now: () => number): ServerClock {
  let ahead: number | null = null;
  return {
    note: ({ serverTime }) => {
      if (serverTime !== null) ahead = serverTime - now();
    },
    now: () => ({ sentAt: new Date(now() + (ahead ?? 0)).toISOString(), serverClock: ahead !== null }),
  };
}

export async function moveBy(journal: Journal, { id }: Operation, event: OperationEvent): Promise<Step> {
  const moved = await journal.move(id, event);
  if (moved.ok) return { kind: 'moved' };
  return moved.error.kind === 'moved-on' ? { kind: 'dropped' } : { kind: 'halted', error: moved.error };
}

/** Nothing was sent, and it is tried again later; written down only where that says something new. */
export async function park(journal: Journal, operation: Operation, problem: AppError, retryAfter: number | null): Promise<Step> {
  const { state } = operation;
  const why = waitReason(problem);
  const known = state.name === 'unknown' || (state.name === 'waiting' && state.why === why && state.problem?.kind === problem.kind);
  if (known) return { kind: 'later', problem, retryAfter };
  const step = await moveBy(journal, operation, { kind: 'parked', why, problem });
  return step.kind === 'moved' ? { kind: 'later', problem, retryAfter } : step;
}

// Brings what the journal holds to the server: what is due, in which order, how much at once, and when to try again.
import { assertNever } from '../../shared/assert-never.ts';
import { needsPerson, READS_APART, sameOwner } from '../../shared/domain/operation-rules.ts';
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { atMost } from './at-most.ts';
import { deliverCreation } from './deliver-creation.ts';
import { deliverMark } from './deliver-mark.ts';
import { type Choice, chooseDue, isAged, type Marginalia } from './due.ts';
import { createGate } from './gate.ts';
import type { Journal } from './journal.ts';
import { createResting } from './resting.ts';
import type { ShopServer } from './shop-server.ts';
import { createServerClock, moveBy, park, type Step, type StepParts } from './step.ts';

/** The signed-in person's server, and what is known of them and it. */
export interface Shop extends Pick<StepParts, 'names' | 'highestOrder'> {
  readonly server: ShopServer;
}

export interface DeliveryParts {
  readonly journal: Journal;
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 up to 1. */
  random(): number;
  /** @returns the stop */
  after(milliseconds: number, work: () => void): () => void;
  /** The journal cannot be written (or, with null, it can be again): meanwhile nothing is sent. */
  halted(error: AppError | null): void;
  /** A bug of our own. The operation it struck stays in the journal as it is. */
  failed(thrown: unknown): void;
}

export interface Delivery {
  /** Somebody has signed in, or out (null). Only their own operations go out. */
  connect(shop: Shop | null): void;
  /** Something may be possible again: online, focus. Unknown outcomes are read once more; what the server has asked to wait for is waited for. */
  wake(): void;
  /** The same by a person who wants it now, also while the server has asked to be left alone: it is asked again. */
  insist(): void;
  /** There may be something to do. */
  look(): void;
  /** These are due now, by a person's word. */
  release(...ids: readonly string[]): void;
  isHalted(): AppError | null;
  /** Resolves when nothing is under way: what is left then waits for a time, a network, a session or a person. */
  quiet(): Promise<void>;
  /** Nothing new is begun; resolves when what was under way has been written down. */
  stop(): Promise<void>;
}

/** Requests at once. */
const AT_ONCE = 4;
/** Operations under way at once: while some are being written down, others use the wire. */
const UNDER_WAY = 24;
/** Milliseconds until a journal that could not be written is tried again. */
const AFTER_HALT = 15_000;

export function createDelivery(parts: DeliveryParts): Delivery {
  const { journal, now } = parts;
  const gate = createGate(parts);
  const active = new Map<string, Promise<void>>();
  const notes: Marginalia = { released: new Set(), lookAgain: new Set(), resting: createResting(parts) };
  let shop: (Shop & Pick<StepParts, 'ways' | 'clock'>) | null = null;
  let halt: AppError | null = null;
  /** Set with `halt`, and lifted for a try before the halt is over. */
  let blocked = false;
  let stopped = false;
  let stopTimer = (): void => undefined;

  const stopFor = (error: AppError): void => {
    halt = error;
    blocked = true;
    parts.halted(error);
    later(AFTER_HALT, unblock);
  };

  const unblock = (): void => {
    blocked = false;
    look();
  };
  // Whoever has written something, it can be written again.
  const unsubscribe = journal.subscribe(() => {
    if (halt === null) return;
    halt = null;
    parts.halted(null);
    lookSoon();
    blocked = false;
  });

  const settle = ({ id }: Operation, step: Step, same: boolean): void => {
    switch (step.kind) {
      case 'moved': {
        if (same) gate.succeeded();
        notes.resting.wakeUp(id);
        const state = journal.operation(id)?.state;
        // A second reading of an unknown creation says more when some time has passed.
        if (state?.name === 'unknown' && state.emptyReads.length > 0) notes.resting.pause(id, READS_APART);
        return;
      }
      case 'dropped':
        return;
      case 'later':
        // What has happened to somebody who has left says nothing of the next one's way.
        if (same && !gate.shut(step.problem, step.retryAfter)) notes.resting.failed(id, step.retryAfter);
        return;
      case 'halted':
        stopFor(step.error);
        return;
      default:
        assertNever(step);
    }
  };

  const deliver = async (operation: Operation): Promise<Step> => {
    if (shop === null) return { kind: 'dropped' };
    // Found so at start, or left so by a journal that could not be written: it may have been carried out.
    if (operation.state.name === 'sending') return await moveBy(journal, operation, { kind: 'lost', problem: null });
    const aged = isAged(operation, notes, now());
    if (aged && operation.state.name !== 'unknown') return await moveBy(journal, operation, { kind: 'parked', why: 'aged', problem: null });
    const { wish } = operation;
    const own: StepParts = { journal, ...shop, mayRepeat: !aged };
    return wish.kind === 'mark' ? await deliverMark(own, operation, wish) : await deliverCreation(own, operation, wish);
  };

  const run = (operation: Operation, work: Promise<Step>): void => {
    const own = shop;
    const ended = work
      .then((step) => settle(operation, step, own === shop))
      .catch((thrown: unknown) => {
        notes.resting.failed(operation.id, null);
        parts.failed(thrown);
      })
      .then(() => {
        active.delete(operation.id);
        lookSoon();
      });
    active.set(operation.id, ended);
  };

  let looking = false;
  /** Once for many that end together. */
  const lookSoon = (): void => {
    if (looking) return;
    looking = true;
    queueMicrotask(() => {
      looking = false;
      look();
    });
  };

  const choose = (most: number): Choice =>
    chooseDue({
      operations: journal.unsettled(),
      notes,
      most,
      now: now(),
      free: (operation) =>
        !active.has(operation.id) &&
        (shop === null || sameOwner(operation.owner, shop.server.owner)) &&
        (operation.batch === null || !journal.isPaused(operation.batch)),
    });

  /** While nothing can go out, what is due says why it waits. */
  const parkDue = (wait: number): void => {
    const { ready, next } = choose(Number.POSITIVE_INFINITY);
    const problem: AppError = shop === null ? { kind: 'session-ended' } : gate.problem();
    for (const operation of ready.filter(({ state }) => state.name === 'held')) {
      run(
        operation,
        park(journal, operation, problem, null).then((step) => (step.kind === 'later' ? { kind: 'dropped' } : step)),
      );
    }
    later(Math.min(next - now(), ready.length > 0 ? wait : Number.POSITIVE_INFINITY), look);
  };

  const later = (milliseconds: number, work: () => void): void => {
    stopTimer();
    if (Number.isFinite(milliseconds) && !stopped) stopTimer = parts.after(Math.max(milliseconds, 1), work);
  };

  const look = (): void => {
    if (stopped || blocked) return;
    stopTimer();
    const wait = shop === null ? Number.POSITIVE_INFINITY : gate.wait();
    if (wait > 0) {
      parkDue(wait);
      return;
    }
    const places = UNDER_WAY - active.size;
    if (places <= 0) return;
    const { ready, next } = choose(places);
    for (const operation of ready) {
      notes.lookAgain.delete(operation.id);
      run(operation, deliver(operation));
    }
    later(next - now(), look);
  };

  const lookAtAll = (): void => {
    blocked = false;
    for (const operation of journal.unsettled()) {
      if (operation.state.name === 'unknown' && needsPerson(operation)) notes.lookAgain.add(operation.id);
    }
    look();
  };

  return {
    connect: (next) => {
      shop =
        next === null
          ? null
          : { ...next, server: atMost(AT_ONCE, next.server), ways: { payment: null, embedded: null }, clock: createServerClock(now) };
      gate.open();
      notes.resting.wakeAll();
      look();
    },
    wake: () => {
      gate.tryAgain();
      notes.resting.wakeWilling();
      lookAtAll();
    },
    insist: () => {
      gate.open();
      notes.resting.wakeAll();
      lookAtAll();
    },
    look,
    release: (...ids) => {
      for (const id of ids) {
        notes.released.add(id);
        notes.resting.wakeUp(id);
      }
      look();
    },
    isHalted: () => halt,
    quiet: async () => {
      // What ends makes room for the next one, which is begun before this goes on.
      while (active.size > 0) await Promise.all(active.values());
    },
    stop: async () => {
      stopped = true;
      stopTimer();
      unsubscribe();
      await Promise.all(active.values());
    },
  };
}

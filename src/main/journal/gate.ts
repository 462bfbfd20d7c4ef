// Whether anything may go out just now: shut while there is no network, no session, or while the server asks for fewer requests.
import { backOff } from '../../shared/domain/back-off.ts';
import type { WaitReason } from '../../shared/domain/operation-schemas.ts';
import type { AppError } from '../../shared/errors/app-error.ts';

export interface Gate {
  /** Milliseconds until it opens: 0 when it is open, Infinity until somebody signs in. */
  wait(): number;
  /** Why it is shut. */
  problem(): AppError;
  /** @returns whether this failure concerns everything that is to be sent, and has shut the gate. */
  shut(problem: AppError, retryAfter: number | null): boolean;
  /** The server has answered. */
  succeeded(): void;
  /** It may work again. Shut it stays for as long as the server itself has asked to be left alone. */
  tryAgain(): void;
  /** By a person's word, whatever the server has asked. */
  open(): void;
}

export interface GateParts {
  /** Milliseconds. */
  now(): number;
  random(): number;
}

export function createGate({ now, random }: GateParts): Gate {
  let failures = 0;
  let until = 0;
  let reason: AppError = { kind: 'unreachable', reason: 'offline' };
  /** What the server has asked for last. */
  let wish: { readonly until: number; readonly problem: AppError } | null = null;

  return {
    wait: () => Math.max(0, until - now()),
    problem: () => reason,
    shut: (problem, retryAfter) => {
      const why = waitReason(problem);
      if (why === 'server') return false;
      failures += 1;
      reason = problem;
      if (retryAfter !== null) wish = { until: now() + retryAfter * 1_000, problem };
      until = why === 'signed-out' ? Number.POSITIVE_INFINITY : Math.max(until, now() + backOff(failures, random(), retryAfter));
      return true;
    },
    succeeded: () => {
      failures = 0;
    },
    tryAgain: () => {
      failures = 0;
      until = wish?.until ?? 0;
      reason = wish?.problem ?? reason;
    },
    open: () => {
      failures = 0;
      until = 0;
      wish = null;
    },
  };
}

export function waitReason(problem: AppError): WaitReason {
  switch (problem.kind) {
    case 'unreachable':
      // With a token that could not be renewed the network is there and the server is not itself.
      return problem.reason === 'not-renewed' ? 'server' : 'offline';
    case 'session-ended':
      return 'signed-out';
    case 'too-many-requests':
      return 'slow-down';
    default:
      return 'server';
  }
}

/** Whether a write that was certainly not carried out for this reason may be tried again without a person. */
export function mayTryAgain(problem: AppError): boolean {
  // A guest Wi-Fi's page or a proxy's: the shop's server has not been asked.
  return waitReason(problem) !== 'server' || problem.kind === 'not-the-api' || problem.kind === 'unreachable';
}

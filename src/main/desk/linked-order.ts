// The order that a link leads to: shown at once to who is at work, otherwise kept until somebody has signed in, for a while, and only the last.
import type { ShowPlace } from '../../shared/ipc/shell-requests.ts';

export interface LinkedOrder {
  open(order: number): void;
  /** The page is there, somebody is signed in, and hears what is told from now on. @returns what has been kept for them */
  take(): ShowPlace | null;
  /** Somebody else's page, or none: what is opened now waits for the next. */
  left(): void;
}

export interface LinkedOrderParts {
  show(place: ShowPlace): void;
  /** Milliseconds, monotonic. */
  now(): number;
}

/** Milliseconds. Whoever comes back from lunch has forgotten which link they pressed. */
const KEPT = 600_000;

export function createLinkedOrder({ show, now }: LinkedOrderParts): LinkedOrder {
  let heard = false;
  let kept: { readonly order: number; readonly since: number } | null = null;
  return {
    open: (order) => {
      if (heard) show({ place: 'orders', order });
      else kept = { order, since: now() };
    },
    take: () => {
      heard = true;
      const last = kept;
      kept = null;
      return last !== null && now() - last.since < KEPT ? { place: 'orders', order: last.order } : null;
    },
    left: () => {
      heard = false;
    },
  };
}

// While somebody is signed in: keeps their history fresh, and calls them when something new wants their eyes.
import type { EventName, EventPayload } from '../../shared/ipc/contract.ts';
import type { HistoryState } from '../../shared/ipc/order-schemas.ts';
import type { Alert } from '../alerts/alert.ts';
import { createAlerts } from '../alerts/alerts.ts';
import type { OperationsChange } from '../journal/operations.ts';
import { askedBy } from '../journal/waiting.ts';
import { createKeepFresh } from '../orders/keep-fresh.ts';
import type { DeskFile } from '../settings/desk-file.ts';
import type { Identity } from './identity.ts';

/** The window, as far as the desk needs to know it. */
export interface Front {
  isFocused(): boolean;
  /** A native notification. @param clicked told after the window has come to the front. */
  notify(notification: { readonly title: string; readonly body: string; clicked(): void }): void;
}

export interface Attention {
  /** A person has asked for the history anew. */
  refresh(): Promise<HistoryState>;
  /** The first pull of a start, unless there has been one. */
  begin(): void;
  /** Somebody looks at the window. */
  look(): void;
  stop(): void;
}

export interface AttendParts {
  readonly identity: Identity;
  readonly front: Front;
  readonly file: DeskFile;
  isSignedIn(): boolean;
  publish<N extends EventName>(name: N, payload: EventPayload<N>): void;
  /** Milliseconds, monotonic. */
  now(): number;
  /** 0 up to 1. */
  random(): number;
  /** @returns the stop */
  after(milliseconds: number, work: () => void): () => void;
  log(line: string): void;
}

export function attend(parts: AttendParts): Attention {
  const { identity, front, file, publish } = parts;
  const { connection, history, book, operations } = identity;
  const owner = { server: connection.server.base, username: connection.username };

  const tell = ({ title, body, show, inside }: Alert): void => {
    // In practice nothing comes in that somebody would have to be called for.
    if (connection.practice) return;
    if (front.isFocused()) {
      if (inside) publish('app.told', { text: `${title}. ${body}` });
    } else if (file.read().settings.notifications) front.notify({ title, body, clicked: () => publish('app.show', show) });
  };

  const alerts = createAlerts({
    ...parts,
    tell,
    currency: () => file.read().settings.currency,
    open: operations.ok ? operations.value.unsettled().filter(askedBy(owner)) : [],
  });

  let left = false;
  const fresh = createKeepFresh({
    ...parts,
    mayPull: () => !connection.practice && parts.isSignedIn(),
    pull: async (unasked) => {
      const before = history.state().asOf;
      const { problem, asOf } = await history.refresh();
      // One that was cancelled has told nothing; and whoever has left meanwhile is not called.
      if (left || problem !== null || asOf === before) return;
      const arrivals = await book.arrivals().catch((thrown: unknown) => {
        if (!left) parts.log(`history: what is new was not read: ${String(thrown)}`);
        return null;
      });
      if (arrivals !== null && !left) alerts.looked(arrivals, unasked);
    },
  });

  const heard = (change: OperationsChange): void => {
    if (change.kind === 'operation' && askedBy(owner)(change.operation)) alerts.moved(change.operation);
  };
  const stopHearing = operations.ok ? operations.value.subscribe(heard) : () => false;

  return {
    refresh: async () => {
      await fresh.refresh();
      return history.state();
    },
    begin: fresh.begin,
    look: fresh.look,
    stop: () => {
      left = true;
      stopHearing();
      fresh.stop();
      alerts.stop();
    },
  };
}

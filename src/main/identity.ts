// Everything that belongs to one signed-in identity, built when somebody signs in and dropped whole when they leave.
import { type Activity } from './activity/activity.ts';
import type { Connection } from './http/connection.ts';
import { type History, createHistory } from './orders/history.ts';
import { type Orders, createOrders } from './orders/orders.ts';
import { type Payments, createPayments } from './payments/payments.ts';
import { type PendingReader, createPendingReader } from './payments/pending.ts';
import { type MethodMemory } from './payments/update-payment.ts';
import { type Profile, createProfile } from './profile/profile.ts';
import { createBook } from './store/book.ts';
import { type HistoryReader, createHistoryReader } from './store/history-query.ts';
import { createSend } from './store/writing.ts';

export interface Identity {
  readonly history: History;
  readonly reader: HistoryReader;
  readonly orders: Orders;
  readonly payments: Payments;
  readonly pending: PendingReader;
  readonly profile: Profile;
}

export interface IdentityParts {
  readonly connection: Connection;
  readonly activity: Activity;
  readonly methods: MethodMemory;
  newKey(): string;
  timeNow(): string;
  named(name: string): void;
  historyChanged(): void;
}

export function createIdentity(parts: IdentityParts): Identity {
  const { connection, activity, methods, timeNow } = parts;
  const book = createBook(parts.historyChanged);
  const send = createSend(activity.of(connection.username), parts.newKey);
  const history = createHistory({ connection, book, timeNow, changed: parts.historyChanged });
  return {
    history,
    reader: createHistoryReader(book),
    orders: createOrders({ connection, book, send, timeNow, historyAsOf: () => history.state().asOf }),
    payments: createPayments({ connection, book, send, methods }),
    pending: createPendingReader(book),
    profile: createProfile(connection, parts.named),
  };
}

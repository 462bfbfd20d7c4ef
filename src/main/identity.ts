// Everything that belongs to one signed-in identity, built when somebody signs in and dropped whole when they leave.
import type { Activity } from './activity/activity.ts';
import type { Connection } from './http/connection.ts';
import { createHistory, type History } from './orders/history.ts';
import { createOrders, type Orders } from './orders/orders.ts';
import { createMarkPayment, type MarkPayment } from './payments/mark-payment.ts';
import { createPendingReader, type PendingReader } from './payments/pending.ts';
import { createRecordPayment, type RecordPayment } from './payments/record-payment.ts';
import type { MethodMemory } from './payments/update-payment.ts';
import { createProfile, type Profile } from './profile/profile.ts';
import { createBook } from './store/book.ts';
import { createHistoryReader, type HistoryReader } from './store/history-query.ts';
import { createSend } from './store/writing.ts';

export interface Identity {
  readonly history: History;
  readonly reader: HistoryReader;
  readonly orders: Orders;
  readonly markPayment: MarkPayment;
  readonly recordPayment: RecordPayment;
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
    markPayment: createMarkPayment({ connection, book, send, methods }),
    recordPayment: createRecordPayment({ connection, book, send, methods }),
    pending: createPendingReader(book),
    profile: createProfile(connection, parts.named),
  };
}

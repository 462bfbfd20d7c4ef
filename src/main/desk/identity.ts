// Everything that belongs to one signed-in identity, built when somebody signs in and dropped whole when they leave.
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import type { Result } from '../../shared/result.ts';
import type { Connection } from '../http/connection.ts';
import { createBelief } from '../journal/belief.ts';
import type { Operations } from '../journal/operations.ts';
import { createPaymentMarks } from '../journal/payment-marks.ts';
import { createShopServer } from '../journal/shop-server.ts';
import { createTellingServer } from '../journal/telling-server.ts';
import { createHistory, type History } from '../orders/history.ts';
import { createOrders, type Orders } from '../orders/orders.ts';
import { createPendingReader, type PendingReader } from '../payments/pending.ts';
import { rememberedPayments } from '../payments/remembered.ts';
import { type MethodMemory, updatePayment } from '../payments/update-payment.ts';
import { createProfile, type Profile } from '../profile/profile.ts';
import { type Book, createBook } from '../store/book.ts';
import { createHistoryReader, type HistoryReader } from '../store/history-query.ts';

export interface Identity {
  readonly connection: Connection;
  readonly book: Book;
  readonly history: History;
  readonly reader: HistoryReader;
  readonly orders: Orders;
  readonly pending: PendingReader;
  readonly profile: Profile;
  /** Where their marks and creations go; an error where nothing can be written down. */
  readonly operations: Result<Operations>;
  /** Nothing more of theirs is read or sent. */
  leave(): void;
}

export interface IdentityParts {
  readonly connection: Connection;
  readonly operations: Result<Operations>;
  readonly methods: MethodMemory;
  timeNow(): string;
  /** Their name, whenever the server tells it. */
  named(name: string): void;
  historyChanged(): void;
}

export function createIdentity(parts: IdentityParts): Identity {
  const { connection, operations, methods, timeNow } = parts;
  const marks = operations.ok ? createPaymentMarks(operations.value, connection.server.base, moved, timeNow) : null;
  const book = createBook({ changed: parts.historyChanged, markOf: (payment) => marks?.of(payment) ?? null });
  const history = createHistory({ connection, book, timeNow, changed: parts.historyChanged });
  let name = connection.username;
  let left = false;
  const believe = createBelief(book, { server: connection.server.base, username: connection.username });

  function moved(operation: Operation): void {
    believe.moved(operation);
    book.marksMoved();
  }

  if (operations.ok) {
    const update = createShopServer({ connection, updatePayment: (asked) => updatePayment(connection.api, asked, methods) });
    const server = createTellingServer(update, book, believe.unsaid);
    operations.value.connect(
      { owner: server.owner, actor: () => name },
      { server, names: () => [connection.username, name], highestOrder: () => highestOrder(book) },
    );
    void rememberedPayments(operations.value, connection.server.base).then((payments) => {
      if (!left && payments.length > 0) book.remember(payments);
    });
  }
  return {
    connection,
    book,
    history,
    reader: createHistoryReader(book),
    orders: createOrders({ connection, book, timeNow, historyAsOf: () => history.state().asOf }),
    pending: createPendingReader(book),
    profile: createProfile(connection, (told) => {
      name = told;
      parts.named(told);
    }),
    operations,
    leave: () => {
      left = true;
      history.stop();
      marks?.stop();
      if (operations.ok) operations.value.connect(null, null);
    },
  };
}

function highestOrder(book: Book): number | null {
  let highest: number | null = null;
  for (const { id } of book.orders()) if (highest === null || id > highest) highest = id;
  return highest;
}

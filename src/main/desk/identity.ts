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
import { rememberedPayments } from '../payments/remembered.ts';
import { type MethodMemory, updatePayment } from '../payments/update-payment.ts';
import { createProfile, type Profile } from '../profile/profile.ts';
import type { Asking } from '../store/columns/order-index.ts';
import type { HistoryDoor, HistoryFileProblem } from '../store/door.ts';
import { createHistoryBook, type HistoryBook } from '../store/history-book.ts';

export interface Identity {
  readonly connection: Connection;
  readonly book: HistoryBook;
  readonly history: History;
  readonly orders: Orders;
  readonly profile: Profile;
  /** Where their marks and creations go; an error where nothing can be written down. */
  readonly operations: Result<Operations>;
  /** Nothing more of theirs is read or sent. @param erase nothing of their history stays on this computer. */
  leave(erase: boolean): Promise<boolean>;
}

export interface IdentityParts {
  readonly connection: Connection;
  readonly operations: Result<Operations>;
  readonly methods: MethodMemory;
  timeNow(): string;
  /** Their name, whenever the server tells it. */
  named(name: string): void;
  historyChanged(): void;
  /** Not opened yet. */
  readonly door: HistoryDoor;
  asking(): Asking;
  /** Something is wrong with the file of their history. */
  trouble(problem: HistoryFileProblem): void;
  log(line: string): void;
}

export function createIdentity(parts: IdentityParts): Identity {
  const { connection, operations, methods, timeNow } = parts;
  const marks = operations.ok ? createPaymentMarks(operations.value, connection.server.base, moved, timeNow) : null;
  const book = createHistoryBook({ ...parts, changed: parts.historyChanged, markOf: (payment) => marks?.of(payment) ?? null });
  const history = createHistory({ connection, book, timeNow, changed: parts.historyChanged });
  let name = connection.username;
  let left = false;
  const believe = createBelief(book, { server: connection.server.base, username: connection.username });

  function moved(operation: Operation): void {
    believe.moved(operation).catch((thrown: unknown) => parts.log(`history: ${String(thrown)}`));
    book.marksMoved();
  }

  if (operations.ok) {
    const update = createShopServer({ connection, updatePayment: (asked) => updatePayment(connection.api, asked, methods) });
    const server = createTellingServer(update, book, believe.unsaid);
    operations.value.connect(
      { owner: server.owner, actor: () => name },
      { server, names: () => [connection.username, name], highestOrder: book.highest },
    );
    void rememberedPayments(operations.value, connection.server.base).then((payments) => {
      if (!left && payments.length > 0) book.remember(payments);
    });
  }
  return {
    connection,
    book,
    history,
    orders: createOrders({ connection, book, timeNow }),
    profile: createProfile(connection, (told) => {
      name = told;
      parts.named(told);
    }),
    operations,
    leave: async (erase) => {
      left = true;
      history.stop();
      marks?.stop();
      if (operations.ok) operations.value.connect(null, null);
      return await book.leave(erase);
    },
  };
}

// One order: read anew for its detail.
import type { OrderDetail, OrderRow } from '../../shared/ipc/order-schemas.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { asText } from '../http/api.ts';
import type { Connection } from '../http/connection.ts';
import { ask } from '../http/evidence.ts';
import { judgeRead } from '../http/outcome.ts';
import type { Book } from '../store/book.ts';
import { derive, orderRowOf } from '../store/order-view.ts';
import { readOrder } from '../store/read-wire.ts';

export interface Orders {
  peek(id: number): OrderRow | null;
  /** When the server last told of it, ISO 8601. */
  asOf(id: number): string;
  open(id: number): Promise<Result<OrderDetail>>;
}

export interface OrdersParts {
  readonly connection: Connection;
  readonly book: Book;
  /** When the history was last read, ISO 8601. */
  historyAsOf(): string | null;
  timeNow(): string;
}

export function createOrders({ connection, book, historyAsOf, timeNow }: OrdersParts): Orders {
  const peek = (id: number): OrderRow | null => {
    const order = book.order(id);
    return order === null ? null : orderRowOf(derive(book, order));
  };

  /** When each order was told by an answer of its own, ISO 8601 in UTC, which sorts as text. */
  const readAt = new Map<number, string>();
  const lastTold = (id: number): string =>
    [readAt.get(id), historyAsOf() ?? undefined]
      .filter((at) => at !== undefined)
      .sort()
      .at(-1) ?? timeNow();

  const detail = (id: number, asOf: string, problem: OrderDetail['problem']): OrderDetail | null => {
    const order = book.order(id);
    return order === null ? null : { order: orderRowOf(derive(book, order)), more: [...order.more], asOf, problem };
  };

  return {
    peek,
    asOf: lastTold,
    open: async (id) => {
      const asked = book.now();
      const answer = judgeRead(await ask(connection.api.GET('/api/orders/{id}/', { params: { path: { id } }, ...asText })), {
        thing: 'order',
        id,
      });
      if (!answer.ok) {
        // What the history last said is worth more than an empty screen, except when the server says that there is no such order.
        const last = answer.error.kind === 'not-found' ? null : detail(id, lastTold(id), answer.error);
        return last === null ? answer : ok(last);
      }
      const read = readOrder(answer.value);
      if (read?.id !== id) return fail({ kind: 'not-the-api', status: 200 });
      book.putOrder(read, asked);
      readAt.set(id, timeNow());
      const opened = detail(id, timeNow(), null);
      return opened === null ? fail({ kind: 'not-found', thing: 'order', id }) : ok(opened);
    },
  };
}

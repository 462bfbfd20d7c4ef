// One order: read anew for its detail.
import type { OrderDetail, OrderRow } from '../../shared/ipc/order-schemas.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { asText } from '../http/api.ts';
import type { Connection } from '../http/connection.ts';
import { ask } from '../http/evidence.ts';
import { judgeRead } from '../http/outcome.ts';
import type { HistoryBook } from '../store/history-book.ts';
import { readOrder } from '../store/read-wire.ts';

export interface Orders {
  peek(id: number): Promise<OrderRow | null>;
  open(id: number): Promise<Result<OrderDetail>>;
}

export interface OrdersParts {
  readonly connection: Connection;
  readonly book: Pick<HistoryBook, 'now' | 'putOrder' | 'row' | 'summary'>;
  timeNow(): string;
}

export function createOrders({ connection, book, timeNow }: OrdersParts): Orders {
  const peek = async (id: number): Promise<OrderRow | null> => (await book.row(id))?.row ?? null;

  /** When each order was told by an answer of its own, ISO 8601 in UTC, which sorts as text. */
  const readAt = new Map<number, string>();
  const lastTold = (id: number): string =>
    [readAt.get(id), book.summary().asOf ?? undefined]
      .filter((at) => at !== undefined)
      .sort()
      .at(-1) ?? timeNow();

  const detail = async (id: number, asOf: string, problem: OrderDetail['problem']): Promise<OrderDetail | null> => {
    const found = await book.row(id);
    return found === null ? null : { order: found.row, more: [...found.more], asOf, problem };
  };

  return {
    peek,
    open: async (id) => {
      const asked = book.now();
      const answer = judgeRead(await ask(connection.api.GET('/api/orders/{id}/', { params: { path: { id } }, ...asText })), {
        thing: 'order',
        id,
      });
      if (!answer.ok) {
        // What the history last said is worth more than an empty screen, except when the server says that there is no such order.
        const last = answer.error.kind === 'not-found' ? null : await detail(id, lastTold(id), answer.error);
        return last === null ? answer : ok(last);
      }
      const read = readOrder(answer.value);
      if (read?.id !== id) return fail({ kind: 'not-the-api', status: 200 });
      book.putOrder(read, asked);
      readAt.set(id, timeNow());
      const opened = await detail(id, timeNow(), null);
      return opened === null ? fail({ kind: 'not-found', thing: 'order', id }) : ok(opened);
    },
  };
}

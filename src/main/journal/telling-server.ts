// A shop server that tells the book what it reads and writes on the way, so that the screen knows what delivery knows.
import { readMoney } from '../../shared/domain/money.ts';
import type { HistoryBook } from '../store/history-book.ts';
import { readOrder, readPayment, readUpdatedStatus } from '../store/read-wire.ts';
import type { ShopServer } from './shop-server.ts';

/** @param unsaid told the key of each update that was answered well without a word on the payment's status. */
export function createTellingServer(
  server: ShopServer,
  book: Pick<HistoryBook, 'now' | 'putPayment' | 'putOrder'>,
  unsaid: (key: string) => void,
): ShopServer {
  return {
    ...server,
    readPayment: async (id) => {
      const asked = book.now();
      const read = await server.readPayment(id);
      if (read.result.ok) book.putPayment(read.result.value, asked);
      return read;
    },
    readOrder: async (id) => {
      const asked = book.now();
      const read = await server.readOrder(id);
      // An order that comes without its payments must not hide those that the history has told.
      if (read.result.ok && read.result.value.payments !== null) book.putOrder(read.result.value, asked);
      return read;
    },
    setStatus: async (update) => {
      const asked = book.now();
      const written = await server.setStatus(update);
      if (written.outcome.class !== 'done') return written;
      const { body } = written.outcome;
      const status = readUpdatedStatus(body, update.id);
      const told = readPayment(body, update.known.order);
      // Told another status, the server has left it so; told none, delivery reads it before it is believed.
      if (status !== null) book.putPayment({ ...update.known, ...told, status }, asked);
      else unsaid(update.key);
      return written;
    },
    createOrder: async (wish, key) => {
      const written = await server.createOrder(wish, key);
      const order = written.outcome.class === 'done' ? readOrder(written.outcome.body) : null;
      // As of its answer: a pull that was asked for meanwhile may have looked before the order was there.
      if (order !== null) book.putOrder(order, book.now());
      return written;
    },
    recordPayment: async (wish, key) => {
      const asked = book.now();
      const written = await server.recordPayment(wish, key);
      const payment = written.outcome.class === 'done' ? readPayment(written.outcome.body, wish.order) : null;
      // The guide's next step is to update the status, so a new payment that comes back without one is pending.
      const gaps = { status: payment?.status ?? 'pending', amount: payment?.amount ?? readMoney(wish.amount) };
      if (payment !== null) book.putPayment({ ...payment, ...gaps }, asked);
      return written;
    },
  };
}

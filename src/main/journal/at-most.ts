// So many requests at once and no more. Writes go before readings: what was compared just now is to be sent just now.
import type { ShopServer } from './shop-server.ts';

export function atMost(most: number, server: ShopServer): ShopServer {
  let under = 0;
  const writes: (() => void)[] = [];
  const readings: (() => void)[] = [];

  const inTurn =
    (queue: (() => void)[]) =>
    async <T>(work: () => Promise<T>): Promise<T> => {
      if (under >= most) await new Promise<void>((resolve) => queue.push(resolve));
      else under += 1;
      try {
        return await work();
      } finally {
        const next = writes.shift() ?? readings.shift();
        // The place goes on to the next one.
        if (next === undefined) under -= 1;
        else next();
      }
    };
  const writing = inTurn(writes);
  const reading = inTurn(readings);

  return {
    owner: server.owner,
    readPayment: (id) => reading(() => server.readPayment(id)),
    readOrder: (id) => reading(() => server.readOrder(id)),
    readOrders: () => reading(server.readOrders),
    setStatus: (update) => writing(() => server.setStatus(update)),
    createOrder: (wish, key) => writing(() => server.createOrder(wish, key)),
    recordPayment: (wish, key) => writing(() => server.recordPayment(wish, key)),
  };
}

// What leaves the desk through main, asked for as the page does.
import { expect, it } from 'vitest';
import type { FileToSave } from '../../../src/main/activity/export.ts';
import type { HistoryQuery } from '../../../src/shared/ipc/order-schemas.ts';
import { ok } from '../../../src/shared/result.ts';
import { allOf, must } from '../journal/a-journal.ts';
import { to } from '../store/support/faulty-network.ts';
import { openDesk, signIn } from '../store/support/open-desk.ts';
import { errorOf, wentWell } from '../store/support/open-shop.ts';

const QUERY: HistoryQuery = { text: '', state: null, sort: [{ by: 'id', direction: 'descending' }] };
const aPage = to('GET', '/api/orders/history/');

/** A save dialog that takes whatever is offered, and what came of it. */
function aDialog() {
  const files: { name: string; rows: string[] }[] = [];
  const saveFile = async ({ name, chunks }: FileToSave) => {
    const decode = (chunk: string | Uint8Array) =>
      typeof chunk === 'string' ? chunk : new TextDecoder('utf-8', { ignoreBOM: true }).decode(chunk);
    const text = (await allOf(chunks)).map((chunk) => decode(must(chunk))).join('');
    files.push({ name, rows: text.split('\r\n') });
    return ok(`/home/ada/${name}`);
  };
  return { files, saveFile };
}

it('exports the result of the query as it is sorted, and nothing beside it', async () => {
  const { files, saveFile } = aDialog();
  const desk = openDesk({ behaviour: { orders: 30 }, saveFile });
  await signIn(desk);
  const query: HistoryQuery = { text: '', state: 'pending', sort: [{ by: 'total', direction: 'ascending' }] };
  const shown = wentWell(await desk.ask('history.window', { query, fresh: true, offset: 0, limit: 500 }));
  const saved = wentWell(await desk.ask('history.export', { query, columns: ['id', 'total', 'state'] }));
  expect(saved).toEqual({ saved: `/home/ada/${files[0]?.name}`, orders: shown.total });
  expect(files[0]?.name).toMatch(/^orders \d{4}-\d\d-\d\d \d\d\.\d\d\.csv$/);
  expect(files[0]?.rows).toEqual(['\uFEFFOrder,Total,Payment status', ...shown.rows.map(({ id, total }) => `${id},${total},Pending`), '']);
  expect(shown.total).toBeGreaterThan(1);
});

it('another person at the desk ends it: nothing of the first one is written on', async () => {
  const asked = Promise.withResolvers<void>();
  const chosen = Promise.withResolvers<void>();
  const chunks: boolean[] = [];
  const desk = openDesk({
    behaviour: { orders: 4_100 },
    saveFile: async (file) => {
      asked.resolve();
      await chosen.promise;
      for await (const chunk of file.chunks) {
        chunks.push(chunk.ok);
        if (!chunk.ok) return chunk;
      }
      return ok('/somewhere');
    },
  });
  await signIn(desk);
  const exported = desk.ask('history.export', { query: QUERY, columns: ['id'] });
  await asked.promise;
  await desk.ask('session.signOut', null);
  chosen.resolve();
  expect(wentWell(await exported)).toEqual({ saved: null, orders: 0 });
  expect(chunks).toEqual([false]);
});

it('refuses columns that it does not know, too many, none, or one twice', async () => {
  const desk = openDesk();
  await signIn(desk);
  for (const columns of [[], ['id', 'id'], ['token'], ['__proto__'], Array.from({ length: 21 }, () => 'id')])
    expect(errorOf(await desk.ask('history.export', { query: QUERY, columns: columns as 'id'[] })).kind).toBe('internal');
});

it('copies an order for a ticket, its number, and a link to it', async () => {
  const desk = openDesk();
  await signIn(desk);
  expect(wentWell(await desk.ask('orders.copyTicket', { id: 3 }))).toBe(true);
  expect(desk.copied.at(-1)).toMatch(
    /^Order 3\nProduct: .+\n(?:.+\n)+Server: shop\.example\nAs of: \d{4}-\d\d-\d\d \d\d:\d\d [+-]\d\d:\d\d\n$/,
  );
  expect(desk.copied.at(-1)).not.toMatch(/eyJ|practice-2026/);
  wentWell(await desk.ask('orders.copyNumber', { id: 3 }));
  wentWell(await desk.ask('orders.copyLink', { id: 3 }));
  expect(desk.copied.slice(1)).toEqual(['3', 'paydesk://order/3']);
});

it('a ticket is as old as the answer that it is made of', async () => {
  const desk = openDesk();
  await signIn(desk);
  const age = () => /As of: (.*)/.exec(desk.copied.at(-1) ?? '')?.[1];
  wentWell(await desk.ask('orders.copyTicket', { id: 3 }));
  const before = age();
  desk.tick(600_000);
  wentWell(await desk.ask('orders.copyTicket', { id: 3 }));
  expect(age()).toBe(before);
  wentWell(await desk.ask('orders.open', 3));
  wentWell(await desk.ask('orders.copyTicket', { id: 3 }));
  expect(age()).not.toBe(before);
});

it('a mark under way is said as such in the ticket', async () => {
  const desk = openDesk();
  desk.file.save({ settings: { ...desk.file.read().settings, hold: 4 } });
  await signIn(desk);
  const { rows } = wentWell(await desk.ask('payments.pending', { offset: 0, limit: 1, keep: false }));
  const { id = 0, order } = rows[0]?.payment ?? {};
  wentWell(
    await desk.ask('payments.mark', {
      payment: id,
      to: 'failed',
      saw: { status: 'pending', amount: null, order: null, product: null },
      reason: null,
      confirmed: false,
    }),
  );
  wentWell(await desk.ask('orders.copyTicket', { id: order ?? 0 }));
  expect(desk.copied.at(-1)).toMatch(
    new RegExp(`Payment ${id}: [^\\n]*pending[^\\n]*\\n  Under way at this desk: to be marked failed, not sent yet\\.`),
  );
});

it('of an order that nobody knows there is no ticket', async () => {
  const desk = openDesk();
  await signIn(desk);
  expect(errorOf(await desk.ask('orders.copyTicket', { id: 9_999 }))).toEqual({ kind: 'not-found', thing: 'order', id: 9_999 });
  expect(desk.copied).toEqual([]);
});

it('lists the rows that cannot be shown, as the server wrote them, and copies them', async () => {
  const desk = openDesk();
  desk.network.alter(aPage, (body) => [
    ...(body as object[]).slice(0, 2),
    { no: 'number', name: 'Rice\n=1' },
    7,
    ...(body as object[]).slice(2),
  ]);
  await signIn(desk);
  expect(wentWell(await desk.ask('history.unreadable', null))).toEqual([
    { place: 3, text: '{"no":"number","name":"Rice\\n=1"}' },
    { place: 4, text: '7' },
  ]);
  expect(wentWell(await desk.ask('history.copyUnreadable', null))).toBe(true);
  expect(desk.copied).toEqual(['Row 3: {"no":"number","name":"Rice\\n=1"}\nRow 4: 7\n']);
});

it('where all rows can be shown there is nothing to copy', async () => {
  const desk = openDesk();
  await signIn(desk);
  expect(wentWell(await desk.ask('history.unreadable', null))).toEqual([]);
  expect(wentWell(await desk.ask('history.copyUnreadable', null))).toBe(false);
});

it('a link shows its order to who is signed in, and waits for who is not', async () => {
  const desk = openDesk();
  desk.desk.showOrder(5);
  expect(errorOf(await desk.ask('app.toShow', null))).toEqual({ kind: 'session-ended' });
  await signIn(desk);
  expect(wentWell(await desk.ask('app.toShow', null))).toEqual({ place: 'orders', order: 5 });
  desk.desk.showOrder(6);
  await desk.ask('session.signOut', null);
  desk.desk.showOrder(7);
  expect(desk.events.filter(({ name }) => name === 'app.show').map(({ payload }) => payload)).toEqual([{ place: 'orders', order: 6 }]);
  await signIn(desk);
  expect(wentWell(await desk.ask('app.toShow', null))).toEqual({ place: 'orders', order: 7 });
});

it('nothing leaves for somebody who is not signed in', async () => {
  const desk = openDesk();
  for (const asked of [
    desk.ask('history.export', { query: QUERY, columns: ['id'] }),
    desk.ask('history.unreadable', null),
    desk.ask('history.copyUnreadable', null),
    desk.ask('orders.copyTicket', { id: 1 }),
    desk.ask('orders.copyNumber', { id: 1 }),
    desk.ask('orders.copyLink', { id: 1 }),
  ])
    expect(errorOf(await asked)).toEqual({ kind: 'session-ended' });
  expect(desk.copied).toEqual([]);
});

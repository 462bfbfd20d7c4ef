// Main's answers to what leaves Paydesk: the history as a file, orders and unreadable rows as text on the clipboard, and links that come in.
import type { ExportHistoryInput } from '../../shared/ipc/out-requests.ts';
import { readableText } from '../../shared/readable-text.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { orderLink } from '../app/deep-link.ts';
import type { Handlers } from '../ipc/handlers.ts';
import type { HistoryExport, ResultToExport } from '../orders/export-history.ts';
import { ticketText } from '../orders/ticket-text.ts';
import type { DeskFile } from '../settings/desk-file.ts';
import type { Identity } from './identity.ts';
import type { LinkedOrder } from './linked-order.ts';

export interface OutParts {
  readonly file: DeskFile;
  readonly historyExport: HistoryExport;
  readonly linked: LinkedOrder;
  identity(): Identity | null;
  /** Onto the clipboard. */
  copy(text: string): Promise<void>;
  log(line: string): void;
}

type Names =
  | `history.${'export' | 'cancelExport' | 'copyUnreadable'}`
  | `orders.${'copyTicket' | 'copyNumber' | 'copyLink'}`
  | 'app.toShow';
type OutHandlers = Pick<Handlers, Names>;

export function createOutHandlers(parts: OutParts): OutHandlers {
  const { file, historyExport, linked, identity } = parts;

  const signedIn =
    <I, O>(handler: (own: Identity, input: I) => Result<O> | Promise<Result<O>>) =>
    async (input: I): Promise<Result<O>> => {
      const own = identity();
      return own === null ? fail({ kind: 'session-ended' }) : await handler(own, input);
    };

  const copied = async (text: string): Promise<Result<boolean>> => {
    try {
      await parts.copy(text);
      return ok(true);
    } catch (thrown) {
      parts.log(`clipboard: ${thrown instanceof Error ? thrown.message : 'refused'}`);
      return ok(false);
    }
  };

  const resultOf = async (own: Identity, { query, columns }: ExportHistoryInput): Promise<ResultToExport> => {
    const { total } = await own.book.window(query, { offset: 0, limit: 1 }, false);
    return {
      total,
      asOf: own.book.summary().asOf,
      practice: own.connection.practice,
      csv: async (range) => {
        // Nothing of one person is written once another sits here.
        if (identity() !== own) return fail({ kind: 'session-ended' });
        return ok(await own.book.csv(query, columns, range));
      },
    };
  };

  const serverName = ({ connection: { server, practice } }: Identity): string | null => {
    if (practice) return null;
    return file.read().servers.find(({ address }) => address === server.base)?.name ?? URL.parse(server.base)?.host ?? server.base;
  };

  return {
    'history.export': signedIn(async (own, input) => await historyExport.save(await resultOf(own, input))),
    'history.cancelExport': () => {
      historyExport.cancel();
      return ok(null);
    },
    'history.copyUnreadable': signedIn(async ({ book }) => {
      const rows = await book.unreadable();
      const lines = rows.map(({ place, text }) => `Row ${place}: ${readableText(text)}`);
      return rows.length === 0 ? ok(false) : await copied(`${lines.join('\n')}\n`);
    }),
    'orders.copyTicket': signedIn(async (own, { id }) => {
      const order = await own.orders.peek(id);
      if (order === null) return fail({ kind: 'not-found', thing: 'order', id });
      const { currency } = file.read().settings;
      return await copied(ticketText({ order, server: serverName(own), asOf: own.orders.asOf(id), currency }));
    }),
    'orders.copyNumber': signedIn((_own, { id }) => copied(String(id))),
    'orders.copyLink': signedIn((_own, { id }) => copied(orderLink(id))),
    'app.toShow': signedIn(() => ok(linked.take())),
  };
}

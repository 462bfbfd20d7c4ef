// Main's answers to what leaves Paydesk: the history as a file, orders and unreadable rows as text on the clipboard, and links that come in.
import { type OrderCsvColumn, orderCsv } from '../../shared/domain/order-csv.ts';
import type { HistoryQuery } from '../../shared/ipc/order-schemas.ts';
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
  | `history.${'export' | 'cancelExport' | 'unreadable' | 'copyUnreadable'}`
  | `orders.${'copyTicket' | 'copyNumber' | 'copyLink'}`
  | 'app.toShow';
type OutHandlers = Pick<Handlers, Names>;

/** Rows that are told of one answer of the server: whoever has more has a server of another kind, and sees so from these. */
const MOST_UNREADABLE = 1_000;

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

  /** Orders as they stood in the result when it was asked for; one that has gone since is left out. */
  const resultOf = (own: Identity, query: HistoryQuery, columns: readonly OrderCsvColumn[]): ResultToExport => {
    const numbers = own.reader.numbers(query, null);
    return {
      total: numbers.length,
      asOf: own.history.state().asOf,
      practice: own.connection.practice,
      csv: async ({ offset, limit }) => {
        // Nothing of one person is written once another sits here.
        if (identity() !== own) return fail({ kind: 'session-ended' });
        const rows = numbers
          .slice(offset, offset + limit)
          .map((id) => own.orders.peek(id))
          .filter((row) => row !== null);
        return ok(new TextEncoder().encode(orderCsv(rows, columns, offset === 0)));
      },
    };
  };

  const serverName = ({ connection: { server, practice } }: Identity): string | null => {
    if (practice) return null;
    return file.read().servers.find(({ address }) => address === server.base)?.name ?? URL.parse(server.base)?.host ?? server.base;
  };

  return {
    'history.export': signedIn((own, { query, columns }) => historyExport.save(resultOf(own, query, columns))),
    'history.cancelExport': () => {
      historyExport.cancel();
      return ok(null);
    },
    'history.unreadable': signedIn(({ history }) => ok(history.unreadable().slice(0, MOST_UNREADABLE))),
    'history.copyUnreadable': signedIn(({ history }) => {
      const rows = history.unreadable();
      const lines = rows.map(({ place, text }) => `Row ${place}: ${readableText(text)}`);
      return rows.length === 0 ? ok(false) : copied(`${lines.join('\n')}\n`);
    }),
    'orders.copyTicket': signedIn((own, { id }) => {
      const order = own.orders.peek(id);
      if (order === null) return fail({ kind: 'not-found', thing: 'order', id });
      const { currency } = file.read().settings;
      return copied(ticketText({ order, server: serverName(own), asOf: own.orders.asOf(id), currency }));
    }),
    'orders.copyNumber': signedIn((_own, { id }) => copied(String(id))),
    'orders.copyLink': signedIn((_own, { id }) => copied(orderLink(id))),
    'app.toShow': signedIn(() => ok(linked.take())),
  };
}

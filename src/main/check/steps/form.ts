// The form of the history: in pages or in one piece, with payments or without, everybody's orders or one's own.
import { isRecord } from '../../http/read-error.ts';
import { type Finding, notTested, passed, warning } from '../finding.ts';
import type { At, Known } from '../known.ts';
import { readBeginning } from '../rows.ts';

const UNREAD = notTested('The history was not read.', null, { stops: true });

export async function checkPaging({ server }: At, { history }: Known): Promise<Finding> {
  const beginning = history === null ? null : readBeginning(history.text);
  if (beginning === null) return UNREAD;
  const { paging, count, nextHost } = beginning;
  const of = count === null ? '' : `, ${count} ${count === 1 ? 'order' : 'orders'} in all`;
  // Behind a proxy a server often takes itself for another one; only the question behind the address is ever followed.
  const elsewhere = nextHost !== null && nextHost !== new URL(server.origin).host;
  const hint = elsewhere
    ? `“next” leads to ${nextHost.slice(0, 100)}, not to this server: set USE_X_FORWARDED_HOST, or have the proxy pass on the Host header.`
    : null;
  switch (paging) {
    case 'none':
      return passed('The history comes in one piece.', {
        limits: [
          {
            cannot: 'It tells the order history in one piece only.',
            copes: 'Paydesk reads the whole of it each time, the more seldom the longer that takes.',
          },
        ],
      });
    case 'single-page':
      return passed(`The history comes in pages${of}; there is only one so far.`);
    case 'page':
      return passed(`The history comes in numbered pages${of}.`, { hint });
    case 'limit-offset':
      return passed(`The history comes in pages by place${of}.`, { hint });
    case 'cursor':
      return passed(`The history comes in pages that follow one another${of}.`, { hint });
    case 'unknown':
      return warning(
        'The history comes in pages that Paydesk does not know by name.',
        'Compare the number of orders in Paydesk with what the shop has.',
        { hint: 'The query of “next” holds none of page, offset, cursor; it is followed as it stands.' },
      );
  }
}

const OWN_ONLY = {
  cannot: 'As far as could be seen, it tells only your own orders.',
  copes: 'Orders of others do not appear here; a payment of one can still be marked by its number, where the server allows it.',
};

export async function checkEmbedded({ person }: At, { history, embedded, embeddedInOrder }: Known): Promise<Finding> {
  const beginning = history === null ? null : readBeginning(history.text);
  if (beginning === null) return UNREAD;
  if (embedded === null) return notTested('There is no order in the history yet.');
  const limits = onlyOwn(beginning.rows, person.kind === 'session' ? person.userId() : null) ? [OWN_ONLY] : [];
  if (embedded) return passed('The history tells each order’s payments.', { limits });
  const copes = embeddedInOrder
    ? 'Payments lists those of orders that were opened at this desk, and those recorded or marked here; any other is marked by its number.'
    : 'Payments lists only those that were recorded or marked at this desk; any other is marked by its number.';
  return warning('The history does not tell payments.', null, {
    hint: 'Orders carry none of payments, payment, payment_set: embed them in the order’s serializer, and Paydesk lists what is pending.',
    limits: [...limits, { cannot: 'Its history does not tell payments.', copes }],
  });
}

/** A few rows of one's own prove nothing; from here on it is worth saying. */
const ENOUGH = 5;

function onlyOwn(rows: readonly unknown[], own: number | null): boolean {
  return own !== null && rows.length >= ENOUGH && rows.every((row) => isRecord(row) && userOf(row['user']) === own);
}

function userOf(value: unknown): unknown {
  return isRecord(value) ? value['id'] : value;
}

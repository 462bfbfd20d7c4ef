// An order as plain text, for a ticket or a message: what the server has told, what is under way at this desk, and how old that is.
import { assertNever } from '../../shared/assert-never.ts';
import { formatMoney } from '../../shared/domain/money.ts';
import { ORDER_STATE_WORDS } from '../../shared/domain/order-state-words.ts';
import type { OrderRow, PaymentView } from '../../shared/ipc/order-schemas.ts';
import { localMinute } from '../../shared/local-time.ts';
import { readableText } from '../../shared/readable-text.ts';

export interface Ticket {
  readonly order: OrderRow;
  /** What the server is called on this computer; null: the practice store. */
  readonly server: string | null;
  /** ISO 8601 */
  readonly asOf: string;
  /** ISO 4217, or ''. */
  readonly currency: string;
}

const NOT_TOLD = 'not told by the server';
/** Longer texts would bury the ticket that they are put into. */
const LONGEST = 500;

export function ticketText({ order, server, asOf, currency }: Ticket): string {
  const money = (amount: string | null): string => (amount === null ? NOT_TOLD : formatMoney(amount, currency));
  const lines = [
    server === null ? `PRACTICE: order ${order.id}, which is not real` : `Order ${order.id}`,
    `Product: ${told(order.product)}`,
    ...(order.customer === null ? [] : [`Customer: ${told(order.customer)}`]),
    `Quantity: ${order.quantity ?? NOT_TOLD}`,
    `Price: ${money(order.price)}`,
    `Total: ${money(order.total)}`,
    `Paid: ${money(order.paid)}`,
    `Due: ${money(order.due)}`,
    `Created: ${order.createdAt === null ? NOT_TOLD : localMinute(order.createdAt)}`,
    `Payment status: ${ORDER_STATE_WORDS[order.state]}`,
    ...paymentLines(order.payments, money),
    `Server: ${server === null ? 'the practice store' : told(server)}`,
    `As of: ${localMinute(asOf)}`,
  ];
  return `${lines.join('\n')}\n`;
}

function paymentLines(payments: OrderRow['payments'], money: (amount: string | null) => string): string[] {
  if (payments === null) return [`Payments: ${NOT_TOLD}`];
  if (payments.length === 0) return ['Payments: none'];
  return payments.flatMap((payment) => {
    const { id, amount, status, createdAt } = payment;
    const facts = [money(amount), status === null ? `status ${NOT_TOLD}` : told(status)];
    if (createdAt !== null) facts.push(`created ${localMinute(createdAt)}`);
    const mark = markWords(payment);
    return [`Payment ${id}: ${facts.join(', ')}`, ...(mark === null ? [] : [`  Under way at this desk: ${mark}`])];
  });
}

/** Said apart from the status, which is the server's last word. */
function markWords({ standing, asked }: PaymentView): string | null {
  const to = asked ?? 'changed';
  switch (standing) {
    case 'settled':
      return null;
    case 'held':
    case 'waiting':
      return `to be marked ${to}, not sent yet.`;
    case 'sending':
      return `to be marked ${to}, sent, no answer yet.`;
    case 'unknown':
      return `was asked to be ${to}, but the answer was lost: not known whether it is.`;
    case 'conflict':
      return `was to be marked ${to}, but somebody else has changed it meanwhile: not decided.`;
    default:
      return assertNever(standing);
  }
}

/** On one line, so that no text of the server's can pass for a line of this. */
function told(text: string | null): string {
  const readable = readableText(text ?? '').trim();
  if (readable === '') return NOT_TOLD;
  return readable.length > LONGEST ? `${readable.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : readable;
}

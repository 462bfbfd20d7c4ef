// The same history without columns: an array of orders, plain comparisons, and the shared rules. What the index must agree with.
import type { Asking, Found } from '../../../../../src/main/store/columns/order-index.ts';
import type { Order } from '../../../../../src/main/store/facts.ts';
import { type Money, moneyText, timesQuantity } from '../../../../../src/shared/domain/money.ts';
import { ORDER_PAYMENT_STATES, orderPaymentState, paidSum } from '../../../../../src/shared/domain/payment.ts';
import type { AmountTerm, ReadQueryFunction, Term, TextTerm, TimeTerm } from '../../../../../src/shared/domain/query/terms.ts';
import type { HistoryQuery, SortKey } from '../../../../../src/shared/ipc/order-schemas.ts';

type Key = string | number | bigint | null;

export interface PlainHistory {
  readonly orders: Map<number, Order>;
  matching(query: HistoryQuery, asking: Asking): readonly Order[];
  ids(query: HistoryQuery, asking: Asking): readonly number[];
  counts(query: HistoryQuery, asking: Asking): Found['counts'];
}

export function plainHistory(read: ReadQueryFunction): PlainHistory {
  const orders = new Map<number, Order>();
  const inText = ({ text }: HistoryQuery, asking: Asking): readonly Order[] => {
    const { terms } = read(text, asking);
    return [...orders.values()].filter((order) => terms.every((term) => holds(order, term)));
  };
  const matching = (query: HistoryQuery, asking: Asking): readonly Order[] =>
    inText(query, asking).filter((order) => query.state === null || stateOf(order) === query.state);
  return {
    orders,
    matching,
    ids: (query, asking) => {
      const ids = matching(query, asking)
        .toSorted((a, b) => compareBy(a, b, query.sort))
        .map(({ id }) => id);
      const { terms } = read(query.text, asking);
      const [term] = terms;
      const named = terms.length === 1 && term?.kind === 'word' && !term.not ? ids.filter((id) => String(id) === term.text) : [];
      return [...named, ...ids.filter((id) => !named.includes(id))];
    },
    counts: (query, asking) => {
      const groups = Object.groupBy(inText(query, asking), stateOf);
      return Object.fromEntries(Object.entries(groups).map(([state, own]) => [state, own?.length ?? 0]));
    },
  };
}

const plainFold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');

const amountsOf = (order: Order): (Money | null)[] => [totalOf(order), ...(order.payments ?? []).map(({ amount }) => amount)];

const totalOf = ({ price, quantity }: Order): Money | null => (price === null || quantity === null ? null : timesQuantity(price, quantity));

const stateOf = (order: Order): (typeof ORDER_PAYMENT_STATES)[number] => orderPaymentState(totalOf(order), order.payments);

function paidOf({ payments }: Order): Money | null {
  if (payments?.some(({ status, amount }) => status === null || (status === 'completed' && amount === null)) !== false) return null;
  return paidSum(payments);
}

function dueOf(order: Order): Money | null {
  const [total, paid] = [totalOf(order), paidOf(order)];
  return total === null || paid === null ? null : total - paid;
}

function holds(order: Order, term: Term): boolean {
  switch (term.kind) {
    case 'word':
      return holdsWord(order, plainFold(term.text)) !== term.not;
    case 'text':
      return holdsText(order, term) !== term.not;
    case 'status':
      return term.any.includes(stateOf(order)) !== term.not;
    case 'amount':
      return holdsAmount(order, term);
    case 'time':
      return holdsTime(order, term);
  }
}

function holdsWord(order: Order, word: string): boolean {
  const amounts = amountsOf(order).map((own) => (own === null ? '' : moneyText(own)));
  const isIn = [String(order.id), order.product ?? '', order.customer ?? ''].some((text) => plainFold(text).includes(word));
  return isIn || amounts.some((text) => text.includes(/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(word) ? word.replaceAll(',', '') : word));
}

function holdsText(order: Order, { field, any }: TextTerm): boolean {
  if (field === 'payment') return (order.payments ?? []).some(({ id }) => any.includes(String(id)));
  const text = field === 'number' ? String(order.id) : order[field];
  return text !== null && any.some((word) => plainFold(text).includes(plainFold(word)));
}

function holdsAmount(order: Order, { field, from, to, not }: AmountTerm): boolean {
  const all = field === 'amount' ? amountsOf(order) : [amountOf(order, field)];
  const told = all.filter((own) => own !== null);
  const isWithin = (own: Money): boolean =>
    (from === null || own > from.value || (from.included && own === from.value)) &&
    (to === null || own < to.value || (to.included && own === to.value));
  return told.length > 0 && told.some(isWithin) !== not;
}

function holdsTime({ createdAt }: Order, { from, to, not }: TimeTerm): boolean {
  if (createdAt === null) return false;
  const at = Date.parse(createdAt);
  return ((from === null || at >= from) && (to === null || at < to)) !== not;
}

function amountOf(order: Order, field: 'total' | 'price' | 'paid' | 'due' | 'quantity'): Money | null {
  if (field === 'price' || field === 'quantity') return order[field];
  return field === 'total' ? totalOf(order) : field === 'paid' ? paidOf(order) : dueOf(order);
}

function keyOf(order: Order, by: SortKey): Key {
  switch (by) {
    case 'id':
      return order.id;
    case 'product':
    case 'customer':
      return order[by] === null ? null : plainFold(order[by]);
    case 'createdAt':
      return order.createdAt === null ? null : Date.parse(order.createdAt);
    case 'state':
      return ORDER_PAYMENT_STATES.indexOf(stateOf(order));
    default:
      return amountOf(order, by);
  }
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compareBy(a: Order, b: Order, sort: HistoryQuery['sort']): number {
  for (const { by, direction } of sort) {
    const order = compareKeys(keyOf(a, by), keyOf(b, by), direction === 'ascending' ? 1 : -1);
    if (order !== 0) return order;
  }
  return b.id - a.id;
}

/** What is not told stands last, whichever way. */
function compareKeys(a: Key, b: Key, sign: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'string' && typeof b === 'string') return sign * collator.compare(a, b);
  return sign * (a < b ? -1 : a > b ? 1 : 0);
}

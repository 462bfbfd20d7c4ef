// How orders, payments and profiles look on the wire.
import type { PracticeBehaviour } from './behaviour.ts';
import { customers } from './catalogue.ts';
import { minorAsText } from './exact-decimal.ts';
import type { Person } from './people.ts';
import { scatter } from './random.ts';
import type { OrderRow, PaymentRow } from './shop.ts';

const decimal = (minor: number, { decimals }: PracticeBehaviour): string | number =>
  decimals === 'text' ? minorAsText(minor) : minor / 100;

/** Python's isoformat: microseconds, unless there are none. Those below a millisecond are made up from the number. */
function timestamp(milliseconds: number, id: number): string {
  const text = new Date(milliseconds).toISOString();
  const whole = milliseconds % 1000 === 0;
  const microseconds = String(scatter(0, id, 0) % 1000).padStart(3, '0');
  return whole ? `${text.slice(0, -'.000Z'.length)}Z` : `${text.slice(0, -1)}${microseconds}Z`;
}

export function showPayment(payment: PaymentRow, behaviour: PracticeBehaviour): Record<string, unknown> {
  return {
    id: payment.id,
    order: payment.orderId,
    amount: decimal(payment.amountMinor, behaviour),
    status: payment.status,
    created_at: timestamp(payment.createdAt, payment.id),
  };
}

export function showOrder(order: OrderRow, payments: readonly PaymentRow[], behaviour: PracticeBehaviour): Record<string, unknown> {
  const last = payments.at(-1);
  return {
    id: order.id,
    user: order.userId,
    product_name: order.productName,
    quantity: order.quantity,
    price: decimal(order.priceMinor, behaviour),
    created_at: timestamp(order.createdAt, order.id),
    ...(behaviour.payments === 'many' ? { payments: payments.map((payment) => showPayment(payment, behaviour)) } : {}),
    ...(behaviour.payments === 'one' ? { payment: last ? showPayment(last, behaviour) : null } : {}),
    ...(behaviour.extraFields ? unheardOf(order) : {}),
  };
}

// What the guide does not tell of, in the shapes that such things take: text, null, a nested object, a list.
function unheardOf(order: OrderRow): Record<string, unknown> {
  const draw = (purpose: number, of: number): number => scatter(9, order.id, purpose) % of;
  return {
    customer: customers[draw(1, customers.length)],
    delivery_note: draw(2, 3) === 0 ? 'Ring twice; the dog is friendly.' : null,
    warehouse: { code: `W${1 + draw(3, 4)}`, shelf: `${'ABCDEF'.charAt(draw(4, 6))}-${10 + draw(5, 80)}`, on_hand: draw(6, 200) },
    tags: draw(7, 5) === 0 ? ['gift', 'fragile'] : [],
  };
}

/** `origin` is that of the request: a picture's address is absolute. */
export function showProfile(person: Person, origin: string, behaviour: PracticeBehaviour): Record<string, unknown> {
  return {
    user: person.id,
    first_name: person.firstName,
    last_name: person.lastName,
    email: person.email,
    phone_no: person.phoneNo,
    address: person.address,
    profile_img: person.picture && behaviour.profilePicture === 'url' ? `${origin}/media/profile_images/${person.username}.png` : null,
  };
}

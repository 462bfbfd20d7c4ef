// How orders, payments and profiles look on the wire.
import type { PracticeBehaviour } from './behaviour.ts';
import { customers } from './catalogue.ts';
import { created } from './dates.ts';
import { minorAsText } from './exact-decimal.ts';
import type { Person } from './people.ts';
import { scatter } from './random.ts';
import type { OrderRow, PaymentRow } from './shop.ts';

const decimal = (minor: number, { decimals }: PracticeBehaviour): string | number =>
  decimals === 'text' ? minorAsText(minor) : minor / 100;

const quantity = (count: number, { quantities, decimals }: PracticeBehaviour): string | number =>
  quantities === 'decimal' && decimals === 'text' ? count.toFixed(3) : count;

export function showPayment(payment: PaymentRow, behaviour: PracticeBehaviour): Record<string, unknown> {
  return {
    id: payment.id,
    order: payment.orderId,
    amount: decimal(payment.amountMinor, behaviour),
    status: payment.status,
    ...created(payment.createdAt, payment.id, behaviour),
  };
}

export function showOrder(order: OrderRow, payments: readonly PaymentRow[], behaviour: PracticeBehaviour): Record<string, unknown> {
  return {
    id: order.id,
    user: order.userId,
    product_name: order.productName,
    quantity: quantity(order.quantity, behaviour),
    price: decimal(order.priceMinor, behaviour),
    ...created(order.createdAt, order.id, behaviour),
    ...embedded(payments, behaviour),
    ...(behaviour.extraFields ? unheardOf(order) : {}),
  };
}

function embedded(payments: readonly PaymentRow[], behaviour: PracticeBehaviour): Record<string, unknown> {
  const { payments: how, paymentsName } = behaviour;
  if (how === 'none') return {};
  const last = payments.at(-1);
  if (how === 'one') return { [paymentsName === 'usual' ? 'payment' : paymentsName]: last ? showPayment(last, behaviour) : null };
  return { [paymentsName === 'usual' ? 'payments' : paymentsName]: payments.map((payment) => showPayment(payment, behaviour)) };
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
    profile_img:
      person.picture && behaviour.profilePicture === 'url'
        ? `${origin}${behaviour.prefix}/media/profile_images/${person.username}.png`
        : null,
  };
}

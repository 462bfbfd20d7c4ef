// What tests and demos may see and do behind the server's back: look at its data, and act as somebody else would.
import type { Person } from './people.ts';
import type { OrderRow, PaymentRow, PaymentStatus } from './shop.ts';
import type { TokenType } from './tokens.ts';
import type { Parts } from './view.ts';

export interface PracticeState {
  readonly orderCount: number;
  order(id: number): OrderRow | undefined;
  payment(id: number): PaymentRow | undefined;
  paymentsOf(orderId: number): readonly PaymentRow[];
  /** The first payment with this status, by number. */
  firstPayment(status: PaymentStatus): PaymentRow | undefined;
  person(username: string): Person | undefined;
  /** The numbers of the orders that this person is shown. */
  ordersShownTo(username: string): readonly number[];
  /** An order by somebody else (or by `userId`), made now unless told otherwise. Prices in hundredths. */
  addOrder(order: Pick<OrderRow, 'productName' | 'quantity' | 'priceMinor'> & Partial<Omit<OrderRow, 'id'>>): OrderRow;
  addPayment(payment: Pick<PaymentRow, 'orderId' | 'amountMinor'> & Partial<Omit<PaymentRow, 'id'>>): PaymentRow;
  /** Somebody else marks or corrects a payment. */
  changePayment(id: number, change: Partial<Pick<PaymentRow, 'status' | 'amountMinor'>>): PaymentRow | undefined;
  deletePayment(id: number): boolean;
  /** Makes every token issued so far expired. */
  expireTokens(which?: TokenType | 'all'): void;
  setActive(username: string, active: boolean): void;
}

const SOMEBODY_ELSE = 3;

export function openState({ shop, people, tokens, behaviour, now }: Parts): PracticeState {
  return {
    get orderCount() {
      return shop.orderCount;
    },
    order: shop.order,
    payment: shop.payment,
    paymentsOf: shop.paymentsOf,
    firstPayment(status) {
      for (let id = 1; id <= shop.orderCount; id += 1) {
        const found = shop.paymentsOf(id).find((payment) => payment.status === status);
        if (found) return found;
      }
      return undefined;
    },
    person: people.byName,
    ordersShownTo(username) {
      const own = people.byName(username)?.id;
      const all = Array.from({ length: shop.orderCount }, (_, index) => index + 1);
      return behaviour.ownOnly ? all.filter((id) => shop.order(id)?.userId === own) : all;
    },
    addOrder: (order) => shop.addOrder({ userId: SOMEBODY_ELSE, createdAt: now(), ...order }),
    addPayment: (payment) => shop.addPayment({ status: 'pending', createdAt: now(), ...payment }),
    changePayment: shop.changePayment,
    deletePayment: shop.deletePayment,
    expireTokens: (which = 'all') => tokens.expire(which),
    setActive(username, active) {
      const person = people.byName(username);
      if (person) people.change(person.id, { active });
    },
  };
}

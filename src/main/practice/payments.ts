// /api/orders/payments/ and /api/orders/payments/{id}/, whose method of updating differs from server to server.
import { type Answer, json, noneMatches } from './answers.ts';
import { checked, choice, money, optional, reference } from './fields.ts';
import { showPayment } from './render.ts';
import { readPart, readWhole } from './serializer.ts';
import type { PaymentRow, PaymentStatus } from './shop.ts';
import { type Asked, forMember, type Handler, type Method, type Parts, type View, withValues } from './view.ts';

const statuses: readonly PaymentStatus[] = ['pending', 'completed', 'failed'];

export function paymentCreationView({ shop, behaviour, now }: Parts): View {
  const fields = {
    order: checked(
      reference((id) => shop.order(id) !== undefined),
      // One payment for each order means a OneToOneField, and that is unique.
      (id) => (behaviour.payments === 'one' && shop.paymentsOf(id).length > 0 ? ['This field must be unique.'] : []),
    ),
    amount: money(),
  };
  return {
    name: 'Payment Create',
    access: 'members',
    fields,
    handlers: () => ({
      POST: forMember((call) =>
        withValues(
          call,
          (data) => readWhole(data, fields),
          (values) => {
            const payment = shop.addPayment({ orderId: values.order, amountMinor: values.amount, status: 'pending', createdAt: now() });
            return json(201, showPayment(payment, behaviour));
          },
        ),
      ),
    }),
  };
}

export function paymentView({ shop, behaviour }: Parts): View {
  const whole = {
    order: reference((id) => shop.order(id) !== undefined),
    amount: money(),
    // The model has a default, so even a PUT may leave it out.
    status: optional(choice(statuses)),
  };
  const statusAlone = { status: choice(statuses) };

  const find = (call: Asked): PaymentRow | undefined => {
    const payment = shop.payment(call.id);
    const order = payment && shop.order(payment.orderId);
    return behaviour.ownOnly && order?.userId !== call.person?.id ? undefined : payment;
  };
  // A view looks for its object before it looks at the body.
  const onPayment = (then: (call: Asked, payment: PaymentRow) => Answer | Promise<Answer>): Handler =>
    forMember((call) => {
      const payment = find(call);
      return payment ? then(call, payment) : noneMatches('Payment');
    });
  const change = (payment: PaymentRow, values: { order?: number; amount?: number; status?: PaymentStatus | undefined }): Answer => {
    const { order = payment.orderId, amount = payment.amountMinor, status = payment.status } = values;
    const after = shop.changePayment(payment.id, { orderId: order, amountMinor: amount, status });
    return json(200, showPayment(after ?? payment, behaviour));
  };

  const GET = onPayment((_, payment) => json(200, showPayment(payment, behaviour)));
  const replace = onPayment((call, payment) =>
    withValues(
      call,
      (data) => readWhole(data, whole),
      (values) => change(payment, values),
    ),
  );
  const amend = onPayment((call, payment) =>
    withValues(
      call,
      (data) => readPart(data, whole),
      (values) => change(payment, values),
    ),
  );
  const setStatus = onPayment((call, payment) =>
    withValues(
      call,
      (data) => readWhole(data, statusAlone),
      (values) => change(payment, values),
    ),
  );
  const updates: Readonly<Record<Parts['behaviour']['updateMethod'], Partial<Record<Method, Handler>>>> = {
    PATCH: { PUT: replace, PATCH: amend },
    PUT: { PUT: setStatus },
    'PUT-whole': { PUT: replace },
    POST: { POST: setStatus },
  };

  return {
    name: 'Payment Detail',
    access: 'members',
    fields: whole,
    handlers: () => ({ ...(behaviour.readPayment ? { GET } : {}), ...updates[behaviour.updateMethod] }),
  };
}

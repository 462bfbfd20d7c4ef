// An order in short, above the list and without leaving it: it follows the selected row and goes with the space bar or Escape.
import { type RefObject, useLayoutEffect, useState } from 'react';
import { formatMoney } from '../../shared/domain/money.ts';
import type { OrderRow, PaymentView } from '../../shared/ipc/order-schemas.ts';
import { useCurrency, useMurmured } from '../app/context.ts';
import { Amount } from '../ui/Amount.tsx';
import { ServerText } from '../ui/ServerText.tsx';
import { When } from '../ui/When.tsx';
import { orderWords, paymentWords } from './order-words.ts';
import { StatusMark } from './StatusMark.tsx';
import './peek.css';

/** More are told in the order itself. */
const MOST_PAYMENTS = 6;

interface PeekCardProps {
  readonly order: OrderRow;
  readonly index: number | null;
  readonly pane: RefObject<HTMLElement | null>;
}

export function PeekCard({ order, index, pane }: PeekCardProps) {
  const place = useFarFromRow(pane, index);
  const currency = useCurrency();
  const due = order.due === null ? 'due not told' : `due ${formatMoney(order.due, currency)}`;
  useMurmured(`Order ${order.id}: ${orderWords(order).word}, ${due}. ${paymentsWords(order.payments)}`);
  const payments = order.payments ?? [];
  return (
    <section className="peek" aria-label={`Peek at order ${order.id}`} data-place={place}>
      <header>
        <strong className="peek-title">Order {order.id}</strong>
        <StatusMark status={orderWords(order)} />
      </header>
      <p className="peek-product">
        <ServerText text={order.product} absent="No product name" />
      </p>
      <p className="soft">
        {order.customer === null || order.customer === '' ? null : (
          <>
            <ServerText text={order.customer} />,{' '}
          </>
        )}
        <When iso={order.createdAt} />
      </p>
      <dl className="peek-figures">
        <Figure label="Total" value={order.total} />
        <Figure label="Paid" value={order.paid} />
        <Figure label="Due" value={order.due} />
      </dl>
      {payments.length === 0 ? (
        <p className="soft">{paymentsWords(order.payments)}</p>
      ) : (
        <ul className="peek-payments">
          {payments.slice(0, MOST_PAYMENTS).map((payment) => (
            <Payment key={payment.id} payment={payment} />
          ))}
        </ul>
      )}
      {payments.length > MOST_PAYMENTS ? <p className="soft">and {payments.length - MOST_PAYMENTS} more</p> : null}
      <p className="peek-keys soft" aria-hidden="true">
        <kbd>Space</kbd> closes <kbd>Enter</kbd> opens
      </p>
    </section>
  );
}

function paymentsWords(payments: OrderRow['payments']): string {
  if (payments === null) return 'Payments not told.';
  if (payments.length === 0) return 'No payment.';
  return payments.map((payment) => `Payment ${payment.id} ${paymentWords(payment).word}`).join(', ');
}

function Figure({ label, value }: { readonly label: string; readonly value: string | null }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Amount value={value} />
      </dd>
    </div>
  );
}

function Payment({ payment }: { readonly payment: PaymentView }) {
  return (
    <li>
      <span className="number">{payment.id}</span>
      <Amount value={payment.amount} />
      <StatusMark status={paymentWords(payment)} />
    </li>
  );
}

/** In the half of the list in which the row is not: it must not cover what it speaks of. */
function useFarFromRow(pane: RefObject<HTMLElement | null>, index: number | null): 'above' | 'below' {
  const [place, setPlace] = useState<'above' | 'below'>('below');
  // The row is drawn a moment after it was selected, and stays where it is while the hand stays.
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(() => {
      const list = pane.current?.querySelector('[role=grid]')?.getBoundingClientRect();
      const row = index === null ? undefined : pane.current?.querySelector('[role=row][data-active=true]')?.getBoundingClientRect();
      if (list !== undefined && row !== undefined) setPlace(row.top > list.top + list.height / 2 ? 'above' : 'below');
    });
    return () => cancelAnimationFrame(frame);
  }, [pane, index]);
  return place;
}

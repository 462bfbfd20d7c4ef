// The payments of one order, and the buttons that act on the chosen one.
import { Plus } from 'lucide-react';
import type { PaymentStatus } from '../../shared/domain/payment.ts';
import type { PaymentView } from '../../shared/ipc/order-schemas.ts';
import { MarkButtons } from '../marks/MarkButtons.tsx';
import { Amount } from '../ui/Amount.tsx';
import { Button } from '../ui/Button.tsx';
import { Note } from '../ui/Note.tsx';
import { When } from '../ui/When.tsx';
import { actedOn } from './detail-store.ts';
import { paymentWords, standingSentence } from './order-words.ts';
import { StatusMark } from './StatusMark.tsx';

interface PaymentsOfOrderProps {
  readonly payments: readonly PaymentView[] | null;
  readonly chosen: number | null;
  readonly underWay: ReadonlyMap<number, PaymentStatus>;
  readonly onChoose: (id: number) => void;
  readonly onMark: (payment: PaymentView, to: PaymentStatus) => void;
  readonly onRecord: () => void;
  /** Operations that wait for a person's decision. */
  readonly undecided: ReadonlySet<string>;
  readonly onDecide: (operation: string) => void;
}

export function PaymentsOfOrder({ payments, chosen, underWay, onChoose, onMark, onRecord, undecided, onDecide }: PaymentsOfOrderProps) {
  const acted = actedOn(payments ?? [], chosen);
  return (
    <section className="payments" aria-label="Payments of this order">
      <div className="payments-head">
        <h3>Payments</h3>
        <Button icon={<Plus size={14} aria-hidden="true" />} onPress={onRecord}>
          Record payment
        </Button>
      </div>
      {payments === null || payments.length === 0 ? (
        <p className="payments-none">
          {payments === null ? 'This server does not say which payments an order has.' : 'No payment has been recorded yet.'}
        </p>
      ) : (
        <ul className="payment-list">
          {payments.map((payment) => (
            <PaymentItem
              key={payment.id}
              payment={payment}
              acted={payment.id === acted?.id}
              alone={payments.length === 1}
              undecided={payment.operation !== null && undecided.has(payment.operation)}
              onDecide={onDecide}
              onChoose={onChoose}
            />
          ))}
        </ul>
      )}
      {acted === null ? null : (
        <div className="payment-act">
          {payments !== null && payments.length > 1 ? <p className="soft">Payment {acted.id} is chosen.</p> : null}
          <StandingNote payment={acted} />
          <MarkButtons payment={acted} underWay={underWay.get(acted.id) ?? null} onMark={(to) => onMark(acted, to)} />
        </div>
      )}
    </section>
  );
}

function StandingNote({ payment }: { readonly payment: PaymentView }) {
  const sentence = standingSentence(payment);
  if (sentence === null) return null;
  const doubtful = payment.standing === 'unknown' || payment.standing === 'conflict';
  return <Note tone={doubtful ? 'warn' : 'info'}>{sentence}</Note>;
}

interface PaymentItemProps {
  readonly payment: PaymentView;
  readonly acted: boolean;
  readonly alone: boolean;
  readonly undecided: boolean;
  readonly onDecide: (operation: string) => void;
  readonly onChoose: (id: number) => void;
}

/** A radio button where there is something to choose; plain facts where there is not. */
function PaymentItem({ payment, acted, alone, undecided, onDecide, onChoose }: PaymentItemProps) {
  const facts = (
    <>
      <span className="payment-name">
        Payment <span className="number copy">{payment.id}</span>
        <span className="payment-when">
          {payment.createdAt === null ? (standingSentence(payment) ?? '') : <When iso={payment.createdAt} />}
        </span>
      </span>
      <span className="payment-amount">
        <Amount value={payment.amount} copy />
      </span>
      <StatusMark status={paymentWords(payment)} />
    </>
  );
  const { operation } = payment;
  const decide =
    undecided && operation !== null ? (
      <Button kind="primary" onPress={() => onDecide(operation)}>
        Decide
      </Button>
    ) : null;
  if (alone)
    return (
      <li className="payment-item">
        <div className="payment">{facts}</div>
        {decide}
      </li>
    );
  return (
    <li className="payment-item">
      <label className="payment" data-chosen={acted}>
        <input type="radio" name="payment" checked={acted} onChange={() => onChoose(payment.id)} aria-label={`Payment ${payment.id}`} />
        {facts}
      </label>
      {decide}
    </li>
  );
}

// The marks that a payment can be given now; its present status is not among them.
import { Check, Undo2, X } from 'lucide-react';
import { PAYMENT_STATUSES, type PaymentStatus } from '../../shared/domain/payment.ts';
import type { PaymentView } from '../../shared/ipc/order-schemas.ts';
import { Button } from '../ui/Button.tsx';

const ICONS = { completed: Check, failed: X, pending: Undo2 } as const;

interface MarkButtonsProps {
  /** null: a payment of which only the number is known. */
  readonly payment: Pick<PaymentView, 'status' | 'standing'> | null;
  readonly underWay: PaymentStatus | null;
  readonly unavailable?: boolean;
  readonly onMark: (to: PaymentStatus) => void;
}

/** @returns the marks to offer: with an unknown standing nobody knows the present status, so all three. */
export function marksFor(payment: Pick<PaymentView, 'status' | 'standing'> | null): readonly PaymentStatus[] {
  if (payment === null || payment.standing === 'unknown') return PAYMENT_STATUSES;
  return PAYMENT_STATUSES.filter((status) => status !== payment.status);
}

export function MarkButtons({ payment, underWay, unavailable = false, onMark }: MarkButtonsProps) {
  const sending = underWay !== null || payment?.standing === 'sending';
  const [first] = marksFor(payment);
  return (
    <div className="mark-buttons">
      {marksFor(payment).map((status) => {
        const Icon = ICONS[status];
        return (
          <Button
            key={status}
            kind={status === first && status === 'completed' ? 'primary' : 'plain'}
            icon={<Icon size={15} aria-hidden="true" />}
            pending={underWay === status}
            unavailable={unavailable || sending}
            onPress={() => onMark(status)}
          >
            Mark {status}
          </Button>
        );
      })}
    </div>
  );
}

// The marks that a payment can be given now; its present status is not among them, but keeps its place.
import { Check, Undo2, X } from 'lucide-react';
import { useContext, useEffect, useRef } from 'react';
import { PAYMENT_STATUSES, type PaymentStatus } from '../../shared/domain/payment.ts';
import type { PaymentView } from '../../shared/ipc/order-schemas.ts';
import { LetterKeysContext } from '../app/context.ts';
import { Button } from '../ui/Button.tsx';
import { marksFor } from './marks-for.ts';

const KEYS = { completed: 'Mark completed (C)', failed: 'Mark failed (F)', pending: 'Mark pending' } as const;
const ICONS = { completed: Check, failed: X, pending: Undo2 } as const;

interface MarkButtonsProps {
  /** null: a payment of which only the number is known. */
  readonly payment: Pick<PaymentView, 'status' | 'standing'> | null;
  readonly underWay: PaymentStatus | null;
  readonly onMark: (to: PaymentStatus) => void;
}

export function MarkButtons({ payment, underWay, onMark }: MarkButtonsProps) {
  const letterKeys = useContext(LetterKeysContext);
  // One at a time: a mark that is held is undone before another one is made.
  const busy = underWay !== null || (payment !== null && payment.standing !== 'settled');
  const offered = marksFor(payment);
  const group = useRef<HTMLFieldSetElement>(null);
  const pressed = useRef(false);
  const status = payment?.status ?? null;
  // The pressed button is gone once its mark has become the present status; the focus stays among its neighbours.
  useEffect(() => {
    if (pressed.current && status !== null && document.activeElement === document.body) group.current?.focus({ preventScroll: true });
    pressed.current = false;
  }, [status]);
  return (
    <fieldset className="mark-buttons" ref={group} tabIndex={-1} aria-label="Mark this payment">
      {PAYMENT_STATUSES.map((mark) => {
        const Icon = ICONS[mark];
        if (!offered.includes(mark)) {
          return (
            <span key={mark} className="mark-present">
              <Icon size={15} aria-hidden="true" /> Is {mark}
            </span>
          );
        }
        return (
          <Button
            key={mark}
            title={letterKeys ? KEYS[mark] : undefined}
            kind={mark === 'completed' ? 'primary' : 'plain'}
            icon={<Icon size={15} aria-hidden="true" />}
            pending={underWay === mark}
            unavailable={busy}
            onPress={() => {
              pressed.current = true;
              onMark(mark);
            }}
          >
            Mark {mark}
          </Button>
        );
      })}
    </fieldset>
  );
}

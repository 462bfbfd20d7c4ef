// One number, three buttons: whatever is marked on this screen is the payment whose number stands in the box.
import type { KeyboardEvent } from 'react';
import type { PaymentStatus } from '../../shared/domain/payment.ts';
import type { PendingRow } from '../../shared/ipc/order-schemas.ts';
import { MarkButtons } from '../marks/MarkButtons.tsx';
import { standingSentence } from '../orders/order-words.ts';
import { Field } from '../ui/Field.tsx';

interface MarkBarProps {
  readonly typed: string;
  readonly number: number | null;
  readonly error: string | undefined;
  /** The payment that the number stands for, where it is in the list. */
  readonly known: PendingRow | null;
  readonly line: string | null;
  readonly underWay: PaymentStatus | null;
  readonly onType: (typed: string) => void;
  readonly onMark: (to: PaymentStatus) => void;
}

export function MarkBar({ typed, number, error, known, line, underWay, onType, onMark }: MarkBarProps) {
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && typed !== '') onType('');
  };
  const standing = known === null ? null : standingSentence(known.payment);
  return (
    <div className="mark-bar" role="group" aria-label="Mark a payment" onKeyDown={keyDown}>
      <Field label="Payment number" numeric value={typed} onChange={onType} error={error} />
      <div className="mark-bar-act">
        <p className="mark-bar-line" data-empty={line === null}>
          <bdi className="cut" title={line ?? undefined}>
            {lineFor(number, line)}
          </bdi>
          {standing === null ? null : <span className="mark-bar-standing">{standing}</span>}
        </p>
        {/* A pending payment can be set to pending as well: harmless, and the three buttons never change place under a hand. */}
        <MarkButtons payment={known === null ? null : { ...known.payment, status: null }} underWay={underWay} onMark={onMark} />
      </div>
    </div>
  );
}

function lineFor(number: number | null, line: string | null): string {
  if (line !== null) return line;
  if (number === null) return 'Choose a payment below, or type its number.';
  return `Payment ${number} is not among the pending ones here. It can be marked by its number all the same.`;
}

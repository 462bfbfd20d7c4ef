// One number, three buttons: whatever is marked on this screen is the payment whose number stands in the box.
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useRef } from 'react';
import type { PaymentStatus } from '../../shared/domain/payment.ts';
import type { PendingRow } from '../../shared/ipc/order-schemas.ts';
import { MarkButtons } from '../marks/MarkButtons.tsx';
import { standingSentence } from '../orders/order-words.ts';
import { Field } from '../ui/Field.tsx';

interface MarkBarProps {
  readonly typed: string;
  readonly number: number | null;
  readonly error: string | undefined;
  /** The payment that the number stands for, where this desk knows it. */
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
  // What stands in the box is the selected payment's number: whoever comes to type another one replaces it. Appended digits would be a
  // third payment. A click sets the caret after the focus has come, so the whole is selected once more then.
  const arrived = useRef(false);
  const focused = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLInputElement)) return;
    target.select();
    arrived.current = true;
  };
  const released = ({ target }: MouseEvent) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (arrived.current && target.selectionStart === target.selectionEnd) target.select();
    arrived.current = false;
  };
  const standing = known === null ? null : standingSentence(known.payment);
  return (
    <div className="mark-bar" role="group" aria-label="Mark a payment" onKeyDown={keyDown} onFocus={focused} onMouseUp={released}>
      <Field label="Payment number" numeric value={typed} onChange={onType} error={error} />
      <div className="mark-bar-act">
        <p className="mark-bar-line" data-empty={line === null}>
          <bdi className="cut" title={line ?? undefined}>
            {lineFor(number, line)}
          </bdi>
          {standing === null ? null : <span className="mark-bar-standing">{standing}</span>}
        </p>
        {/* A pending payment can be set to pending as well: harmless, and the three buttons never change place under a hand. */}
        <MarkButtons
          payment={known?.payment.status === 'pending' ? { ...known.payment, status: null } : (known?.payment ?? null)}
          underWay={underWay}
          onMark={onMark}
        />
      </div>
    </div>
  );
}

function lineFor(number: number | null, line: string | null): string {
  if (line !== null) return line;
  if (number === null) return 'Choose a payment below, or type its number.';
  return `Payment ${number} is not known on this desk. It can be marked by its number all the same.`;
}

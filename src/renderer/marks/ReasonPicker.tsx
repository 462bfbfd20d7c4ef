// Why a payment that was decided already is set to something else: what it nearly always is, or a few words.
import { Field } from '../ui/Field.tsx';

const REASONS = ['Marked by mistake', 'Customer paid after all', 'Payment was returned', 'Wrong payment marked'] as const;

interface ReasonPickerProps {
  readonly value: string;
  readonly error: string | undefined;
  readonly autoFocus?: boolean;
  readonly onChange: (reason: string) => void;
}

export function ReasonPicker({ value, error, autoFocus = true, onChange }: ReasonPickerProps) {
  return (
    <>
      <div className="reasons" role="group" aria-label="Common reasons">
        {REASONS.map((common) => (
          <button key={common} type="button" className="chip" aria-pressed={value === common} onClick={() => onChange(common)}>
            {common}
          </button>
        ))}
      </div>
      <Field label="Reason" autoFocus={autoFocus} required maxLength={500} value={value} error={error} onChange={onChange} />
    </>
  );
}

// What came of one test, by word, shape and colour, so that any one of the three is enough.
import { Circle, CircleCheck, CircleMinus, CircleX, LoaderCircle, type LucideIcon, TriangleAlert } from 'lucide-react';
import { type CheckState, STATE_WORDS } from '../../shared/domain/connection-check.ts';
import '../orders/status.css';

const SHAPES: Readonly<Record<CheckState, LucideIcon>> = {
  waiting: Circle,
  running: LoaderCircle,
  passed: CircleCheck,
  warning: TriangleAlert,
  failed: CircleX,
  'not-tested': CircleMinus,
};

/** The looks of a payment's status, which people know already. */
const LOOKS: Readonly<Record<CheckState, string>> = {
  waiting: 'none',
  running: 'sending',
  passed: 'good',
  warning: 'wait',
  failed: 'bad',
  'not-tested': 'none',
};

export function CheckMark({ state }: { readonly state: CheckState }) {
  const Shape = SHAPES[state];
  return (
    <span className="status" data-look={LOOKS[state]}>
      <Shape size={14} strokeWidth={2.2} aria-hidden="true" />
      <span className="cut">{STATE_WORDS[state]}</span>
    </span>
  );
}

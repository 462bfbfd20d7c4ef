// A status by word, shape and colour, so that any one of the three is enough.
import { Circle, CircleCheck, CircleDashed, CircleHelp, CircleX, Contrast, LoaderCircle, type LucideIcon } from 'lucide-react';
import type { Look, StatusWords } from './order-words.ts';
import './status.css';

const SHAPES: Readonly<Record<Look, LucideIcon>> = {
  good: CircleCheck,
  bad: CircleX,
  wait: CircleDashed,
  part: Contrast,
  none: Circle,
  sending: LoaderCircle,
  unknown: CircleHelp,
};

export function StatusMark({ status }: { readonly status: StatusWords }) {
  const Shape = SHAPES[status.look];
  return (
    <span className="status" data-look={status.look}>
      <Shape size={14} strokeWidth={2.2} aria-hidden="true" />
      <bdi className="cut">{status.word}</bdi>
    </span>
  );
}

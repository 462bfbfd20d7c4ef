// A status by word, shape and colour, so that any one of the three is enough.
import { Circle, CircleCheck, CircleDashed, CircleHelp, CircleX, Clock, Contrast, LoaderCircle, type LucideIcon } from 'lucide-react';
import { useSeconds } from '../ui/use-seconds.ts';
import type { Look, StatusWords } from './order-words.ts';
import './status.css';

const SHAPES: Readonly<Record<Look, LucideIcon>> = {
  good: CircleCheck,
  bad: CircleX,
  wait: CircleDashed,
  part: Contrast,
  none: Circle,
  held: Clock,
  sending: LoaderCircle,
  unknown: CircleHelp,
};

export function StatusMark({ status }: { readonly status: StatusWords }) {
  const Shape = SHAPES[status.look];
  return (
    <span className="status" data-look={status.look}>
      <Shape size={14} strokeWidth={2.2} aria-hidden="true" />
      <bdi className="cut">{status.word}</bdi>
      {status.until == null ? null : <Seconds until={status.until} />}
    </span>
  );
}

/** A component of its own, so that a second passing draws this and nothing else. */
function Seconds({ until }: { readonly until: string }) {
  const seconds = useSeconds(until);
  return <span className="status-seconds number">{seconds === 0 ? '…' : `${seconds} s`}</span>;
}

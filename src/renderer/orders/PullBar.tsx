// Below the rows while the history is on its way and that takes a while: what is waited for, and the way out.
import type { HistoryState } from '../../shared/ipc/order-schemas.ts';
import { Button } from '../ui/Button.tsx';
import { useSecondsSince } from '../ui/use-seconds-since.ts';
import { pullWords } from './pull-words.ts';
import './pull-bar.css';

interface PullBarProps {
  readonly pulling: HistoryState['pulling'];
  readonly onCancel: () => void;
}

/** Seconds: what is quicker than this needs no words. */
const PATIENCE = 2;

export function PullBar({ pulling, onCancel }: PullBarProps) {
  const seconds = useSecondsSince(pulling === null ? null : Date.parse(pulling.since));
  if (pulling === null || seconds < PATIENCE) return null;
  const { words, part } = pullWords(pulling, seconds);
  return (
    <section className="pull-bar" aria-label="Loading the history">
      {part === null ? <span className="spinner" aria-hidden="true" /> : <progress aria-hidden="true" value={part} />}
      <p className="number">{words}</p>
      <Button onPress={onCancel}>Cancel</Button>
    </section>
  );
}

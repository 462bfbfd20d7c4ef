// Where the open order stands in the result, and the way to the one before and the one after.
import { ChevronDown, ChevronUp } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { grouped } from '../ui/format-time.ts';
import { soFar } from './pull-words.ts';
import './in-result.css';

export interface Among {
  /** From 0; null: it is not in the result, or not known yet. */
  readonly index: number | null;
  readonly total: number;
  /** There are at least so many. */
  readonly partial: boolean;
  readonly onStep: (by: -1 | 1) => void;
}

export function InResult({ index, total, partial, onStep }: Among) {
  return (
    <div className="in-result">
      <span className="number soft" title="Its place in the list">
        {index === null ? 'Not in the list' : `${grouped(index + 1)} of ${soFar(total, partial)}`}
      </span>
      <Button
        kind="quiet"
        iconOnly
        icon={<ChevronUp size={16} aria-hidden="true" />}
        aria-label="Previous order"
        title="Previous order (Alt+↑)"
        unavailable={index === null || index === 0}
        onPress={() => onStep(-1)}
      />
      <Button
        kind="quiet"
        iconOnly
        icon={<ChevronDown size={16} aria-hidden="true" />}
        aria-label="Next order"
        title="Next order (Alt+↓)"
        unavailable={index === null || index >= total - 1}
        onPress={() => onStep(1)}
      />
    </div>
  );
}

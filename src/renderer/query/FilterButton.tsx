// Opens the filter: for those who would rather pick days and amounts than type them.
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { FilterDialog } from './FilterDialog.tsx';
import './query.css';

interface FilterButtonProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** IANA name of the zone in which days begin and end. */
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function FilterButton({ text, onText, zone, now }: FilterButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<SlidersHorizontal size={14} aria-hidden="true" />} aria-haspopup="dialog" onPress={() => setOpen(true)}>
        Filter
      </Button>
      {open ? <FilterDialog text={text} zone={zone} now={now} onText={onText} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

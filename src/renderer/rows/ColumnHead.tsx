// A column's head: says how the grid is sorted and sorts it, by mouse and keyboard.
import { ArrowDown } from 'lucide-react';

interface ColumnHeadProps {
  readonly column: string;
  readonly label: string;
  readonly align?: 'end';
  readonly direction?: 'ascending' | 'descending' | null;
  readonly onSort?: () => void;
}

export function ColumnHead({ column, label, align, direction = null, onSort }: ColumnHeadProps) {
  const sort = onSort === undefined ? {} : { 'aria-sort': direction ?? ('none' as const) };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the button within is what takes the focus.
    <div role="columnheader" className="column" data-column={column} data-align={align} {...sort}>
      {onSort === undefined ? (
        label
      ) : (
        <button type="button" className="column-sort" onClick={onSort}>
          {label}
          <ArrowDown size={12} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

// A column's head: says how the grid is sorted and sorts it, by mouse and keyboard.
import { ArrowDown } from 'lucide-react';

interface ColumnHeadProps {
  readonly column: string;
  readonly label: string;
  readonly align?: 'end';
  readonly direction?: 'ascending' | 'descending' | null;
  /** Its place where several columns sort, and what that is in words; null: it sorts alone, or not at all. */
  readonly among?: { readonly place: number; readonly words: string } | null;
  /** @param also beside the columns that sort already. */
  readonly onSort?: (also: boolean) => void;
  readonly hint?: string;
}

export function ColumnHead({ column, label, align, direction = null, among = null, onSort, hint }: ColumnHeadProps) {
  // Only one head may say it in ARIA: the first; the others tell their part in words.
  const sort =
    onSort === undefined ? {} : { 'aria-sort': among === null || among.place === 1 ? (direction ?? ('none' as const)) : undefined };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the button within is what takes the focus.
    <div role="columnheader" className="column" data-column={column} data-align={align} data-sorted={direction} {...sort}>
      {onSort === undefined ? (
        label
      ) : (
        // Enter and the space bar come as clicks, Shift with them.
        <button
          type="button"
          className="column-sort"
          title={hint}
          aria-description={among?.words}
          onClick={(event) => onSort(event.shiftKey)}
        >
          <span className="cut">{label}</span>
          <ArrowDown size={12} aria-hidden="true" />
          {among === null ? null : (
            <span className="column-place number" aria-hidden="true">
              {among.place}
            </span>
          )}
        </button>
      )}
    </div>
  );
}

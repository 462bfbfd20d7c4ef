// One cell of a grid's row.
import type { ReactNode } from 'react';

interface CellProps {
  readonly column: string;
  readonly align?: 'end';
  readonly children: ReactNode;
}

export function Cell({ column, align, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid is the one tab stop; its active descendant is the row.
    <div role="gridcell" className="cell" data-column={column} data-align={align}>
      {children}
    </div>
  );
}

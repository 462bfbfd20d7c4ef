// One row of a grid: placed by pixels, named for assistive technology, handing its focus to the grid.
import type { FocusEvent, ReactNode } from 'react';
import type { RowPlace } from './Grid.tsx';

interface GridRowProps {
  readonly place: RowPlace;
  readonly label: string;
  readonly onSelect: (index: number) => void;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

export function GridRow({ place, label, onSelect, onOpen, children }: GridRowProps) {
  // A drawn row may leave the document at any scroll, and focus with it; so the grid keeps the focus, and a focused row only becomes selected.
  const focused = (event: FocusEvent<HTMLElement>) => {
    event.currentTarget.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
    onSelect(place.index);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys for all of its rows.
    <div
      id={place.id}
      role="row"
      tabIndex={-1}
      className="grid-row"
      aria-label={label}
      aria-rowindex={place.index + 2}
      aria-selected={place.selected}
      style={{ transform: `translateY(${place.top}px)` }}
      onFocus={focused}
      onClick={() => onSelect(place.index)}
      onDoubleClick={onOpen}
    >
      {children}
    </div>
  );
}

interface SkeletonRowProps {
  readonly place: RowPlace;
  /** The column of each bone and how much of it the bone fills, in percent. */
  readonly cells: readonly { readonly area: string; readonly width: number; readonly end: boolean }[];
}

/** A row whose facts are on their way. Uneven bones, so that a screenful does not look like stripes. */
export function SkeletonRow({ place, cells }: SkeletonRowProps) {
  return (
    <div className="grid-row" aria-hidden="true" style={{ transform: `translateY(${place.top}px)` }}>
      {cells.map((cell) => (
        <span key={cell.area} className="cell" data-column={cell.area} data-align={cell.end ? 'end' : undefined}>
          <span className="bone" style={{ width: `${cell.width - ((place.index * 7) % 5) * 6}%` }} />
        </span>
      ))}
    </div>
  );
}

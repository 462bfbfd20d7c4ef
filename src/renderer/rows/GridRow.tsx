// One row of a grid: placed by pixels, named for assistive technology, handing its focus to the grid.
import { Check } from 'lucide-react';
import type { FocusEvent, MouseEvent, ReactNode } from 'react';
import type { Gesture } from './choice.ts';
import type { RowPlace } from './Grid.tsx';

interface GridRowProps {
  readonly place: RowPlace;
  readonly label: string;
  readonly onSelect: (index: number, gesture: Gesture) => void;
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

export function GridRow({ place, label, onSelect, onOpen, children }: GridRowProps) {
  // A drawn row may leave the document at any scroll, and focus with it; so the grid keeps the focus, and a focused row only becomes selected.
  const focused = (event: FocusEvent<HTMLElement>) => {
    focusGrid(event.currentTarget);
    onSelect(place.index, 'only');
  };
  // A press that adds to the choice must not first select the row alone, as its focus would.
  const pressed = (event: MouseEvent<HTMLElement>) => {
    if (gestureOf(event) === 'only') return;
    event.preventDefault();
    focusGrid(event.currentTarget);
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
      data-active={place.active}
      style={{ transform: `translateY(${place.top}px)` }}
      onFocus={focused}
      onMouseDown={pressed}
      onClick={(event) => onSelect(place.index, gestureOf(event))}
      onDoubleClick={(event) => (gestureOf(event) === 'only' ? onOpen?.() : undefined)}
    >
      {/* For the mouse; the space bar does the same, and `aria-selected` tells it. */}
      <span className="row-tick" aria-hidden="true" data-ticked={place.ticked}>
        <span className="row-tick-box">{place.ticked ? <Check size={11} strokeWidth={3.2} /> : null}</span>
      </span>
      {children}
    </div>
  );
}

function gestureOf({ target, ctrlKey, metaKey, shiftKey }: MouseEvent): Gesture {
  if (shiftKey) return ctrlKey || metaKey ? 'add-range' : 'range';
  if (target instanceof Element && target.closest('.row-tick') !== null) return 'tick';
  return ctrlKey || metaKey ? 'toggle' : 'only';
}

function focusGrid(row: HTMLElement): void {
  row.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
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

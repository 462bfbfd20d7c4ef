// Between the history and the open order: moved by mouse and keys, back to its first place with a double click or Enter.
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import './divider.css';

interface DividerProps {
  /** Of the open order, in pixels; null: as wide as suits the window. */
  readonly width: number | null;
  readonly onWidth: (width: number | null) => void;
}

const NARROWEST = 320;
/** Of the list that stays. */
const LEFT_OVER = 340;
const STEP = 24;

export function Divider({ width, onWidth }: DividerProps) {
  const element = useRef<HTMLDivElement>(null);
  const room = () => {
    const whole = element.current?.parentElement?.clientWidth ?? NARROWEST + LEFT_OVER;
    return Math.max(NARROWEST, whole - LEFT_OVER);
  };
  const actual = () => element.current?.nextElementSibling?.getBoundingClientRect().width ?? NARROWEST;
  const put = (wanted: number) => onWidth(Math.round(Math.max(NARROWEST, Math.min(wanted, room()))));
  const keyDown = (event: KeyboardEvent) => {
    const to = widthAfterKey(event.key, actual(), room());
    if (to === undefined) return;
    event.preventDefault();
    if (to === null) onWidth(null);
    else put(to);
  };
  const moved = ({ currentTarget, clientX, pointerId }: PointerEvent<HTMLElement>) => {
    if (currentTarget.hasPointerCapture(pointerId)) put((currentTarget.parentElement?.getBoundingClientRect().right ?? clientX) - clientX);
  };
  return (
    <div
      ref={element}
      role="separator"
      className="divider"
      aria-label="Width of the order"
      aria-orientation="vertical"
      aria-valuemin={NARROWEST}
      aria-valuemax={Math.max(room(), width ?? 0)}
      aria-valuenow={width ?? Math.round(actual())}
      aria-valuetext={width === null ? 'As wide as suits the window' : `${width} pixels`}
      title="Drag to make the order wider or narrower"
      tabIndex={0}
      onKeyDown={keyDown}
      onDoubleClick={() => onWidth(null)}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={moved}
    />
  );
}

/** @returns null: back to the first width; undefined: the key is none of these. */
function widthAfterKey(key: string, width: number, widest: number): number | null | undefined {
  switch (key) {
    case 'ArrowLeft':
      return width + STEP;
    case 'ArrowRight':
      return width - STEP;
    case 'Home':
      return widest;
    case 'End':
      return NARROWEST;
    case 'Enter':
      return null;
    default:
      return undefined;
  }
}

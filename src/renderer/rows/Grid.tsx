// A grid of real rows, of which only those in sight are in the document. One tab stop: the grid; the selected row is its active descendant.
import { ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useContext, useEffect, useId, useRef } from 'react';
import { LetterKeysContext } from '../app/context.ts';
import type { Gesture } from './choice.ts';
import type { ChoiceState } from './choice-store.ts';
import { actOfKey, type ListAct } from './list-keys.ts';
import type { RowRange } from './page-cache.ts';
import { laidOutHeight } from './scroll-math.ts';
import { useFollowSelected } from './use-follow-selected.ts';
import { useScrolledRows } from './use-scrolled-rows.ts';
import './rows.css';

/** As in tokens.css. */
const ROW_HEIGHT = 36;
const HEADER_HEIGHT = 32;

export interface RowPlace {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  /** The keys are at this row. */
  readonly active: boolean;
  /** Marks concern it: it is the active one, or one of many that are chosen. */
  readonly selected: boolean;
  readonly ticked: boolean;
}

type Choice = Pick<ChoiceState, 'ids' | 'many' | 'all' | 'clear'>;
const NO_CHOICE: Choice = { ids: new Set(), many: false, all: () => undefined, clear: () => undefined };

interface GridProps {
  readonly label: string;
  readonly count: number;
  readonly header: ReactNode;
  readonly row: (place: RowPlace) => ReactNode;
  readonly selectedIndex: number | null;
  /** Absent: a list in which rows are looked at, one at a time. */
  readonly choice?: Choice;
  /** The number of a row, where rows can be chosen; undefined while it is on its way. */
  readonly idAt?: (index: number) => number | undefined;
  /** Pixels; absent: comfortable. */
  readonly rowHeight?: number;
  /** The row that is to stand at the top as soon as it can; null: the list stands where it stands. */
  readonly goal?: number | null;
  readonly onArrived?: () => void;
  readonly reveal: boolean;
  readonly onRevealed: () => void;
  readonly offset: number;
  readonly busy: boolean;
  /** How far the list has moved so far, in rows, and how far it had when the offset was told. */
  readonly shift?: number;
  readonly offsetShift?: number;
  /** What says that new rows stand above; null: none do. */
  readonly news?: { readonly words: string /** Left out where there is no room. */; readonly thing: string } | null;
  /** Whoever presses it wants to see them. */
  readonly onNews?: () => void;
  /** What stands there when there are no rows. */
  readonly empty: ReactNode;
  /** A value that changes when the list becomes another list: then it starts at its top. */
  readonly restart: unknown;
  readonly onOffset: (offset: number) => void;
  readonly onShow: (range: RowRange, top: number) => void;
  readonly onSelect: (index: number, gesture: Gesture) => void;
  /** Enter on the selected row. */
  readonly onOpen: () => void;
  /** Absent: there is nothing to peek at, and the space bar ticks. */
  readonly onPeek?: () => void;
}

export function Grid(props: GridProps) {
  const { count, selectedIndex, choice = NO_CHOICE, reveal: wanted, onRevealed, restart, onShow, shift = 0, offsetShift = 0 } = props;
  const { rowHeight = ROW_HEIGHT, goal = null, onArrived } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const rows = useScrolledRows({
    scroller,
    count,
    rowHeight,
    headerHeight: HEADER_HEIGHT,
    initialOffset: Math.max(0, props.offset + (shift - offsetShift) * rowHeight),
    shift,
    onOffset: props.onOffset,
  });
  const { first, last, topRow, reveal, moveTo } = rows;

  useEffect(() => {
    if (rows.view > 0) onShow({ first, last: Math.max(first, last) }, topRow);
  }, [first, last, topRow, onShow, rows.view]);

  useEffect(() => {
    if (!wanted || selectedIndex === null || rows.view === 0) return;
    reveal(selectedIndex);
    onRevealed();
  }, [wanted, selectedIndex, reveal, onRevealed, rows.view]);

  useEffect(() => {
    if (goal === null || rows.view === 0 || count <= goal) return;
    moveTo(goal * rowHeight);
    onArrived?.();
  }, [goal, count, rowHeight, moveTo, onArrived, rows.view]);

  useFollowSelected({ scroller, selectedIndex, count, wanted, left: goal !== null, reveal });

  const seenRestart = useRef(restart);
  useEffect(() => {
    if (seenRestart.current === restart) return;
    seenRestart.current = restart;
    moveTo(0);
  }, [restart, moveTo]);

  const letterKeys = useContext(LetterKeysContext);
  const keyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.target !== event.currentTarget || (!letterKeys && isLetter(event))) return;
    const act = actOfKey(event, {
      index: selectedIndex,
      count,
      page: rows.pageRows,
      choosing: choice.ids.size > 0,
      peeks: props.onPeek !== undefined,
    });
    if (act === null) return;
    event.preventDefault();
    perform(act);
  };
  const perform = (act: ListAct) => {
    switch (act.kind) {
      case 'go':
        return props.onSelect(act.index, act.gesture);
      case 'open':
        return props.onOpen();
      case 'peek':
        return props.onPeek?.();
      case 'all':
        return choice.all();
      case 'clear':
        return choice.clear();
    }
  };

  const drawn: ReactNode[] = [];
  for (let index = first; index <= last; index += 1) {
    const id = props.idAt?.(index);
    const active = index === selectedIndex;
    const ticked = id !== undefined && choice.ids.has(id);
    drawn.push(
      props.row({
        id: `${prefix}-${index}`,
        index,
        top: rows.topOf(index),
        active,
        ticked,
        selected: choice.many ? ticked : active,
      }),
    );
  }
  const active = selectedIndex !== null && selectedIndex >= first && selectedIndex <= last ? `${prefix}-${selectedIndex}` : undefined;
  return (
    <div className="grid-frame">
      <div
        ref={scroller}
        className="grid"
        role="grid"
        aria-label={props.label}
        aria-rowcount={count + 1}
        aria-busy={props.busy}
        aria-activedescendant={active}
        aria-multiselectable={props.choice === undefined ? undefined : true}
        data-choosing={choice.ids.size > 0}
        tabIndex={0}
        onKeyDown={keyDown}
      >
        <div role="rowgroup" className="grid-head">
          {props.header}
        </div>
        <div
          role="rowgroup"
          className="grid-body"
          style={{ height: count === 0 ? undefined : laidOutHeight({ count, rowHeight, view: 0 }) }}
        >
          {drawn}
        </div>
      </div>
      {props.news == null ? null : (
        <button
          type="button"
          className="grid-news"
          onClick={() => {
            props.onNews?.();
            moveTo(0);
            scroller.current?.focus();
          }}
        >
          <ArrowUp size={13} aria-hidden="true" />
          {props.news.words} <span className="grid-news-thing">{props.news.thing}</span>
        </button>
      )}
      {/* Beside the grid, not in it: a grid holds rows, and a sentence with a button is none. */}
      {count === 0 ? <div className="grid-empty">{props.empty}</div> : null}
    </div>
  );
}

/** Keys that are a single letter can be switched off; the space bar is none, and one with Ctrl is no letter. */
function isLetter({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key.length === 1 && key !== ' ' && !ctrlKey && !metaKey;
}

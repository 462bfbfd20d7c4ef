// The search above the history: plain words as ever, and a language that helps itself along, with offers below and mistakes marked in place.
import { CircleHelp, Search, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import { readQuery } from '../../shared/domain/query/parse-query.ts';
import { LetterKeysContext } from '../app/context.ts';
import { Button } from '../ui/Button.tsx';
import { QueryHelp } from './QueryHelp.tsx';
import { markedPieces, toldProblem } from './query-problems.ts';
import { Suggestions, suggestionId } from './Suggestions.tsx';
import { useCompletion } from './use-completion.ts';
import './query.css';

/** Longer texts find nothing more; main refuses them. */
const LONGEST = 500;

interface QueryBoxProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly boxRef: RefObject<HTMLInputElement | null>;
  /** From the search straight into the rows. */
  readonly onToRows: () => void;
  /** IANA name of the zone in which days begin and end. */
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function QueryBox({ text, onText, boxRef, onToRows, zone, now }: QueryBoxProps) {
  const letterKeys = useContext(LetterKeysContext);
  const id = useId();
  const marks = useRef<HTMLDivElement>(null);
  const [helping, setHelping] = useState(false);
  const cut = (longer: string) => onText(longer.slice(0, LONGEST));
  const completing = useCompletion(boxRef, text, cut);
  const { caret, options, active } = completing;
  const { problems } = useMemo(() => readQuery(text, { now: now(), zone }), [text, now, zone]);
  const told = toldProblem(problems, caret);
  const pieces = markedPieces(text, problems, caret);
  const open = options.length > 0;
  const list = `${id}-suggestions`;

  /** With the example that was taken over, the typing goes on behind it. */
  const toBox = useRef(false);
  useEffect(() => {
    if (helping || !toBox.current) return;
    toBox.current = false;
    boxRef.current?.focus();
    boxRef.current?.setSelectionRange(LONGEST, LONGEST);
  }, [helping, boxRef]);

  const follow = () => {
    completing.follow();
    if (marks.current !== null && boxRef.current !== null) marks.current.scrollLeft = boxRef.current.scrollLeft;
  };
  /** Escape closes the offers first, then clears; without offers the arrow and Enter lead into the rows. */
  const ownKeys: Readonly<Record<string, (() => void) | null>> = {
    Escape: text === '' ? null : () => onText(''),
    ArrowDown: onToRows,
    Enter: onToRows,
  };
  const keyDown = (event: KeyboardEvent) => {
    // Keys that write a Japanese or Chinese word belong to the writing.
    if (event.nativeEvent.isComposing) return;
    const name = event.shiftKey ? `Shift+${event.key}` : event.key;
    const does = completing.keyDoes(name) ?? ownKeys[name] ?? null;
    if (does === null) return;
    event.preventDefault();
    does();
  };

  return (
    <div className="query">
      <div className="search">
        <Search size={15} aria-hidden="true" />
        <input
          ref={boxRef}
          type="search"
          className="input"
          aria-label="Search orders"
          placeholder="Search number, product, customer or amount"
          spellCheck="false"
          autoComplete="off"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={open ? list : undefined}
          aria-activedescendant={open && active !== -1 ? suggestionId(list, active) : undefined}
          aria-invalid={told !== null && !told.hint}
          aria-describedby={told === null ? undefined : `${id}-problem`}
          value={text}
          onChange={(event) => {
            cut(event.target.value);
            follow();
          }}
          onKeyDown={keyDown}
          onKeyUp={follow}
          onSelect={follow}
          onFocus={follow}
          onScroll={follow}
          onBlur={completing.leave}
        />
        {pieces.length === 0 ? null : (
          <div className="query-marks" aria-hidden="true" ref={marks}>
            {pieces.map(({ from, text: part, wrong }) => (wrong ? <mark key={from}>{part}</mark> : <span key={from}>{part}</span>))}
          </div>
        )}
        {text === '' ? (
          <kbd>{letterKeys ? '/' : 'Ctrl F'}</kbd>
        ) : (
          <button type="button" className="search-clear" aria-label="Clear search" tabIndex={-1} onClick={() => onText('')}>
            <X size={14} aria-hidden="true" />
          </button>
        )}
        {open ? <Suggestions id={list} options={options} active={active} onTake={completing.take} /> : null}
        <p className="unseen" aria-live="polite">
          {open ? `${options.length} ${options.length === 1 ? 'suggestion' : 'suggestions'}, arrow down to choose.` : ''}
        </p>
        <div className="query-told" aria-live="polite" data-covered={open}>
          {told === null ? null : (
            <p id={`${id}-problem`} data-hint={told.hint}>
              {told.message}
            </p>
          )}
        </div>
      </div>
      <Button
        kind="quiet"
        iconOnly
        icon={<CircleHelp size={16} aria-hidden="true" />}
        aria-label="Search help"
        title="Search help"
        onPress={() => setHelping(true)}
      />
      <QueryHelp
        open={helping}
        zone={zone}
        onClose={() => setHelping(false)}
        onExample={(example) => {
          toBox.current = true;
          setHelping(false);
          cut(text.trim() === '' ? `${example} ` : `${text.trimEnd()} ${example} `);
        }}
      />
    </div>
  );
}

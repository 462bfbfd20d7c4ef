// The search above a list: cleared with Escape, left for the rows with Enter or the arrow, and its key told while it is empty.
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useContext } from 'react';
import { LetterKeysContext } from '../app/context.ts';

/** Longer texts find nothing more; main refuses them. */
const LONGEST = 500;

interface SearchBoxProps {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly boxRef: Ref<HTMLInputElement>;
  readonly onText: (text: string) => void;
  /** From the search straight into the rows. */
  readonly onToRows: () => void;
}

export function SearchBox({ label, placeholder, text, boxRef, onText, onToRows }: SearchBoxProps) {
  const letterKeys = useContext(LetterKeysContext);
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      onText('');
    }
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onToRows();
    }
  };
  return (
    <div className="search">
      <Search size={15} aria-hidden="true" />
      <input
        ref={boxRef}
        type="search"
        className="input"
        aria-label={label}
        placeholder={placeholder}
        spellCheck="false"
        value={text}
        onChange={(event) => onText(event.target.value.slice(0, LONGEST))}
        onKeyDown={keyDown}
      />
      {text === '' ? (
        <kbd>{letterKeys ? '/' : 'Ctrl F'}</kbd>
      ) : (
        <button type="button" className="search-clear" aria-label="Clear search" tabIndex={-1} onClick={() => onText('')}>
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

// The offers below the query box. The focus stays in the box; the one that is picked out is told by its id.
import { useEffect, useRef } from 'react';
import type { CompletionOption } from '../../shared/domain/query/complete-query.ts';

interface SuggestionsProps {
  readonly id: string;
  readonly options: readonly CompletionOption[];
  readonly active: number;
  readonly onTake: (option: CompletionOption) => void;
}

export function suggestionId(list: string, place: number): string {
  return `${list}-${place}`;
}

export function Suggestions({ id, options, active, onTake }: SuggestionsProps) {
  const picked = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another one that is picked out has to come into sight.
  useEffect(() => picked.current?.scrollIntoView({ block: 'nearest' }), [active]);
  return (
    <div className="suggestions" role="listbox" id={id} aria-label="Suggestions">
      {options.map((option, place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the box's, which keeps the focus.
        // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus and tells by aria-activedescendant which one is picked out.
        <div
          key={option.label}
          ref={place === active ? picked : null}
          id={suggestionId(id, place)}
          className="suggestion"
          role="option"
          aria-selected={place === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
        >
          <span className="suggestion-label">{option.label}</span> <span className="suggestion-hint">{option.hint}</span>
        </div>
      ))}
    </div>
  );
}

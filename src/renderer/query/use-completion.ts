// What is offered while somebody types in the query box: open or not, which offer is picked out, and the caret that all this follows.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type CompletionOption, completed, completions } from '../../shared/domain/query/complete-query.ts';

interface Completing {
  /** null: the box does not have the focus, or letters are selected. */
  readonly caret: number | null;
  readonly options: readonly CompletionOption[];
  /** Place of the option that is picked out; -1: none, so that Enter and Tab keep their own meaning. */
  readonly active: number;
  /** To be called whenever the caret may have moved. */
  follow(): void;
  leave(): void;
  /** @returns null where the key keeps the meaning that it has without offers. */
  keyDoes(key: string): (() => void) | null;
  take(option: CompletionOption): void;
}

/** @param onText has changed the text by the next render. */
export function useCompletion(box: RefObject<HTMLInputElement | null>, text: string, onText: (text: string) => void): Completing {
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  /** The text at which the offers were sent away; they come back with the next letter. */
  const [dismissed, setDismissed] = useState<string | null>(null);
  if (dismissed !== null && dismissed !== text) setDismissed(null);
  const caretToSet = useRef<number | null>(null);

  useLayoutEffect(() => {
    if (caretToSet.current === null || box.current === null) return;
    box.current.setSelectionRange(caretToSet.current, caretToSet.current);
    setCaret(caretToSet.current);
    caretToSet.current = null;
  });

  const found = caret === null || dismissed === text ? null : completions(text, Math.min(caret, text.length));
  const options = found?.options ?? [];
  const picked = Math.min(active, options.length - 1);
  const begun = found !== null && found.of === 'value' && found.to > found.from;

  const take = (option: CompletionOption) => {
    if (found === null) return;
    const after = completed(text, found, option);
    caretToSet.current = after.caret;
    setActive(-1);
    setDismissed(null);
    onText(after.text);
  };
  const dismiss = () => {
    setDismissed(text);
    setActive(-1);
  };
  const move = (by: 1 | -1) => setActive(picked === -1 && by === -1 ? options.length - 1 : (picked + by + options.length) % options.length);
  const taking = (option: CompletionOption | undefined) => (option === undefined ? null : () => take(option));

  const keys: Readonly<Record<string, (() => void) | null>> = {
    Escape: dismiss,
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: taking(options[picked]),
    // A value that is half typed is sure to be meant as one; a word that begins like a field may be just that word.
    Tab: taking(options[picked] ?? (begun ? options[0] : undefined)),
  };

  return {
    caret,
    options,
    active: picked,
    follow: () => {
      const element = box.current;
      const at = element !== null && element.selectionStart === element.selectionEnd ? element.selectionStart : null;
      if (at !== caret) setActive(-1);
      setCaret(at);
    },
    leave: () => {
      setCaret(null);
      setActive(-1);
      setDismissed(null);
    },
    keyDoes: (key) => (options.length === 0 ? null : (keys[key] ?? null)),
    take,
  };
}

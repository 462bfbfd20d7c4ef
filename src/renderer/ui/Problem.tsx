// A failure that stands in the form it belongs to, and is spoken by the page's one alert region.
import { useSpoken } from '../app/context.ts';
import { Note } from './Note.tsx';

interface ProblemProps {
  readonly text: string | null;
  /** The sentence already stands under its field: say it, but do not write it a second time. */
  readonly spokenOnly?: boolean;
}

export function Problem({ text, spokenOnly = false }: ProblemProps) {
  useSpoken(text);
  return text === null || spokenOnly ? null : <Note tone="bad">{text}</Note>;
}

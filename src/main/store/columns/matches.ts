// What the texts of queries find in the columns as they are now. The last few are kept: a chip or another sorting asks for the same again.
import type { ReadQueryFunction, Term } from '../../../shared/domain/query/terms.ts';
import { matchTerms } from './match-terms.ts';
import { type Columns, rowOf, STATE } from './order-columns.ts';
import type { Asking } from './order-index.ts';

export interface Matching {
  /** 1 for each row that is found; null: all are. */
  readonly matched: Uint8Array | null;
  /** Rows found, by their states' places. */
  readonly counts: Uint32Array;
  /** Whoever types `6` has order 6 at hand, not the sixty that contain a 6: its row stands first, however the others are sorted. */
  readonly named: number | null;
}

export interface Matches {
  of(text: string, asking: Asking): Matching;
}

const MOST_KEPT = 2;

export function createMatches(columns: () => Columns, version: () => number, readQuery: ReadQueryFunction): Matches {
  let kept: { readonly key: string; readonly version: number; readonly matching: Matching }[] = [];
  return {
    of: (text, asking) => {
      const { terms } = readQuery(text, asking);
      const key = JSON.stringify(terms, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
      kept = kept.filter((own) => own.version === version());
      const known = kept.find((own) => own.key === key);
      if (known !== undefined) return known.matching;
      const matching = match(columns(), terms);
      kept = [{ key, version: version(), matching }, ...kept].slice(0, MOST_KEPT);
      return matching;
    },
  };
}

function match(columns: Columns, terms: readonly Term[]): Matching {
  const matched = terms.length === 0 ? null : matchTerms(columns, terms);
  const counts = new Uint32Array(STATE + 1);
  const { state } = columns.cells;
  for (let row = 0; row < columns.rows; row += 1) {
    const place = (state[row] as number) & STATE;
    counts[place] = (counts[place] as number) + (matched === null ? 1 : (matched[row] as number));
  }
  return { matched, counts, named: namedBy(columns, terms) };
}

function namedBy(columns: Columns, terms: readonly Term[]): number | null {
  const [term] = terms;
  if (term === undefined || terms.length > 1 || term.kind !== 'word' || term.not || !/^\d{1,16}$/.test(term.text)) return null;
  const row = rowOf(columns, Number(term.text));
  return row >= 0 && String(columns.cells.id[row]) === term.text ? row : null;
}

// The fields of the query language: their names, what else they are called, and which one a misspelt word may have meant.
import { AMOUNT_FIELDS, TEXT_FIELDS } from './terms.ts';

export const QUERY_FIELDS = ['status', ...TEXT_FIELDS, ...AMOUNT_FIELDS, 'date', 'age'] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

/** Names by which people try them first. Completion shows the field's own name only. */
const OTHER_NAMES: Readonly<Record<string, QueryField>> = {
  ...{ state: 'status', item: 'product', client: 'customer', user: 'customer', order: 'number', id: 'number', no: 'number' },
  ...{ qty: 'quantity', owed: 'due', created: 'date', day: 'date' },
};

export function fieldOf(name: string): QueryField | null {
  const lower = name.toLowerCase();
  return QUERY_FIELDS.find((field) => field === lower) ?? (Object.hasOwn(OTHER_NAMES, lower) ? (OTHER_NAMES[lower] ?? null) : null);
}

/** Its own name first. */
export function namesOf(field: QueryField): readonly string[] {
  return [field, ...Object.keys(OTHER_NAMES).filter((other) => OTHER_NAMES[other] === field)];
}

/** The field whose name is nearly this one; null: none is near. */
export function fieldNear(name: string): QueryField | null {
  const near = nearest(name, [...QUERY_FIELDS, ...Object.keys(OTHER_NAMES).filter((other) => other.length > 3)]);
  return near === null ? null : fieldOf(near);
}

/** No name is longer: longer words are near to none, and comparing takes time. */
const LONGEST = 16;

/** @returns the one that needs the fewest letters changed, at most one in a short word and two in a long one. */
export function nearest(word: string, names: readonly string[]): string | null {
  if (word.length > LONGEST) return null;
  const lower = word.toLowerCase();
  const most = word.length <= 4 ? 1 : 2;
  let best: { name: string; changes: number } | null = null;
  for (const name of names) {
    const changes = changesBetween(lower, name);
    if (changes <= most && changes < (best?.changes ?? most + 1)) best = { name, changes };
  }
  return best?.name ?? null;
}

/** Letters added, left out, replaced, or swapped with the next one (Damerau and Levenshtein's distance, neighbours swapped once). */
function changesBetween(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const cost = Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line.push(swapped ? Math.min(cost, (before[column - 2] ?? 0) + 1) : cost);
    }
    before = above;
    above = line;
  }
  return above[b.length] ?? 0;
}

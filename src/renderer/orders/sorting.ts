// What a press on a column's head makes of the sorting. Pure.
import { type HistoryQuery, MOST_SORT_STEPS, type SortKey, type SortStep } from '../../shared/ipc/order-schemas.ts';

const DESCENDING_FIRST: readonly SortKey[] = ['id', 'quantity', 'price', 'total', 'paid', 'due', 'createdAt'];

/** Numbers start with the largest, words with A. */
function firstDirection(by: SortKey): SortStep['direction'] {
  return DESCENDING_FIRST.includes(by) ? 'descending' : 'ascending';
}

const turned = ({ by, direction }: SortStep): SortStep => ({ by, direction: direction === 'descending' ? 'ascending' : 'descending' });

/** By this column alone; a second press turns it round. */
export function sortedBy(query: HistoryQuery, by: SortKey): HistoryQuery {
  const [leading] = query.sort;
  const first: SortStep = { by, direction: firstDirection(by) };
  return { ...query, sort: [leading?.by === by && leading.direction === first.direction ? turned(first) : first] };
}

/** By this column as well, among those that are equal so far: pressed again it turns round, then it goes. */
export function sortedAlso(query: HistoryQuery, by: SortKey): HistoryQuery {
  const { sort } = query;
  const at = sort.findIndex((step) => step.by === by);
  const step = sort[at];
  if (step === undefined) return { ...query, sort: [...sort.slice(0, MOST_SORT_STEPS - 1), { by, direction: firstDirection(by) }] };
  const gone = step.direction !== firstDirection(by) && sort.length > 1;
  return { ...query, sort: gone ? sort.toSpliced(at, 1) : sort.with(at, turned(step)) };
}

const PLACES = ['First', 'Second', 'Third'] as const;

/** What the heads beside the first one say, which alone may carry `aria-sort`; null where the column does not sort. */
export function sortWords(sort: readonly SortStep[], by: SortKey): { readonly place: number; readonly words: string } | null {
  const at = sort.findIndex((step) => step.by === by);
  const step = sort[at];
  return step === undefined
    ? null
    : { place: at + 1, words: `${PLACES[at] ?? 'Last'} of ${sort.length} in the sorting, ${step.direction}` };
}

// The rows of the order history: what each is made of, at which size, beside what, and its goal.
import { COLUMNS, type Figures, type Part } from './figures.ts';
import { atMost, judge, median, type Row, type Subject, timesAtMost } from './row.ts';

export const SMALL = 1_000;
const LARGE = 100_000;
export const HUGE = 1_000_000;

/** Everything that was measured, a figure for each run. */
export interface Ledger {
  readonly signIn: number[];
  /** Of a bare window. */
  readonly bare: { readonly paint: number[]; readonly resident: number[]; readonly proportional: number[] };
  /** Of `fetch` and `JSON.parse`. */
  readonly parse: number[];
  readonly shops: ReadonlyMap<number, { readonly ours: Figures[]; readonly grid: Figures[] }>;
}

export interface HistoryRow extends Subject {
  /** null: it has nothing to do with a history. */
  readonly part: Part | null;
  readonly orders: number;
  readonly ours: (ledger: Ledger) => readonly number[];
  readonly yardstick: (ledger: Ledger) => readonly number[];
}

type Plain = { readonly [K in keyof Figures]-?: Figures[K] extends number | undefined ? K : never }[keyof Figures];

function all(ledger: Ledger, orders: number, side: 'ours' | 'grid', name: Plain): readonly number[] {
  return (ledger.shops.get(orders)?.[side] ?? []).map((figures) => figures[name]).filter((figure) => figure !== undefined);
}

interface Compared {
  readonly ours: number;
  readonly grid: number;
}

/** Each column's medians, the one that fares worst beside the yardstick first: "any column" means this one, too. */
function columns(ledger: Ledger, orders: number): readonly Compared[] {
  const compared = COLUMNS.flatMap(({ label }) => {
    const of = (side: 'ours' | 'grid'): readonly number[] =>
      (ledger.shops.get(orders)?.[side] ?? []).map(({ sort }) => sort?.[label]).filter((figure) => figure !== undefined);
    const [ours, grid] = [of('ours'), of('grid')];
    return ours.length === 0 || grid.length === 0 ? [] : [{ ours: median(ours), grid: median(grid) }];
  });
  return compared.toSorted((a, b) => b.ours / b.grid - a.ours / a.grid);
}

const inWords = (orders: number): string => orders.toLocaleString('en-GB');
const nothing = (): readonly number[] => [];

function plain(
  orders: number,
  part: Part,
  name: Plain,
  said: string,
  goal: Pick<Subject, 'goal' | 'met'>,
  side: HistoryRow['yardstick'],
): HistoryRow {
  return {
    name: `${said}, ${inWords(orders)} orders`,
    ...goal,
    part,
    orders,
    ours: (ledger) => all(ledger, orders, 'ours', name),
    yardstick: side,
  };
}

const parse = (ledger: Ledger): readonly number[] => ledger.parse;
const paint = (ledger: Ledger): readonly number[] => ledger.bare.paint;

const LAUNCH_AND_PULL: readonly HistoryRow[] = [
  {
    ...{ name: 'launch to usable sign-in, in ms', part: null, orders: 0, ...timesAtMost(1.3) },
    ...{ ours: ({ signIn }: Ledger) => signIn, yardstick: paint },
  },
  plain(LARGE, 'cached', 'cached', 'launch to first rows of a cached history, in ms', timesAtMost(1.5), paint),
  plain(LARGE, 'pull', 'firstRows', 'pull to first rows on screen, in ms', timesAtMost(1.5), parse),
  plain(LARGE, 'pull', 'searchable', 'pull to everything searchable, in ms', timesAtMost(4), parse),
  plain(LARGE, 'pull', 'secondPull', 'second, unchanged pull, in ms', timesAtMost(2), parse),
];

/** @param limits of search and sort: one such part of the yardstick. */
function atSize(orders: number, limits: { readonly search: number; readonly sort: number }): readonly HistoryRow[] {
  const grid = (name: Plain) => (ledger: Ledger) => all(ledger, orders, 'grid', name);
  const growth = (side: 'ours' | 'grid') => (ledger: Ledger) => {
    const small = all(ledger, SMALL, side, 'heap');
    return small.length === 0 ? [] : all(ledger, orders, side, 'heap').map((heap) => heap - median(small));
  };
  const worst = (side: 'ours' | 'grid') => (ledger: Ledger) =>
    columns(ledger, orders)
      .slice(0, 1)
      .map((column) => column[side]);
  const middle = (side: 'ours' | 'grid') => (ledger: Ledger) => columns(ledger, orders).map((column) => column[side]);
  const part = (limit: number): Pick<Subject, 'goal' | 'met'> => timesAtMost(1 / limit, `1/${limit}`);
  return [
    plain(
      orders,
      'search',
      'search',
      'a key in the search box to painted rows, 95th percentile, in ms',
      part(limits.search),
      grid('search'),
    ),
    {
      ...{ name: `sort by any column to painted rows, median of columns, in ms, ${inWords(orders)} orders`, ...part(limits.sort) },
      ...{ part: 'sort', orders, ours: middle('ours'), yardstick: middle('grid') },
    },
    {
      ...{ name: `sort by any column to painted rows, the worst, in ms, ${inWords(orders)} orders`, ...part(limits.sort) },
      ...{ part: 'sort', orders, ours: worst('ours'), yardstick: worst('grid') },
    },
    plain(orders, 'fling', 'fling', 'fling: frames longer than 33 ms', { goal: 'none', met: ({ ours }) => ours === 0 }, grid('fling')),
    {
      ...{
        name: `heap of the page, growth from ${inWords(SMALL)}, in MB, ${inWords(orders)} orders`,
        part: 'heap',
        orders,
        ...atMost(10, 'MB'),
      },
      ...{ ours: growth('ours'), yardstick: growth('grid') },
    },
    plain(orders, 'block', 'block', "main thread's longest block during a pull, in ms", atMost(50, 'ms'), nothing),
  ];
}

export const HISTORY_ROWS: readonly HistoryRow[] = [
  ...LAUNCH_AND_PULL,
  ...atSize(LARGE, { search: 5, sort: 10 }),
  ...atSize(HUGE, { search: 15, sort: 20 }),
  plain(HUGE, 'rest', 'resident', 'resident memory of all processes at rest, in MB', timesAtMost(1.5), ({ bare }) => bare.resident),
];

/** null where it was not measured. */
export function historyRow(row: HistoryRow, ledger: Ledger): Row | null {
  const ours = row.ours(ledger);
  return ours.length === 0 ? null : judge(row, ours, row.yardstick(ledger));
}

/** What stands beside the rows, for people: each column's figures, and memory with shared pages shared out. */
export function details(ledger: Ledger): readonly string[] {
  const lines: string[] = [];
  for (const [orders, { ours, grid }] of ledger.shops) {
    for (const { label } of COLUMNS) {
      const of = (side: readonly Figures[]): readonly number[] =>
        side.map(({ sort }) => sort?.[label]).filter((figure) => figure !== undefined);
      if (of(ours).length > 0)
        lines.push(`sort by ${label}, ${inWords(orders)}: ${median(of(ours)).toFixed(1)} against ${median(of(grid)).toFixed(1)} ms`);
      else if (ours.some(({ sort }) => sort !== undefined))
        lines.push(`sort by ${label}, ${inWords(orders)}: its head sorts nothing in this build`);
    }
    const shared = all(ledger, orders, 'ours', 'proportional');
    if (shared.length > 0)
      lines.push(
        `memory as PSS, ${inWords(orders)}: ${median(shared).toFixed(0)} against ${median(ledger.bare.proportional).toFixed(0)} MB`,
      );
  }
  return lines;
}

// How the history is looked at: columns, density, saved views, and where somebody left off.
import * as v from 'valibot';
import { historyQuery, serverNumber } from './order-schemas.ts';

export const COLUMN_IDS = [
  ...(['order', 'product', 'customer', 'quantity', 'price', 'total', 'paid', 'due', 'created', 'payment', 'payments'] as const),
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];
export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

/** Each column once, in the order in which they stand. */
const columns = v.pipe(
  v.array(v.picklist(COLUMN_IDS)),
  v.minLength(1),
  v.maxLength(COLUMN_IDS.length),
  v.check((ids) => new Set(ids).size === ids.length),
);
export const look = v.strictObject({ columns, density: v.picklist(DENSITIES) });
export type Look = v.InferOutput<typeof look>;

export const LONGEST_VIEW_NAME = 60;
const viewName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_VIEW_NAME));
export const savedView = v.strictObject({ name: viewName, query: historyQuery, look });
export type SavedView = v.InferOutput<typeof savedView>;

/** More would be no list to choose from. */
export const MOST_VIEWS = 40;
/** In the order in which they are listed; no name twice. */
export const viewList = v.pipe(
  v.array(savedView),
  v.maxLength(MOST_VIEWS),
  v.check((views) => new Set(views.map(({ name }) => name.toLowerCase())).size === views.length),
);

export const saveViewsInput = v.strictObject({ views: viewList });

/** The version of the file in which views travel from desk to desk. */
export const VIEWS_VERSION = 1;
export const viewsFile = v.strictObject({
  paydesk: v.literal('views'),
  version: v.literal(VIEWS_VERSION),
  views: v.array(savedView),
});

/** `renamed`: those whose name was taken. null: the person closed the dialog. */
export const importedViews = v.nullable(
  v.strictObject({
    views: viewList,
    added: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    renamed: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  }),
);
export type ImportedViews = v.InferOutput<typeof importedViews>;

/** Where somebody left the history: the same on the way back, at the next start, and when they sign in again. */
export const historyPlace = v.strictObject({
  query: historyQuery,
  look,
  /** The number of the first order in sight; null: the list stands at its top. */
  top: v.nullable(serverNumber),
  selected: v.nullable(serverNumber),
  /** Whether the selected order stands open beside the list, and how wide, in pixels; null: as wide as suits the window. */
  reading: v.boolean(),
  width: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(200), v.maxValue(4_000))),
});
export type HistoryPlace = v.InferOutput<typeof historyPlace>;

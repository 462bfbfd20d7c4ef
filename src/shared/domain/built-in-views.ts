// How the history looks at first, and the views that a new desk comes with. People rename and delete them like their own.
import type { HistoryQuery } from '../ipc/order-schemas.ts';
import type { Look, SavedView } from '../ipc/view-requests.ts';

/** Newest first: numbers grow, and unlike creation times they are never missing. */
export const FIRST_QUERY: HistoryQuery = { text: '', state: null, sort: [{ by: 'id', direction: 'descending' }] };

export const FIRST_LOOK: Look = {
  columns: ['order', 'product', 'customer', 'quantity', 'total', 'due', 'created', 'payment'],
  density: 'comfortable',
};

export const BUILT_IN_VIEWS: readonly SavedView[] = [
  view('Waiting for payment', { state: 'pending', sort: [{ by: 'createdAt', direction: 'ascending' }] }),
  view('Partly paid', { state: 'partly-paid', sort: [{ by: 'due', direction: 'descending' }] }),
  view('Failed this week', { state: 'failed', text: 'age:<7d', sort: [{ by: 'createdAt', direction: 'descending' }] }),
  view('No payment after a day', { state: 'no-payment', text: 'age:>1d', sort: [{ by: 'createdAt', direction: 'ascending' }] }),
];

function view(name: string, query: Partial<HistoryQuery>): SavedView {
  return { name, query: { ...FIRST_QUERY, ...query }, look: FIRST_LOOK };
}

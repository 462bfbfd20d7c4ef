// Everything that the page holds for one signed-in person. It lives and ends with the session, so nothing of one person is left for the next.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import type { OrderRow } from '../../shared/ipc/order-schemas.ts';
import { FIRST_QUERY } from '../activity/activity-query.ts';
import { type ActivityStore, createActivityStore } from '../activity/activity-store.ts';
import { createToolsStore, type ToolsStore } from '../activity/tools-store.ts';
import type { Client } from '../bridge.ts';
import { type BulkStore, createBulkStore, type Scope } from '../bulk/bulk-store.ts';
import { createDecisions, type Decisions } from '../decisions/decisions-store.ts';
import { createInsightsStore, type InsightsStore } from '../insights/insights-store.ts';
import { createMarksStore, type MarksStore } from '../marks/marks-store.ts';
import { type AtDeskStore, createAtDeskStore, paymentsOf } from '../orders/at-desk-store.ts';
import { createDetailStore, type DetailStore } from '../orders/detail-store.ts';
import { createDraftsStore, type DraftsStore } from '../orders/drafts-store.ts';
import { createOrdersStore, type OrdersStore } from '../orders/orders-store.ts';
import { createPlaceStore, type PlaceStore } from '../orders/place-store.ts';
import { createExportStore, type ExportStore } from '../out/export-store.ts';
import { createPendingStore, type PendingStore } from '../payments/pending-store.ts';
import { createProfileStore, type ProfileStore } from '../profile/profile-store.ts';
import { type ChoiceStore, createChoiceStore } from '../rows/choice-store.ts';
import type { PageCache } from '../rows/page-cache.ts';
import { createWaitingStore, type WaitingStore } from '../truth/waiting-store.ts';
import { createViewsStore, type ViewsStore } from '../views/views-store.ts';
import type { Announcements } from './announcements.ts';
import { type Asking, type AskingStore, createAskingStore } from './asking.ts';
import { followDesk } from './follow-desk.ts';
import { createHistoryStore, type HistoryStore } from './history-store.ts';
import type { Place } from './places.ts';
import { createDeskTrail, type Trail } from './trail.ts';

export interface Desk {
  readonly client: Client;
  readonly place: StoreApi<{ readonly at: Place }>;
  readonly history: HistoryStore;
  readonly orders: OrdersStore;
  /** How the history is looked at, and where somebody stands in it. */
  readonly looking: PlaceStore;
  readonly views: ViewsStore;
  /** The way back. */
  readonly trail: Trail;
  readonly detail: DetailStore;
  readonly drafts: DraftsStore;
  readonly pending: PendingStore;
  readonly marks: MarksStore;
  /** The rows that are chosen in each list. */
  readonly choices: Readonly<Record<Scope, ChoiceStore>>;
  readonly bulk: BulkStore;
  readonly activity: ActivityStore;
  /** Checking, exporting, counting what Activity shows. */
  readonly tools: ToolsStore;
  /** `decisions.open(operation)` puts an operation before the person, above any screen. */
  readonly decisions: Decisions;
  /** What was done at this desk to the open order. */
  readonly atDesk: AtDeskStore;
  readonly insights: InsightsStore;
  readonly profile: ProfileStore;
  readonly waiting: WaitingStore;
  readonly asking: AskingStore;
  /** The history on its way into a file. */
  readonly exporting: ExportStore;
  ask(asking: Asking | null): void;
  goTo(place: Place): void;
  /** Where an entry is decided on; null: where all of them stand. */
  showDecision(operation: string | null): void;
  /** Shows an order in full, wherever it stands in the list. */
  showOrder(id: number): void;
  /** Shows what this desk did to an order. */
  showActivityOf(order: number): void;
  /** Asks the server for the history and for the open order anew, and says so when it cannot. */
  refresh(): Promise<void>;
  /** Tries to reach the server at once: what waits to be sent, and the history. */
  tryNow(): Promise<void>;
  /** The same person has signed in again: what failed meanwhile is asked anew. */
  resume(): void;
  /** Undoes the newest held mark, and goes back to its payment where that is on the screen. */
  undo(): Promise<void>;
  /** Whether this server tells customers at all; once seen, the column stays. */
  customersSeen(cache: PageCache<OrderRow>): boolean;
  /** @returns the stop */
  follow(): () => void;
}

export function createDesk(client: Client, announcements: Announcements, currency: () => string): Desk {
  const place = createStore<{ readonly at: Place }>(() => ({ at: 'orders' }));
  const history = createHistoryStore(client);
  const orders = createOrdersStore(client);
  const looking = createPlaceStore(client, orders);
  const views = createViewsStore(client, announcements);
  const detail = createDetailStore(client);
  const pending = createPendingStore(client);
  const drafts = createDraftsStore(client, announcements, currency);
  const marks = createMarksStore(client, announcements, currency);
  const notChosen = (error: AppError) => announcements.getState().fail(`The rows were not chosen. ${describeError(error)}`);
  const choices = {
    orders: createChoiceStore({
      list: orders,
      idOf: (row) => row.id,
      select: (index) => orders.getState().selectIndex(index),
      gather: (query, span) => client.request('bulk.gather', { by: 'orders', query, span }),
      failed: notChosen,
      sameRows: (a, b) => a.text === b.text && a.state === b.state,
    }),
    payments: createChoiceStore({
      list: pending.list,
      idOf: (row) => row.payment.id,
      select: pending.selectIndex,
      gather: (_query, span) => client.request('bulk.gather', { by: 'payments', span }),
      failed: notChosen,
      sameRows: () => true,
    }),
  };
  const begun = (scope: Scope, ids: readonly number[]) => {
    if (scope === 'payments') pending.leave(new Set(ids));
  };
  const bulk = createBulkStore({ client, announcements, choices, begun, now: () => Date.now() });
  const activity = createActivityStore(client);
  const tools = createToolsStore(client, announcements);
  const decisions = createDecisions(client, announcements, currency);
  const atDesk = createAtDeskStore(client);
  const insights = createInsightsStore(client);
  const profile = createProfileStore(client);
  const waiting = createWaitingStore(client);
  const asking = createAskingStore();
  const exporting = createExportStore(client, announcements);
  const { ask } = asking.getState();
  const trail = createDeskTrail({ place, looking, activity });
  const goTo = (at: Place) => {
    ask(null);
    if (at !== place.getState().at) trail.leave();
    place.setState({ at });
  };
  const showDecision = (operation: string | null) => {
    trail.leave();
    activity.setQuery({ ...FIRST_QUERY, outcome: 'needs-you' });
    place.setState({ at: 'activity' });
    ask(null);
    if (operation !== null) decisions.open(operation);
  };
  const showLinked = (id: number) => {
    goTo('orders');
    orders.getState().selectId(id);
  };
  let customers = false;
  const readAtDesk = (): void => {
    const { id, order } = detail.getState();
    if (place.getState().at === 'orders') void atDesk.getState().read(id, paymentsOf(order));
  };
  const refresh = async (): Promise<void> => {
    const letIn = orders.getState().letIn();
    const [problem] = await Promise.all([history.getState().refresh(), detail.getState().reload()]);
    letIn();
    // A session that ended is told by the dialog that asks to sign in; afterwards it would be old news.
    if (problem === null || problem.kind === 'session-ended') return;
    announcements.getState().fail(`The history was not refreshed. ${describeError(problem)}`);
  };
  const desk: Desk = {
    client,
    place,
    history,
    orders,
    looking,
    views,
    trail,
    detail,
    drafts,
    pending,
    marks,
    choices,
    bulk,
    activity,
    tools,
    decisions,
    atDesk,
    insights,
    profile,
    waiting,
    asking,
    exporting,
    ask,
    goTo,
    showDecision,
    showOrder(id) {
      trail.leave();
      looking.getState().setReading(true);
      orders.getState().selectId(id);
      place.setState({ at: 'orders' });
    },
    showActivityOf(order) {
      trail.leave();
      activity.setQuery({ ...FIRST_QUERY, order });
      tools.getState().closeShift();
      place.setState({ at: 'activity' });
    },
    refresh,
    async tryNow() {
      await client.request('desk.insist', null);
      await refresh();
    },
    resume() {
      void refresh();
      if (profile.getState().problem !== null) void profile.getState().read();
    },
    async undo() {
      const payment = await marks.getState().undo();
      if (payment !== null && place.getState().at === 'payments') pending.goOn(payment);
    },
    customersSeen(cache) {
      customers ||= [...cache.pages.values()].some((page) => page.rows.some((row) => row.customer !== null && row.customer !== ''));
      return customers;
    },
    follow: () => followDesk(desk, announcements, readAtDesk, showLinked),
  };
  return desk;
}

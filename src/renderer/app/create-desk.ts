// Builds a signed-in person's desk: each store, and what joins them.
import { createStore } from 'zustand/vanilla';
import type { AppError } from '../../shared/errors/app-error.ts';
import { describeError } from '../../shared/errors/describe.ts';
import { FIRST_QUERY } from '../activity/activity-query.ts';
import { createActivityStore } from '../activity/activity-store.ts';
import { createToolsStore } from '../activity/tools-store.ts';
import type { Client } from '../bridge.ts';
import { createBulkStore, type Scope } from '../bulk/bulk-store.ts';
import { createDecisions } from '../decisions/decisions-store.ts';
import { createInsightsStore } from '../insights/insights-store.ts';
import { createMarksStore } from '../marks/marks-store.ts';
import { createAtDeskStore, paymentsOf } from '../orders/at-desk-store.ts';
import { createDetailStore } from '../orders/detail-store.ts';
import { createDraftsStore } from '../orders/drafts-store.ts';
import { createOrdersStore } from '../orders/orders-store.ts';
import { createPlaceStore } from '../orders/place-store.ts';
import { createExportStore } from '../out/export-store.ts';
import { createPendingStore } from '../payments/pending-store.ts';
import { createProfileStore } from '../profile/profile-store.ts';
import { createChoiceStore } from '../rows/choice-store.ts';
import { createWaitingStore } from '../truth/waiting-store.ts';
import { createViewsStore } from '../views/views-store.ts';
import type { Announcements } from './announcements.ts';
import { createAskingStore } from './asking.ts';
import type { Desk } from './desk.ts';
import { createDeskTrail } from './desk-trail.ts';
import { followDesk } from './follow-desk.ts';
import { createHistoryStore } from './history-store.ts';
import type { Place } from './places.ts';
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

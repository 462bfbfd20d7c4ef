// What the desk's stores make of the news from main: each event reaches those that show something of it.
import type { Operation } from '../../shared/domain/operation-schemas.ts';
import { isLeftBehind, orderWithMark, pendingWithMark } from '../marks/mark-on-row.ts';
import type { Announcements } from './announcements.ts';
import type { Desk } from './desk.ts';
import { followFrame } from './follow-frame.ts';
import { renewOrders } from './renew-orders.ts';

function reaskLeftBehind({ orders, pending }: Pick<Desk, 'orders' | 'pending'>, operation: Operation): void {
  const shown = [...orders.getState().cache.pages.values()].flatMap(({ rows }) => rows.flatMap(({ payments }) => payments ?? []));
  if (isLeftBehind(operation, shown)) orders.getState().reask();
  const listed = [...pending.list.getState().cache.pages.values()].flatMap(({ rows }) => rows.map(({ payment }) => payment));
  if (isLeftBehind(operation, listed)) pending.list.getState().reask();
}

/** @returns the stop */
export function followDesk(desk: Desk, announcements: Announcements, readAtDesk: () => void, showOrder: (id: number) => void): () => void {
  const { client, history, orders, pending, detail, insights, marks, bulk, waiting } = desk;
  void desk.views.getState().read();
  const renew = renewOrders(desk);
  const stops = [
    desk.looking.follow(),
    desk.place.subscribe(renew),
    history.getState().follow(({ revision }) => {
      renew();
      pending.list.getState().renew(revision);
      void pending.renewOther();
      void detail.getState().renew();
      void insights.getState().renew();
      readAtDesk();
    }),
    marks.getState().follow((operation) => {
      // The rows first: somebody has just pressed a key and looks there.
      pending.list.getState().amend(pendingWithMark(operation));
      orders.getState().amend(orderWithMark(operation));
      detail.getState().amend(orderWithMark(operation));
      reaskLeftBehind(desk, operation);
      desk.drafts.getState().settled(operation);
      readAtDesk();
    }),
    followFrame({
      ...{ client, announcements, marks, waiting, showOrder },
      showDecision: desk.showDecision,
      askClosing: () => desk.ask('closing'),
      showPayments: () => desk.goTo('payments'),
    }),
    marks.subscribe(({ desk: state }, before) => {
      if (state !== null && state !== before.desk) bulk.getState().heard(state);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

// What main tells the window's frame: that somebody wants to close it, where a notification leads, and what is worth a polite word.

import type { ShowPlace } from '../../shared/ipc/shell-requests.ts';
import type { Client } from '../bridge.ts';
import type { MarksStore } from '../marks/marks-store.ts';
import type { WaitingStore } from '../truth/waiting-store.ts';
import { counted } from '../ui/format-time.ts';
import type { Announcements } from './announcements.ts';

interface FrameParts {
  readonly client: Client;
  readonly announcements: Announcements;
  readonly marks: MarksStore;
  readonly waiting: WaitingStore;
  askClosing(): void;
  showOrder(id: number): void;
  showPayments(): void;
  showDecision(operation: string | null): void;
}

/** @returns the stop */
export function followFrame({ client, announcements, marks, waiting, ...frame }: FrameParts): () => void {
  let gone = 0;
  const say = (text: string) => announcements.getState().tell(text);
  const show = (to: ShowPlace) => {
    if (to.place === 'orders') frame.showOrder(to.order);
    else if (to.place === 'payments') frame.showPayments();
    else frame.showDecision(to.operation);
  };
  // A link that was opened before anybody was signed in.
  void client.request('app.toShow', null).then((kept) => (kept.ok && kept.value !== null ? show(kept.value) : undefined));
  const stops = [
    marks.subscribe(({ desk }, before) => {
      if (desk === null || desk === before.desk) return;
      void waiting.getState().renew();
      // Once: what an earlier start has kept now goes out.
      if (desk.goneOn > 0 && gone === 0) say(`${counted(desk.goneOn, 'mark')} from before ${desk.goneOn === 1 ? 'is' : 'are'} being sent.`);
      gone = desk.goneOn;
    }),
    client.subscribe('app.closing', frame.askClosing),
    client.subscribe('app.show', show),
    client.subscribe('app.told', ({ text }) => say(text)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

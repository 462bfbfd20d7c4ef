// What main tells the window's frame becomes a question, a place, or a polite word, once.
import { describe, expect, it, vi } from 'vitest';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';
import { followFrame } from '../../../src/renderer/app/follow-frame.ts';
import { createMarksStore } from '../../../src/renderer/marks/marks-store.ts';
import { createWaitingStore } from '../../../src/renderer/truth/waiting-store.ts';
import type { DeskState } from '../../../src/shared/ipc/operation-requests.ts';
import type { ShowPlace } from '../../../src/shared/ipc/shell-requests.ts';
import { ok } from '../../../src/shared/result.ts';
import { createFakeClient } from '../support/fake-client.ts';

const STATE: DeskState = {
  ...{ reach: 'online', since: '2026-03-01T09:00:00.000Z', open: [], waiting: 0, decisions: 0, others: 0 },
  ...{ batches: [], journal: null, notices: [], clock: null, goneOn: 0 },
};

function setUp(kept: ShowPlace | null = null) {
  const client = createFakeClient({ 'app.toShow': () => ok(kept) });
  const announcements = createAnnouncements();
  const marks = createMarksStore(client, announcements, () => '');
  const done: string[] = [];
  const stops = [
    marks.getState().follow(() => undefined),
    followFrame({
      ...{ client, announcements, marks, waiting: createWaitingStore(client) },
      askClosing: () => done.push('closing'),
      showOrder: (id) => done.push(`order ${id}`),
      showPayments: () => done.push('payments'),
      showDecision: (operation) => done.push(`decision ${operation}`),
    }),
  ];
  const said = () => announcements.getState().shown.map(({ text }) => text);
  const stop = () => {
    for (const each of stops) each();
  };
  return { client, announcements, done, said, stop };
}

describe('the window’s frame', () => {
  it('asks before closing, and leads where a notification was clicked', () => {
    const { client, done } = setUp();
    client.send('app.closing', null);
    client.send('app.show', { place: 'payments', operation: null });
    client.send('app.show', { place: 'activity', operation: 'one' });
    client.send('app.show', { place: 'orders', order: 123 });
    expect(done).toEqual(['closing', 'payments', 'decision one', 'order 123']);
  });

  it('shows the order of a link that was opened before', async () => {
    const { done } = setUp({ place: 'orders', order: 7 });
    await vi.waitFor(() => expect(done).toEqual(['order 7']));
  });

  it('says once that what was kept goes out', () => {
    const { client, said, announcements } = setUp();
    client.send('desk.changed', STATE);
    client.send('desk.changed', { ...STATE, goneOn: 2 });
    client.send('desk.changed', { ...STATE, goneOn: 2, waiting: 1 });
    expect(said()).toEqual(['2 marks from before are being sent.']);
    // The results of those marks come right after it.
    for (const text of ['one', 'two', 'three']) announcements.getState().announce(text);
    expect(said()).toEqual(['2 marks from before are being sent.', 'two', 'three']);
  });

  it('repeats what main has to tell, until it is left', () => {
    const { client, said, stop, done } = setUp();
    client.send('app.told', { text: 'New payment to mark. Payment 3' });
    stop();
    client.send('app.told', { text: 'Later' });
    client.send('app.closing', null);
    expect(said()).toEqual(['New payment to mark. Payment 3']);
    expect(done).toEqual([]);
  });
});

// An export ends in a sentence wherever the person looks: in its dialog, or in the corner when that was closed.
import { expect, it } from 'vitest';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';
import { columnWords, shownColumns } from '../../../src/renderer/out/export-columns.ts';
import { createExportStore } from '../../../src/renderer/out/export-store.ts';
import { FIRST_LOOK } from '../../../src/shared/domain/built-in-views.ts';
import type { Output } from '../../../src/shared/ipc/contract.ts';
import type { ExportHistoryInput } from '../../../src/shared/ipc/out-requests.ts';
import { fail, ok, type Result } from '../../../src/shared/result.ts';
import { createFakeClient } from '../support/fake-client.ts';

const INPUT: ExportHistoryInput = { query: { text: 'a', state: null, sort: [{ by: 'id', direction: 'ascending' }] }, columns: ['id'] };

function setUp() {
  const { promise, resolve } = Promise.withResolvers<Result<Output<'history.export'>>>();
  const client = createFakeClient({ 'history.export': () => promise, 'history.cancelExport': () => ok(null) });
  const announcements = createAnnouncements();
  const store = createExportStore(client, announcements);
  const said = () => announcements.getState().shown.map(({ tone, text }) => `${tone}: ${text}`);
  const spoken = () => announcements.getState().spoken.map(({ text }) => text);
  return { client, store, said, spoken, end: resolve, phase: () => store.getState().phase };
}

it('says how far it is, and in the end where the file is', async () => {
  const { client, store, end, phase, said, spoken } = setUp();
  store.getState().watch();
  const started = store.getState().start(INPUT, 1_204);
  expect(phase()).toEqual({ kind: 'running', progress: null, cancelling: false });
  client.send('history.exporting', { done: 400, total: 1_204 });
  expect(phase()).toMatchObject({ progress: { done: 400, total: 1_204 } });
  end(ok({ saved: '/home/ada/orders.csv', orders: 1_204 }));
  await started;
  expect(phase()).toEqual({ kind: 'saved', words: '1,204 orders saved to', path: '/home/ada/orders.csv' });
  expect(spoken()).toEqual(['1,204 orders saved to /home/ada/orders.csv']);
  expect(said()).toEqual([]);
  expect(client.asked).toEqual([{ name: 'history.export', input: INPUT }]);
});

it('goes on while its dialog is closed, and then says so in the corner', async () => {
  const { store, end, phase, said } = setUp();
  const stop = store.getState().watch();
  const started = store.getState().start(INPUT, 3);
  stop();
  expect(phase().kind).toBe('running');
  end(ok({ saved: '/home/ada/orders.csv', orders: 3 }));
  await started;
  expect(said()).toEqual(['success: 3 orders saved to /home/ada/orders.csv']);
  // The next opening begins anew.
  expect(phase().kind).toBe('choosing');
});

it('is not started twice', async () => {
  const { client, store, end } = setUp();
  const started = store.getState().start(INPUT, 3);
  await store.getState().start(INPUT, 3);
  end(ok({ saved: null, orders: 0 }));
  await started;
  expect(client.asked).toHaveLength(1);
});

it('cancelled it says that nothing was saved; a dialog that was closed needs no words', async () => {
  const cancelled = setUp();
  cancelled.store.getState().watch();
  const started = cancelled.store.getState().start(INPUT, 3);
  cancelled.store.getState().cancel();
  expect(cancelled.phase()).toMatchObject({ kind: 'running', cancelling: true });
  expect(cancelled.client.asked.at(-1)?.name).toBe('history.cancelExport');
  cancelled.end(ok({ saved: null, orders: 0 }));
  await started;
  expect(cancelled.phase()).toEqual({ kind: 'choosing', problem: null, cancelled: true });
  expect(cancelled.spoken()).toEqual(['Cancelled. Nothing was saved.']);

  const closed = setUp();
  closed.store.getState().watch();
  const second = closed.store.getState().start(INPUT, 3);
  closed.end(ok({ saved: null, orders: 0 }));
  await second;
  expect(closed.phase()).toEqual({ kind: 'choosing', problem: null, cancelled: false });
  expect(closed.spoken()).toEqual([]);
});

it('one that came too late to be cancelled was saved, and says that', async () => {
  const { store, end, phase } = setUp();
  store.getState().watch();
  const started = store.getState().start(INPUT, 3);
  store.getState().cancel();
  end(ok({ saved: '/a.csv', orders: 3 }));
  await started;
  expect(phase()).toMatchObject({ kind: 'saved', path: '/a.csv' });
});

it('a failure stands in the dialog, or in the corner where there is none', async () => {
  const open = setUp();
  open.store.getState().watch();
  const started = open.store.getState().start(INPUT, 3);
  open.end(fail({ kind: 'not-saved', problem: 'full' }));
  await started;
  expect(open.phase()).toMatchObject({ kind: 'choosing', problem: expect.stringContaining('The disk is full') });
  expect(open.said()).toEqual([]);

  const closed = setUp();
  const second = closed.store.getState().start(INPUT, 3);
  closed.end(fail({ kind: 'not-saved', problem: 'full' }));
  await second;
  expect(closed.said()).toEqual([expect.stringMatching(/^failure: Nothing was exported\. The disk is full/)]);
});

it('orders that went meanwhile are counted, not passed over', async () => {
  const { store, end, phase } = setUp();
  store.getState().watch();
  const started = store.getState().start(INPUT, 5);
  end(ok({ saved: '/a.csv', orders: 3 }));
  await started;
  expect(phase()).toMatchObject({ words: '3 orders saved; 2 had gone from the history meanwhile. The file:' });
});

it('columns are named as on the screen; customers only where there are any', () => {
  expect(columnWords(shownColumns(FIRST_LOOK.columns, false))).toBe('Order, product, quantity, total, due, created and payment status.');
  expect(shownColumns(FIRST_LOOK.columns, true)).toContain('customer');
  expect(shownColumns(['payment', 'paid', 'order'], true)).toEqual(['state', 'paid', 'id']);
  expect(columnWords(['id'])).toBe('Order.');
});

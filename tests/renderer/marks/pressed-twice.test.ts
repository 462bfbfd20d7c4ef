// A key pressed twice, faster than the screen can follow: the second press is refused by main, and that is no failure.
import { expect, it } from 'vitest';
import { createAnnouncements } from '../../../src/renderer/app/announcements.ts';
import { createMarksStore } from '../../../src/renderer/marks/marks-store.ts';
import type { Operation } from '../../../src/shared/domain/operation-schemas.ts';
import { fail, ok, type Result } from '../../../src/shared/result.ts';
import { createFakeClient } from '../support/fake-client.ts';

const at = '2026-02-14T09:00:00.000Z';
const saw = { status: 'pending', amount: '5.00', order: 3, product: 'Acer' };
const held: Operation = {
  ...{ id: 'a', sequence: 1, askedAt: at, changedAt: at, attempts: 0, actor: 'Pat', batch: null, reason: null, saw },
  ...{ wish: { kind: 'mark', payment: 7, to: 'completed' }, owner: { server: 'https://shop.example', username: 'pat' } },
  ...{ holdUntil: '2026-02-14T09:00:04.000Z', state: { name: 'held', until: '2026-02-14T09:00:04.000Z' } },
};

function setUp(answers: readonly Result<Operation>[]) {
  const left = [...answers];
  const client = createFakeClient({ 'payments.mark': () => left.shift() ?? fail({ kind: 'internal', reference: 'too many' }) });
  const announcements = createAnnouncements();
  const marks = createMarksStore(client, announcements, () => '');
  marks.getState().follow(() => undefined);
  const failures = () => announcements.getState().shown.filter(({ tone }) => tone === 'failure').length;
  const press = () => marks.getState().mark({ payment: 7, saw }, 'completed');
  return { client, failures, press };
}

const busy = fail({ kind: 'busy', thing: 'payment' });

it('says nothing of the second press while the first is on its way', async () => {
  const { failures, press } = setUp([ok(held), busy]);
  expect(await press()).toBe('taken');
  expect(await press()).toBe('no');
  expect(failures()).toBe(0);
});

it('tells of a mark that somebody else has under way, and of one of ours that waits for a decision', async () => {
  const theirs = setUp([busy]);
  await theirs.press();
  expect(theirs.failures()).toBe(1);
  const ours = setUp([ok(held), busy]);
  await ours.press();
  const trail = { doubt: false, tries: 0, baseline: null, rejected: [] };
  ours.client.send('operation.moved', { ...held, state: { name: 'conflict', theirs: saw, trail } });
  const before = ours.failures();
  await ours.press();
  expect(ours.failures()).toBe(before + 1);
});
